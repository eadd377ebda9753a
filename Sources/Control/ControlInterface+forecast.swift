package import MajorAPI
import Routing
import Switchboard
import Time
package import Varlink

extension ControlInterface {
    package func coverage(
        _ request: ReportsAPI.Coverage, _ caller: VarlinkCaller<ReportsAPI.Coverage>
    ) async throws(ReportsAPI.Failure) -> ReportsAPI.Coverage.Reply {
        let requester = await identify(caller.peer)
        let table = switchboard.table
        let maySee = requester.maySeeCoverage(table)
        // Which of the clients or agents there are is told to nobody who may not see them.
        guard maySee || (request.client == nil && request.agent == nil) else {
            throw denied(.seeCoverage, requester, caller)
        }
        let weeks = request.weeks ?? 8
        guard ForecastPeriod.weeks.contains(weeks) else { throw .invalidParameter("weeks") }
        let clients = try forecastClients(request, table)
        let now = self.now()
        var reader = ForecastReader(table, over: ForecastPeriod(from: now, weeks: weeks, table.clock))
        var batch = CoverageBatch(table, reader.period, at: now, details: request.details == true && maySee)
        let showsClients = requester.maySeeGaps(table)
        for entry in clients {
            batch.add(reader.forecast(of: entry), showing: showsClients)
            guard batch.isFull else { continue }
            guard caller.wantsMore else {
                guard batch.isTooLong else { continue }
                throw ReportsAPI.Failure(.expectedMore)
            }
            try await caller.send(batch.take())
        }
        return batch.take()
    }

    private func forecastClients(
        _ request: ReportsAPI.Coverage, _ table: RoutingTable
    ) throws(ReportsAPI.Failure) -> [ClientEntry] {
        var clients = Array(table.clients)
        if let id = request.client {
            guard let entry = table.client(ClientID(id)) else {
                throw .unknownClient(
                    ReportsAPI.UnknownClient(client: id, known: table.clients.map(\.client.id.description)))
            }
            clients = [entry]
        }
        if let id = request.agent {
            guard let agent = table.agent(AgentID(id))?.agent else {
                throw ReportsAPI.Failure(unknownAgent(id, in: table).error)
            }
            let own = Set(table.clientsConcerned(by: agent.id).map(\.client.id))
            let named = clients
            clients = named.filter { own.contains($0.client.id) }
            if let client = named.first?.client, request.client != nil, clients.isEmpty {
                throw .notStanding(
                    ReportsAPI.NotStanding(
                        agent: agent.id.description, agentName: agent.name, client: client.id.description,
                        clientName: client.name))
            }
        }
        return clients
    }

    package func capacity(
        _ request: ReportsAPI.Capacity, _ caller: VarlinkCaller<ReportsAPI.Capacity>
    ) async throws(ReportsAPI.Failure) -> ReportsAPI.Capacity.Reply {
        let requester = await identify(caller.peer)
        let table = switchboard.table
        guard requester.maySeeCoverage(table) else { throw denied(.seeCoverage, requester, caller) }
        return ReportsAPI.Capacity.Reply(table, at: now())
    }
}
