import ArgumentParser
import MajorAPI
import Time
import Wording

struct Missed: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "missed",
        abstract: "Show which clients are to be called back, and say that one has been.",
        discussion: """
            A client's call in service hours that none of his own people answered is open until he was reached: he is called back, he \
            calls again and is answered, or somebody says that it is done. Agents see those of their clients, managers all.
            """,
        subcommands: [List.self, Done.self], defaultSubcommand: List.self)

    struct List: SessionCommand {
        static let configuration = CommandConfiguration(
            commandName: "list", abstract: "Show the missed calls that are open.")

        @OptionGroup var options: GlobalOptions

        @Option(help: "Only this client's, by id.", completion: Completion.clients)
        var client: String?

        @Flag(help: "Only of the clients for whom you stand.")
        var mine = false

        @Flag(help: "Also those that are done, the newest first.")
        var closed = false

        func run(_ session: Session) throws {
            let daemon = try session.daemon()
            let (_, time) = try daemon.clock()
            try daemon.call(CallsAPI.ListMissed(mine: mine, closed: closed, client: client)) { reply in
                if reply.missed.isEmpty { session.print(CallRecordWords(time.language).noMissed) }
                session.print(reply.missed.map { MissedText.line($0, time, session.style) })
                if reply.more == true { session.print(NumberWords(time.language).more) }
            }
        }
    }

    struct Done: SessionCommand {
        static let configuration = CommandConfiguration(
            commandName: "done", abstract: "Say that a missed call is done.")

        @OptionGroup var options: GlobalOptions

        @Argument(help: "The missed call's number.", completion: Completion.missed)
        var number: String

        @Option(help: "What came of it, in a line.")
        var note: String?

        func run(_ session: Session) throws {
            let daemon = try session.daemon()
            let (_, time) = try daemon.clock()
            try daemon.call(CallsAPI.CloseMissed(missed: number, note: note)) { reply in
                session.print(CallRecordWords(time.language).done(reply.missed.missed, client: reply.missed.clientName))
            }
        }
    }
}
