import ArgumentParser
import MajorAPI
import Time
import Wording

struct Agents: SessionCommand {
    static let configuration = CommandConfiguration(
        commandName: "agents",
        abstract: "Show the agents: who is there, their load, their clients, and what changes next.",
        discussion: "For agents and managers. majorctl status ID shows one.")

    @OptionGroup var options: GlobalOptions

    func run(_ session: Session) throws {
        try session.daemon().call(DirectoryAPI.ListAgents()) { reply in
            let time = TimeWords(session.language, at: reply.now, in: reply.timeZone)
            let text = WhoIsWhoseText(time, session.style)
            if reply.agents.isEmpty { session.print(WhoIsWhoseWords(time).noAgents) }
            let width = reply.agents.map(\.name.count).max() ?? 0
            for agent in reply.agents {
                let name = agent.name.padding(to: width)
                session.print(text.lines(agent, name: name, isReader: agent.id == reply.you))
            }
        }
    }
}
