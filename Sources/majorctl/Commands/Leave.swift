import ArgumentParser
import MajorAPI
import Routing
import Time
import Varlink
import Wording

struct Leave: SessionCommand {
    static let configuration = CommandConfiguration(
        abstract: "Plan leave, for whole days or between two times.",
        usage: "majorctl leave FROM [UNTIL] [--note NOTE] [--agent AGENT] [--override] [--yes]",
        discussion: """
            majorctl leave tomorrow
            majorctl leave 24-12 4-1
            majorctl leave monday 09:00 monday 12:00

            A weekday, or a date without a year, is the first one that is not over; one that was in the last 31 days when the \
            leave is not over yet. As an end it is the first one after the beginning. Leave that has begun counts from now on. \
            What lasts over 90 days, or is rolled into another year and begins in over 90, is asked back.
            """)

    @OptionGroup var options: GlobalOptions
    @OptionGroup var whose: AgentOption

    @Argument(help: "From when until when; the last day is included.", completion: Completion.moments)
    var moments: [String]

    @Option(help: "A note for yourself and the managers.")
    var note: String?

    @Flag(help: "Enter it even though clients are left without anybody; for managers.")
    var override = false

    @Flag(help: "Do not ask back.")
    var yes = false

    func run(_ session: Session) throws {
        let daemon = try session.daemon()
        let (reader, time) = try daemon.clock()
        let leave = try session.reading(time) { () throws(MomentError) in try reader.leave(moments) }
        let (from, until) = (reader.clock.rfc3339(leave.start), reader.clock.rfc3339(leave.end))
        let meant = "\(AbsenceWords(time.language).noun(.leave)) \(time.period(from: from, until: until))"
            .capitalizingFirst
        try Consent.get(leave.question, meant, isGiven: yes, session)
        let request = RosterAPI.PlanLeave(
            agent: whose.agent, from: from, until: until, note: note, override: override ? true : nil)
        do {
            try daemon.enter(request, isOwn: whose.agent == nil, time, leave.remarks)
        } catch Failure.refused(let why) {
            throw Failure.refused((["\(meant): \(why)"] + leave.remarks.map(time.text)).joined(separator: "\n"))
        }
    }
}
