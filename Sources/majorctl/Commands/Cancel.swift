import ArgumentParser
import MajorAPI
import Routing

struct Cancel: SessionCommand {
    static let configuration = CommandConfiguration(abstract: "Cancel one absence by its number (see absences).")

    @OptionGroup var options: GlobalOptions

    @Argument(help: "The absence's number.", completion: Completion.absences)
    var absence: String

    func validate() throws { try AbsenceNumber.check(absence) }

    func run(_ session: Session) throws {
        let daemon = try session.daemon()
        try daemon.call(RosterAPI.Cancel(absence: absence)) { reply in
            let (_, time) = try daemon.clock()
            session.print(AbsenceText.cancelled(reply, time))
        }
    }
}
