extension RoutingTable {
    /// What was recorded of a decision, in the words of the protocols.
    package struct RecordedDecision: Sendable {
        package let caller: Party
        package let client: String?
        package let action: String
        package let reason: String
        /// `2101:20,2000:0`
        package let targets: String
        package let generation: UInt64

        package init(
            caller: Party, client: String?, action: String, reason: String, targets: String, generation: UInt64
        ) {
            self.caller = caller
            self.client = client
            self.action = action
            self.reason = reason
            self.targets = targets
            self.generation = generation
        }
    }

    /// Makes a decision again that was made and recorded before a restart. Nil where the caller's number belongs to another client by now,
    /// or a word of it is not known: such a call is better decided anew.
    package func restore(_ recorded: RecordedDecision) -> Decision? {
        let match = match(recorded.caller)
        guard match?.client.client.id.description == recorded.client,
            let action = Decision.Action(rawValue: recorded.action),
            let reason = Decision.Reason(word: recorded.reason)
        else { return nil }
        let texts = recorded.targets.split(separator: ",")
        var targets: [Target] = []
        for (position, text) in texts.enumerated() {
            let isOverflow = action == .overflow || position == texts.count - 1
            guard let target = target(text, of: isOverflow ? nil : match?.client.client.pair) else { return nil }
            targets.append(target)
        }
        return Decision(
            action: action, reason: reason, targets: targets, candidates: Candidates(), client: match?.client,
            contactIndex: match?.contactIndex,
            opens: nil, generation: recorded.generation)
    }

    /// Reads `2101:20`, which is the phone of one of the pair, or of the overflow when there is no pair.
    private func target(_ text: Substring, of pair: Pair?) -> Target? {
        let parts = text.split(separator: ":")
        guard parts.count == 2, let phone = Extension(String(parts[0])), let ring = Int(parts[1]) else { return nil }
        guard let pair else { return Target(.overflow, phone: phone, ring: ring) }
        guard let agent = agent(at: phone)?.agent.id, agent == pair.primary || agent == pair.backup else { return nil }
        return Target(.candidate(agent, agent == pair.primary ? .primary : .backup), phone: phone, ring: ring)
    }
}
