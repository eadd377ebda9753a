package import Time

/// A client who has nobody at times.
package struct ClientGap: Sendable {
    package let client: ClientEntry
    /// When nobody is there, in service.
    package let times: Timeline
    /// The same as it is told: joined over times without service.
    package let stretches: [Interval]
    /// Who else is away then, of those who would be there: absences that overlap the gap, those of the one whose change it is left out.
    package let collisions: [Absence]
    /// Agents who do not stand for the client, are available all that time and have capacity left.
    package let standIns: [Agent]
    /// Whether the last of them goes on after its end, as far as was looked.
    package let goesOn: Bool

    /// The same gap, in which some agents do not stand in.
    func without(_ agents: Set<AgentID>) -> ClientGap {
        ClientGap(
            client: client, times: times, stretches: stretches, collisions: collisions,
            standIns: standIns.filter { !agents.contains($0.id) }, goesOn: goesOn)
    }
}

extension RoutingTable {
    /// How far ahead is looked at what has no end.
    package static let outlook = Milliseconds.days(182)

    /// So much is looked at first, since nearly all who could not stand in could not do so then.
    private static let firstLook = Milliseconds.days(28)

    /// What a change of the roster opens: when nobody is there for a client who had somebody then. The client whose first gap is the soonest
    /// comes first; the others in the directory's order.
    ///
    /// - Parameters:
    ///   - before: The table before the change, of the same directory.
    ///   - clients: Whom it may concern, as `clientsConcerned(by:)` tells before and after.
    ///   - agent: Whose change it is.
    package func opened(
        since before: RoutingTable, for clients: [ClientEntry], over interval: Interval, by agent: AgentID?
    ) -> [ClientGap] {
        var reader = CoverageReader(self, over: interval)
        var beforeReader = CoverageReader(before, over: interval)
        return clients.compactMap { entry in
            let coverage = reader.coverage(of: entry)
            let gaps = coverage.gaps
            guard !gaps.isEmpty else { return nil }
            let opened = gaps.subtracting(beforeReader.coverage(of: entry).gaps)
            return opened.isEmpty ? nil : gap(entry, opened, coverage, over: interval, by: agent)
        }.sorted(by: Self.isSooner)
    }

    static func isSooner(_ one: ClientGap, _ other: ClientGap) -> Bool {
        (one.times.intervals.first?.start ?? .latest) < (other.times.intervals.first?.start ?? .latest)
    }

    /// A gap with what is to be known to close it.
    ///
    /// - Parameter isOpen: Whether what is looked at has no end, so that the interval's is only as far as is looked.
    func gap(
        _ entry: ClientEntry, _ times: Timeline, _ coverage: Coverage, over interval: Interval, by agent: AgentID?,
        isOpen: Bool = false
    ) -> ClientGap {
        let standing = Set(coverage.covers.map(\.agent))
        let collisions = standing.sorted().flatMap { position -> [Absence] in
            guard agents[position].agent.id != agent else { return [] }
            return agents[position].absences.filter { absence in
                !absence.timeline(over: interval, clock).intersection(times).isEmpty
            }
        }
        let stretches = coverage.joined(times)
        return ClientGap(
            client: entry, times: times, stretches: stretches, collisions: collisions,
            standIns: standIns(for: entry, during: times),
            goesOn: isOpen && stretches.last.map { goesOn($0, of: entry) } ?? false)
    }

    /// A stretch in which nobody is there for a client, with what is to be known to close it.
    package func gap(_ entry: ClientEntry, in stretch: CoverStretch) -> ClientGap {
        let coverage = coverage(of: entry, over: stretch.interval)
        return gap(entry, coverage.gaps, coverage, over: stretch.interval, by: nil)
    }

    /// Whoever is available all that time does not stand for the client then, or there would be no gap.
    private func standIns(for entry: ClientEntry, during gaps: Timeline) -> [Agent] {
        guard let first = gaps.intervals.first?.start, let last = gaps.intervals.last?.end,
            let whole = Interval(from: first, until: last),
            let soon = Interval(from: first, until: min(last, first.advanced(by: Self.firstLook)))
        else { return [] }
        let times = gaps.intersection(Timeline(soon))
        let loads = loads(at: first)
        let own = directory.settings.capacity.load(of: entry.client.size)
        return agents.indices.filter { index in
            !loads[index].adding(own).isExceeded && agents[index].isThere(during: times, over: soon)
                && (soon == whole || agents[index].isThere(during: gaps, over: whole))
        }.map { agents[$0].agent }
    }
}
