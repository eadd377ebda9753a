import ArgumentParser
import MajorAPI
import Time
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
        let daemon = try session.daemon()
        guard !dryRun else {
            try daemon.call(request(isDry: true)) { reply in
                session.print(words.found(Self.counts(reply)))
                if !reply.openMissed.isEmpty { session.print(words.openMissed(reply.openMissed)) }
            }
            return
        }
        if !yes {
            let found = try daemon.ask(request(isDry: true))
            let missed = found.openMissed.isEmpty ? [] : [words.openMissed(found.openMissed)]
            try Consent.get(
                ([words.found(Self.counts(found))] + missed).joined(separator: "\n"), asking: words.forget, session)
        }
        let reply = try session.daemon().call(request(isDry: false)) { _ in }
        guard !session.options.json else { return }
        session.print(words.forgotten(Self.counts(reply)))
        if reply.left > 0 { session.print(words.left(reply.left)) }
        if reply.ongoing > 0 { session.print(words.ongoing(reply.ongoing)) }
        if !reply.openMissed.isEmpty { session.print(words.openMissed(reply.openMissed)) }
        if let places = words.places(reply.tokens, block: reply.block) { session.print(places) }
        if !reply.overwritten { session.print(words.notOverwritten) }
        guard Self.counts(reply).contains(where: { $0.0 > 0 }) else { return }
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

    private static func counts(_ reply: LedgerAPI.Forget.Reply) -> [(Int, ForgetWords.Place)] {
        [
            (reply.calls, .calls), (reply.missed, .missed), (reply.cases, .cases), (reply.learned, .learned),
            (reply.history, .history), (reply.events, .events), (reply.notes, .notes), (reply.files, .files),
        ]
    }
}
