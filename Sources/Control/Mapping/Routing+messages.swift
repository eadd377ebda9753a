import MajorAPI
import Routing
import Switchboard
import Time

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
    /// The step as a sentence for people; times are the service's local ones, seen from the day of the call.
    ///
    /// - Parameter mayReadWhy: Whether the reader may know why an agent is away.
    init(_ step: Step, at instant: Instant, in table: RoutingTable, mayReadWhy: (Agent) -> Bool) {
        var showsWhy = false
        if case .agent(let agent, _, _) = step { showsWhy = mayReadWhy(agent) }
        let words = StepWords(clock: table.clock, today: table.clock.day(of: instant), showsWhy: showsWhy)
        var place: String?
        if case .caller(_, let match?) = step { place = match.written.place.description }
        self.init(name: words.name(step), found: words.found(step, in: table), place: place)
    }
}

extension RoutingAPI.CallUpdate {
    init(_ call: WatchedCall, in table: RoutingTable) {
        var number: String?
        if case .number(let caller) = call.caller { number = caller.description }
        let client = call.decision?.client?.client
        self.init(
            what: What(word: call.what.rawValue), at: table.clock.rfc3339(call.instant), call: call.callID,
            agent: call.agent?.description, agentName: call.agent.flatMap { table.agent($0)?.agent.name },
            client: client?.id.description, clientName: client?.name, contact: call.decision?.contact?.title,
            callerNumber: number)
    }
}

/// Puts a step into words.
private struct StepWords {
    let clock: ServiceClock
    let today: CalendarDay
    /// Whether the reader may know why an agent is away.
    let showsWhy: Bool

    func name(_ step: Step) -> String {
        switch step {
        case .called: "called number"
        case .caller: "caller"
        case .agreement: "agreement"
        case .hours: "service hours"
        case .agent(_, let role, _): role.rawValue
        case .decided: "decision"
        }
    }

    func found(_ step: Step, in table: RoutingTable) -> String {
        switch step {
        case .called(let party, let isExclusive):
            "\(words(party)) is \(isExclusive ? "an" : "no") exclusive number"
        case .caller(let party, let match):
            caller(party, match)
        case .agreement(let agreement, let term):
            self.agreement(agreement, term)
        case .hours(let level, let isOpen, let opens):
            "\(level) is \(isOpen ? "in service" : "closed, \(opening(opens))")"
        case .agent(let agent, _, let availability):
            "\(agent.name) on \(agent.phone) is \(words(availability))"
        case .decided(let decision):
            decided(decision, in: table)
        }
    }

    private func caller(_ party: Party, _ match: Step.Match?) -> String {
        guard let match else {
            return if case .number = party {
                "\(words(party)) belongs to no client"
            } else {
                "\(words(party)) tells no client"
            }
        }
        let who = match.contact.map { "\($0.title) of " } ?? ""
        let written = match.contact == nil ? "in `\(match.written.text)`" : "mobile `\(match.written.text)`"
        return "\(words(party)) is \(who)\(match.client.client.name), \(written)"
    }

    private func agreement(_ agreement: Agreement, _ term: Term) -> String {
        let from = agreement.start.spoken(today: today)
        let until = agreement.end.map { " until \($0.spoken(today: today))" } ?? ""
        return switch term {
        case .notStarted: "\(agreement.title) starts on \(from)"
        case .inForce: "\(agreement.title) is in force from \(from)\(until)"
        case .ended: "\(agreement.title) ended after \((agreement.end ?? agreement.start).spoken(today: today))"
        }
    }

    private func decided(_ decision: Decision, in table: RoutingTable) -> String {
        let targets = decision.targets.map { target in
            let name = target.agent.flatMap { table.agent($0)?.agent.name } ?? "overflow"
            return target.ring > 0 ? "\(target.phone) (\(name), \(target.ring) s)" : "\(target.phone) (\(name))"
        }
        let order = targets.isEmpty ? "the ordinary dial plan goes on" : targets.joined(separator: ", then ")
        return "\(decision.action.rawValue), because \(decision.reason.word): \(order)"
    }

    private func words(_ party: Party) -> String {
        switch party {
        case .number(let number): number.description
        case .anonymous: "a hidden number"
        case .internal: "an internal extension"
        case .unknown: "a text that is no telephone number"
        }
    }

    private func words(_ availability: Availability) -> String {
        switch availability {
        case .available: "available"
        case .busy: "busy with another call"
        case .outsideHours(let next):
            "outside working hours" + (next.map { ", back \(clock.local($0).spoken(today: today))" } ?? "")
        case .absent(let absence, let end):
            (showsWhy ? words(absence.kind) : "away")
                + (end.map { " until \(clock.local($0).spoken(today: today))" } ?? "")
        }
    }

    private func words(_ kind: Absence.Kind) -> String {
        switch kind {
        case .leave: "on leave"
        case .sickness: "sick"
        case .pause: "in a pause"
        }
    }

    private func opening(_ opens: Instant?) -> String {
        opens.map { "opens \(clock.local($0).spoken(today: today))" } ?? "with no opening in sight"
    }
}
