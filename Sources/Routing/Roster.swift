package import Time

/// What agents and managers change while the daemon runs.
package struct Roster: Sendable, Equatable {
    package var absences: Absences
    /// In force and to come, in the order in which they were named; ended ones are in the records.
    package var deputyships: [Deputyship]
    /// Those that wait to be decided.
    package var requests: [LeaveRequest]
    /// In the order in which they were entered.
    package var learnedNumbers: [LearnedNumber]
    /// The open ones, in the order in which they were opened.
    package var cases: [Case]
    /// At this instant and later every absence is here; of before, some that are over are left out.
    package private(set) var completeFrom: Instant

    package init(
        absences: some Sequence<Absence> = [], deputyships: [Deputyship] = [], requests: [LeaveRequest] = [],
        learnedNumbers: [LearnedNumber] = [], cases: [Case] = [], completeFrom: Instant = .earliest
    ) {
        self.absences = Absences(absences)
        self.deputyships = deputyships
        self.requests = requests
        self.learnedNumbers = learnedNumbers
        self.cases = cases
        self.completeFrom = completeFrom
    }

    /// Leaves out absences that are over at an instant, all but those that ended last.
    package mutating func trim(at instant: Instant, keeping limit: Int) {
        func isOver(_ absence: Absence) -> Bool {
            guard let end = absence.end else { return false }
            return end <= instant || end <= absence.start
        }
        // Not one at a time: a roster that is full would be sorted at each change.
        guard absences.count(where: isOver) > limit + limit / 4 else { return }
        let over = absences.filter(isOver)
        let left = over.sorted { ($0.end ?? .latest, $0.id) > ($1.end ?? .latest, $1.id) }.dropFirst(limit)
        let ids = Set(left.map(\.id))
        absences.removeAll { ids.contains($0.id) }
        for case let end? in left.map(\.interval?.end) { completeFrom = max(completeFrom, end) }
    }
}
