import MajorAPI
import Routing
import Switchboard
import Time
import Varlink

extension ControlInterface {
    /// Streams what happens to calls of one agent, or of all for a manager, until the caller or the daemon goes away.
    @Sendable func watchCalls(
        _ request: RoutingAPI.WatchRequest, _ context: VarlinkContext
    ) async throws(VarlinkError) -> RoutingAPI.WatchReply {
        let agent = try await watchedAgent(request, context)
        for await call in switchboard.recorder.watch() {
            guard !Task.isCancelled else { break }
            if let agent, !call.concerns(agent) { continue }
            try await context.send(RoutingAPI.WatchReply(update: RoutingAPI.CallUpdate(call, in: switchboard.table)))
        }
        return RoutingAPI.WatchReply()
    }

    /// Nil for all agents.
    private func watchedAgent(
        _ request: RoutingAPI.WatchRequest, _ context: VarlinkContext
    ) async throws(VarlinkError) -> AgentID? {
        let requester = await groups.requester(context.peer)
        let table = switchboard.table
        if let name = request.agent {
            guard let entry = table.agent(AgentID(name)) else {
                guard requester.maySeeRoster(table) else { throw denied(.watchCalls, requester, context) }
                throw unknownAgent(name, in: table)
            }
            guard requester.mayChange(entry.agent) else { throw denied(.watchCalls, requester, context) }
            return entry.agent.id
        }
        if let own = table.agent(ofUser: requester.user) { return own.agent.id }
        guard requester.isManager else { throw denied(.watchCalls, requester, context) }
        return nil
    }

    /// The error for an agent that the directory does not have.
    func unknownAgent(_ name: String, in table: RoutingTable) -> VarlinkError {
        VarlinkError(
            name: RosterErrorName.unknownAgent,
            parameters: [
                "agent": .string(name), "known": .array(table.agents.map { .string($0.agent.id.description) }),
            ])
    }
}

extension RoutingAPI.CallUpdate {
    fileprivate init(_ call: WatchedCall, in table: RoutingTable) {
        var number: String?
        if case .number(let caller) = call.caller { number = caller.description }
        let client = call.decision?.client?.client
        self.init(
            what: call.what.rawValue, at: table.clock.rfc3339(call.instant), call: call.callID,
            agent: call.agent?.description, agentName: call.agent.flatMap { table.agent($0)?.agent.name },
            client: client?.id.description, clientName: client?.name, contact: call.decision?.contact?.title,
            callerNumber: number)
    }
}
