import MajorAPI
import Wording

/// How a client stands, as pages show it: green is only who can be called now.
struct ClientLook {
    let shape: Shape
    /// In words, which stand beside the shape.
    let text: String

    /// - Parameter isPBXSilent: Whether no PBX asks, so that nobody knows who is on the phone.
    init(_ client: DirectoryAPI.Client, isPBXSilent: Bool, _ context: PageContext) {
        let words = context.words
        switch client.state {
        case .uncovered: (shape, text) = (.nobody, words.label(.nobody))
        case .covered:
            guard let agent = client.agents.first(where: { $0.agent == client.answering }) else {
                // Who is there and answers nobody is on the phone.
                (shape, text) = (.busy, words.label(.phone))
                return
            }
            let look = AgentLook(
                agent.state.word, isUnreachable: agent.unreachable, isPBXSilent: isPBXSilent, context.language)
            let isThere = look.shape == .available
            shape = isThere && agent.role == .deputy ? .deputy : look.shape
            text = isThere ? agent.agentName : "\(agent.agentName), \(look.text)"
        default: (shape, text) = (.offHours, CoverageWords(context.language).state(word: client.state.word))
        }
    }
}

extension DirectoryAPI.Client {
    /// The pair as it is, whoever is called first at the moment, and then deputies.
    var agentsByRole: [DirectoryAPI.ClientAgent] {
        let roles: [DirectoryAPI.ClientAgent.Role] = [.primary, .backup, .deputy]
        return roles.flatMap { role in agents.filter { $0.role == role } } + agents.filter { !roles.contains($0.role) }
    }
}
