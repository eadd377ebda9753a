import ArgumentParser
import MajorAPI
import Routing
import Time
import Wording

struct History: SessionCommand {
    static let configuration = CommandConfiguration(
        commandName: "history",
        abstract: "Tell who entered, changed and ended what, when and why.",
        usage: "majorctl history [--agent AGENT] [--client CLIENT] [--absence NUMBER] [--since MOMENT] [--limit COUNT]",
        discussion: """
            Of yourself and your clients; managers read all of it. The newest lines, the oldest of them first; ended absences are among
            them. Of a client: deputies there, his numbers, and the absences of those in his pair.
            """)

    @OptionGroup var options: GlobalOptions

    @Option(help: "Only this agent's, by id.", completion: Completion.agents)
    var agent: String?

    @Option(help: "Only this client's, by id.", completion: Completion.clients)
    var client: String?

    @Option(help: "Only of the absence or request with this number.")
    var absence: String?

    @Option(parsing: .upToNextOption, help: "Only since then.", completion: Completion.moments)
    var since: [String] = []

    @Option(help: "How many lines at the most.")
    var limit = 200

    private static let limits = 1...10_000

    func check(_ language: Language) throws {
        if let absence { try AbsenceNumber.check(absence, language) }
        guard Self.limits.contains(limit) else {
            throw ValidationError(UsageWords(language).range("--limit", Self.limits))
        }
    }

    func run(_ session: Session) throws {
        let daemon = try session.daemon()
        let (reader, time) = try daemon.clock()
        let start =
            since.isEmpty
            ? nil : try session.reading(time) { () throws(MomentError) in try reader.since(since) }
        let request = RosterAPI.History(
            agent: agent, client: client, absence: absence, since: (start?.instant).map(reader.clock.rfc3339),
            limit: limit)
        try daemon.call(request) { reply in
            session.print((start?.remarks ?? []).map(time.text))
            if reply.changes.isEmpty { session.print(HistoryWords(time).nothing) }
            for change in reply.changes { session.print(HistoryText.line(change, time)) }
        }
    }
}
