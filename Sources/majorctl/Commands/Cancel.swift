import ArgumentParser
import MajorAPI
import Routing
import Sheets
import Time
import Wording

struct Cancel: SessionCommand {
    static let configuration = CommandConfiguration(
        commandName: "cancel",
        abstract: "Cancel one absence by its number (see absences); of hours that come back, those to come.")

    @OptionGroup var options: GlobalOptions

    @Argument(help: "The absence's number.", completion: Completion.absences)
    var absence: String

    @Option(
        parsing: .upToNextOption, help: "Only what is on this day, of hours that come back.",
        completion: Completion.moments)
    var on: [String] = []

    func check(_ language: Language) throws { try AbsenceNumber.check(absence, language) }

    func run(_ session: Session) throws {
        let daemon = try session.daemon()
        let (reader, time) = try daemon.clock()
        let read = on.isEmpty ? nil : try session.reading(time) { () throws(MomentError) in try reader.day(on) }
        try daemon.call(RosterAPI.Cancel(absence: absence, day: read.map { "\($0.day)" })) { reply in
            session.print(AbsenceText.cancelled(reply, on: read?.day, time))
            session.print((read?.remarks ?? []).map(time.text))
        }
    }
}
