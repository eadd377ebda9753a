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

    /// The ledger's number of the absence.
    package let id: Int64
    package let agent: AgentID
    package let kind: Kind
    package let start: Instant
    /// The first instant at which the agent is back; nil: not known yet.
    package let end: Instant?
    /// The Unix user who entered it.
    package let enteredBy: String
    package let enteredAt: Instant
    package let note: String?

    package init(
        id: Int64, agent: AgentID, kind: Kind, start: Instant, end: Instant?, enteredBy: String, enteredAt: Instant,
        note: String? = nil
    ) {
        self.id = id
        self.agent = agent
        self.kind = kind
        self.start = start
        self.end = end
        self.enteredBy = enteredBy
        self.enteredAt = enteredAt
        self.note = note
    }

    /// The absence with an end at this instant, or at its start when it has not begun; one that is over stays as it is.
    package func ended(at instant: Instant) -> Absence {
        Absence(
            id: id, agent: agent, kind: kind, start: start, end: min(end ?? .latest, max(start, instant)),
            enteredBy: enteredBy,
            enteredAt: enteredAt, note: note)
    }

    /// The same absence of another agent.
    package func given(to agent: AgentID) -> Absence {
        Absence(
            id: id, agent: agent, kind: kind, start: start, end: end, enteredBy: enteredBy, enteredAt: enteredAt,
            note: note)
    }

    /// When the agent is away; nil where the absence was ended before it began.
    package var interval: Interval? {
        Interval(from: start, until: end ?? .latest)
    }
}

/// What agents and managers change while the daemon runs.
package struct Roster: Sendable, Equatable {
    package var absences: [Absence]
    /// At this instant and later every absence is here; of before, some that are over are left out.
    package private(set) var completeFrom: Instant

    package init(absences: [Absence] = [], completeFrom: Instant = .earliest) {
        self.absences = absences
        self.completeFrom = completeFrom
    }

    /// Leaves out absences that are over at an instant, all but those that ended last.
    package mutating func trim(at instant: Instant, keeping limit: Int) {
        let over = absences.filter { $0.interval.map { $0.end <= instant } ?? true }
        // Not one at a time: a roster that is full would be sorted at each change.
        guard over.count > limit + limit / 4 else { return }
        let left = over.sorted { ($0.end ?? .latest, $0.id) > ($1.end ?? .latest, $1.id) }.dropFirst(limit)
        let ids = Set(left.map(\.id))
        absences.removeAll { ids.contains($0.id) }
        for case let end? in left.map(\.interval?.end) { completeFrom = max(completeFrom, end) }
    }

    /// Puts an absence in the place of the one with its number.
    package mutating func replace(_ absence: Absence) {
        for index in absences.indices where absences[index].id == absence.id { absences[index] = absence }
    }

    /// Ends absences at an instant; those that have not begun never happen.
    package mutating func end(_ ended: [Absence], at instant: Instant) {
        for index in absences.indices where ended.contains(where: { $0.id == absences[index].id }) {
            absences[index] = absences[index].ended(at: instant)
        }
    }
}
