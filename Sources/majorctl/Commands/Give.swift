import ArgumentParser
import MajorAPI
import Routing
import Time

struct Give: SessionCommand {
    static let configuration = CommandConfiguration(
        commandName: "give",
        abstract: "Give an absence whose agent is not in the directory to another agent.",
        discussion: """
            For managers, after an agent's id was changed: his absences are not in force until they are given to his new id.
            majorctl absences shows them, and majorctl check tells of them before a reload. To end one: majorctl cancel.
            Leave passes the guard as when it is planned, but for what a calendar brought. Who was to stand in for him in that time is given along.
            """)

    @OptionGroup var options: GlobalOptions

    @Argument(help: "The absence's number.", completion: Completion.orphans)
    var absence: String

    @Argument(help: "The agent's new id.", completion: Completion.agents)
    var agent: String

    @Option(help: "Why it is given even though clients are left without anybody.")
    var override: String?

    func check(_ language: Language) throws { try AbsenceNumber.check(absence, language) }

    func run(_ session: Session) throws {
        let daemon = try session.daemon()
        let (_, time) = try daemon.clock()
        let request = RosterAPI.Give(
            absence: absence, agent: agent, override: override.map { _ in true }, reason: override)
        try daemon.enter(request, isOwn: false, time, [])
    }
}
