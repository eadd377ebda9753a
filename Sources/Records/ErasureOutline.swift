/// How much there is of what is to be forgotten, and where. What stands there is looked at again when it is its turn: there may be a million
/// of it.
package struct ErasureOutline: Sendable {
    /// Rows of one table among which there is some.
    package struct Stretch: Sendable, Equatable {
        let place: Int
        let after: Int64
        let through: Int64
        /// Whether there are rows that name a contact, and others or what goes together at the end.
        package let hasNamed: Bool
        package let hasOthers: Bool
    }

    package private(set) var tally = ErasureTally()
    package private(set) var stretches: [Stretch] = []
    /// In how many records a name stays that may be somebody else's.
    package private(set) var left = Erasure.Counts()
    /// The last row of each table that was looked at.
    var last: [String: Int64] = [:]

    package init() {}

    mutating func add(
        _ finding: ErasureFinding, of erasure: Erasure, in place: Int, after first: Int64, through last: Int64
    ) {
        left.add(finding.leftCounts)
        guard finding.count > 0 || finding.ongoingCalls > 0 else { return }
        tally.add(finding, of: erasure)
        stretches.append(
            Stretch(
                place: place, after: first, through: last, hasNamed: finding.hasNamed, hasOthers: finding.hasOthers))
    }

    /// What goes together, of which nothing is known yet.
    package var rest: ErasureFinding {
        var rest = ErasureFinding()
        rest.last = last
        return rest
    }
}

/// How much of it was found or erased, without what it was.
package struct ErasureTally: Sendable {
    package private(set) var counts = Erasure.Counts()
    /// How many values.
    package private(set) var count = 0
    /// Whether a client's block takes a number's place somewhere.
    package private(set) var hasBlock = false
    /// The missed calls whose number goes: nobody can call back there.
    package private(set) var missedCalls: Set<Int64> = []
    /// Which tokens take the place of something somewhere.
    package private(set) var tokens: Set<String> = []
    private var ongoing: Set<Int64> = []

    package init() {}

    /// Calls that go on under an id that has it.
    package var ongoingCalls: Int { ongoing.count }

    package mutating func add(_ finding: ErasureFinding, of erasure: Erasure) {
        counts.add(finding.counts)
        count += finding.count
        hasBlock = hasBlock || finding.hasBlock
        missedCalls.formUnion(finding.missedCalls)
        ongoing.formUnion(finding.ongoing)
        for term in erasure.terms where !tokens.contains(term.token) && finding.has(term.token) {
            tokens.insert(term.token)
        }
    }

    package mutating func add(_ other: ErasureTally) {
        counts.add(other.counts)
        count += other.count
        hasBlock = hasBlock || other.hasBlock
        missedCalls.formUnion(other.missedCalls)
        ongoing.formUnion(other.ongoing)
        tokens.formUnion(other.tokens)
    }
}

extension Erasure.Counts {
    fileprivate mutating func add(_ other: Erasure.Counts) {
        calls += other.calls
        missed += other.missed
        cases += other.cases
        learned += other.learned
        history += other.history
        events += other.events
        notes += other.notes
        files += other.files
    }
}
