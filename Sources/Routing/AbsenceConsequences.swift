/// What an absence means for the clients of the agent who is away.
package struct AbsenceConsequences: Sendable {
    /// A client whose calls would come to the agent first.
    package struct Takeover: Sendable {
        package let client: ClientEntry
        /// Who gets the calls; nil when the backup is never there during the absence.
        package let by: Agent?
    }

    /// A client whom the absence leaves without anybody.
    package struct Gap: Sendable {
        package let client: ClientEntry
        /// When nobody is there who would have been without the absence.
        package let times: Timeline
        /// Agents outside the pair who are available all that time and have capacity left.
        package let standIns: [Agent]
    }

    package let takeovers: [Takeover]
    package let gaps: [Gap]
}

extension RoutingTable {
    /// How far ahead the consequences of an open-ended absence are looked at.
    package static let outlook = Milliseconds.days(28)

    /// What an absence changes between the table before it and this one, which holds it.
    package func consequences(of absence: Absence, before: RoutingTable) -> AbsenceConsequences {
        let end = absence.end ?? absence.start.advanced(by: Self.outlook)
        guard let interval = Interval(from: absence.start, until: end) else {
            return AbsenceConsequences(takeovers: [], gaps: [])
        }
        var takeovers: [AbsenceConsequences.Takeover] = []
        var gaps: [AbsenceConsequences.Gap] = []
        for entry in clients(of: absence.agent) {
            let coverage = coverage(of: entry, over: interval)
            if entry.client.pair.primary == absence.agent, !coverage.service.isEmpty {
                let backup = coverage.backup.isEmpty ? nil : agents[entry.backup].agent
                takeovers.append(AbsenceConsequences.Takeover(client: entry, by: backup))
            }
            let opened = coverage.gaps.subtracting(before.coverage(of: entry, over: interval).gaps)
            if !opened.isEmpty {
                gaps.append(
                    AbsenceConsequences.Gap(
                        client: entry, times: opened, standIns: standIns(for: entry, over: interval, during: opened)))
            }
        }
        return AbsenceConsequences(takeovers: takeovers, gaps: gaps)
    }

    private func standIns(for entry: ClientEntry, over interval: Interval, during gaps: Timeline) -> [Agent] {
        let loads = directory.capacity.loads(of: directory.clients)
        let own = directory.capacity.load(
            large: entry.client.size == .large ? 1 : 0, small: entry.client.size == .small ? 1 : 0)
        return agents.indices.filter { index in
            guard index != entry.primary, index != entry.backup else { return false }
            let share = loads[agents[index].agent.id]?.share ?? 0
            return share + own.share <= own.whole
                && gaps.subtracting(agents[index].timeline(over: interval)).isEmpty
        }.map { agents[$0].agent }
    }
}
