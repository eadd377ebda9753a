package import Routing

/// What the displays show of one answer: a line that is true on all the phones that it rings, and one for each.
package struct PhoneDisplays: Sendable {
    /// What parts the lines of a list. No line has it.
    package static let separator: StaticString = "|"

    private let answer: Decision.Answer
    private let plain: PhoneDisplay
    /// With whose call it would be; nil where every phone that rings is his.
    private let named: PhoneDisplay?

    /// Nil for a call of nobody who is known, and where nothing is dialled.
    package init?(_ answer: Decision.Answer) {
        guard !answer.targets.isEmpty, let plain = PhoneDisplay(answer, insteadOf: nil) else { return nil }
        self.answer = answer
        self.plain = plain
        var primary: AgentEntry?
        for target in answer.targets {
            if let another = answer.insteadOf(at: target) { primary = another }
        }
        named = primary.flatMap { PhoneDisplay(answer, insteadOf: $0) }
    }

    /// The line for all phones alike: it says whose call it would be where the primary is none of those who are rung.
    package var common: PhoneDisplay {
        guard let named, answer.insteadOfAtAll != nil else { return plain }
        return named
    }

    /// The line of each target's phone, in their order.
    package func forEach(_ body: (PhoneDisplay) -> Void) {
        for target in answer.targets {
            if let named, answer.insteadOf(at: target) != nil { body(named) } else { body(plain) }
        }
    }

    /// The lines of all targets, with `|` between.
    package var text: String {
        var lines: [String] = []
        forEach { lines.append($0.text) }
        return lines.joined(separator: Self.separator.description)
    }

    /// Whether the bytes of every line are shown as they are.
    package var isPlain: Bool { plain.isPlain && (named?.isPlain ?? true) }
}
