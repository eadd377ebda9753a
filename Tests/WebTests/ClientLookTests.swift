import MajorAPI
import Testing
import Time

@testable import Web

@Suite("How a client stands")
struct ClientLookTests {
    private func agent(
        _ name: String, _ role: DirectoryAPI.ClientAgent.Role, _ state: DirectoryAPI.ClientAgent.State,
        unreachable: Bool? = nil
    ) -> DirectoryAPI.ClientAgent {
        var agent = DirectoryAPI.ClientAgent(agent: name.lowercased(), agentName: name, role: role, state: state)
        agent.unreachable = unreachable
        return agent
    }

    private func look(
        _ agents: [DirectoryAPI.ClientAgent], answering: String?, _ state: DirectoryAPI.Client.State = .covered,
        isPBXSilent: Bool = false
    ) -> ClientLook {
        var client = DirectoryAPI.Client(id: "noord", name: "Noord", size: .small, state: state, agents: agents)
        client.answering = answering
        return ClientLook(
            client, isPBXSilent: isPBXSilent, PageContext(visitor: Visitor(reader: .user("els")), language: .nl))
    }

    @Test("is green only where somebody can be called now")
    func green() {
        let (jan, mia) = (agent("Jan", .primary, .busy), agent("Mia", .backup, .busy))
        let both = look([jan, mia], answering: nil)
        #expect(both.shape == .busy && both.text == "in gesprek")
        let one = look([jan, agent("Mia", .backup, .available)], answering: "mia")
        #expect(one.shape == .available && one.text == "Mia")
        let unreachable = look([agent("Jan", .primary, .available, unreachable: true)], answering: "jan")
        #expect(unreachable.shape == .unreachable && unreachable.text == "Jan, aanwezig, toestel onbereikbaar")
        #expect(look([agent("Jan", .primary, .available)], answering: "jan", isPBXSilent: true).shape == .unknown)
        #expect(look([agent("Piet", .deputy, .available)], answering: "piet").shape == .deputy)
        #expect(look([], answering: nil, .uncovered).shape == .nobody)
        #expect(look([], answering: nil, .closed).shape == .offHours)
    }

    @Test("the pair stands in its order, whoever calls come to first")
    func order() {
        let told = [
            agent("Mia", .backup, .available), agent("Piet", .deputy, .available),
            agent("Jan", .primary, .available, unreachable: true),
        ]
        let client = DirectoryAPI.Client(id: "noord", name: "Noord", size: .small, state: .covered, agents: told)
        #expect(client.agentsByRole.map(\.agentName) == ["Jan", "Mia", "Piet"])
    }
}
