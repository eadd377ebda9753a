package import Time

/// What the guard compares: the roster before a change and after it, on both sides with the same requests taken for granted, or none.
extension RoutingTable {
    /// The table in which waiting requests count as away: they reserve, so that of two who ask for the same days the first may have them.
    ///
    /// - Parameters:
    ///   - request: One that does not count, since it is the one to be decided.
    ///   - agent: Whose own do not count: what he asks for makes way for nothing else of his.
    package func reserving(
        at instant: Instant, except request: Int64? = nil, of agent: AgentID? = nil
    ) -> RoutingTable {
        let waiting = roster.requests.filter {
            $0.isWaiting(at: instant) && $0.id != request && $0.leave.agent != agent
        }
        guard !waiting.isEmpty else { return self }
        var reserved = roster
        reserved.absences.append(contentsOf: waiting.map(\.leave))
        return RoutingTable(
            self, roster: reserved, generation: generation, changed: Set(waiting.map(\.leave.agent)))
    }

    /// What an absence would mean, were it entered, or put in the place of the one with its number; requests of others that wait count as away,
    /// unless one is decided: of two who wait for the same days a manager may choose either.
    ///
    /// - Parameters:
    ///   - deputyships: What is entered together with it.
    ///   - isWhole: Whether all that it opens counts, also what the one with its number has opened before.
    ///   - request: The one that is to be decided.
    package func guarded(
        _ absence: Absence, with deputyships: [Deputyship] = [], isWhole: Bool = false, at instant: Instant,
        deciding request: Int64? = nil
    ) -> AbsenceConsequences {
        var before = request == nil ? reserving(at: instant, of: absence.agent) : self
        let others = (before.agent(absence.agent)?.absences ?? []).filter { $0.id != absence.id }
        let deputies = before.roster.deputyships
        if isWhole { before = before.looked(at: others, of: absence.agent, deputyships: deputies) }
        let after = before.looked(
            at: others + [absence], of: absence.agent, deputyships: deputies + deputyships)
        return after.consequences(of: absence, before: before, from: instant)
    }

    /// Whether requests of others that wait count as away in what `guarded` says of an agent's absence.
    package func isReserved(from agent: AgentID, at instant: Instant) -> Bool {
        roster.requests.contains { $0.isWaiting(at: instant) && $0.leave.agent != agent }
    }

    /// What another set of deputyships would open, such as one without a deputy who is cancelled.
    ///
    /// Requests that wait reserve for others' leave only: were the deputy away already for one of his own, what he leaves would seem to be
    /// nothing new.
    ///
    /// - Parameter agents: Whose deputyships are others.
    package func guarded(
        _ deputyships: [Deputyship], of agents: Set<AgentID>, over interval: Interval
    ) -> [ClientGap] {
        var roster = roster
        roster.deputyships = deputyships
        let after = RoutingTable(self, roster: roster, generation: generation, changed: [])
        let concerned = agents.reduce(into: [Int: ClientEntry]()) { concerned, agent in
            for entry in clientsConcerned(by: agent) + after.clientsConcerned(by: agent) {
                concerned[entry.position] = entry
            }
        }
        let clients = concerned.sorted { $0.key < $1.key }.map(\.value)
        // Whoever goes is nobody to come instead.
        return after.opened(since: self, for: clients, over: interval, by: nil).map { $0.without(agents) }
    }
}
