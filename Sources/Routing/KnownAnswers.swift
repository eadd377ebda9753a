import Time

/// Answers of one routing table that were given lately, each made once: nearly every call is answered as one before it was.
///
/// A table with one place for each key's hash, where the last answer stands. Bounded, and empty again with the next routing table, so that
/// nothing of a directory that was replaced is kept for longer than until the next call.
package struct KnownAnswers: Sendable {
    /// How many are known at the most: a few hundred bytes each, with what protocols make of them.
    package static let capacity = 1_024

    /// What makes one answer another, in one routing table. Answers that more makes another, such as those that name a case, are not kept.
    struct Key: Equatable, Sendable {
        /// By its position; -1 where it is not known whose call it is.
        var client: Int32 = -1
        /// By its position among the client's; -1 for nobody.
        var contact: Int32 = -1
        /// Who of the pair can take the call, as `PairEntry` counts, or the cause that keeps it from them.
        let outcome: Outcome

        enum Outcome: Equatable, Sendable {
            case pass
            case pair(ObjectIdentifier, available: UInt8)
            case overflow(Overflow.Cause, opens: Instant?)
        }

        /// Keys that differ little have places that differ.
        fileprivate var hash: UInt64 {
            let who = UInt64(UInt32(bitPattern: client)) << 32 | UInt64(UInt32(bitPattern: contact))
            let what: UInt64 =
                switch outcome {
                case .pass: 0
                case .pair(_, let available): UInt64(available)
                case .overflow(_, let opens): 0x100 &+ UInt64(bitPattern: opens?.milliseconds ?? 0)
                }
            return (who &* 5 &+ what) &* 0x9E37_79B9_7F4A_7C15
        }
    }

    private struct Known: Sendable {
        let key: Key
        let answer: Decision.Answer
    }

    private var known: ContiguousArray<Known?> = []
    /// The routing table whose answers these are. It is not held: whoever answers a call must not be the one who frees a large table.
    private var table: (id: ObjectIdentifier, generation: UInt64)?

    package init() {}

    /// The answer of a table with this key: one that is known, or a new one, which is known from then on.
    mutating func answer(_ key: Key, of table: RoutingTable, or make: () -> Decision.Answer) -> Decision.Answer {
        if self.table?.id != ObjectIdentifier(table) || self.table?.generation != table.generation {
            known = ContiguousArray(repeating: nil, count: Self.capacity)
            self.table = (ObjectIdentifier(table), table.generation)
        }
        let place = Int(truncatingIfNeeded: key.hash >> 54)
        if let known = known[place], known.key == key { return known.answer }
        let made = make()
        known[place] = Known(key: key, answer: made)
        return made
    }
}
