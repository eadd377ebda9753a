package import Time

extension RoutingTable {
    /// Decides one call: pure, total, and the same for the same call, instant, busy agents and table.
    package func decide(_ call: Call, at instant: Instant, busy: BusyAgents = .nobody) -> Decision {
        var none: KnownAnswers?
        return decide(call, at: instant, busy: busy, known: &none)
    }

    /// The same, where the answer is one of those that were given lately, or becomes one.
    package func decide(
        _ call: Call, at instant: Instant, busy: BusyAgents, known: inout KnownAnswers?
    ) -> Decision {
        var trace = Untraced()
        return decide(call, at: instant, busy: busy, known: &known, trace: &trace)
    }

    /// Decides one call and tells how it came to that.
    package func explain(_ call: Call, at instant: Instant, busy: BusyAgents = .nobody) -> Explanation {
        var trace = StepTrace()
        var none: KnownAnswers?
        let decision = decide(call, at: instant, busy: busy, known: &none, trace: &trace)
        return Explanation(call: call, instant: instant, steps: trace.steps + [.decided(decision)], decision: decision)
    }

    private func decide(
        _ call: Call, at instant: Instant, busy: BusyAgents, known: inout KnownAnswers?,
        trace: inout some DecisionTrace
    ) -> Decision {
        let exclusive = exclusiveEntry(call.called)
        let owner = exclusive?.owner.map { clients[Int($0)] }
        trace.note(.called(call.called, isExclusive: exclusive != nil, owner: owner))
        guard exclusive != nil else { return pass(&known) }

        if call.isDiverted { trace.note(.diverted(by: call.caller)) }
        let caller = match(call.caller)
        let standIn = caller == nil ? self.owner(owner, calledBy: call.caller) : nil
        trace.note(.caller(call.caller, match: caller.flatMap { step($0, call.caller) }, countsAs: standIn?.client))
        if let caller, let owner, caller.client.position != owner.position {
            return overflow(.otherClient, &known, caller)
        }
        if caller == nil, let refusal = refusal(of: call.caller) {
            trace.note(.refused(refusal))
            return overflow(.refused, &known)
        }
        guard let match = caller ?? standIn else {
            switch call.caller {
            case .anonymous: return overflow(.anonymous, &known)
            case .internal: return overflow(.internal, &known)
            case .number, .unknown: return overflow(.unknownCaller, &known)
            }
        }

        return decide(match, of: call.caller, at: instant, busy: busy, known: &known, trace: &trace)
    }

    /// Decides a call of which is known whose it was, and not from which number it came.
    ///
    /// - Parameter client: Nil for one that the directory does not have.
    func decide(
        _ called: Party, of client: ClientEntry?, contact: String?, at instant: Instant, busy: BusyAgents
    ) -> Decision {
        var none: KnownAnswers?
        guard let exclusive = exclusiveEntry(called) else { return pass(&none) }
        guard let client else { return overflow(.unknownCaller, &none) }
        let index = contact.flatMap { name in client.client.contacts.firstIndex { $0.name == name } }
        let match = Match(client: client, owner: nil, contactIndex: index.map { Int32(truncatingIfNeeded: $0) })
        if let owner = exclusive.owner, Int(owner) != client.position { return overflow(.otherClient, &none, match) }
        var trace = Untraced()
        return decide(match, of: .unknown, at: instant, busy: busy, known: &none, trace: &trace)
    }

    /// Steps 3 and 4, and all that follows.
    private func decide(
        _ match: Match, of caller: Party, at instant: Instant, busy: BusyAgents, known: inout KnownAnswers?,
        trace: inout some DecisionTrace
    ) -> Decision {
        let entry = match.client
        let term = entry.term(at: instant)
        trace.note(.agreement(entry.client.agreement, term))
        switch term {
        case .notStarted: return overflow(.agreementNotStarted, &known, match)
        case .ended: return overflow(.agreementEnded, &known, match)
        case .inForce: break
        }

        guard entry.service.contains(instant) else {
            let opens = entry.opens(after: instant)
            trace.note(.hours(level: entry.client.agreement.level, isOpen: false, opens: opens))
            return overflow(.closed, &known, match, opens: opens)
        }
        trace.note(.hours(level: entry.client.agreement.level, isOpen: true, opens: nil))
        return dial(match, of: caller, at: instant, busy: busy, known: &known, trace: &trace)
    }

    /// Steps 5 to 8: the candidates who are available, in order, then the overflow.
    private func dial(
        _ match: Match, of caller: Party, at instant: Instant, busy: BusyAgents, known: inout KnownAnswers?,
        trace: inout some DecisionTrace
    ) -> Decision {
        let calling = Calling(number: caller.number, match: match)
        let candidates = candidates(of: match.client, at: instant, busy: busy, for: calling)
        for index in candidates.indices {
            trace.note(step(candidates[index], of: match.client, for: calling, at: instant, busy: busy))
        }
        guard let chosen = candidates.chosen else {
            let isSomebodyThere = candidates.contains { $0.hindrance == .busy }
            return overflow(isSomebodyThere ? .busy : .uncovered, &known, match, candidates)
        }
        let pair = match.client.pair(at: instant)
        func answer(_ targets: [Target], pinned: CaseFile? = nil) -> Decision.Answer {
            Decision.Answer(
                action: .dial, reason: .role(chosen.role), targets: targets, client: match.client,
                contactIndex: match.contactIndex, opens: nil, generation: generation, pinned: pinned,
                primary: primary(of: pair), language: directory.settings.language)
        }
        guard pair.isAll(of: candidates) else {
            let pinned = chosen.role == .holder ? file(of: chosen, of: match.client, for: calling, at: instant) : nil
            return Decision(
                answer(targets(candidates, of: match.client), pinned: pinned), candidates: candidates)
        }
        // Those of the pair alone have their targets put together already.
        let key = KnownAnswers.Key(
            client: Int32(truncatingIfNeeded: match.client.position), contact: match.contactIndex ?? -1,
            outcome: .pair(ObjectIdentifier(pair), available: candidates.available))
        return Decision(
            self.answer(key, &known) { answer(pair.targets(Int(candidates.available))) }, candidates: candidates)
    }

    /// The case for which somebody comes first.
    private func file(
        of holder: Candidate, of client: ClientEntry, for calling: Calling, at instant: Instant
    ) -> CaseFile? {
        var found: CaseFile?
        forEachHolder(of: client, for: calling, at: instant) { agent, file in
            if found == nil, agent == Int(holder.position) { found = file }
        }
        return found
    }

    /// - Parameter client: One of this table's.
    func primary(of client: ClientEntry, at instant: Instant) -> AgentEntry? {
        primary(of: client.pair(at: instant))
    }

    private func primary(of pair: PairEntry) -> AgentEntry? {
        for post in pair.posts where post.role == .primary { return agents[post.agent] }
        return nil
    }

    private func targets(_ candidates: Candidates, of client: ClientEntry) -> [Target] {
        let ring = (client.client.ring ?? directory.settings.ring).wholeSeconds
        return candidates.filter { $0.hindrance == nil }.map { Target(agent($0), as: $0.role, ring: ring) }
            + overflowTargets[.noAnswer]
    }

    private func step(
        _ candidate: Candidate, of client: ClientEntry, for calling: Calling, at instant: Instant, busy: BusyAgents
    ) -> Step {
        let entry = agents[Int(candidate.position)]
        let availability = candidate.hindrance.map { entry.availability($0, until: candidate.until, at: instant) }
        return .agent(
            entry.agent, candidate.role, availability ?? .available,
            Step.Remarks(
                pinned: candidate.role == .holder
                    ? file(of: candidate, of: client, for: calling, at: instant)?.file : nil,
                wrapsUpUntil: busy.wrapsUp(entry.agent.id, for: client.client.id, at: instant),
                unreachableUntil: busy.unreachableUntil(entry.agent.id, at: instant)))
    }

    private func answer(
        _ key: KnownAnswers.Key, _ known: inout KnownAnswers?, or make: () -> Decision.Answer
    ) -> Decision.Answer {
        known?.answer(key, of: self, or: make) ?? make()
    }

    private func pass(_ known: inout KnownAnswers?) -> Decision {
        Decision(
            answer(KnownAnswers.Key(outcome: .pass), &known) {
                Decision.Answer(
                    action: .pass, reason: .notExclusive, targets: [], client: nil, contactIndex: nil, opens: nil,
                    generation: generation, language: directory.settings.language)
            })
    }

    private func overflow(
        _ cause: Overflow.Cause, _ known: inout KnownAnswers?, _ match: Match? = nil,
        _ candidates: Candidates = Candidates(), opens: Instant? = nil
    ) -> Decision {
        let key = KnownAnswers.Key(
            client: match.map { Int32(truncatingIfNeeded: $0.client.position) } ?? -1,
            contact: match?.contactIndex ?? -1, outcome: .overflow(cause, opens: opens))
        let answer = answer(key, &known) {
            Decision.Answer(
                action: .overflow, reason: .cause(cause), targets: overflowTargets[cause], client: match?.client,
                contactIndex: match?.contactIndex, opens: opens, generation: generation,
                language: directory.settings.language)
        }
        return Decision(answer, candidates: candidates)
    }

    /// Whether a number is one of the exclusive numbers.
    package func isExclusive(_ called: Party) -> Bool {
        exclusiveEntry(called) != nil
    }

    private func exclusiveEntry(_ called: Party) -> ExclusiveEntry? {
        guard case .number(let number) = called else { return nil }
        for entry in exclusive where entry.number == number { return entry }
        return nil
    }

    /// Step 0: who calls a client's own number, and tells nobody's, calls for that client. A colleague does not.
    private func owner(_ owner: ClientEntry?, calledBy caller: Party) -> Match? {
        guard let owner, caller != .internal else { return nil }
        return Match(client: owner, owner: nil, contactIndex: nil)
    }

    /// Whose call it is, and the number that tells; nil where it is the number called.
    struct Match: Sendable {
        let client: ClientEntry
        let owner: NumberOwner?
        let contactIndex: Int32?
        var contact: Contact? { contactIndex.map { client.client.contacts[Int($0)] } }
        /// Without the rest of the contact, of which a copy costs more.
        var contactName: String? { contactIndex.map { client.client.contacts[Int($0)].name } }
    }

    private func step(_ match: Match, _ caller: Party) -> Step.Match? {
        let client = match.client.client
        let contact = match.contact
        var written = contact.map(\.mobile) ?? match.owner.map { client.numbers[Int($0.index)] }
        if written == nil, case .number(let number) = caller { written = learned[number]?.written }
        return written.map { Step.Match(client: match.client, contact: contact, written: $0) }
    }
}
