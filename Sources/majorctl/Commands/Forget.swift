import ArgumentParser
import MajorAPI
import Time
import Varlink
import Wording

struct Forget: SessionCommand {
    static let configuration = CommandConfiguration(
        commandName: "forget",
        abstract: "Forget a telephone number, or a contact of a client, everywhere.",
        discussion: """
            In calls, missed calls, cases, learned numbers, notes, events, the history and old versions of the directory a token stands in its \
            place, or the client's block that the number is in; counts stay. Refused while the directory's files name it. For managers.
            """)

    @OptionGroup var options: GlobalOptions

    @Argument(help: "The number in any form; with --contact the client, by id.", completion: Completion.clients)
    var what: String

    @Option(help: "The contact's name, as the files had it.")
    var contact: String?

    @Flag(help: "Only say how much there is of it.")
    var dryRun = false

    @Flag(help: "Do not ask whether that is meant.")
    var yes = false

    private func request(isDry: Bool) -> LedgerAPI.Forget {
        LedgerAPI.Forget(
            number: contact == nil ? what : nil, client: contact == nil ? nil : what, contact: contact,
            dryRun: isDry ? true : nil)
    }

    func run(_ session: Session) throws {
        let words = ForgetWords(session.language)
        guard !what.isBlank, contact.map({ !$0.isBlank }) ?? true else { throw Failure.refused(words.nothingNamed) }
        guard !dryRun else {
            let reply = try ask(isDry: true, session)
            guard !session.options.json else { return }
            for line in Self.found(reply, words) { session.print(line) }
            return
        }
        if !yes {
            let lines = Self.found(try ask(isDry: true, session, isShown: false), words)
            try Consent.get(lines.joined(separator: "\n"), asking: words.forget, session)
        }
        let reply = try ask(isDry: false, session)
        guard !session.options.json else { return }
        if reply.ongoing == 0 || Self.isAnywhere(reply) { session.print(words.forgotten(Self.counts(reply))) }
        if reply.left > 0 { session.print(words.left(reply.left)) }
        if let left = Self.leftNames(reply, words) { session.print(left) }
        if reply.ongoing > 0 { session.print(words.ongoing(reply.ongoing)) }
        if !reply.openMissed.isEmpty { session.print(words.openMissed(reply.openMissed)) }
        if let places = words.places(reply.tokens, block: reply.block) { session.print(places) }
        if !reply.overwritten { session.print(words.notOverwritten) }
        guard Self.isAnywhere(reply) else { return }
        let (_, time) = try session.daemon().clock()
        session.print(words.backups(until: time.time(reply.backupsUntil)))
        if !reply.aside.isEmpty { session.print(words.aside(reply.aside)) }
        let journal: ForgetWords.Journal? =
            switch reply.journal {
            case .masked: .masked
            case .full: .full
            case .none: ForgetWords.Journal.none
            case .other: nil
            }
        if let journal { session.print(words.journal(journal)) }
    }

    /// There is no limit to how long it takes as long as majord tells that it goes on.
    private func ask(isDry: Bool, _ session: Session, isShown: Bool = true) throws -> LedgerAPI.Forget.Reply {
        let request = request(isDry: isDry)
        let daemon = try session.daemon()
        var display = WaitingDisplay()
        defer { display.clear() }
        var last: (told: LedgerAPI.Forget.Reply, raw: JSONObject)?
        try daemon.follow(request) { told, raw in
            if let progress = told.progress {
                display.note(ForgetWords(session.language).forgetting(progress.done, of: progress.total), at: .now)
            } else {
                last = (told, raw)
            }
        }
        guard let last else { throw Failure.away(AwayWords(session.language).closed) }
        if isShown, session.options.json { session.printJSON(last.raw, of: LedgerAPI.Forget.method) }
        return last.told
    }

    private static func found(_ reply: LedgerAPI.Forget.Reply, _ words: ForgetWords) -> [String] {
        (reply.ongoing == 0 || isAnywhere(reply) ? [words.found(counts(reply))] : [])
            + (leftNames(reply, words).map { [$0] } ?? [])
            + (reply.ongoing > 0 ? [words.ongoing(reply.ongoing)] : [])
            + (reply.openMissed.isEmpty ? [] : [words.openMissed(reply.openMissed)])
    }

    private static func leftNames(_ reply: LedgerAPI.Forget.Reply, _ words: ForgetWords) -> String? {
        words.leftNames([
            (reply.leftHistory ?? 0, .history), (reply.leftEvents ?? 0, .events), (reply.leftNotes ?? 0, .notes),
        ])
    }

    private static func isAnywhere(_ reply: LedgerAPI.Forget.Reply) -> Bool { counts(reply).contains { $0.0 > 0 } }

    private static func counts(_ reply: LedgerAPI.Forget.Reply) -> [(Int, ForgetWords.Place)] {
        [
            (reply.calls, .calls), (reply.missed, .missed), (reply.cases, .cases), (reply.learned, .learned),
            (reply.history, .history), (reply.events, .events), (reply.notes, .notes), (reply.files, .files),
        ]
    }
}
