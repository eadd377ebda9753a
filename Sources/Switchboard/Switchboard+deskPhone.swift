package import Routing
import ShownText
import Time
import Wording

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
        let words = DeskPhoneWords(table.directory.settings.language)
        func refused(_ sentence: String) -> DeskPhoneAnswer { DeskPhoneAnswer(sentence: sentence, state: "refused") }
        guard let agent = table.agent(at: request.phone)?.agent else { return refused(words.noAgent(request.phone)) }
        let requester = Requester(phone: request.phone, peer: peer, userName: userName)
        switch request.wish {
        case .openCase(let reference): return await openCase(of: agent, reference, words, by: requester)
        case .closeCase(let reference): return await closeCase(of: agent, reference, words, by: requester)
        case .status, .sick, .back, .pause, .free: break
        }
        do throws(RosterRefusal) {
            switch request.wish {
            case .status, .openCase, .closeCase: break
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
            case .ledger: return refused(words.notNow)
            case .pauseOutOfRange: return refused(words.pauseOutOfRange)
            default: return refused(words.notPossible)
            }
        }
        return state(of: agent, words)
    }

    private func state(of agent: Agent, _ words: DeskPhoneWords) -> DeskPhoneAnswer {
        let table = table
        let instant = now()
        let call = desk.ongoing.calls[agent.id]?.first
        let availability = table.agent(agent.id)?.availability(at: instant) ?? .available
        let sentence = words.sentence(
            agent, availability, call: call.map { ($0.callID.shown, $0.isAnswered, table.clock.local($0.since)) },
            at: instant, table.clock)
        let state =
            switch availability {
            case .available, .busy: call == nil ? "available" : "busy"
            case .outsideHours, .notEmployed: "off-hours"
            case .absent: "away"
            }
        return DeskPhoneAnswer(sentence: sentence, state: state)
    }
}
