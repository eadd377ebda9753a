package import Time

/// What a new absence means for the clients of the agent who is away: how it is after the change, from one list of intervals for each
/// client.
package struct AbsenceConsequences: Sendable {
    /// A client whose calls would come to the agent first.
    package struct Takeover: Sendable {
        package let client: ClientEntry
        /// Who gets the calls; nil when the backup is never there while the agent is away.
        package let by: Agent?
        /// When nobody gets them, in service.
        package let gaps: Timeline
    }

    /// A client who has nobody at times.
    package struct Gap: Sendable {
        package let client: ClientEntry
        /// When nobody of the pair is there, in service.
        package let times: Timeline
        /// Agents outside the pair who are available all that time and have capacity left.
        package let standIns: [Agent]
    }

    /// When the agent is away after the change; nil for an absence that never is.
    package let away: Away?
    package let takeovers: [Takeover]
    /// Where nobody is there for the clients of `takeovers`, whatever the cause, and for others since the change; the client whose
    /// first gap is the soonest comes first.
    package let gaps: [Gap]
    /// What the change opens, and nothing that was open before; in the same order.
    package let opened: [Gap]
}

/// A stretch of time in which an agent is away without a break.
package struct Away: Sendable, Equatable {
    package let interval: Interval
    /// The absences that make it, in order of their starts.
    package let absences: [Absence]

    /// When the agent is back; nil: not known yet.
    package var end: Instant? { interval.end == .latest ? nil : interval.end }
}

extension RoutingTable {
    /// How far ahead the consequences of an open-ended absence are looked at.
    package static let outlook = Milliseconds.days(28)

    /// The first stretch in which an agent is away that overlaps an interval.
    ///
    /// - Parameter instant: An absence that is over by then is no part of it, also one that ended at that very instant.
    package func away(_ agent: AgentID, during interval: Interval, from instant: Instant = .earliest) -> Away? {
        guard let entry = self.agent(agent) else { return nil }
        let absences = entry.absences.filter { absence in absence.interval.map { $0.end > instant } ?? false }
        guard
            let stretch = Timeline(absences.compactMap(\.interval)).intervals.first(where: { $0.overlaps(interval) })
        else { return nil }
        return Away(interval: stretch, absences: absences.filter { $0.interval.map(stretch.overlaps) ?? false })
    }

    /// What an absence changes between the table before it and this one, which holds it: from its start until the agent is back, which other
    /// absences may put off.
    ///
    /// - Parameter instant: What is over before it is not looked at.
    package func consequences(
        of absence: Absence, before: RoutingTable, from instant: Instant = .earliest
    ) -> AbsenceConsequences {
        let away = absence.interval.flatMap { self.away(absence.agent, during: $0, from: instant) }
        let start = max(absence.start, instant)
        guard let away, let interval = Interval(from: start, until: away.end ?? start.advanced(by: Self.outlook))
        else { return AbsenceConsequences(away: nil, takeovers: [], gaps: [], opened: []) }
        var takeovers: [AbsenceConsequences.Takeover] = []
        var gaps: [AbsenceConsequences.Gap] = []
        var opened: [AbsenceConsequences.Gap] = []
        for entry in clients(of: absence.agent) {
            let coverage = coverage(of: entry, over: interval)
            let new = coverage.gaps.subtracting(before.coverage(of: entry, over: interval).gaps)
            let posts = entry.pair(at: start).posts
            let isFirst = posts.first.map { agents[$0.agent].agent.id } == absence.agent
            let isTakenOver = isFirst && !coverage.service.isEmpty
            if isTakenOver {
                let next = posts.dropFirst().first { !coverage[$0.role].isEmpty }
                let backup = next.map { agents[$0.agent].agent }
                takeovers.append(
                    AbsenceConsequences.Takeover(client: entry, by: backup, gaps: coverage.gaps))
            }
            func gap(_ times: Timeline) -> AbsenceConsequences.Gap {
                AbsenceConsequences.Gap(
                    client: entry, times: times, standIns: standIns(for: entry, over: interval, during: times))
            }
            // The sentence on who takes over is told with all of its exceptions.
            let told = isTakenOver ? coverage.gaps : new
            if !told.isEmpty { gaps.append(gap(told)) }
            if !new.isEmpty { opened.append(gap(new)) }
        }
        return AbsenceConsequences(
            away: away, takeovers: takeovers, gaps: gaps.sorted(by: Self.isSooner),
            opened: opened.sorted(by: Self.isSooner))
    }

    /// The client who has nobody first is told first; the others in the directory's order.
    private static func isSooner(_ one: AbsenceConsequences.Gap, _ other: AbsenceConsequences.Gap) -> Bool {
        (one.times.intervals.first?.start ?? .latest) < (other.times.intervals.first?.start ?? .latest)
    }

    private func standIns(for entry: ClientEntry, over interval: Interval, during gaps: Timeline) -> [Agent] {
        let loads = directory.settings.capacity.loads(of: directory.clients)
        let own = directory.settings.capacity.load(
            large: entry.client.size == .large ? 1 : 0, small: entry.client.size == .small ? 1 : 0)
        return agents.indices.filter { index in
            guard !entry.pair(at: interval.start).holds(index) else { return false }
            let share = loads[agents[index].agent.id]?.share ?? 0
            return share + own.share <= own.whole
                && gaps.subtracting(agents[index].timeline(over: interval)).isEmpty
        }.map { agents[$0].agent }
    }
}
