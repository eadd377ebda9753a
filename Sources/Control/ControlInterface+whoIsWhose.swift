package import MajorAPI
import Routing
import Switchboard
import Time
package import Varlink

extension ControlInterface {
    package func listAgents(
        _ request: DirectoryAPI.ListAgents, _ caller: VarlinkCaller<DirectoryAPI.ListAgents>
    ) async throws(DirectoryAPI.Failure) -> DirectoryAPI.ListAgents.Reply {
        let requester = await identify(caller.peer)
        let (table, now) = (switchboard.table, self.now())
        guard requester.maySeeCoverage(table) else { throw denied(.seeCoverage, requester, caller) }
        let busy = switchboard.desk.busy
        let (posts, loads) = (table.posts(at: now), table.agentLoads(at: now))
        let stale = switchboard.calendars.stale(table, at: now)
        let shown = table.agents.indices.filter { index in
            request.agent.map { table.agents[index].agent.id == AgentID($0) } ?? true
        }
        if let agent = request.agent, shown.isEmpty {
            throw DirectoryAPI.Failure(unknownAgent(agent, in: table).error)
        }
        return DirectoryAPI.ListAgents.Reply(
            timeZone: table.clock.zone, now: table.clock.rfc3339(now),
            agents: shown.map { index in
                DirectoryAPI.Agent(
                    table.agents[index], at: now, busy: busy, posts: posts[index], load: loads[index].load,
                    stale: stale, in: table,
                    showsWhy: requester.mayReadWhy(table.agents[index].agent))
            },
            you: requester.agent(in: table)?.agent.id.description)
    }

    package func listClients(
        _ request: DirectoryAPI.ListClients, _ caller: VarlinkCaller<DirectoryAPI.ListClients>
    ) async throws(DirectoryAPI.Failure) -> DirectoryAPI.ListClients.Reply {
        let requester = await identify(caller.peer)
        let (table, now) = (switchboard.table, self.now())
        guard requester.maySeeCoverage(table) else { throw denied(.seeCoverage, requester, caller) }
        let busy = switchboard.desk.busy
        let states = table.clientStates(at: now).filter { entry, _ in
            request.client.map { entry.client.id == ClientID($0) } ?? true
        }
        if let client = request.client, states.isEmpty {
            throw .unknownClient(
                DirectoryAPI.UnknownClient(client: client, known: table.clients.map(\.client.id.description)))
        }
        let (stale, learned) = (switchboard.calendars.stale(table, at: now), table.learnedNumbers)
        return DirectoryAPI.ListClients.Reply(
            timeZone: table.clock.zone, now: table.clock.rfc3339(now),
            clients: states.map { entry, state in
                var client = DirectoryAPI.Client(
                    entry, state, at: now, busy: busy, stale: stale, in: table, mayReadWhy: requester.mayReadWhy)
                if requester.mayReadClient(entry, in: table, at: now) {
                    client.tellParticulars(of: entry, learned: learned[entry.client.id])
                }
                if request.client != nil { client.tellGaps(of: entry, at: now, in: table) }
                return client
            })
    }
}
