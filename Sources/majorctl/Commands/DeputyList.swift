import ArgumentParser
import MajorAPI
import Routing
import Sheets
import Time
import Wording

struct DeputyList: SessionCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "List who stands in for whom, now and later.")

    @OptionGroup var options: GlobalOptions

    func run(_ session: Session) throws {
        let daemon = try session.daemon()
        let (_, time) = try daemon.clock()
        try daemon.call(RosterAPI.ListDeputies()) { reply in
            let words = DeputyWords(time)
            if reply.deputyships.isEmpty { session.print(words.nobody) }
            for deputyship in reply.deputyships {
                let line = words.line(
                    deputyship.deputyName, PlanningText.post(deputyship), from: deputyship.from, until: deputyship.until
                )
                session.print("\(deputyship.id)  \(line)\(deputyship.note.map { " (\($0))" } ?? "")")
                let mayCancel = PlanningText.mayCancel(deputyship)
                if deputyship.idle == true {
                    session.print("     \(words.idle(deputyship.agentName ?? "?", mayCancel ? deputyship.id : nil))")
                } else {
                    session.print(PlanningText.ends(deputyship, time).map { "     \($0)" })
                }
                if deputyship.orphan == true { session.print("   \(words.orphan(mayCancel: mayCancel))") }
            }
        }
    }
}
