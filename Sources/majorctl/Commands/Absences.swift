import ArgumentParser
import MajorAPI
import Routing
import Sheets
import Time
import Varlink
import Wording

struct Absences: SessionCommand {
    static let configuration = CommandConfiguration(
        commandName: "absences",
        abstract: "List absences in force and to come.",
        discussion: """
            Of more than \(NearFirstWords.mostOfAll) only those of the next \(NearFirstWords.weeks) weeks are shown, and how many there are later. Whatever does \
            not fit on a line of the terminal is cut.
            """)

    @OptionGroup var options: GlobalOptions

    @Option(help: "Only this agent's, by id.", completion: Completion.agents)
    var agent: String?

    @Flag(help: "Also those that begin later, however many.")
    var all = false

    func run(_ session: Session) throws {
        let daemon = try session.daemon()
        let (_, time) = try daemon.clock()
        try daemon.call(RosterAPI.ListAbsences(agent: agent)) { reply in
            let words = AbsenceWords(time.language)
            if reply.absences.isEmpty { session.print(words.nobody) }
            let shown = NearFirst(reply.absences, isAll: all, time) { $0.nextFrom ?? $0.from }
            let width = reply.absences.map(\.id.count).max() ?? 0
            for absence in shown.near {
                let note = absence.note.map { " (\($0))" } ?? ""
                let number = absence.id.padding(to: width)
                session.printLine("\(number)  \(absence.agentName): \(AbsenceText.line(absence, time))\(note)")
                if absence.orphan == true {
                    session.print("   \(words.orphan(of: absence.agent, mayGive: absence.enteredBy != nil))")
                }
            }
            session.print(shown.left)
        }
    }
}
