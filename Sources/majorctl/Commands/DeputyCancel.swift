import ArgumentParser
import MajorAPI
import Routing
import Sheets
import Time
import Wording

struct DeputyCancel: SessionCommand {
    static let configuration = CommandConfiguration(
        commandName: "cancel", abstract: "End a deputyship, or cancel one to come; for managers and the deputy himself."
    )

    @OptionGroup var options: GlobalOptions

    @Argument(help: "The deputyship's number (see deputy list).", completion: Completion.deputyships)
    var deputyship: String

    @Option(help: "Why it is cancelled even though clients are left without anybody; for managers.")
    var override: String?

    func check(_ language: Language) throws {
        guard AbsenceNumber.read(deputyship) != nil else {
            throw ValidationError(UsageWords(language).noDeputyship(deputyship))
        }
    }

    func run(_ session: Session) throws {
        let daemon = try session.daemon()
        let (_, time) = try daemon.clock()
        let request = RosterAPI.CancelDeputy(
            deputyship: deputyship, override: override.map { _ in true }, reason: override)
        try daemon.call(request) { reply in
            session.print(
                DeputyWords(time).cancelled(
                    reply.deputyship.id, reply.deputyship.deputyName, PlanningText.post(reply.deputyship)))
            guard !reply.gaps.isEmpty else { return }
            session.print(GapWords(time).headline(isOpen: false))
            session.print(AbsenceText.gaps(reply.gaps, moreClients: reply.moreClients, time))
        }
    }
}
