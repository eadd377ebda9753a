package import Time

/// Somebody a call may go to, with the role in which, and why he was passed over.
///
/// Found once, by `decide`; whoever tells of it (journal, explanation, record, screen) takes it from the decision.
package struct Candidate: Hashable, Sendable {
    /// Why a candidate cannot take a call; the words of the call's record.
    package enum Hindrance: String, CaseIterable, Sendable {
        /// On leave, sick or in a pause: which of them is told only to those who may know.
        case absent
        case outsideHours = "outside-hours"
        /// Not employed yet, or no longer.
        case notEmployed = "not-employed"
        /// On a Major Accounts call, or the phone rings for one.
        case busy
    }

    /// Why one who can take a call comes behind others who can, and would else come before them.
    package struct Behind: OptionSet, Hashable, Sendable {
        package let rawValue: UInt8

        package init(rawValue: UInt8) { self.rawValue = rawValue }

        /// He has just been on a call.
        package static let wrapUp = Behind(rawValue: 1)
        /// His phone cannot be reached, as the PBX has told.
        package static let unreachable = Behind(rawValue: 2)

        private static let known: [(word: String, behind: Behind)] = [
            ("wrap-up", .wrapUp), ("unreachable", .unreachable),
        ]

        /// As the call's record has them.
        package var words: [String] { Self.known.filter { contains($0.behind) }.map(\.word) }

        /// Words that are none are left out.
        package init(words: [String]) {
            self.init(Self.known.filter { words.contains($0.word) }.map(\.behind))
        }
    }

    /// The agent's position in the table that decided.
    let position: Int32
    package let role: Role
    /// Nil for one who can take the call.
    package let hindrance: Hindrance?
    package fileprivate(set) var behind: Behind = []
    private let end: Instant

    /// - Parameter end: `.latest` where it is not known.
    init(position: Int32, role: Role, hindrance: Hindrance?, until end: Instant) {
        self.position = position
        self.role = role
        self.hindrance = hindrance
        self.end = end
    }

    /// When the hindrance is over; nil where that is not known, as for a call.
    package var until: Instant? { end == .latest ? nil : end }
}

/// Those who were considered for a call, in order, each once: at most eight, kept in place.
package struct Candidates: RandomAccessCollection, Sendable {
    /// Hardly any client has so many; of more, those who cannot take the call are left out first.
    package static let capacity = 8

    private var slots = InlineArray<8, Candidate>(
        repeating: Candidate(position: -1, role: .primary, hindrance: nil, until: .latest))
    private var used: UInt8 = 0
    /// By their places, the lowest bit first: who can take the call.
    private(set) var available: UInt8 = 0

    package init() {}

    package var startIndex: Int { 0 }
    package var endIndex: Int { Int(used) }

    package subscript(index: Int) -> Candidate {
        precondition(index < endIndex)
        return slots[index]
    }

    /// The first who can take the call; nil where nobody can.
    var chosen: Candidate? {
        available == 0 ? nil : self[available.trailingZeroBitCount]
    }

    func holds(_ position: Int32) -> Bool {
        for index in 0..<endIndex where slots[index].position == position { return true }
        return false
    }

    /// The primary comes behind the backup where both can take the call.
    mutating func putBackupFirst() {
        guard let primary = available(.primary), let backup = available(.backup), primary < backup else { return }
        var candidate = slots[primary]
        candidate.behind.insert(.wrapUp)
        slots[primary] = slots[backup]
        slots[backup] = candidate
    }

    /// The place of the one who can take the call in a role.
    func available(_ role: Role) -> Int? {
        for index in 0..<endIndex where slots[index].role == role && slots[index].hindrance == nil { return index }
        return nil
    }

    /// Those of them who can take the call, and whose phones cannot be reached, come behind all others who can.
    mutating func putUnreachableLast(_ isUnreachable: (Candidate) -> Bool) {
        let able = indices.filter { slots[$0].hindrance == nil }
        guard able.contains(where: { isUnreachable(slots[$0]) }) else { return }
        var (others, last): ([Candidate], [Candidate]) = ([], [])
        for index in able {
            var candidate = slots[index]
            if isUnreachable(candidate) {
                candidate.behind.insert(.unreachable)
                last.append(candidate)
            } else {
                others.append(candidate)
            }
        }
        for (index, candidate) in zip(able, others + last) { slots[index] = candidate }
    }

    mutating func append(_ candidate: Candidate) {
        guard endIndex < Self.capacity else { return takePlace(candidate) }
        slots[endIndex] = candidate
        if candidate.hindrance == nil { available |= 1 << used }
        used += 1
    }

    /// Nobody who can take the call is left out for one who cannot.
    private mutating func takePlace(_ candidate: Candidate) {
        guard candidate.hindrance == nil, available & 0x80 == 0 else { return }
        slots[Self.capacity - 1] = candidate
        available |= 0x80
    }
}
