import ArgumentParser
import MajorAPI
import Routing
import Time
import Wording

struct Approve: SessionCommand {
    static let configuration = CommandConfiguration(
        commandName: "approve",
        abstract: "Make leave of a request; for managers. What it leaves open is looked at again.")

    @OptionGroup var options: GlobalOptions

    @Argument(help: "The request's number (see requests).", completion: Completion.requests)
    var request: String

    @Option(
        help: "Who stands in where clients would have nobody, by id; else the one who was asked for.",
        completion: Completion.agents)
    var deputy: String?

    @Flag(help: "Nobody stands in, whoever was asked for.")
    var noDeputy = false

    @Option(help: "Why it is approved even though clients are left without anybody.")
    var override: String?

    func check(_ language: Language) throws {
        try RequestNumber.check(request, language)
        guard deputy == nil || !noDeputy else { throw ValidationError(UsageWords(language).deputyOrNone) }
    }

    func run(_ session: Session) throws {
        let daemon = try session.daemon()
        let (_, time) = try daemon.clock()
        let approval = RosterAPI.Approve(
            request: request, deputy: noDeputy ? "" : deputy, override: override.map { _ in true }, reason: override)
        try daemon.enter(approval, isOwn: false, time, [])
    }
}

enum RequestNumber {
    /// Wrong usage, when a text is no number.
    static func check(_ text: String, _ language: Language) throws {
        guard AbsenceNumber.read(text) != nil else { throw ValidationError(UsageWords(language).noRequest(text)) }
    }
}
