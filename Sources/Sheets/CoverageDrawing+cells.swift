import Routing

// What a day of a chart looks like.
extension CoverageDrawing {
    /// `JV` of Joke de Vries.
    package static func initials(_ name: String) -> String {
        let words = name.split(separator: " ").filter { $0.first?.isUppercase == true }
        return [words.first, words.count > 1 ? words.last : nil].compactMap { $0?.first.map(String.init) }.joined()
    }

    static func asked(at x: Int, _ y: Int, width: Int) -> String {
        "<rect class=\"p\" x=\"\(x + 2)\" y=\"\(y + 4)\" width=\"\(max(width - 4, 2))\" height=\"18\"/>"
    }

    static func cell(_ shown: ForecastDay, at x: Int, _ y: Int, width: Int) -> String {
        let inner = max(width - 2, 2)
        let middle = x + 1 + inner / 2
        func box(_ kind: String, _ top: Int, _ height: Int) -> String {
            "<rect class=\"\(kind)\" x=\"\(x + 1)\" y=\"\(y + top)\" width=\"\(inner)\" height=\"\(height)\"/>"
        }
        return switch shown {
        case .served(.both): box("b", 3, 20)
        case .served(.one): box("b", 3, 20) + box("o", 13, 10)
        case .served(.deputy): box("d", 3, 20)
        case .served(.nobody): box("n", 1, 24) + "<text class=\"mark\" x=\"\(middle)\" y=\"\(y + 18)\">!</text>"
        case .closed:
            "<line class=\"c\" x1=\"\(x + 1)\" y1=\"\(y + 22)\" x2=\"\(x + 1 + inner)\" y2=\"\(y + 22)\"/>"
        case .noAgreement: ""
        }
    }
}
