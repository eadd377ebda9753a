package import Time

extension RoutingTable {
    /// The clients who have nobody at times in the coming weeks and had somebody then by another directory, or are new, with when that is, as it
    /// is told.
    ///
    /// - Parameter before: A table with the same roster; nil: all gaps count.
    package func newGaps(
        since before: RoutingTable?, at instant: Instant
    ) -> [(client: ClientEntry, stretches: [Interval])] {
        guard let ahead = Interval(from: instant, until: instant.advanced(by: Self.outlook)) else { return [] }
        var reader = CoverageReader(self, over: ahead)
        guard let before else {
            return clients.compactMap { entry in
                guard !hasSomebodyAlways(entry) else { return nil }
                let stretches = reader.coverage(of: entry).gapStretches
                return stretches.isEmpty ? nil : (entry, stretches)
            }
        }
        var known: [ClientID: ClientEntry] = [:]
        var beforeReader = CoverageReader(before, over: ahead)
        return clients.compactMap { entry in
            // Of very many clients nearly all have somebody who is always there.
            guard !hasSomebodyAlways(entry) else { return nil }
            let coverage = reader.coverage(of: entry)
            let gaps = coverage.gaps
            guard !gaps.isEmpty else { return nil }
            if known.isEmpty {
                known = Dictionary(before.clients.map { ($0.client.id, $0) }) { first, _ in first }
            }
            let old = known[entry.client.id].map { beforeReader.coverage(of: $0).gaps } ?? .never
            let new = gaps.subtracting(old)
            return new.isEmpty ? nil : (entry, coverage.joined(new))
        }
    }

    /// When nobody is there for clients, of a stretch of time: each gap from its beginning to its end, nights and other times without service
    /// included; the client whose first gap is the soonest comes first.
    package func gapStretches(over interval: Interval) -> [(client: ClientEntry, gaps: [Interval])] {
        var reader = CoverageReader(self, over: interval)
        let found = clients.compactMap { entry -> (client: ClientEntry, gaps: [Interval])? in
            guard !hasSomebodyAlways(entry) else { return nil }
            let gaps = reader.coverage(of: entry).gapStretches
            return gaps.isEmpty ? nil : (entry, gaps)
        }
        return found.sorted { ($0.gaps[0].start, $0.client.client.id) < ($1.gaps[0].start, $1.client.client.id) }
    }

    /// The rest of a gap that goes on at an instant, as it is told; nil where it has no end within the weeks that are looked at.
    package func gap(of entry: ClientEntry, at instant: Instant) -> Interval? {
        guard let ahead = Interval(from: instant, until: instant.advanced(by: Self.outlook)) else { return nil }
        var reader = CoverageReader(self, over: ahead)
        return reader.coverage(of: entry).gapStretches.first { $0.start == instant && $0.end < ahead.end }
    }

    /// Whether one of a client's pair has no hours of his own and nothing planned, in each of his pairs.
    private func hasSomebodyAlways(_ entry: ClientEntry) -> Bool {
        entry.pairs.allSatisfy { $0.pair.posts.contains { agents[$0.agent].isAlwaysThere } }
    }
}
