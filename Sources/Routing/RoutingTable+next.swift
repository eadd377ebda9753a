package import Time

extension RoutingTable {
    /// What is left of a decision after so many of its targets were tried: agents who cannot take the call any more are left out.
    ///
    /// - Parameters:
    ///   - tried: How many of the decision's targets have had their turn.
    ///   - given: The position of the target that the PBX has been given for this already, which stays the first.
    ///   - status: How the last attempt went; one that was answered, or whose caller has gone, leaves nothing to try.
    package func next(
        after tried: Int, given: Int? = nil, of decision: Decision.Answer, status: DialStatus, at instant: Instant,
        busy: BusyAgents
    ) -> Decision.Answer {
        guard status != .answered, status != .cancelled else {
            return decision.with(targets: [], action: .overflow, reason: .exhausted)
        }
        let left = decision.targets[min(given ?? tried, decision.targets.count)...]
        let able = left.indices.filter { position in
            guard position != given, let id = left[position].agent else { return true }
            return agent(id).map { availability($0, at: instant, busy: busy).isAvailable } ?? false
        }.map { left[$0] }
        guard let first = able.first else {
            return decision.with(targets: [], action: .overflow, reason: .exhausted)
        }
        return decision.with(
            targets: able, action: first.role == nil ? .overflow : .dial, reason: decision.reason,
            // The decision may be one of a table before this one.
            primary: decision.client.flatMap { client($0.client.id) }.flatMap { primary(of: $0, at: instant) })
    }

    /// The answer when the next target is asked for of a call that is not known: the overflow of calls that nobody answers.
    package var unknownCall: Decision.Answer {
        Decision.Answer(
            action: .overflow, reason: .unknownCall, targets: overflowTargets[.noAnswer], client: nil,
            contactIndex: nil, opens: nil, generation: generation, language: directory.settings.language)
    }
}
