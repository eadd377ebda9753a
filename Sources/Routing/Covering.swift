package import Time

/// Who gets a client's calls during a stretch of time in which he is entitled to service.
package struct Covering: Sendable {
    package let interval: Interval
    /// To whom calls come first; nil: nobody is there.
    package let agent: Agent?
    package let role: Role?
}

/// A stretch of time in which an agent is away, and what becomes of his clients meanwhile.
package struct CoveredAbsence: Sendable {
    /// A client whose calls would come to him first, or who has nobody at times meanwhile.
    package struct ClientCover: Sendable {
        package let client: ClientEntry
        /// In order of time; of a client whose calls come to others anyway, only those with nobody.
        package let coverings: [Covering]
    }

    package let agent: Agent
    /// As it is: it may have begun before, and last longer than what is looked at.
    package let interval: Interval
    package let clients: [ClientCover]
}

extension RoutingTable {
    /// Who gets a client's calls over an interval, as `decide` says with nobody busy. Stretches with the same agent in the same role are one,
    /// also over the hours in which the client has no service.
    package func coverings(of client: ClientEntry, over interval: Interval) -> [Covering] {
        coverings(of: coverage(of: client, over: interval))
    }

    /// When agents are away over an interval, and who covers; by the start.
    ///
    /// - Parameters:
    ///   - agents: Whose absences.
    ///   - limit: How many are told at the most.
    /// - Returns: Also how many later ones there are.
    package func calendar(
        of agents: [AgentEntry], over interval: Interval, limit: Int = .max
    ) -> (told: [CoveredAbsence], more: Int) {
        // What goes on is told from its start.
        let around = Interval(from: interval.start.advanced(by: .days(-732)), until: interval.end) ?? interval
        var away: [(agent: Agent, interval: Interval, looked: Interval)] = []
        for entry in agents {
            for stretch in entry.absences(over: around).intervals {
                guard let looked = stretch.intersection(interval) else { continue }
                let end =
                    stretch.end == interval.end ? (entry.absenceEnd(at: looked.start) ?? stretch.end) : stretch.end
                away.append((entry.agent, Interval(from: stretch.start, until: end) ?? stretch, looked))
            }
        }
        away.sort {
            ($0.interval.start, $0.agent.name, $0.agent.id.description)
                < ($1.interval.start, $1.agent.name, $1.agent.id.description)
        }
        let told = away.prefix(limit).map { agent, interval, looked in
            CoveredAbsence(agent: agent, interval: interval, clients: covers(of: agent.id, over: looked))
        }
        return (told, away.count - told.count)
    }

    private func covers(of agent: AgentID, over interval: Interval) -> [CoveredAbsence.ClientCover] {
        var reader = CoverageReader(self, over: interval)
        return clientsConcerned(by: agent).compactMap { client in
            let isFirst = client.pairs.contains { term in
                term.from < interval.end && interval.start < term.until
                    && term.pair.posts.first.map { agents[$0.agent].agent.id } == agent
            }
            let coverings = coverings(of: reader.coverage(of: client)).filter { isFirst || $0.agent == nil }
            return coverings.isEmpty ? nil : CoveredAbsence.ClientCover(client: client, coverings: coverings)
        }
    }

    private func coverings(of coverage: Coverage) -> [Covering] {
        coverage.stretches.reduce(into: [CoverStretch]()) { $0.join($1.first) }.map { stretch in
            let first = stretch.standing.first
            return Covering(
                interval: stretch.interval, agent: first.map { agents[$0.agent].agent }, role: first?.role)
        }
    }
}
