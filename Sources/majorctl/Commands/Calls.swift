import ArgumentParser
import MajorAPI
import Routing
import Time
import Wording

struct Calls: SessionCommand {
    static let configuration = CommandConfiguration(
        commandName: "calls",
        abstract: "Show what came, who got it, after how long and why.",
        usage: """
            majorctl calls [--client CLIENT] [--agent AGENT] [--outcome OUTCOME] [--from MOMENT] [--until MOMENT] [--before NEXT] [--limit COUNT]
            """,
        discussion: """
            The newest first. Outcomes are answered, abandoned, no-answer, overflow (it answered), nobody (was there), elsewhere (none for \
            the pair), open, unknown (the PBX did not report it), called and not-reached (an agent dialled). Agents see the calls of \
            their clients, managers all.
            """)

    @OptionGroup var options: GlobalOptions

    @Option(help: "Only this client's, by id.", completion: Completion.clients)
    var client: String?

    @Option(
        help: "Only those that this agent answered, was to answer or dialled, by id.", completion: Completion.agents)
    var agent: String?

    @Option(help: "Only those that ended so.", completion: .list(CallRecord.outcomeWords))
    var outcome: String?

    @Option(parsing: .upToNextOption, help: "Only since then, such as monday.", completion: Completion.moments)
    var from: [String] = []

    @Option(parsing: .upToNextOption, help: "Only before then.", completion: Completion.moments)
    var until: [String] = []

    @Option(help: "Go on behind those that were shown, with what stood at their end.")
    var before: String?

    @Option(help: "How many at the most.")
    var limit = 200

    private static let limits = 1...2_000

    func check(_ language: Language) throws {
        let words = UsageWords(language)
        guard Self.limits.contains(limit) else { throw ValidationError(words.range("--limit", Self.limits)) }
        if let before, CallPosition(before) == nil { throw ValidationError(words.position("--before", before)) }
        if let outcome, !CallRecord.outcomeWords.contains(outcome) {
            throw ValidationError("--outcome: \(CallRecord.outcomeWords.joined(separator: ", "))")
        }
    }

    func run(_ session: Session) throws {
        let daemon = try session.daemon()
        let (reader, time) = try daemon.clock()
        let span = try PastSpan(from: from, until: until, reader, time, session)
        let request = CallsAPI.List(
            client: client, agent: agent, outcome: outcome, from: span.from.map(reader.clock.rfc3339),
            until: span.until.map(reader.clock.rfc3339),
            limit: limit, before: before)
        try daemon.call(request) { reply in
            let words = CallRecordWords(time.language)
            if reply.calls.isEmpty { session.print(words.none) }
            session.print(reply.calls.map { CallRecordText.line($0, time) })
            if let next = reply.next { session.print(words.more(next)) }
        }
    }
}
