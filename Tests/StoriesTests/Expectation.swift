/// What a step's body says must come. `…` stands for any text in a line, and alone on a line for any lines.
struct Expectation {
    /// How lines are compared.
    enum Order {
        /// All lines that came, in their order.
        case whole
        /// Each line is one of those that came.
        case among
    }

    static let anything = "…"

    let lines: [Story.Line]

    /// - Returns: Nil where what came is what must come; else the line that is missing, and what is to be said of it.
    func mismatch(_ came: [String], _ order: Order) -> (line: Int, text: String)? {
        switch order {
        case .among:
            let missing = lines.first { line in !came.contains { Self.matches($0, line.text) } }
            return missing.map { ($0.number, told("expected among what came: \($0.text)", came)) }
        case .whole:
            guard !Self.matches(came[...], lines.map(\.text)[...]) else { return nil }
            let line = lines.first { line in
                line.text != Self.anything && !came.contains { Self.matches($0, line.text) }
            }
            let expected = lines.map { "\n  \($0.text)" }.joined()
            return (
                line?.number ?? lines.first?.number ?? 0,
                told("expected:\(expected.isEmpty ? " nothing" : expected)", came)
            )
        }
    }

    private func told(_ expected: String, _ came: [String]) -> String {
        "\(expected)\ncame:\(came.isEmpty ? " nothing" : came.map { "\n  \($0)" }.joined())"
    }

    /// Whether lines are those of a pattern.
    private static func matches(_ came: ArraySlice<String>, _ pattern: ArraySlice<String>) -> Bool {
        guard let first = pattern.first else { return came.isEmpty }
        if first == anything {
            return (came.startIndex...came.endIndex).contains { matches(came[$0...], pattern.dropFirst()) }
        }
        guard let line = came.first, matches(line, first) else { return false }
        return matches(came.dropFirst(), pattern.dropFirst())
    }

    /// Whether a line is that of a pattern.
    static func matches(_ line: String, _ pattern: String) -> Bool {
        let parts = pattern.split(separator: anything, omittingEmptySubsequences: false)
        guard let first = parts.first, let last = parts.last, parts.count > 1 else { return line == pattern }
        guard line.hasPrefix(first) else { return false }
        var rest = line.dropFirst(first.count)
        for part in parts.dropFirst().dropLast() where !part.isEmpty {
            guard let found = rest.firstRange(of: part) else { return false }
            rest = rest[found.upperBound...]
        }
        return rest.count >= last.count && rest.hasSuffix(last)
    }
}
