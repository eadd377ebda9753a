import MajorAPI
import Routing
import Switchboard
import Time
import Wording

// Domain types to messages of `org.majord.Routing`.

extension RoutingAPI.Decision {
    init(_ decision: Decision, in table: RoutingTable) {
        self.init(
            action: Action(word: decision.action.rawValue), reason: decision.reason.word,
            targets: decision.targets.map { target in
                RoutingAPI.Target(
                    role: RoutingAPI.Target.Role(word: target.roleWord), extension: target.phone.description,
                    agent: target.agent?.description,
                    agentName: target.agent.flatMap { table.agent($0)?.agent.name }, ring: target.ring)
            },
            client: decision.client?.client.id.description, clientName: decision.client?.client.name,
            contact: decision.contact?.title, opens: decision.opens.map(table.clock.rfc3339),
            generation: Int(clamping: decision.generation))
    }
}

extension RoutingAPI.Step {
    /// The step as a sentence for people.
    ///
    /// - Parameter mayReadWhy: Whether the reader may know why an agent is away.
    init(_ step: Step, _ words: StepWords, in table: RoutingTable, mayReadWhy: (Agent) -> Bool) {
        var showsWhy = false
        if case .agent(let agent, _, _, _) = step { showsWhy = mayReadWhy(agent) }
        var place: String?
        if case .caller(_, let match?, _) = step { place = match.written.place.description }
        self.init(name: words.name(step), found: words.found(step, in: table, showsWhy: showsWhy), place: place)
    }
}

extension RoutingAPI.CallUpdate {
    /// Nil for what is not shown to those who watch.
    init?(_ call: CallNote, in table: RoutingTable) {
        guard let shown = call.shown else { return nil }
        var number: String?
        if case .number(let caller) = call.caller { number = caller.description }
        let decision = call.routed?.decision
        let client = decision?.client?.client
        self.init(
            what: What(word: shown.rawValue), at: table.clock.rfc3339(call.instant), call: call.callID,
            agent: call.agent?.description, agentName: call.agent.flatMap { table.agent($0)?.agent.name },
            client: client?.id.description, clientName: client?.name, contact: decision?.contact?.title,
            callerNumber: number)
    }
}
