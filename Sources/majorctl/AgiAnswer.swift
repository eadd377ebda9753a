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

    /// The fields of `ROUTE`'s reply that become variables, beside the action.
    private static let fields = [
        "extension", "targets", "ring", "agent", "role", "client", "client-name", "contact", "case", "reason",
        "decision",
    ]

    /// The answer that a reply is.
    init(_ reply: AgiReply, to kind: AgiRequest.Kind) {
        switch (kind, reply) {
        case (.agent, .error(let text)): self.init(sentence: text, state: "refused", complaint: text)
        case (_, .error(let text)): self.init(.refused(text), to: kind)
        case (.route, .texts(let texts)), (.next, .texts(let texts)): self.init(fields: texts, kind)
        case (.agent, .texts(let texts)) where texts.count == 2:
            self.init(sentence: texts[0], state: texts[1], complaint: nil)
        case (.ringing, .status), (.answered, .status), (.up, .status), (.released, .status), (.ended, .status):
            self.init([], tested: "ACCEPTED", value: "1", complaint: nil)
        default: self.init(.refused("majord and majorctl must be of one version"), to: kind)
        }
    }

    /// The answer where majord gave none: to go on without it.
    init(_ absence: Absence, to kind: AgiRequest.Kind) {
        let (reason, text) =
            switch absence {
            case .away(let text), .late(let text): ("majord-away", text)
            case .refused(let text): ("majord-refused", text)
            }
        switch kind {
        case .route, .next:
            self.init(Self.variables(["reason": reason]), tested: "ACTION", value: "overflow", complaint: text)
        case .agent:
            let sentence =
                if case .late = absence { Self.unknownOutcome } else { "Not possible now, nothing has changed" }
            self.init(sentence: sentence, state: "unknown", complaint: text)
        case .ringing, .answered, .up, .released, .ended:
            self.init([], tested: "ACCEPTED", value: "", complaint: text)
        }
    }

    /// The answer to words of which the first is nothing that majord can be asked: whatever the dial plan meant, what it tests says no.
    init(unknown text: String) {
        let texts = [("ACCEPTED", ""), ("SENTENCE", text), ("STATE", "refused")].map {
            AgiVariable(name: "MAJOR_\($0.0)", value: $0.1)
        }
        self.init(
            texts + Self.variables(["reason": "majord-refused"]), tested: "ACTION", value: "overflow", complaint: text)
    }

    private init(fields texts: [String], _ kind: AgiRequest.Kind) {
        var values: [String: String] = [:]
        for index in stride(from: 0, to: texts.count - 1, by: 2) { values[texts[index]] = texts[index + 1] }
        guard let action = values["action"], !action.isEmpty else {
            self.init(.refused("majord's answer names no action"), to: kind)
            return
        }
        self.init(Self.variables(values), tested: "ACTION", value: action, complaint: nil)
    }

    private init(sentence: String, state: String, complaint: String?) {
        let sentence = AgiVariable(name: "MAJOR_SENTENCE", value: sentence)
        self.init([sentence], tested: "STATE", value: state, complaint: complaint)
    }

    private init(_ variables: [AgiVariable], tested name: String, value: String, complaint: String?) {
        let name = "MAJOR_\(name)"
        let error = complaint.map { [AgiVariable(name: "MAJOR_ERROR", value: $0)] } ?? []
        self.variables =
            [AgiVariable(name: name, value: "")] + variables + error + [AgiVariable(name: name, value: value)]
        self.complaint = complaint
    }

    /// A variable for every field, so that nothing of an earlier answer stays.
    private static func variables(_ values: [String: String]) -> [AgiVariable] {
        fields.map { field in
            let name = String(field.map { $0 == "-" ? "_" : $0 }).uppercased()
            return AgiVariable(name: "MAJOR_\(name)", value: values[field] ?? "")
        }
    }
}
