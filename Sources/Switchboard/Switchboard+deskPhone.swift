package import Routing
import ShownText
import Time

extension Switchboard {
    /// Does what an agent asks for by a feature code at the desk phone. The phone stands for its agent; never throws, since a display has
    /// room for one sentence only.
    ///
    /// - Parameters:
    ///   - peer: Over which socket it came, and from whom.
    ///   - userName: The name of the peer's Unix user, where it is known.
    package func answer(
        _ request: DeskPhoneRequest, from peer: PBXPeer, userName: String? = nil
    ) async -> DeskPhoneAnswer {
        guard let agent = table.agent(at: request.phone)?.agent else {
            return DeskPhoneAnswer(sentence: "Extension \(request.phone) belongs to no agent", state: "refused")
        }
        let requester = Requester(phone: request.phone, peer: peer, userName: userName)
        do throws(RosterRefusal) {
            switch request.wish {
            case .status: break
            case .free: _ = try await release(agent: agent.id.description, by: requester)
            case .sick: _ = try await reportSick(agent: agent.id.description, until: nil, note: nil, by: requester)
            case .pause(let length):
                _ = try await pause(agent: agent.id.description, for: length, note: nil, by: requester)
            case .back: _ = try await comeBack(agent: agent.id.description, by: requester)
            }
        } catch {
            switch error {
            // Whoever is there already is back, and whoever is on no call is free.
            case .notAbsent, .notBusy: break
            case .ledger: return DeskPhoneAnswer(sentence: "Not possible now, try again later", state: "refused")
            case .pauseOutOfRange:
                return DeskPhoneAnswer(sentence: "A pause lasts from a minute to a day", state: "refused")
            default: return DeskPhoneAnswer(sentence: "Not possible", state: "refused")
            }
        }
        return state(of: agent)
    }

    private func state(of agent: Agent) -> DeskPhoneAnswer {
        let clock = table.clock
        func told(_ instant: Instant) -> String {
            let time = clock.local(instant)
            return time.day == clock.day(of: now()) ? "\(time.time)" : "\(time.day) \(time.time)"
        }
        func until(_ instant: Instant?) -> String {
            instant.map { " until \(told($0))" } ?? ""
        }
        let call = desk.ongoing.calls[agent.id]?.first
        let onThePhone = call.map { call in
            "\(call.isAnswered ? "on the phone" : "being called") since \(told(call.since)) (call \(call.callID.shown))"
        }
        func answer(_ text: String, _ state: String) -> DeskPhoneAnswer {
            DeskPhoneAnswer(sentence: "\(agent.name) \(text)", state: state)
        }
        let also = onThePhone.map { ", \($0)" } ?? ""
        switch table.agent(agent.id)?.availability(at: now()) ?? .available {
        case .available, .busy:
            return onThePhone.map { answer("is \($0)", "busy") } ?? answer("takes calls", "available")
        case .outsideHours(let next): return answer("is off\(until(next))\(also)", "off-hours")
        // Whoever dials at the phone may be anybody, and the PBX logs what it is told: why the agent is away is not said.
        case .absent(_, let end): return answer("is away\(until(end))\(also)", "away")
        }
    }
}
