import ArgumentParser
import MajorAPI
import Routing
import Time
import Wording

struct Decline: SessionCommand {
    static let configuration = CommandConfiguration(
        commandName: "decline", abstract: "Decline a request for leave; for managers.")

    @OptionGroup var options: GlobalOptions

    @Argument(help: "The request's number (see requests).", completion: Completion.requests)
    var request: String

    @Argument(help: "Why; the agent reads it.")
    var why: String

    func check(_ language: Language) throws { try RequestNumber.check(request, language) }

    func run(_ session: Session) throws {
        let daemon = try session.daemon()
        let (_, time) = try daemon.clock()
        try daemon.call(RosterAPI.Decline(request: request, why: why)) { reply in
            session.print(
                RequestWords(time).done(.declined, request, of: reply.request.absence.agentName, why: reply.request.why)
            )
        }
    }
}
