import MajorAPI
import Time
import Wording

/// A decision in words.
enum CallText {
    /// `At Monday 4 January 2027 09:00`
    static func at(_ instant: String, _ time: TimeWords) -> String {
        time.language.said(en: "At \(time.time(instant))", nl: "Op \(time.time(instant))")
    }

    static func lines(_ decision: RoutingAPI.Decision, _ style: Style, _ time: TimeWords) -> [String] {
        let words = ReasonWords(time.language)
        var head = words.sentence(action: decision.action.word, reason: decision.reason, emphasis: style.bold)
        if let client = decision.clientName {
            head += ": \(client)" + (decision.contact.map { ", \($0)" } ?? "")
        }
        if let opens = decision.opens { head += "; \(words.opens(time.time(opens)))" }
        return [head]
            + decision.targets.map { target in
                let ring = target.ring > 0 ? ", \(target.ring) s" : ""
                return
                    "  \(target.extension)  \(target.agentName ?? words.overflow) (\(words.role(target.role.word))\(ring))"
            }
    }
}

extension String {
    /// Filled up with spaces to a width.
    func padding(to width: Int) -> String {
        self + String(repeating: " ", count: max(0, width - count))
    }
}
