import AGI
import PBXProtocol

/// What majord's answer, or its absence, means for the dial plan.
struct AgiAnswer: Equatable {
    /// In the order in which they are set. What the dial plan tests is cleared first and set last, so that a dialogue which breaks
    /// off never leaves half an answer that looks whole.
    let variables: [AgiVariable]
    /// What went wrong, in words for the dial plan's log and Asterisk's console.
    let complaint: String?

    /// The commands to Asterisk. What went wrong is said before the last of them.
    var commands: [String] {
        var commands = variables.map(\.command)
        if let complaint { commands.insert(AgiVariable.verbose("majorctl agi: \(complaint)"), at: commands.count - 1) }
        return commands
    }

    /// Why there is no answer.
    enum Absence: Equatable {
        /// majord is not there, or takes too long.
        case away(String)
        /// majord was asked, and did not answer in time: what was asked may be done all the same.
        case late(String)
        case refused(String)
    }

    /// What a display shows where nobody knows whether majord did what it was asked to.
    static let unknownOutcome = "Not known whether it was done: dial *70"

    /// The answer that a reply is.
    init(_ reply: AgiReply, to kind: PBXCommand.Kind) {
        switch (kind, reply) {
        case (.wish, .error(let text)): self.init([(.sentence, text)], (.state, "refused"), complaint: text)
        case (_, .error(let text)): self.init(.refused(text), to: kind)
        case (.question, .texts(let texts)): self.init(fields: texts)
        case (.wish, .texts(let texts)) where texts.count == 2:
            self.init([(.sentence, texts[0])], (.state, texts[1]), complaint: nil)
        case (.report, .status): self.init([], (.accepted, "1"), complaint: nil)
        default: self.init(.refused("majord and majorctl must be of one version"), to: kind)
        }
    }

    /// The answer where majord gave none: to go on without it.
    ///
    /// - Parameter kind: Nil for what is nothing that majord can be asked.
    init(_ absence: Absence, to kind: PBXCommand.Kind?) {
        let (reason, state, sentence, text) =
            switch absence {
            case .away(let text): ("majord-away", "unknown", "Not possible now, nothing has changed", text)
            case .late(let text): ("majord-away", "unknown", Self.unknownOutcome, text)
            case .refused(let text): ("majord-refused", "refused", text, text)
            }
        let undecided = AGIUndecided(kind, reason: reason, sentence: sentence, state: state)
        self.init(undecided.values, undecided.tested, complaint: text)
    }

    private init(fields texts: [String]) {
        var values: [String: String] = [:]
        for index in stride(from: 0, to: texts.count - 1, by: 2) { values[texts[index]] = texts[index + 1] }
        guard let action = values["action"], !action.isEmpty else {
            self.init(.refused("majord's answer names no action"), to: .question)
            return
        }
        // A field is named as its variable, in small letters and with hyphens.
        let variables = AGIVariable.ofDecision.map { variable in
            (variable, values[String(variable.rawValue.lowercased().map { $0 == "_" ? "-" : $0 })] ?? "")
        }
        self.init(variables, (.action, action), complaint: nil)
    }

    private init(_ values: [(AGIVariable, String)], _ tested: (AGIVariable, String), complaint: String?) {
        let error = complaint.map { [(AGIVariable.error, $0)] } ?? []
        variables = ([(tested.0, "")] + values + error + [tested]).map {
            AgiVariable(name: "MAJOR_\($0.0.rawValue)", value: $0.1)
        }
        self.complaint = complaint
    }
}
