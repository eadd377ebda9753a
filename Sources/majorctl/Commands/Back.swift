import ArgumentParser
import MajorAPI
import Routing
import Sheets
import Time
import Varlink
import Wording

struct Back: SessionCommand {
    static let configuration = CommandConfiguration(
        commandName: "back",
        abstract: "Take calls again: ends \(AbsenceWords().anyKind(AbsenceWords().noun)) in force.")

    @OptionGroup var options: GlobalOptions
    @OptionGroup var whose: AgentOption

    func run(_ session: Session) throws {
        let isOwn = whose.agent == nil
        try session.daemon().call(RosterAPI.Return(agent: whose.agent)) { reply in
            let time = TimeWords(session.language, at: nil, in: nil)
            session.print(AbsenceText.welcome(reply, isOwn: isOwn, time))
            session.print(AbsenceText.waiting(reply.ended, time))
            session.print(PlanningText.left(reply.left, time))
        }
    }
}
