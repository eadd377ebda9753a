import ArgumentParser
import MajorAPI
import Routing
import Time
import Wording

struct Withdraw: SessionCommand {
    static let configuration = CommandConfiguration(commandName: "withdraw", abstract: "Take a request for leave back.")

    @OptionGroup var options: GlobalOptions

    @Argument(help: "The request's number (see requests).", completion: Completion.requests)
    var request: String

    func check(_ language: Language) throws { try RequestNumber.check(request, language) }

    func run(_ session: Session) throws {
        let daemon = try session.daemon()
        let (_, time) = try daemon.clock()
        try daemon.call(RosterAPI.Withdraw(request: request)) { reply in
            session.print(RequestWords(time).done(.withdrawn, request, of: reply.request.absence.agentName))
        }
    }
}
