package import Time

/// A deputyship that ends before its last day.
package struct DeputyshipEnd: Sendable {
    package enum Cause: String, CaseIterable, Sendable {
        /// The agent for whom it is hands the client over.
        case handover
        /// It is the deputy's last day.
        case employment
    }

    package let deputyship: Deputyship
    package let cause: Cause
    package let at: Instant
    /// With which client it ends; nil: with all.
    package let client: ClientEntry?
}

extension RoutingTable {
    /// The deputyships that end during an interval because of a handover or of the end of an employment; the soonest first.
    package func earlyEnds(during interval: Interval) -> [DeputyshipEnd] {
        roster.deputyships.flatMap(earlyEnds(of:)).filter { interval.contains($0.at) }.sorted { $0.at < $1.at }
    }

    /// Where, and when, a deputyship ends before its time.
    package func earlyEnds(of deputyship: Deputyship) -> [DeputyshipEnd] {
        guard let term = deputyship.interval, let deputy = agent(deputyship.deputy) else { return [] }
        var until = term.end
        var ends: [DeputyshipEnd] = []
        if let end = deputy.employed?.end, end < term.end {
            until = max(end, term.start)
            ends.append(DeputyshipEnd(deputyship: deputyship, cause: .employment, at: until, client: nil))
        }
        guard let member = deputyship.member.flatMap({ position(of: $0) }) else { return ends }
        for position in clientPositions(of: member) {
            let entry = clients[position]
            guard deputyship.client == nil || deputyship.client == entry.client.id else { continue }
            for (before, after) in zip(entry.pairs, entry.laterPairs)
            where before.pair.holds(member) && !after.pair.holds(member) && term.start < after.from
                && after.from < until
            {
                ends.append(
                    DeputyshipEnd(deputyship: deputyship, cause: .handover, at: after.from, client: entry))
            }
        }
        return ends
    }
}
