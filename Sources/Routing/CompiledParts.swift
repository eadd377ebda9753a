/// An exclusive number, with the client whose own it is.
struct ExclusiveEntry: Sendable {
    let number: PhoneNumber
    /// Index into the table's clients; nil for a number of all.
    let owner: Int32?
}

/// Whose number an entry of the number table is.
struct NumberOwner: Sendable {
    /// Index into the table's clients.
    let client: UInt32
    /// Index into the client's contacts, or into the client's numbers.
    let index: UInt32
    let isContact: Bool
}

/// The overflow's target of each cause, ready to be put into a decision.
struct OverflowTargets: Sendable {
    private let targets: [Overflow.Cause: [Target]]
    private let fallback: [Target]

    init(_ overflow: Overflow) {
        fallback = [Target(overflow: overflow.fallback)]
        targets = Dictionary(
            uniqueKeysWithValues: Overflow.Cause.allCases.map { ($0, [Target(overflow: overflow[$0])]) })
    }

    subscript(cause: Overflow.Cause) -> [Target] {
        targets[cause] ?? fallback
    }
}
