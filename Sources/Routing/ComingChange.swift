package import Time

/// Something that will be otherwise for an agent or a client.
package struct ComingChange: Sendable {
    /// The words of the control interface.
    package enum What: String, CaseIterable, Sendable {
        /// Leave, sickness or a pause begins, or all of it is over.
        case away, back
        /// Somebody begins to stand in, or does so no more.
        case deputy
        case deputyEnds = "deputy_ends"
        /// Another pair takes over.
        case handover
        /// The agent's last day is over.
        case employmentEnds = "employment_ends"
        case agreementStarts = "agreement_starts"
        case agreementEnds = "agreement_ends"
    }

    package let what: What
    package let at: Instant
    /// Who is away or back, stands in, or is to leave.
    package let agent: Agent?
    /// Whose pair, deputy or agreement it is.
    package let client: ClientEntry?
    /// Of a handover that is told of an agent: whether he leaves the pair; else he comes into it.
    package var leaves: Bool?
}

extension RoutingTable {
    /// What changes next for an agent: his absences, for whom he stands in, the pairs that he comes into or leaves, and his last day.
    package func nextChange(of entry: AgentEntry, after instant: Instant) -> ComingChange? {
        guard let position = position(of: entry.agent.id) else { return nil }
        let handovers = clientPositions(of: position).compactMap { index -> ComingChange? in
            let client = clients[index]
            let term = client.laterPairs.first { term in
                term.from > instant && term.pair.holds(position) != client.pair(before: term.from).holds(position)
            }
            return term.map {
                ComingChange(
                    what: .handover, at: $0.from, agent: nil, client: client, leaves: !$0.pair.holds(position))
            }
        }
        let deputyships = clientsConcerned(by: entry.agent.id).flatMap { client in
            deputyChanges(of: client, after: instant).filter { $0.agent?.id == entry.agent.id }
        }
        let own = absenceChanges(of: entry, after: instant) + employmentChanges(of: entry, after: instant)
        return Self.first(own + handovers + deputyships)
    }

    /// What changes next for a client: of those who stand for it, its pair and its agreement. Hours of work and of service are no changes.
    package func nextChange(of entry: ClientEntry, after instant: Instant) -> ComingChange? {
        var changes = deputyChanges(of: entry, after: instant)
        forEachCandidate(of: entry, at: instant) { agent, _ in
            changes += absenceChanges(of: agents[agent], after: instant)
            changes += employmentChanges(of: agents[agent], after: instant)
        }
        if let term = entry.laterPairs.first(where: { $0.from > instant }) {
            changes.append(ComingChange(what: .handover, at: term.from, agent: nil, client: entry))
        }
        if entry.start > instant {
            changes.append(ComingChange(what: .agreementStarts, at: entry.start, agent: nil, client: entry))
        }
        if entry.end > instant, entry.end < .latest {
            changes.append(ComingChange(what: .agreementEnds, at: entry.end, agent: nil, client: entry))
        }
        return Self.first(changes)
    }

    /// Whether an agent may get a client's calls at an instant: he is in its pair, or a deputy.
    package func stands(_ agent: AgentID, for client: ClientEntry, at instant: Instant) -> Bool {
        var stands = false
        forEachCandidate(of: client, at: instant) { position, _ in
            if agents[position].agent.id == agent { stands = true }
        }
        return stands
    }

    /// Everybody who may get a client's call at an instant, in the order in which they are tried, and whether he can take it.
    package func standing(
        for client: ClientEntry, at instant: Instant, busy: BusyAgents
    ) -> [(agent: AgentEntry, role: Role, isFree: Bool)] {
        candidates(of: client, at: instant, busy: busy).map {
            (agents[Int($0.position)], $0.role, $0.hindrance == nil)
        }
    }

    /// For each agent, in the table's order, the clients for whom he stands at an instant.
    package func posts(at instant: Instant) -> [[(client: ClientEntry, role: Role)]] {
        var posts: [[(client: ClientEntry, role: Role)]] = Array(repeating: [], count: agents.count)
        for client in clients {
            forEachCandidate(of: client, at: instant) { posts[$0].append((client, $1)) }
        }
        return posts
    }

    private static func first(_ changes: [ComingChange]) -> ComingChange? {
        changes.min { $0.at < $1.at }
    }

    private func absenceChanges(of entry: AgentEntry, after instant: Instant) -> [ComingChange] {
        if let end = entry.absenceEnd(at: instant) {
            guard end < .latest else { return [] }
            return [ComingChange(what: .back, at: end, agent: entry.agent, client: nil)]
        }
        let next = entry.absences.compactMap { $0.occurrence(from: instant, clock)?.start }.min()
        return next.map { [ComingChange(what: .away, at: $0, agent: entry.agent, client: nil)] } ?? []
    }

    private func employmentChanges(of entry: AgentEntry, after instant: Instant) -> [ComingChange] {
        guard let end = entry.employed?.end, end > instant, end < .latest else { return [] }
        return [ComingChange(what: .employmentEnds, at: end, agent: entry.agent, client: nil)]
    }

    /// When deputies come and go: a deputyship ends, the agent for whom it is loses the post, or the deputy's own employment ends.
    private func deputyChanges(of client: ClientEntry, after instant: Instant) -> [ComingChange] {
        guard !roster.deputyships.isEmpty,
            let interval = Interval(from: instant, until: instant.advanced(by: Self.outlook))
        else { return [] }
        var standing: [(agent: Int, times: Timeline)] = []
        for (agent, role, times) in candidates(of: client, over: interval) where role == .deputy {
            let times = times.intersection(Timeline([agents[agent].employed].compactMap(\.self)))
            if let known = standing.firstIndex(where: { $0.agent == agent }) {
                standing[known].times = standing[known].times.union(times)
            } else {
                standing.append((agent, times))
            }
        }
        return standing.compactMap { agent, times in
            guard let first = times.intervals.first else { return nil }
            let begins = first.start > instant
            guard begins || first.end < interval.end else { return nil }
            return ComingChange(
                what: begins ? .deputy : .deputyEnds, at: begins ? first.start : first.end,
                agent: agents[agent].agent, client: client)
        }
    }
}

extension ClientEntry {
    /// The pair until an instant.
    fileprivate func pair(before instant: Instant) -> PairEntry {
        pair(at: instant.advanced(by: Milliseconds(-1)))
    }
}
