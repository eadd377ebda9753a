import ArgumentParser
import MajorAPI
import Routing
import Sheets
import Time
import Wording

struct Requests: SessionCommand {
    static let configuration = CommandConfiguration(
        commandName: "requests",
        abstract: "List requests for leave and what became of them: your own, all for managers.")

    @OptionGroup var options: GlobalOptions

    func run(_ session: Session) throws {
        let daemon = try session.daemon()
        let (_, time) = try daemon.clock()
        try daemon.call(RosterAPI.ListRequests()) { reply in
            if reply.requests.isEmpty { session.print(RequestWords(time).none) }
            for request in reply.requests { session.print(PlanningText.line(request, time)) }
        }
    }
}
