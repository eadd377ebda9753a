import ArgumentParser
import MajorAPI
import Routing
import Time
import Varlink
import Wording

struct Sick: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Report sick from now on.")

    @OptionGroup var options: GlobalOptions
    @OptionGroup var whose: AgentOption

    @Option(
        parsing: .upToNextOption,
        help: "When you are back: a time, or the day on which you are; else until further notice.")
    var until: [String] = []

    @Option(help: "A note for yourself and the managers.")
    var note: String?

    @Flag(help: "Do not ask back.")
    var yes = false

    func run() throws {
        try reportingFailures {
            let daemon = try Daemon(options)
            let (reader, time) = try daemon.clock()
            let back =
                until.isEmpty ? nil : try options.reading(time) { () throws(MomentError) in try reader.back(until) }
            let end = (back?.instant).map(reader.clock.rfc3339)
            let meant = ChangeWords(time).back(on: time.time(end ?? ""))
            try Consent.get(back?.question, meant.capitalizingFirst, isGiven: yes, options)
            let request = RosterAPI.ReportSick(agent: whose.agent, until: end, note: note)
            try daemon.enter(request, isOwn: whose.agent == nil, time, back?.remarks ?? [])
        }
    }
}

struct Leave: ParsableCommand {
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

    @Argument(help: "From when until when; the last day is included.")
    var moments: [String]

    @Option(help: "A note for yourself and the managers.")
    var note: String?

    @Flag(help: "Enter it even though clients are left without anybody; for managers.")
    var override = false

    @Flag(help: "Do not ask back.")
    var yes = false

    func run() throws {
        try reportingFailures {
            let daemon = try Daemon(options)
            let (reader, time) = try daemon.clock()
            let leave = try options.reading(time) { () throws(MomentError) in try reader.leave(moments) }
            let (from, until) = (reader.clock.rfc3339(leave.start), reader.clock.rfc3339(leave.end))
            let meant = "\(AbsenceWords(time.language).noun(.leave)) \(time.period(from: from, until: until))"
                .capitalizingFirst
            try Consent.get(leave.question, meant, isGiven: yes, options)
            let request = RosterAPI.PlanLeave(
                agent: whose.agent, from: from, until: until, note: note, override: override ? true : nil)
            do {
                try daemon.enter(request, isOwn: whose.agent == nil, time, leave.remarks)
            } catch Failure.refused(let why) {
                throw Failure.refused((["\(meant): \(why)"] + leave.remarks.map(time.text)).joined(separator: "\n"))
            }
        }
    }
}

struct Pause: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Take no calls for a while from now on.",
        usage: "majorctl pause LENGTH|until TIME [--note NOTE] [--agent AGENT]")

    @OptionGroup var options: GlobalOptions
    @OptionGroup var whose: AgentOption

    @Argument(help: "How long: 45m, 2h, 1h30m, half an hour; or until when: until 14:00.")
    var length: [String]

    @Option(help: "A note for yourself and the managers.")
    var note: String?

    func run() throws {
        try reportingFailures {
            let daemon = try Daemon(options)
            let (reader, time) = try daemon.clock()
            let request = RosterAPI.Pause(agent: whose.agent, seconds: try seconds(reader, time), note: note)
            try daemon.enter(request, isOwn: whose.agent == nil, time, [])
        }
    }

    /// What is no length and no time is wrong usage, told as such.
    func seconds(_ reader: MomentReader, _ time: TimeWords) throws -> Int {
        try options.reading(time, wrong: DurationWords(time.language).noLength) { () throws(MomentError) in
            try reader.pause(length).since(reader.now).wholeSeconds
        }
    }
}

struct Back: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Take calls again: ends \(AbsenceWords().anyKind(AbsenceWords().noun)) in force.")

    @OptionGroup var options: GlobalOptions
    @OptionGroup var whose: AgentOption

    func run() throws {
        try reportingFailures {
            let isOwn = whose.agent == nil
            try Daemon(options).call(RosterAPI.Return(agent: whose.agent)) { reply in
                let time = TimeWords(options.language, at: nil, in: nil)
                print(AbsenceText.welcome(reply, isOwn: isOwn, time))
            }
        }
    }
}

struct Cancel: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Cancel one absence by its number (see absences).")

    @OptionGroup var options: GlobalOptions

    @Argument(help: "The absence's number.")
    var absence: String

    func validate() throws { try AbsenceNumber.check(absence) }

    func run() throws {
        try reportingFailures {
            let daemon = try Daemon(options)
            try daemon.call(RosterAPI.Cancel(absence: absence)) { reply in
                let (_, time) = try daemon.clock()
                for line in AbsenceText.cancelled(reply, time) { print(line) }
            }
        }
    }
}

struct Absences: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "List absences in force and to come.")

    @OptionGroup var options: GlobalOptions

    @Option(help: "Only this agent's, by id.")
    var agent: String?

    func run() throws {
        try reportingFailures {
            let daemon = try Daemon(options)
            let (_, time) = try daemon.clock()
            try daemon.call(RosterAPI.ListAbsences(agent: agent)) { reply in
                let words = AbsenceWords(time.language)
                if reply.absences.isEmpty { print(words.nobody) }
                for absence in reply.absences {
                    let note = absence.note.map { " (\($0))" } ?? ""
                    print("\(absence.id)  \(absence.agentName): \(AbsenceText.line(absence, time))\(note)")
                    if absence.orphan == true {
                        print("   \(words.orphan(of: absence.agent))")
                    }
                }
            }
        }
    }
}

extension Daemon {
    /// Enters an absence and says what holds now.
    func enter<Request: VarlinkRequest>(
        _ request: Request, isOwn: Bool, _ time: TimeWords, _ remarks: [Remark]
    ) throws where Request.Reply: EnteredReply {
        try call(request) { reply in
            let lines = AbsenceText.confirmation(reply, isOwn: isOwn, time, remarks)
            for line in lines { print(line) }
        }
    }
}
