package import Time

/// Leave, sickness or a pause of one agent.
package struct Absence: Hashable, Sendable {
    package enum Kind: String, CaseIterable, Sendable {
        /// Planned, with an end.
        case leave
        /// Starts now, may be open-ended.
        case sickness
        /// Minutes or hours; ends by itself.
        case pause

        /// Whether it is planned from when until when, and refused where it opens gaps. The others begin now, and one takes the place of
        /// another of its kind.
        package var isPlanned: Bool {
            switch self {
            case .leave: true
            case .sickness, .pause: false
            }
        }
    }

    /// The ledger's number of the absence; a request has the number that the absence keeps when it is approved.
    package let id: Int64
    package var agent: AgentID
    package let kind: Kind
    /// Of a series: from when it comes back; the first occurrence may be later.
    package var start: Instant
    /// The first instant at which the agent is back; nil: not known yet. Of a series: from when it comes back no more; nil: it goes on.
    package var end: Instant?
    /// When it comes back every week; nil: it is one stretch of time.
    package var series: WeeklySeries?
    /// The Unix user who entered it.
    package let enteredBy: String
    package let enteredAt: Instant
    package var note: String?
    /// Which calendar it was read from; nil: it was entered by hand.
    package var origin: CalendarOrigin?

    package init(
        id: Int64, agent: AgentID, kind: Kind, start: Instant, end: Instant?, series: WeeklySeries? = nil,
        enteredBy: String, enteredAt: Instant, note: String? = nil, origin: CalendarOrigin? = nil
    ) {
        self.id = id
        self.agent = agent
        self.kind = kind
        self.start = start
        self.end = end
        self.series = series
        self.enteredBy = enteredBy
        self.enteredAt = enteredAt
        self.note = note
        self.origin = origin
    }

    /// The absence with an end at this instant, or at its start when it has not begun; one that is over stays as it is.
    package func ended(at instant: Instant) -> Absence {
        var ended = self
        ended.end = min(end ?? .latest, max(start, instant))
        return ended
    }

    /// The absence without what is left of its occurrence on a day at an instant; nil where it is no series, or has none left then.
    package func excepting(_ day: CalendarDay, from instant: Instant, _ clock: ServiceClock) -> Absence? {
        guard let series, let interval else { return nil }
        let left = series.occurrences(on: day, clock).compactMap { $0.intersection(interval) }
        guard let first = left.first, let last = left.last, last.end > instant else { return nil }
        var excepted = self
        excepted.series = series.excepting(day, end: first.start < instant ? instant : nil)
        return excepted
    }

    /// The same absence of another agent.
    package func given(to agent: AgentID) -> Absence {
        var given = self
        given.agent = agent
        return given
    }

    /// From its start to its end, between which a series comes and goes; nil where the absence was ended before it began.
    package var interval: Interval? {
        Interval(from: start, until: end ?? .latest)
    }

    /// The stretch of time in which the agent is away because of it and in which an instant lies.
    package func occurrence(at instant: Instant, _ clock: ServiceClock) -> Interval? {
        guard let interval, interval.contains(instant) else { return nil }
        guard let series else { return interval }
        return series.occurrence(at: instant, clock).flatMap { $0.intersection(interval) }
    }

    /// The next stretch of time, or the one that holds an instant; nil where none comes within two years.
    package func occurrence(from instant: Instant, _ clock: ServiceClock) -> Interval? {
        guard let interval, interval.end > instant else { return nil }
        guard let series else { return interval }
        return series.occurrence(from: max(instant, start), clock).flatMap { $0.intersection(interval) }
    }

    /// When the agent is away because of it, of a stretch of time.
    package func timeline(over stretch: Interval, _ clock: ServiceClock) -> Timeline {
        guard let both = interval?.intersection(stretch) else { return .never }
        guard let series else { return Timeline(both) }
        return series.timeline(over: both, clock)
    }
}

/// Where an absence that was not entered by hand comes from: what tells that an event read again is the same one (RFC 5545, sections 3.8.4.7
/// and 3.8.4.4).
package struct CalendarOrigin: Hashable, Sendable {
    /// The name under which the calendar is read, such as `hr`.
    package let source: String
    package let uid: String
    /// Which occurrence of a series, as the calendar writes it; nil: the event itself.
    package let recurrence: String?
    /// When it is, as the calendar said when it was read last; the absence itself may have been changed by hand since. Nil: its entry is
    /// gone from the calendar.
    package let read: Interval?

    package init(source: String, uid: String, recurrence: String? = nil, read: Interval? = nil) {
        self.source = source
        self.uid = uid
        self.recurrence = recurrence
        self.read = read
    }
}

extension Absence {
    /// The same, as its calendar says it by now.
    package func read(as origin: CalendarOrigin) -> Absence {
        var read = self
        read.origin = origin
        return read
    }

    /// Ended, since its entry is gone from the calendar: should that come back, it is another absence.
    package func vanished(at instant: Instant) -> Absence {
        var vanished = ended(at: instant)
        vanished.origin = origin.map { CalendarOrigin(source: $0.source, uid: $0.uid, recurrence: $0.recurrence) }
        return vanished
    }
}
