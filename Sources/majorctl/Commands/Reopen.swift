import ArgumentParser
import MajorAPI
import Routing
import Sheets
import Time
import Wording

struct Reopen: SessionCommand {
    static let configuration = CommandConfiguration(
        commandName: "reopen",
        abstract: "Take back what was decided of a request, before its leave begins; for managers.")

    @OptionGroup var options: GlobalOptions

    @Argument(help: "The request's number (see requests).")
    var request: String

    func check(_ language: Language) throws { try RequestNumber.check(request, language) }

    func run(_ session: Session) throws {
        let daemon = try session.daemon()
        let (_, time) = try daemon.clock()
        try daemon.call(RosterAPI.Reopen(request: request)) { reply in
            for line in PlanningText.reopened(reply, request, time) { session.print(line) }
        }
    }
}
