import MajorAPI
import Routing
import Switchboard
import Time

// Calls that another directory sends elsewhere, to messages of `org.majord.Directory`.

extension DirectoryAPI.MovedCall {
    /// - Parameters:
    ///   - directory: The other one.
    ///   - table: The one in force.
    init(_ moved: ReplayRun.Moved, with directory: Directory, in table: RoutingTable) {
        let (call, decision) = (moved.call, moved.decision)
        let names = Names(directory: directory, table: table)
        self.init(
            call: call.callID, decision: call.decision, at: table.clock.rfc3339(call.noted),
            caller: call.caller?.word, contact: call.contact ?? decision.contact?.name, first: moved.isFirst,
            was: DirectoryAPI.Way(call.action, call.reason, call.targets, call.client, names),
            would: DirectoryAPI.Way(
                decision.action, decision.reason, decision.targets, decision.client?.client.id, names),
            considered: moved.candidates.map { one in
                DirectoryAPI.Considered(
                    agent: one.agent.description, agentName: names.name(one.agent), role: one.role.rawValue,
                    passedOver: one.hindrance?.rawValue, until: one.until.map(table.clock.rfc3339),
                    behind: one.behind.isEmpty ? nil : one.behind.words)
            })
    }

    /// Of those whom one directory or the other has.
    fileprivate struct Names {
        let directory: Directory
        let table: RoutingTable

        func name(_ agent: AgentID) -> String {
            table.agent(agent)?.agent.name ?? directory.agents.first { $0.id == agent }?.name ?? agent.description
        }

        func name(_ client: ClientID) -> String {
            table.client(client)?.client.name ?? directory.clients.first { $0.id == client }?.name
                ?? client.description
        }
    }
}

extension DirectoryAPI.Way {
    fileprivate init(
        _ action: Decision.Action, _ reason: Decision.Reason, _ targets: [Target], _ client: ClientID?,
        _ names: DirectoryAPI.MovedCall.Names
    ) {
        self.init(
            action: Action(word: action.rawValue), reason: reason.word, client: client?.description,
            clientName: client.map(names.name),
            targets: targets.map { target in
                DirectoryAPI.Phone(
                    role: target.roleWord, extension: target.phone.description, agent: target.agent?.description,
                    agentName: target.agent.map(names.name))
            })
    }
}
