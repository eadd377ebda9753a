import AGI
import Routing

/// Asterisk's side of a dialogue over AGI: the header that it sends, and its answers to commands.
struct AsteriskSide {
    /// As Asterisk 22 sends it.
    private var lines: [(name: String, value: String)]
    private var arguments: [String]
    /// What comes right behind the header.
    private var more = ""
    /// What is answered to the command with this number, from 1, in the place of `200 result=1`.
    private var answers: [Int: String] = [:]
    private(set) var variables: [(name: String, value: String)] = []
    private(set) var said: [String] = []

    /// - Parameters:
    ///   - script: With its arguments behind it.
    ///   - changes: Lines such as `agi_calleridname: Karin`, `answer 3: 510 Invalid or unknown command`, `behind: \n`, `token: none`.
    init(_ script: [String], _ changes: [Story.Line]) throws(Story.Mistake) {
        var address = "\(script.first ?? "")?token=\(storyToken)"
        lines = [
            ("network", "yes"), ("network_script", ""), ("request", ""), ("channel", "PJSIP/trunk-00000007"),
            ("language", "en"), ("type", "PJSIP"), ("uniqueid", "1795378587.27"), ("version", "22.9.0"),
            ("callerid", "unknown"), ("calleridname", "Karin Smit"), ("callingpres", "0"), ("callingani2", "0"),
            ("callington", "0"), ("callingtns", "0"), ("dnid", "unknown"), ("rdnis", "unknown"),
            ("context", "inbound"), ("extension", "+31880001234"), ("priority", "1"), ("enhanced", "0.0"),
            ("accountcode", ""), ("threadid", "140293043857088"),
        ]
        arguments = Array(script.dropFirst())
        for change in changes {
            let parts = change.text.split(separator: ":", maxSplits: 1)
            guard parts.count == 2 else {
                throw Story.Mistake(line: change.number, text: "`> name: value` is meant")
            }
            let value = try StoryWords.read("\"\(parts[1].drop { $0 == " " })\"", line: change.number).first ?? ""
            let name = String(parts[0])
            if name.hasPrefix("answer "), let number = Int(name.dropFirst("answer ".count)) {
                answers[number] = value
            } else if name == "behind" {
                more = value
            } else if name == "token" {
                address = "\(script.first ?? "")" + (value == "none" ? "" : "?token=\(value)")
            } else if let index = lines.firstIndex(where: { "agi_\($0.name)" == name }) {
                lines[index].value = value
            } else {
                throw Story.Mistake(line: change.number, text: "no line of the header is called \(name)")
            }
        }
        for (index, line) in lines.enumerated() {
            if line.name == "network_script" { lines[index].value = address }
            if line.name == "request" { lines[index].value = "agi://127.0.0.1/\(address)" }
        }
    }

    var header: String {
        let all = lines + arguments.enumerated().map { ("arg_\($0.offset + 1)", $0.element) }
        return all.map { "agi_\($0.0): \($0.1)\n" }.joined() + "\n" + more
    }

    /// Carries out a command.
    ///
    /// - Returns: What Asterisk answers.
    mutating func take(_ command: String, number: Int) -> String {
        let answer = answers[number] ?? Self.done
        guard answer.split(separator: "\n").last?.hasPrefix(Self.done) == true else { return answer }
        if command.hasPrefix("SET VARIABLE MAJOR_") {
            let parts = command.dropFirst("SET VARIABLE MAJOR_".count).split(separator: " ", maxSplits: 1)
            variables.removeAll { $0.name == parts[0] }
            variables.append((String(parts[0]), parts.count > 1 ? Self.unquoted(parts[1]) : ""))
        } else if command.hasPrefix("VERBOSE ") {
            said.append(Self.unquoted(command.dropFirst("VERBOSE ".count)))
        } else if command.hasPrefix("GET FULL VARIABLE ") {
            return "\(answer) (\(command.dropFirst("GET FULL VARIABLE ".count)))"
        }
        return answer
    }

    private static let done = "200 result=1"

    /// `dial 2101:20 2102:20 2000:0 primary` where there is a decision, each variable, and what stands on the console.
    var told: [String] {
        func value(_ name: String) -> String { variables.first { $0.name == name }?.value ?? "" }
        let summary =
            variables.contains { $0.name == "ACTION" }
            ? [RESPText.summary(value("ACTION"), value("TARGETS"), value("REASON"))] : []
        return summary + variables.map { $0.value.isEmpty ? $0.name : "\($0.name) \($0.value)" }
            + said.map { "console \($0)" }
    }

    private static func unquoted(_ text: Substring) -> String {
        var (value, isEscaped, isOpen) = ("", false, false)
        for character in text {
            switch character {
            case _ where isEscaped:
                value.append(character)
                isEscaped = false
            case "\\": isEscaped = true
            case "\"":
                if isOpen { return value }
                isOpen = true
            default: value.append(character)
            }
        }
        return value
    }
}
