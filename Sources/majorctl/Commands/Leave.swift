import ArgumentParser
import MajorAPI
import Routing
import Time
import Varlink
import Wording

struct Leave: SessionCommand {
    static let configuration = CommandConfiguration(
        abstract: "Plan leave: whole days, between two times, or hours that come back.",
        usage:
            "majorctl leave FROM [UNTIL] [--note NOTE] [--agent AGENT] [--deputy AGENT] [--request] [--override REASON] [--yes]",
        discussion: """
            majorctl leave tomorrow
            majorctl leave 24-12 4-1
            majorctl leave monday 09:00 monday 12:00
            majorctl leave every friday afternoon from 4-12 until 1-4

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

    @Option(
        help: "Who stands in where clients would have nobody, by id; for managers, and with --request.",
        completion: Completion.agents)
    var deputy: String?

    @Flag(help: "Keep it as a request for a manager where it would be refused.")
    var request = false

    @Option(help: "Why it is entered even though clients are left without anybody; for managers.")
    var override: String?

    @Flag(help: "Do not ask back.")
    var yes = false

    func run(_ session: Session) throws {
        let daemon = try session.daemon()
        let (reader, time) = try daemon.clock()
        let planned = PlannedTimes(
            try session.reading(time) { () throws(MomentError) in try reader.planned(moments) }, reader.clock, time)
        try Consent.get(planned.question, planned.meant, isGiven: yes, session)
        let request = RosterAPI.PlanLeave(
            agent: whose.agent, from: planned.from, until: planned.until, note: note,
            override: override.map { _ in true },
            series: planned.series, deputy: deputy, request: self.request ? true : nil, reason: override)
        do {
            try daemon.enter(request, isOwn: whose.agent == nil, time, planned.remarks)
        } catch Failure.refused(let why) {
            throw Failure.refused(
                (["\(planned.meant): \(why)"] + planned.remarks.map(time.text)).joined(separator: "\n"))
        }
    }
}
