package import MajorAPI
import Routing
import Switchboard
import Time
package import Varlink

extension ControlInterface {
    /// Streams what happens to calls of one agent, or of all for a manager, until the caller or the daemon goes away.
    package func watchCalls(
        _ request: RoutingAPI.WatchCalls, _ caller: VarlinkCaller<RoutingAPI.WatchCalls>
    ) async throws(RoutingAPI.Failure) -> RoutingAPI.WatchCalls.Reply {
        let agent = try await watchedAgent(request, caller)
        for await call in switchboard.recorder.watch() {
            guard !Task.isCancelled else { break }
            if let agent, !call.concerns(agent) { continue }
            guard let update = RoutingAPI.CallUpdate(call, in: switchboard.table) else { continue }
            try await caller.send(RoutingAPI.WatchCalls.Reply(update: update))
        }
        return RoutingAPI.WatchCalls.Reply()
    }

    /// Nil for all agents.
    private func watchedAgent(
        _ request: RoutingAPI.WatchCalls, _ caller: VarlinkCaller<RoutingAPI.WatchCalls>
    ) async throws(RoutingAPI.Failure) -> AgentID? {
        let requester = await identify(caller.peer)
        let table = switchboard.table
        if let name = request.agent {
            guard let entry = table.agent(AgentID(name)) else {
                guard requester.maySeeRoster(table) else { throw denied(.watchCalls, requester, caller) }
                throw RoutingAPI.Failure(unknownAgent(name, in: table).error)
            }
            guard requester.mayChange(entry.agent) else { throw denied(.watchCalls, requester, caller) }
            return entry.agent.id
        }
        if let own = requester.agent(in: table) { return own.agent.id }
        guard requester.isManager else { throw denied(.watchCalls, requester, caller) }
        return nil
    }

    /// The error for an agent that the directory does not have.
    func unknownAgent(_ name: String, in table: RoutingTable) -> RosterAPI.Failure {
        .unknownAgent(RosterAPI.UnknownAgent(agent: name, known: table.agents.map(\.agent.id.description)))
    }
}
