import ArgumentParser
import MajorAPI
import Wording

struct WhoAmI: SessionCommand {
    static let configuration = CommandConfiguration(
        commandName: "whoami", abstract: "Tell who you are to majord: an agent, a manager, or neither.")

    @OptionGroup var options: GlobalOptions

    func run(_ session: Session) throws {
        try session.daemon().call(RosterAPI.WhoAmI()) { reply in
            session.print(
                WhoAmIWords(session.language).line(
                    reply.user, name: reply.name, agent: reply.agent, isManager: reply.manager,
                    isWall: reply.wall == true))
        }
    }
}
