package import Time

extension RoutingTable {
    /// Decides one call: pure, total, and the same for the same call, instant, busy agents and table.
    package func decide(_ call: Call, at instant: Instant, busy: BusyAgents = .nobody) -> Decision {
        var trace = Untraced()
        return decide(call, at: instant, busy: busy, trace: &trace)
    }

    /// Decides one call and tells how it came to that.
    package func explain(_ call: Call, at instant: Instant, busy: BusyAgents = .nobody) -> Explanation {
        var trace = StepTrace()
        let decision = decide(call, at: instant, busy: busy, trace: &trace)
        return Explanation(call: call, instant: instant, steps: trace.steps + [.decided(decision)], decision: decision)
    }

    /// Whether an agent can take a call now, being busy included where that counts.
    package func availability(_ entry: AgentEntry, at instant: Instant, busy: BusyAgents) -> Availability {
        let availability = entry.availability(at: instant)
        return availability.isAvailable && counts(busy, for: entry) ? .busy : availability
    }

    private func isAvailable(_ entry: AgentEntry, at instant: Instant, busy: BusyAgents) -> Bool {
        entry.isAvailable(at: instant) && !counts(busy, for: entry)
    }

    private func counts(_ busy: BusyAgents, for entry: AgentEntry) -> Bool {
        directory.whenBusy == .backup && busy.contains(entry.agent.id)
    }

    private func decide(
        _ call: Call, at instant: Instant, busy: BusyAgents, trace: inout some DecisionTrace
    ) -> Decision {
        let isExclusive = isExclusive(call.called)
        trace.note(.called(call.called, isExclusive: isExclusive))
        guard isExclusive else { return pass }

        let match = match(call.caller)
        trace.note(.caller(call.caller, match: match.flatMap(step)))
        guard let match else {
            switch call.caller {
            case .anonymous: return overflow(.anonymous, .anonymous)
            case .internal: return overflow(.internal, .internal)
            case .number, .unknown: return overflow(.unknownCaller, .unknownCaller)
            }
        }

        let entry = match.client
        let term = entry.term(at: instant)
        trace.note(.agreement(entry.client.agreement, term))
        switch term {
        case .notStarted: return overflow(.agreementNotStarted, .agreementNotStarted, match)
        case .ended: return overflow(.agreementEnded, .agreementEnded, match)
        case .inForce: break
        }

        guard entry.service.contains(instant) else {
            let opens = entry.opens(after: instant)
            trace.note(.hours(level: entry.client.agreement.level, isOpen: false, opens: opens))
            return overflow(.closed, .closed, match, opens: opens)
        }
        trace.note(.hours(level: entry.client.agreement.level, isOpen: true, opens: nil))
        return dial(match, at: instant, busy: busy, trace: &trace)
    }

    /// Steps 6 to 8: everybody of the pair who is available, in order, then the overflow.
    private func dial(
        _ match: Match, at instant: Instant, busy: BusyAgents, trace: inout some DecisionTrace
    ) -> Decision {
        let primary = agents[match.client.primary]
        let backup = agents[match.client.backup]
        trace.note(.agent(primary.agent, .primary, availability(primary, at: instant, busy: busy)))
        trace.note(.agent(backup.agent, .backup, availability(backup, at: instant, busy: busy)))
        let hasPrimary = isAvailable(primary, at: instant, busy: busy)
        let hasBackup = isAvailable(backup, at: instant, busy: busy)
        guard hasPrimary || hasBackup else {
            let isSomebodyThere = primary.isAvailable(at: instant) || backup.isAvailable(at: instant)
            return isSomebodyThere ? overflow(.busy, .busy, match) : overflow(.uncovered, .uncovered, match)
        }
        let all = match.client.targets
        return Decision(
            action: .dial, reason: hasPrimary ? .primary : .backup,
            targets: hasPrimary ? hasBackup ? all.both : all.primaryOnly : all.backupOnly, client: match.client,
            contactIndex: match.contactIndex, opens: nil, generation: generation)
    }

    private var pass: Decision {
        Decision(
            action: .pass, reason: .notExclusive, targets: [], client: nil, contactIndex: nil, opens: nil,
            generation: generation)
    }

    private func overflow(
        _ reason: Decision.Reason, _ cause: Overflow.Cause, _ match: Match? = nil, opens: Instant? = nil
    ) -> Decision {
        Decision(
            action: .overflow, reason: reason, targets: overflowTargets[cause], client: match?.client,
            contactIndex: match?.contactIndex, opens: opens, generation: generation)
    }

    /// Whether a number is one of the exclusive numbers.
    package func isExclusive(_ called: Party) -> Bool {
        if case .number(let number) = called { exclusive.contains(number) } else { false }
    }

    /// Whose number called.
    struct Match: Sendable {
        let client: ClientEntry
        let owner: NumberOwner
        var contactIndex: Int32? { owner.isContact ? Int32(owner.index) : nil }
        var contact: Contact? { owner.isContact ? client.client.contacts[Int(owner.index)] : nil }
    }

    func match(_ caller: Party) -> Match? {
        guard case .number(let number) = caller, let entry = numbers.entry(for: number) else { return nil }
        let owner = owners[Int(entry)]
        return Match(client: clients[Int(owner.client)], owner: owner)
    }

    private func step(_ match: Match) -> Step.Match? {
        let client = match.client.client
        let contact = match.contact
        let written = contact.map(\.mobile) ?? client.numbers[Int(match.owner.index)]
        return written.map { Step.Match(client: match.client, contact: contact, written: $0) }
    }
}
