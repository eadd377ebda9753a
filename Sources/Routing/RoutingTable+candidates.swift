package import Time

/// Who stands for a client: the one list that decisions, explanations, coverage and the overview share. Another kind of candidate is one more
/// line in each of these two.
extension RoutingTable {
    /// Everybody who may get a client's call at an instant, in the order in which they are tried.
    func forEachCandidate(of client: ClientEntry, at instant: Instant, _ body: (_ agent: Int, _ role: Role) -> Void) {
        let pair = client.pair(at: instant)
        for post in pair.posts { body(post.agent, post.role) }
        deputies.forEach(of: client.position, pair: pair, at: instant) { body($0, .deputy) }
    }

    /// The same over an interval: who, in which role, and when.
    func candidates(of client: ClientEntry, over interval: Interval) -> [(agent: Int, role: Role, times: Timeline)] {
        let posts: [(agent: Int, role: Role, times: Timeline)] = client.pairs.flatMap { term in
            term.pair.posts.compactMap { post in
                Interval(from: max(term.from, interval.start), until: min(term.until, interval.end)).map {
                    (post.agent, post.role, Timeline($0))
                }
            }
        }
        return posts + deputies.timelines(of: client, over: interval).map { ($0.deputy, .deputy, $0.times) }
    }

    /// Who calls, as far as somebody comes first for him.
    struct Calling {
        /// Nil for a caller who tells no number.
        let number: PhoneNumber?
        /// Whose call it is.
        let match: Match
    }

    /// The candidates with why each cannot take the call, each once. Who comes first for a caller is no cover for his client: coverage does not
    /// know of it.
    ///
    /// - Parameter calling: Nil where nobody calls, as for an overview.
    func candidates(
        of client: ClientEntry, at instant: Instant, busy: BusyAgents, for calling: Calling? = nil
    ) -> Candidates {
        var candidates = Candidates()
        func consider(_ agent: Int, _ role: Role) {
            let position = Int32(truncatingIfNeeded: agent)
            guard !candidates.holds(position) else { return }
            let entry = agents[agent]
            var hindrance = entry.hindrance(at: instant)
            if hindrance == nil, counts(busy, for: entry) { hindrance = (.busy, .latest) }
            candidates.append(
                Candidate(
                    position: position, role: role, hindrance: hindrance?.cause, until: hindrance?.until ?? .latest))
        }
        if let calling {
            if let back = busy.callBack(to: calling.number, at: instant).flatMap(position) { consider(back, .callback) }
            forEachHolder(of: client, for: calling, at: instant) { holder, _ in consider(holder, .holder) }
        }
        forEachCandidate(of: client, at: instant, consider)
        if busy.isAnybodyWrappingUp { orderPair(&candidates, of: client, at: instant, busy: busy) }
        if busy.isAnyPhoneUnreachable {
            candidates.putUnreachableLast { busy.isUnreachable(agent($0).id, at: instant) }
        }
        return candidates
    }

    /// Those who hold cases and come first for a caller, in their order.
    func forEachHolder(
        of client: ClientEntry, for calling: Calling, at instant: Instant,
        _ body: (_ agent: Int, _ file: CaseFile) -> Void
    ) {
        guard !cases.isEmpty else { return }
        cases.forEachHolder(
            of: client.position, contact: calling.match.contactName, caller: calling.number,
            primary: client.pair(at: instant).posts.first { $0.role == .primary }?.agent, at: instant, body)
    }

    /// Who has just been on a call comes behind the other of the pair, but for the client he has just spoken with. Only a decision's order
    /// knows of it.
    private func orderPair(
        _ candidates: inout Candidates, of client: ClientEntry, at instant: Instant, busy: BusyAgents
    ) {
        func wrapsUp(_ role: Role) -> Bool? {
            candidates.available(role).map { index in
                busy.wrapsUp(agent(candidates[index]).id, for: client.client.id, at: instant) != nil
            }
        }
        if wrapsUp(.primary) == true, wrapsUp(.backup) == false { candidates.putBackupFirst() }
    }

    /// The clients for whom an agent may be a candidate at some time: in their pair, to be, or as a deputy.
    package func clientsConcerned(by agent: AgentID) -> [ClientEntry] {
        guard let first = position(of: agent) else { return [] }
        var concerned = Set<Int>()
        var seen = Set<Int>()
        var waiting = [(agent: first, client: Int?.none)]
        while let (agent, client) = waiting.popLast() {
            concerned.formUnion(clientPositions(of: agent).filter { client == nil || client == $0 })
            guard seen.insert(agent).inserted else { continue }
            let posts = deputies.posts(of: agent)
            concerned.formUnion(posts.clients)
            waiting += posts.members.map { ($0.member, $0.client) }
        }
        return concerned.sorted().map { clients[$0] }
    }

    /// Whether an agent can take a call now, being busy included where that counts.
    package func availability(_ entry: AgentEntry, at instant: Instant, busy: BusyAgents) -> Availability {
        let availability = entry.availability(at: instant)
        return availability.isAvailable && counts(busy, for: entry) ? .busy : availability
    }

    private func counts(_ busy: BusyAgents, for entry: AgentEntry) -> Bool {
        directory.settings.whenBusy == .backup && busy.contains(entry.agent.id)
    }
}
