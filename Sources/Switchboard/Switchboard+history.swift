import Records
package import Routing
package import Time

extension Switchboard {
    /// Which part of the roster's history somebody asks for; what is nil limits nothing.
    package struct HistoryWish: Sendable {
        package var agent: String?
        package var client: String?
        package var absence: Int64?
        /// A case.
        package var file: CaseName?
        package var since: Instant?
        package var limit: Int

        package init(
            agent: String? = nil, client: String? = nil, absence: Int64? = nil, file: CaseName? = nil,
            since: Instant? = nil, limit: Int = 200
        ) {
            self.file = file
            self.agent = agent
            self.client = client
            self.absence = absence
            self.since = since
            self.limit = limit
        }
    }

    /// Lines of the roster's history, the oldest first: for managers all, for an agent those on himself and on his clients.
    package nonisolated func history(
        _ wish: HistoryWish, by requester: Requester
    ) async throws(RosterRefusal) -> [RosterChange] {
        let table = table
        let own = requester.agent(in: table)?.agent.id
        guard requester.isManager || own != nil else { throw .notAllowed(.seeHistory) }
        let ownClients = own.map { Set(table.clientsConcerned(by: $0).map(\.client.id)) } ?? []
        let client = wish.client.map { ClientID($0) }
        let agent = wish.agent.map { AgentID($0) }
        if !requester.isManager {
            guard agent == nil || agent == own, client.map(ownClients.contains) ?? true else {
                throw .notAllowed(.seeHistory)
            }
        }
        var query = HistoryQuery(since: wish.since, limit: min(max(wish.limit, 1), 10_000))
        query.subject = wish.absence.map { .absence($0) }
        if let name = wish.file {
            do throws(LedgerError) {
                guard let number = try await caseNumber(name) else { return [] }
                query.subject = .file(number)
            } catch {
                throw .ledger(error)
            }
        }
        if let agent { query.agents = [agent] }
        if let client {
            query.clients = [client]
            // What concerns a client is also who of his pair is there.
            let pair = table.agentsStanding(for: client)
            query.agents += requester.isManager ? pair : [own].compactMap(\.self)
        }
        if !requester.isManager, query.agents.isEmpty, query.clients.isEmpty, let own {
            (query.agents, query.clients) = ([own], Array(ownClients))
        }
        let (records, roster, instant) = (ledger.history, ledger.roster, now())
        let read = await BackgroundThread.run("majord-history") { [query] in
            Result { () throws(LedgerError) in
                let kept = try records.changes(query)
                let lapsed = try roster.requests(from: .earliest).filter { $0.hasLapsed(at: instant) }
                return query.merged(kept, with: lapsed.map { RosterChange(lapsed: $0) })
            }
        }
        let lines: [RosterChange]
        do throws(LedgerError) {
            lines = try read.get()
        } catch {
            throw .ledger(error)
        }
        // Of somebody who has left there is a history; of a name that was mistyped there is none.
        if let name = wish.agent, lines.isEmpty, table.agent(AgentID(name)) == nil {
            throw .unknownAgent(name, known: table.agents.map(\.agent.id.description))
        }
        if let name = wish.client, lines.isEmpty, table.client(ClientID(name)) == nil { throw .unknownClient(name) }
        guard !requester.isManager else { return lines }
        return lines.filter { line in
            line.agent == own || line.client.map(ownClients.contains) ?? false || line.isDeputyship(for: own)
        }
    }
}

extension RoutingTable {
    /// Who is, or is to be, in a client's pair.
    fileprivate func agentsStanding(for client: ClientID) -> [AgentID] {
        agents.map(\.agent.id).filter { agent in clients(of: agent).contains { $0.client.id == client } }
    }
}

extension RosterChange {
    fileprivate func isDeputyship(for agent: AgentID?) -> Bool {
        guard case .deputyship = subject, let agent else { return false }
        return (after ?? before).flatMap(KeptDeputyship.init(json:))?.agent == agent
    }
}

extension RosterChange {
    /// What the clock did to a request that nobody decided: nobody has to keep that.
    fileprivate init(lapsed request: LeaveRequest) {
        self.init(
            id: 0, at: request.leave.start, by: "majord", deed: .lapsed, subject: .absence(request.id),
            agent: request.leave.agent, after: KeptAbsence.json(request.leave))
    }
}

extension HistoryQuery {
    /// Lines that are kept with those of others that are asked for, in order of time.
    ///
    /// - Parameter kept: Those that are asked for, in their order.
    fileprivate func merged(_ kept: [RosterChange], with others: [RosterChange]) -> [RosterChange] {
        // Where there are older lines than those that are told, what lies before them is not told either.
        let earliest = kept.count < limit ? since : kept.first?.at
        let asked = others.filter { line in
            (subject.map { $0 == line.subject } ?? true) && (earliest.map { line.at >= $0 } ?? true)
                && (agents.isEmpty && clients.isEmpty || line.agent.map(agents.contains) ?? false)
        }
        guard !asked.isEmpty else { return kept }
        let all = (kept + asked).enumerated().sorted { ($0.element.at, $0.offset) < ($1.element.at, $1.offset) }
        return Array(all.map(\.element).suffix(limit))
    }
}
