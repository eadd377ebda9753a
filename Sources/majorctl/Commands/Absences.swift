import ArgumentParser
import MajorAPI
import Routing
import Time
import Varlink
import Wording

struct Absences: SessionCommand {
    static let configuration = CommandConfiguration(abstract: "List absences in force and to come.")

    @OptionGroup var options: GlobalOptions

    @Option(help: "Only this agent's, by id.", completion: Completion.agents)
    var agent: String?

    func run(_ session: Session) throws {
        let daemon = try session.daemon()
        let (_, time) = try daemon.clock()
        try daemon.call(RosterAPI.ListAbsences(agent: agent)) { reply in
            let words = AbsenceWords(time.language)
            if reply.absences.isEmpty { session.print(words.nobody) }
            for absence in reply.absences {
                let note = absence.note.map { " (\($0))" } ?? ""
                session.print("\(absence.id)  \(absence.agentName): \(AbsenceText.line(absence, time))\(note)")
                if absence.orphan == true {
                    session.print("   \(words.orphan(of: absence.agent, mayGive: absence.enteredBy != nil))")
                }
            }
        }
    }
}
