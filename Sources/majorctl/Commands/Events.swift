import ArgumentParser
import MajorAPI
import Routing
import Time
import Wording

struct Events: SessionCommand {
    static let configuration = CommandConfiguration(
        commandName: "events",
        abstract: "Show what happened that is worth telling somebody at once.",
        usage: "majorctl events [--follow] [--after NUMBER] [--since MOMENT] [--kind KIND ...] [--limit COUNT]",
        discussion: """
            The newest events, the oldest of them first; after a number the first ones. --follow goes on with those that come. Kinds: \
            \(Event.Kind.allCases.map(\.rawValue).joined(separator: ", ")). Agents see what concerns them and their clients, managers all.
            """)

    @OptionGroup var options: GlobalOptions

    @Flag(help: "Go on until it is ended with Ctrl-C.")
    var follow = false

    @Option(help: "Only events with a greater number.")
    var after: Int?

    @Option(parsing: .upToNextOption, help: "Only since then, such as monday.", completion: Completion.moments)
    var since: [String] = []

    @Option(
        help: "Only events of this kind; several may be named.", completion: .list(Event.Kind.allCases.map(\.rawValue)))
    var kind: [String] = []

    @Option(help: "How many at the most.")
    var limit = 100

    private static let limits = 1...1_000

    func check(_ language: Language) throws {
        guard Self.limits.contains(limit) else {
            throw ValidationError(UsageWords(language).range("--limit", Self.limits))
        }
        if let after, after < 0 { throw ValidationError("--after \(after)") }
        if follow, !since.isEmpty {
            throw ValidationError(
                language.said(en: "--follow goes with --after", nl: "--follow gaat samen met --after"))
        }
    }

    func run(_ session: Session) throws {
        let daemon = try session.daemon()
        let (reader, time) = try daemon.clock()
        let (kinds, language) = (kind.isEmpty ? nil : kind, session.language.rawValue)
        if follow {
            return try daemon.stream(EventsAPI.Follow(after: after, kinds: kinds, language: language)) { reply in
                if let event = reply.event { session.print(Self.line(event, time)) }
            }
        }
        let start =
            since.isEmpty
            ? nil : try session.reading(time) { () throws(MomentError) in try reader.since(since) }
        let older = EventsAPI.List(
            after: after, kinds: kinds, since: (start?.instant).map(reader.clock.rfc3339), limit: limit,
            language: language)
        var request = older
        if after == nil, start != nil { request.newest = true }
        try daemon.call(request, orOlder: older) { reply in
            let words = EventWords(time)
            session.print(reply.events.map { Self.line($0, time) })
            if reply.events.isEmpty { session.print(words.none) }
            if reply.more { session.print(after == nil ? words.older : NumberWords(time.language).more) }
        }
    }

    private static func line(_ event: EventsAPI.Event, _ time: TimeWords) -> String {
        let when = LocalDateTime(rfc3339: event.at).map(time.short) ?? event.at
        return "\(event.event)  \(when)  \(event.kind): \(event.text)"
    }
}
