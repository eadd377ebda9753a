package import Routing
package import Time

/// What a site comes to know of an agent and counts for a while, as it tells others.
package enum AgentNews: Sendable, Equatable {
    /// He has just been on a call.
    case wrapsUp(AgentID, BusyAgents.WrapUp)
    /// He has dialled a client's number: a call from it goes to him first.
    case calledBack(PhoneNumber, BusyAgents.CallBack)
    /// His phone cannot be reached until then; nil: it can.
    case phone(AgentID, unreachableUntil: Instant?)
}

extension AgentNews {
    /// What it is in one entry of `BusyNews.texts`. The first field is no number: who does not know it passes over it.
    var fields: [String] {
        switch self {
        case .wrapsUp(let agent, let wrapUp):
            ["wrap", "\(agent)", "\(wrapUp.since.milliseconds)", "\(wrapUp.until.milliseconds)"]
                + (wrapUp.client.map { ["\($0)"] } ?? [])
        case .calledBack(let number, let back):
            ["called", "\(number.digits)", "\(back.agent)", "\(back.since.milliseconds)", "\(back.until.milliseconds)"]
        case .phone(let agent, let end): ["phone", "\(agent)"] + (end.map { ["\($0.milliseconds)"] } ?? [])
        }
    }

    /// Nil where they are none.
    init?(fields: [String]) {
        func instant(_ place: Int) -> Instant? {
            fields.count > place ? Int64(fields[place]).map { Instant(clamping: $0) } : nil
        }
        switch (fields.first ?? "", fields.count) {
        case ("wrap", 4), ("wrap", 5):
            guard let since = instant(2), let until = instant(3),
                let wrapUp = BusyAgents.WrapUp(
                    after: since, of: fields.count == 5 ? ClientID(fields[4]) : nil, for: until.since(since))
            else { return nil }
            self = .wrapsUp(AgentID(fields[1]), wrapUp)
        case ("called", 5):
            guard let number = PhoneNumber(fields[1]), let since = instant(3), let until = instant(4) else {
                return nil
            }
            self = .calledBack(number, BusyAgents.CallBack(agent: AgentID(fields[2]), since: since, until: until))
        case ("phone", 2): self = .phone(AgentID(fields[1]), unreachableUntil: nil)
        case ("phone", 3):
            guard let end = instant(2) else { return nil }
            self = .phone(AgentID(fields[1]), unreachableUntil: end)
        default: return nil
        }
    }
}
