package import Time

/// What an absence means for the clients for whom the agent stands: how it is after the change, from one list of intervals for each client.
package struct AbsenceConsequences: Sendable {
    /// A client whose calls would come to the agent first.
    package struct Takeover: Sendable {
        package let client: ClientEntry
        /// Who gets the calls, most of the time; nil when nobody else is ever there while the agent is away.
        package let by: Agent?
        /// Who gets them at other times of that.
        package let others: [Agent]
        /// When nobody gets them, in service.
        package let gaps: Timeline
    }

    /// When the agent is away after the change, of a series at its next occurrence; nil for an absence that never is.
    package let away: Away?
    package let takeovers: [Takeover]
    /// Where nobody is there while the agent is away, for the clients for whom he stands then, whatever the cause and however long it is known; the
    /// client whose first gap is the soonest comes first.
    package let gaps: [ClientGap]
    /// What the change opens, and nothing that was open before; in the same order.
    package let opened: [ClientGap]
    /// The days of the absence in which it opens nothing, or the hours where there is no such day, where clients have service and the agent works:
    /// elsewhere nobody needs leave. Of a series the occurrences, and the hours of those of which a part is left.
    package let allowed: [Interval]

    /// The same of an absence that was looked at before it had a number.
    package func numbered(_ absence: Absence) -> AbsenceConsequences {
        let away = away.map { away in
            Away(interval: away.interval, absences: away.absences.map { $0.id == 0 ? absence : $0 })
        }
        return AbsenceConsequences(away: away, takeovers: takeovers, gaps: gaps, opened: opened, allowed: allowed)
    }
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
    /// The first stretch in which an agent is away that overlaps an interval.
    ///
    /// - Parameter instant: An absence that is over by then is no part of it, also one that ended at that very instant.
    package func away(_ agent: AgentID, during interval: Interval, from instant: Instant = .earliest) -> Away? {
        guard let entry = self.agent(agent) else { return nil }
        // Of one stretch it is known how long it is; what comes back is looked at around the interval.
        let seriesEnd = max(
            interval.start.advanced(by: Self.outlook), min(interval.end, interval.start.advanced(by: .days(732))))
        let around = Interval(from: interval.start.advanced(by: .days(-7)), until: seriesEnd)
        var times: [(place: Int, interval: Interval)] = []
        for (place, absence) in entry.absences.enumerated() {
            guard let term = absence.interval, term.end > instant else { continue }
            if absence.series != nil, let around {
                times += absence.timeline(over: around, clock).intervals.map { (place, $0) }
            } else {
                times.append((place, term))
            }
        }
        guard let stretch = Timeline(times.map(\.interval)).intervals.first(where: { $0.overlaps(interval) }) else {
            return nil
        }
        var places: [Int] = []
        for (place, time) in times where places.last != place && stretch.overlaps(time) { places.append(place) }
        return Away(interval: stretch, absences: places.map { entry.absences[$0] })
    }

    /// What keeps an agent away although an absence has ended: of one that comes back, at its times.
    ///
    /// - Parameter interval: What was to come of the absence.
    package func away(insteadOf absence: Absence, during interval: Interval, from instant: Instant) -> Away? {
        guard absence.series != nil else { return away(absence.agent, during: interval, from: instant) }
        let end = min(interval.end, interval.start.advanced(by: Self.outlook))
        guard let around = Interval(from: interval.start, until: end) else { return nil }
        return absence.timeline(over: around, clock).intervals.lazy
            .compactMap { self.away(absence.agent, during: $0, from: instant) }.first
    }

    /// What an absence changes between the table before it and this one, which holds it: from its start until the agent is back, which other
    /// absences may put off.
    ///
    /// - Parameter instant: What is over before it is not looked at.
    package func consequences(
        of absence: Absence, before: RoutingTable, from instant: Instant = .earliest
    ) -> AbsenceConsequences {
        let start = max(absence.start, instant)
        let term = Interval(from: start, until: absence.end ?? .latest)
        let next = term.flatMap { absence.occurrence(from: $0.start, clock) }
        let away = next.flatMap { self.away(absence.agent, during: $0, from: instant) }
        let end = absence.series == nil ? away?.end : absence.end
        guard let away, let interval = Interval(from: start, until: end ?? start.advanced(by: Self.outlook)),
            let entry = agent(absence.agent), let position = position(of: absence.agent)
        else { return AbsenceConsequences(away: nil, takeovers: [], gaps: [], opened: [], allowed: []) }
        let times = entry.absences(over: interval)
        let first = max(away.interval.start, start)
        var reader = CoverageReader(self, over: interval)
        var beforeReader = CoverageReader(before, over: interval)
        var withoutReader = before.without(absence).map { CoverageReader($0, over: interval) }
        var takeovers: [AbsenceConsequences.Takeover] = []
        var gaps: [ClientGap] = []
        var opened: [ClientGap] = []
        for client in clientsConcerned(by: absence.agent) {
            let coverage = reader.coverage(of: client)
            let all = coverage.gaps
            let new = all.subtracting(beforeReader.coverage(of: client).gaps)
            let posts = client.pair(at: first).posts
            let isFirst = posts.first.map { agents[$0.agent].agent.id } == absence.agent
            let isTakenOver = isFirst && !coverage.service.intersection(times).isEmpty
            let own = all.intersection(times)
            if isTakenOver {
                let answering = answering(coverage.during(times))
                takeovers.append(
                    AbsenceConsequences.Takeover(
                        client: client, by: answering.first, others: Array(answering.dropFirst()), gaps: own))
            }
            // Nothing that is told contradicts it: of whom he stands for in any place, all gaps are told in which he is away.
            var told = own
            if !isTakenOver {
                told = own.intersection(terms(of: position, at: client, over: interval)).union(new)
                if let known = withoutReader?.coverage(of: client).gaps { told = told.union(all.subtracting(known)) }
            }
            if !told.isEmpty {
                gaps.append(gap(client, told, coverage, over: interval, by: absence.agent, isOpen: end == nil))
            }
            guard !new.isEmpty else { continue }
            if new == told, let same = gaps.last {
                opened.append(same)
            } else {
                opened.append(gap(client, new, coverage, over: interval, by: absence.agent, isOpen: end == nil))
            }
        }
        return AbsenceConsequences(
            away: away, takeovers: takeovers, gaps: gaps.sorted(by: Self.isSooner),
            opened: opened.sorted(by: Self.isSooner), allowed: allowed(absence, over: interval, opened, &reader))
    }

    /// When an agent is one of those who stand for a client, there or not.
    private func terms(of agent: Int, at client: ClientEntry, over interval: Interval) -> Timeline {
        candidates(of: client, over: interval).reduce(.never) { $1.agent == agent ? $0.union($1.times) : $0 }
    }

    /// The table in which an absence that it holds is not there; nil where it does not hold it.
    private func without(_ absence: Absence) -> RoutingTable? {
        let known = agent(absence.agent)?.absences ?? []
        let others = known.filter { $0.id != absence.id }
        guard others.count < known.count else { return nil }
        return looked(at: others, of: absence.agent, deputyships: roster.deputyships)
    }

    /// To whom calls come first in a client's service time, the one to whom they do so the longest before the others.
    private func answering(_ coverage: Coverage) -> [Agent] {
        var found: [(agent: Int, time: Int64)] = []
        coverage.forEachPiece { piece in
            guard let agent = piece.standing.first?.agent else { return }
            let time = piece.interval.end.since(piece.interval.start).count
            if let known = found.firstIndex(where: { $0.agent == agent }) {
                found[known].time += time
            } else {
                found.append((agent, time))
            }
        }
        // Of two who are there for as long, the one who comes first in time.
        return found.enumerated().sorted { ($1.element.time, $0.offset) < ($0.element.time, $1.offset) }
            .map { agents[$0.element.agent].agent }
    }
}
