import ArgumentParser
import MajorAPI
import Routing
import Time

struct Give: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Give an absence whose agent is not in the directory to another agent.",
        discussion: """
            For managers, after an agent's id was changed: his absences are not in force until they are given to his new id.
            majorctl absences shows them, and majorctl check tells of them before a reload. To end one: majorctl cancel.
            """)

    @OptionGroup var options: GlobalOptions

    @Argument(help: "The absence's number.")
    var absence: String

    @Argument(help: "The agent's new id.")
    var agent: String

    func validate() throws { try AbsenceNumber.check(absence) }

    func run() throws {
        try reportingFailures {
            let daemon = try Daemon(options)
            let (_, time) = try daemon.clock()
            try daemon.enter(RosterAPI.Give(absence: absence, agent: agent), isOwn: false, time, [])
        }
    }
}

enum AbsenceNumber {
    /// Wrong usage, when a text is no number.
    static func check(_ text: String) throws {
        guard Int64(text) != nil else {
            throw ValidationError("`\(text)` is no absence's number; majorctl absences lists them.")
        }
    }
}
