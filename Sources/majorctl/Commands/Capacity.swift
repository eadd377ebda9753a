import ArgumentParser
import MajorAPI
import Time
import Wording

struct Capacity: SessionCommand {
    static let configuration = CommandConfiguration(
        commandName: "capacity",
        abstract: "Show what each agent carries, now and after planned handovers, and who has room.",
        discussion: """
            Clients count in every role: as primary, backup and deputy. Room is what is free all the time, with everything that is \
            planned. Exit status 1: somebody carries too much, now or on a day to come. For agents and managers.
            """)

    @OptionGroup var options: GlobalOptions

    func run(_ session: Session) throws {
        let reply = try session.daemon().call(ReportsAPI.Capacity()) { reply in
            session.print(Self.lines(reply, session.terminal, session.style, session.language))
        }
        if reply.agents.contains(where: CapacityText.exceeds) { throw ExitCode(1) }
    }

    static func lines(
        _ reply: ReportsAPI.Capacity.Reply, _ terminal: ReaderTerminal, _ style: Style, _ language: Language
    ) -> [String] {
        let time = TimeWords(language, at: reply.now, in: reply.timeZone)
        return CapacityText.lines(reply, style, hasBlocks: terminal.hasBlocks, time)
    }
}
