package import Time

extension RoutingTable {
    /// Makes a decision again that was made and recorded before a restart: as it was, whoever has the caller's number, the client and the
    /// phones by now. Only the names to show are those of today, and who sits at a phone of which an earlier majord recorded a role alone.
    /// Nil for a call that was not asked about, or whose targets were no majord's: such a one is better decided anew.
    package func takeUp(_ record: CallRecord) -> RoutedCall? {
        guard let decided = record.decided, decided.action == .pass || !decided.targets.isEmpty else { return nil }
        let client = decided.client.flatMap { entry(of: $0, calling: decided.caller) }
        let contact = decided.contact.flatMap { name in client?.client.contacts.firstIndex { $0.name == name } }
        return RoutedCall(
            id: decided.id,
            decision: Decision.Answer(
                action: decided.action, reason: decided.reason, targets: decided.targets.map(seated), client: client,
                contactIndex: contact.map { Int32(truncatingIfNeeded: $0) }, opens: decided.opens,
                generation: decided.generation,
                primary: decided.action == .dial ? client.flatMap { primary(of: $0, at: record.noted) } : nil,
                language: directory.settings.language))
    }

    private func seated(_ target: Target) -> Target {
        guard case .candidate(nil, let role) = target.whom, let agent = agent(at: target.phone)?.agent.id else {
            return target
        }
        return Target(.candidate(agent, role), phone: target.phone, ring: target.ring)
    }

    /// A client by his id; the one who has the caller's number is most often he.
    private func entry(of id: ClientID, calling caller: Party?) -> ClientEntry? {
        if let match = caller.flatMap(match), match.client.client.id == id { return match.client }
        return clients.first { $0.client.id == id }
    }
}

extension CallRecord {
    /// The last moment of which it tells.
    package var lastNoted: Instant {
        [course.firstRang, course.answer?.instant, course.holding?.since, course.lastUp, course.end?.instant]
            .compactMap(\.self).reduce(noted, max)
    }

    /// How many of the decision's targets have had their turn, as far as was reported: the first with the decision itself.
    package var tried: Int {
        let last = decided?.targets.lastIndex { course.rang.contains($0.phone) }
        return last.map { $0 + 1 } ?? 1
    }
}

extension CallProgress {
    /// How far a call had come, by its record; nil when nothing was reported of it.
    package init?(_ record: CallRecord) {
        let course = record.course
        guard course.end != nil || !course.heard.isEmpty || !course.released.isEmpty || course.answer != nil else {
            return nil
        }
        let targets = record.decided?.targets.map(\.phone) ?? []
        self.init(targets: targets + course.heard.filter { !targets.contains($0) })
        func report(_ kind: CallEvent.Kind) { _ = take(kind, at: .earliest) }
        for phone in course.rang { report(.ringing(phone)) }
        if let answer = course.answer { report(.answered(answer.phone)) }
        for phone in course.released { report(.released(phone)) }
        let holding = course.holding
        if let holding, holding.isAnswered, !course.released.isEmpty { report(.answered(holding.phone)) }
        if course.lastUp != nil { report(.up) }
        // Who had the call, and has it no more before its end, was freed.
        if holding == nil { free() }
        if let end = course.end { _ = take(.ended(end.status), at: end.instant) }
    }
}
