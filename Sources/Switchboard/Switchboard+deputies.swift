import Logging
import Records
package import Routing
package import Time

extension Switchboard {
    /// A deputyship that was entered, durable and in force.
    package struct Deputized: Sendable {
        package let deputyship: Deputyship
        package let deputy: Agent
        /// Why no call comes to the deputy as things stand; nil where he is needed.
        package let needless: Deputyship.Needless?
        /// From when he is employed, where that is later than the time begins.
        package let employedFrom: Instant?
        /// What the deputy carries when it begins, where that is more than the capacity allows.
        package let overload: Capacity.Load?
        package let generation: UInt64
    }

    /// A deputyship that was ended or cancelled.
    package struct Undeputized: Sendable {
        /// As it was.
        package let deputyship: Deputyship
        package let opened: [ClientGap]
        package let generation: UInt64
    }

    /// Names a third agent who stands in for an agent or for a client's pair during stated days.
    ///
    /// - Parameters:
    ///   - whom: The id of an agent, or of a client.
    ///   - client: Of an agent, only for this client.
    ///   - isDryRun: Whether it is only looked at.
    package func addDeputy(
        _ name: String, for whom: String, client: String?, from start: Instant, until end: Instant, note: String?,
        isDryRun: Bool = false, by requester: Requester
    ) async throws(RosterRefusal) -> Deputized {
        try await change { () throws(RosterRefusal) in
            guard requester.isManager else { throw .notAllowed(.manageDeputies) }
            let instant = now()
            let post = try post(whom, client: client)
            guard let deputy = table.agent(AgentID(name))?.agent else {
                throw .unknownAgent(name, known: table.agents.map(\.agent.id.description))
            }
            if case .agent(deputy.id, _) = post { throw .ownDeputy(deputy) }
            guard end > start else { throw .endsBeforeStart(start: start, end: end) }
            guard end > instant else { throw .endsInThePast(end: end) }
            guard end.since(start) <= Self.longestLeave else { throw .leaveTooLong }
            try check(note: note)
            let new = NewDeputyship(deputy: deputy.id, post: post, start: max(start, instant), end: end, note: note)
            let known = table.roster.deputyships.first {
                $0.deputy == new.deputy && $0.post == new.post && $0.start <= new.start && $0.end >= new.end
            }
            if let known { throw .alreadyDeputy(known) }
            guard let term = Interval(from: new.start, until: new.end),
                let employed = table.agent(deputy.id)?.employed(during: term)
            else { throw .notEmployed(deputy) }
            let needless = needlessness(of: new.numbered(-1, by: requester.user, at: instant), at: instant)
            let writing = RosterWriting(by: requester.user, at: instant, [.depute(new)])
            func deputized(_ deputyship: Deputyship, in table: RoutingTable, _ generation: UInt64) -> Deputized {
                Deputized(
                    deputyship: deputyship, deputy: deputy, needless: needless,
                    employedFrom: employed.start == term.start ? nil : employed.start,
                    overload: table.overload(of: deputy.id, at: deputyship.start), generation: generation)
            }
            guard !isDryRun else {
                let looked = Self.table(table, with: writing, [0])
                return deputized(new.numbered(0, by: requester.user, at: instant), in: looked, table.generation)
            }
            let made = try await write(writing) { table, numbers in
                let deputyship = new.numbered(numbers.first ?? 0, by: requester.user, at: instant)
                return (deputyship, [.deputyNamed(deputyship, in: table, at: instant)])
            }
            report(made.value, .deputyEntered, "stands in", made.generation, by: requester)
            return deputized(made.value, in: table, made.generation)
        }
    }

    /// Ends a deputyship, or cancels one that has not begun. Refused where that leaves a client without anybody, unless a manager overrides.
    package func cancelDeputy(
        _ id: Int64, override: Override?, by requester: Requester
    ) async throws(RosterRefusal) -> Undeputized {
        try await change { () throws(RosterRefusal) in
            guard requester.maySeeRoster(table) else { throw .notAllowed(.manageDeputies) }
            let instant = now()
            let found = table.roster.deputyships.first { $0.id == id && $0.interval.map { $0.end > instant } ?? false }
            guard let deputyship = found else { throw .unknownDeputyship(id) }
            let deputy = table.agent(deputyship.deputy)?.agent
            guard requester.isManager || deputy.map(requester.isAgent) ?? false else {
                throw .notAllowed(.manageDeputies)
            }
            try check(override, requester)
            let opened = opened(without: deputyship, at: instant)
            if !opened.isEmpty, override == nil { throw .deputyIsNeeded(deputyship, opened, deputyName: deputy?.name) }
            let generation = try await write(
                RosterWriting(
                    by: requester.user, at: instant, why: opened.isEmpty ? nil : override?.kept,
                    [.endDeputyship(id)])
            ) { _, _ in ((), NewEvent.uncovered(opened, by: deputyship.deputy, at: instant)) }.generation
            report(deputyship, .deputyEnded, "no longer stands in", generation, by: requester)
            reportUncovered(opened, agent: deputyship.deputy, generation)
            return Undeputized(deputyship: deputyship, opened: opened, generation: generation)
        }
    }

    /// Whether no call comes to a deputy as things stand, nor once the requests that others wait for are granted.
    private func needlessness(of deputyship: Deputyship, at instant: Instant) -> Deputyship.Needless? {
        guard let needless = table.needlessness(of: deputyship),
            table.reserving(at: instant, of: deputyship.deputy).needlessness(of: deputyship) != nil
        else { return nil }
        return needless
    }

    private func opened(without deputyship: Deputyship, at instant: Instant) -> [ClientGap] {
        let left = table.roster.deputyships.map { $0.id == deputyship.id ? $0.ended(at: instant) : $0 }
        let start = max(deputyship.start, instant)
        let end = min(deputyship.end, start.advanced(by: Self.longestLeave))
        guard let interval = Interval(from: start, until: end) else { return [] }
        return table.guarded(left, of: [deputyship.deputy], over: interval)
    }

    private func post(_ whom: String, client: String?) throws(RosterRefusal) -> Deputyship.Post {
        func known(_ name: String) throws(RosterRefusal) -> ClientID {
            guard let client = table.client(ClientID(name))?.client.id else { throw .unknownClient(name) }
            return client
        }
        guard let agent = table.agent(AgentID(whom))?.agent.id else {
            guard client == nil, table.client(ClientID(whom)) != nil else {
                let clients = client == nil ? table.clients.map(\.client.id.description) : []
                throw .unknownAgent(whom, known: table.agents.map(\.agent.id.description) + clients)
            }
            return .client(try known(whom))
        }
        guard let client else { return .agent(agent, client: nil) }
        return .agent(agent, client: try known(client))
    }

    func report(
        _ deputyship: Deputyship, _ message: JournalMessage, _ what: String, _ generation: UInt64,
        by requester: Requester
    ) {
        let clock = table.clock
        let name = table.agent(deputyship.deputy)?.agent.name ?? deputyship.deputy.description
        let member = deputyship.member.map { table.agent($0)?.agent.name ?? $0.description }
        let client = deputyship.client.map { table.client($0)?.client.name ?? $0.description }
        let whom = [member, client].compactMap(\.self).joined(separator: " with ")
        var fields: [String: String] = [
            "agent": "\(deputyship.deputy)", "deputyship": "\(deputyship.id)", "generation": "\(generation)",
        ]
        if let client = deputyship.client { fields["client"] = "\(client)" }
        logger.report(
            message,
            "\(name) \(what) for \(whom) from \(clock.rfc3339(deputyship.start)) until \(clock.rfc3339(deputyship.end))",
            requester.fields.merging(fields.mapValues { "\($0)" }) { own, _ in own })
    }
}
