import ArgumentParser
import MajorAPI
import Routing
import Time
import Wording

struct Release: SessionCommand {
    static let configuration = CommandConfiguration(
        commandName: "release",
        abstract: "Free an agent from calls that are over although they keep him busy.",
        discussion: """
            majorctl status shows who is on the phone, since when and with which call. Where the PBX never told that a call is \
            over, this does: calls come to the agent again at once. Your own, or for managers another agent's.
            """)

    @OptionGroup var options: GlobalOptions

    @Argument(help: "Another agent than yourself, by id; for managers.", completion: Completion.agents)
    var agent: String?

    @Option(
        name: .customLong("agent"), help: "The same, as the other commands have it.", completion: Completion.agents)
    var named: String?

    func check(_ language: Language) throws {
        if let agent, let named, agent != named {
            throw ValidationError(UsageWords(language).oneAgent(agent, named))
        }
    }

    func run(_ session: Session) throws {
        let daemon = try session.daemon()
        let agent = agent ?? named
        let isOwn = agent == nil
        try daemon.call(RosterAPI.Release(agent: agent)) { reply in
            let (_, time) = try daemon.clock()
            session.print(Self.sentence(reply, isOwn: isOwn, time))
        }
    }

    /// `Joke de Vries is not counted as busy any more (on the phone since 20:10, call call-1).`
    static func sentence(_ released: RosterAPI.Release.Reply, isOwn: Bool, _ time: TimeWords) -> String {
        let calls = released.calls.map { StatusText.words($0, time) }.joined(separator: "; ")
        return ChangeWords(time).released(isOwn ? .you : .other(released.agentName), calls)
    }
}
