package import Time

/// Who stands for a client: the one list that decisions, explanations, coverage and the overview share. Another kind of candidate is one more
/// line in each of these two.
extension RoutingTable {
    /// Everybody who may get a client's call at an instant, in the order in which they are tried.
    func forEachCandidate(of client: ClientEntry, at instant: Instant, _ body: (_ agent: Int, _ role: Role) -> Void) {
        for post in client.pair(at: instant).posts { body(post.agent, post.role) }
    }

    /// The same over an interval: who, in which role, and when.
    func candidates(of client: ClientEntry, over interval: Interval) -> [(agent: Int, role: Role, term: Interval)] {
        client.pairs.flatMap { term in
            term.pair.posts.compactMap { post in
                Interval(from: max(term.from, interval.start), until: min(term.until, interval.end)).map {
                    (post.agent, post.role, $0)
                }
            }
        }
    }

    /// The candidates with why each cannot take the call, each once.
    func candidates(of client: ClientEntry, at instant: Instant, busy: BusyAgents) -> Candidates {
        var candidates = Candidates()
        forEachCandidate(of: client, at: instant) { agent, role in
            let position = Int32(truncatingIfNeeded: agent)
            guard !candidates.holds(position) else { return }
            let entry = agents[agent]
            var hindrance = entry.hindrance(at: instant)
            if hindrance == nil, counts(busy, for: entry) { hindrance = (.busy, .latest) }
            candidates.append(
                Candidate(
                    position: position, role: role, hindrance: hindrance?.cause, until: hindrance?.until ?? .latest))
        }
        return candidates
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
