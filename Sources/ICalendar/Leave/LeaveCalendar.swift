package import Time

/// Reads an agent's calendar as leave.
///
/// What counts: all-day events, and events that say that he is out of office; with `all` every event that takes up his time. Never what is
/// cancelled or takes up nobody's time. Whole days go from midnight to midnight on the service's clock, also where the file writes them as
/// times in another zone (`WholeDays`).
package struct LeaveCalendar: Sendable {
    /// Texts that are longer are refused: 4 MiB.
    package static let limit = 4 * 1_048_576
    /// How far ahead series are spread out: two years.
    package static let daysAhead = 731
    /// How many stretches of leave one calendar may have.
    package static let maximumLeave = 5_000

    private let clock: ServiceClock
    private let now: Instant
    private let countsAll: Bool

    /// - Parameters:
    ///   - clock: The service's; on it days begin, and on it are times without a zone.
    ///   - all: Whether meetings, what is tentative and work in other places count as well.
    package init(clock: ServiceClock, now: Instant, all: Bool = false) {
        self.clock = clock
        self.now = now
        countsAll = all
    }

    /// What the calendar says; whether it can be used is `LeaveReading.errors`' and `LeaveComparison`'s to say.
    package func read(_ text: String) -> LeaveReading {
        let today = clock.day(of: now)
        let window = today...today.advanced(by: Self.daysAhead)
        guard text.utf8.count <= Self.limit else { return Self.refused("is larger than \(Self.limit) bytes") }
        let (events, found) = CalendarReader(clock: clock, window: window, namesEvents: false).read(text)
        var findings = found
        var leave: [CalendarLeave] = []
        var others: [OtherEvent] = []
        for event in events {
            let intervals = event.occurrences.map { stretch($0, event) }
            var hindered: [OtherEvent.Reason: (start: Instant, count: Int)] = [:]
            for (index, stretch) in intervals.enumerated() where stretch.end > now {
                let reason = hindrance(event, stretch)
                if reason == nil, let interval = Interval(from: stretch.start, until: stretch.end) {
                    leave.append(
                        CalendarLeave(
                            entry: LeaveEntry(
                                identity: identity(event, event.places[index], interval), interval: interval),
                            days: stretch.days, title: event.summary, line: event.line))
                    continue
                }
                let before = hindered[reason ?? .momentary]
                hindered[reason ?? .momentary] = (before?.start ?? stretch.start, (before?.count ?? 0) + 1)
            }
            for reason in OtherEvent.Reason.allCases {
                guard let (start, count) = hindered[reason] else { continue }
                others.append(
                    OtherEvent(reason: reason, start: start, count: count, title: event.summary, line: event.line))
            }
        }
        if leave.count > Self.maximumLeave {
            let finding = CalendarFinding(
                severity: .error, line: leave[Self.maximumLeave].line,
                text:
                    "the events up to here are more than \(Self.maximumLeave) stretches of leave in two years; let series end (UNTIL)"
            )
            findings.insert(finding, at: 0)
        }
        return LeaveReading(
            leave: Self.unique(leave), others: others, events: events.count,
            cancelled: events.count { $0.status == .cancelled }, findings: findings)
    }

    private static func refused(_ text: String) -> LeaveReading {
        LeaveReading(
            leave: [], others: [], events: 0, cancelled: 0,
            findings: [CalendarFinding(severity: .error, line: 1, text: text)])
    }

    /// Why it does not count; nil where it does.
    private func hindrance(_ event: CalendarEvent, _ stretch: Stretch) -> OtherEvent.Reason? {
        // Microsoft's word says more than TRANSP ([MS-OXCICAL]); one of the two is enough to be free.
        if !event.isOpaque || event.busyStatus == "FREE" { return .free }
        if stretch.start >= stretch.end { return .momentary }
        if countsAll { return nil }
        if event.status == .tentative || event.busyStatus == "TENTATIVE" { return .tentative }
        if event.busyStatus == "WORKINGELSEWHERE" { return .elsewhere }
        return event.isOutOfOffice || stretch.days != nil ? nil : .meeting
    }

    // MARK: Times

    private struct Stretch {
        let start: Instant
        let end: Instant
        /// Of an all-day event.
        let days: Range<CalendarDay>?
    }

    private func stretch(_ occurrence: CalendarEvent.Occurrence, _ event: CalendarEvent) -> Stretch {
        let days: Range<CalendarDay>?
        switch occurrence {
        case .days(let range): days = range
        case .time(let start, let end):
            days = WholeDays(clock: clock, written: event.zone, isMarked: event.isMarkedAllDay).days(start, end)
            guard days != nil else {
                // Absences count by the minute; one of some seconds is none.
                let (first, last) = (start.minute, end.advanced(by: Milliseconds(59_999)).minute)
                return start < end
                    ? Stretch(start: first, end: last, days: nil) : Stretch(start: start, end: end, days: nil)
            }
        }
        guard let days else { return Stretch(start: now, end: now, days: nil) }
        return Stretch(
            start: clock.instant(days.lowerBound, .startOfDay), end: clock.instant(days.upperBound, .startOfDay),
            days: days)
    }

    // MARK: Identity

    private func identity(
        _ event: CalendarEvent, _ place: CalendarEvent.Place?, _ interval: Interval
    ) -> LeaveEntry.Identity {
        // Without a UID, which RFC 5545 demands (section 3.8.4.7), an event is its time.
        guard let uid = event.uid else {
            return LeaveEntry.Identity(uid: "", recurrence: "\(utc(interval.start))/\(utc(interval.end))")
        }
        let recurrence: String? =
            switch place {
            case nil: nil
            case .day(let day): day.description.filter { $0 != "-" }
            case .time(let instant): utc(instant)
            }
        return LeaveEntry.Identity(uid: uid, recurrence: recurrence)
    }

    /// `20270120T080000Z`
    private func utc(_ instant: Instant) -> String { CalendarText.utc(instant) }

    /// By their start, each once. Some programs give several events one UID: they are told apart by their order.
    private static func unique(_ leave: [CalendarLeave]) -> [CalendarLeave] {
        var seen: Set<LeaveEntry.Identity> = []
        var times: [LeaveEntry.Identity: Set<Interval>] = [:]
        var result: [CalendarLeave] = []
        let sorted = leave.sorted {
            ($0.interval.start, $0.interval.end, $0.identity) < ($1.interval.start, $1.interval.end, $1.identity)
        }
        for one in sorted {
            guard times[one.identity, default: []].insert(one.interval).inserted else { continue }
            var identity = one.identity
            var number = 2
            while !seen.insert(identity).inserted {
                identity = LeaveEntry.Identity(
                    uid: one.identity.uid + LeaveEntry.Identity.ordinal + "\(number)", recurrence: identity.recurrence)
                number += 1
            }
            result.append(
                CalendarLeave(
                    entry: LeaveEntry(identity: identity, interval: one.interval), days: one.days, title: one.title,
                    line: one.line))
        }
        return result
    }
}

extension Instant {
    /// The beginning of the minute in which it lies.
    fileprivate var minute: Instant {
        let rest = milliseconds % 60_000
        return Instant(clamping: milliseconds - (rest < 0 ? rest + 60_000 : rest))
    }
}
