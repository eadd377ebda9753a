import ArgumentParser
import MajorAPI
import Routing
import Sheets
import Time
import Varlink
import Wording

struct Leave: SessionCommand {
    static let configuration = CommandConfiguration(
        commandName: "leave",
        abstract: "Plan leave: whole days, between two times, or hours that come back.",
        usage: LeaveForm.allCases.map(\.usage).joined(separator: "\n"),
        discussion: """
            majorctl leave tomorrow
            majorctl leave 24-12 4-1
            majorctl leave monday 09:00 monday 12:00
            majorctl leave every friday afternoon from 4-12 until 1-4
            majorctl leave 24-12 --dry-run
            majorctl leave import vakantie.ics --source hr --dry-run

            A weekday, or a date without a year, is the first one that is not over; one that was in the last 31 days when the \
            leave is not over yet. As an end it is the first one after the beginning. Leave that has begun counts from now on. \
            What lasts over 90 days, or is rolled into another year and begins in over 90, is asked back.

            Import reads an agent's calendar (iCalendar) as leave. All-day events and those out of office count, but nothing that is \
            free, tentative or cancelled. What is new is entered, what was moved is changed, what is gone is cancelled; what was \
            entered, changed or cancelled by hand stays (--follow gives one back to the calendar). Titles stay here: majord gets times and UIDs.

            Address prints from where an agent's calendar is read, its source and its address, for majord-calendar@.service. It may \
            hold a key: do not show it to others.
            """)

    @OptionGroup var options: GlobalOptions
    @OptionGroup var whose: AgentOption

    @Argument(
        help: ArgumentHelp(
            "From when until when, the last day included; or import and a file (- is stdin), or address.",
            valueName: "moments"), completion: Completion.leave)
    var words: [String]

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

    @OptionGroup(title: "Options of leave import") var importing: LeaveImport.Options

    func check(_ language: Language) throws {
        let form = LeaveForm(words)
        try form.check(given, language)
        let usage = UsageWords(language)
        switch form {
        case .plan:
            guard !request || override == nil else { throw ValidationError(usage.requestOrOverride) }
        case .read:
            guard words.count == 2, importing.source != nil else { throw ValidationError(usage.importNeeds) }
            for number in importing.follow { try AbsenceNumber.check(number, language) }
        case .address:
            guard words.count == 1 else { throw ValidationError(usage.addressTakesNothing) }
        }
    }

    private var given: [String] {
        let all: [(String, Bool)] = [
            ("--note", note != nil), ("--deputy", deputy != nil), ("--request", request),
            ("--override", override != nil), ("--yes", yes), ("--source", importing.source != nil),
            ("--dry-run", importing.dryRun), ("--all", importing.all), ("--follow", !importing.follow.isEmpty),
        ]
        return all.filter(\.1).map(\.0)
    }

    func run(_ session: Session) throws {
        switch LeaveForm(words) {
        case .plan: try plan(session)
        case .read: try LeaveImport(agent: whose.agent, file: words.last ?? "-", options: importing).run(session)
        case .address:
            try session.daemon().call(CalendarAPI.Address(agent: whose.agent)) { reply in
                session.print("\(reply.source) \(reply.url)")
            }
        }
    }

    private func plan(_ session: Session) throws {
        let daemon = try session.daemon()
        let (reader, time) = try daemon.clock()
        let planned = PlannedTimes(
            try session.reading(time) { () throws(MomentError) in try reader.planned(words) }, reader.clock, time)
        try Consent.get(planned.question, planned.meant, isGiven: yes, session)
        let request = RosterAPI.PlanLeave(
            agent: whose.agent, from: planned.from, until: planned.until, note: note,
            override: override.map { _ in true },
            series: planned.series, deputy: deputy, request: self.request ? true : nil, reason: override,
            dryRun: importing.dryRun ? true : nil)
        do {
            guard !importing.dryRun else {
                try daemon.call(request) { reply in
                    session.print([planned.meant] + planned.remarks.map(time.text))
                    if reply.details?.request == true { session.print(RequestWords(time).wouldBe) }
                    session.print(AbsenceText.consequences(reply, isOwn: whose.agent == nil, time))
                    session.print(PlanningWords(time).nothingChanged)
                }
                return
            }
            try daemon.enter(request, isOwn: whose.agent == nil, time, planned.remarks)
        } catch Failure.refused(let why) {
            throw Failure.refused(
                (["\(planned.meant): \(why)"] + planned.remarks.map(time.text)).joined(separator: "\n"))
        }
    }
}
