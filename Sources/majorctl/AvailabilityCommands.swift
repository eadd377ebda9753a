import ArgumentParser
import MajorAPI
import Routing

struct Sick: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Report sick from now on.")

    @OptionGroup var options: GlobalOptions
    @OptionGroup var whose: AgentOption

    @Option(parsing: .upToNextOption, help: "When you are back; else until further notice.")
    var until: [String] = []

    @Option(help: "A note for yourself and the managers.")
    var note: String?

    func run() throws {
        try reportingFailures {
            let daemon = try Daemon(options)
            let (clock, now) = try daemon.clock()
            let end = try reading { () throws(MomentError) in
                let moments = try Moment.read(until)
                guard moments.count <= 1 else { throw .tooMany }
                return try moments.first?.end(clock, from: now)
            }
            let request = RosterAPI.Request(agent: whose.agent, until: end.map(clock.rfc3339), note: note)
            try daemon.enter(RosterAPI.reportSick, request, clock.day(of: now))
        }
    }
}

struct Leave: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Plan leave, for whole days or between two times.",
        usage: "majorctl leave FROM [UNTIL] [--note NOTE] [--agent AGENT] [--override]",
        discussion: """
            majorctl leave tomorrow
            majorctl leave 24-12 4-1
            majorctl leave monday 09:00 monday 12:00
            """)

    @OptionGroup var options: GlobalOptions
    @OptionGroup var whose: AgentOption

    @Argument(help: "From when until when; the last day is included.")
    var moments: [String]

    @Option(help: "A note for yourself and the managers.")
    var note: String?

    @Flag(help: "Enter it even though clients are left without anybody; for managers.")
    var override = false

    func run() throws {
        try reportingFailures {
            let daemon = try Daemon(options)
            let (clock, now) = try daemon.clock()
            let (start, end) = try reading { () throws(MomentError) in try Self.period(moments, clock, now) }
            let request = RosterAPI.Request(
                agent: whose.agent, from: clock.rfc3339(start), until: clock.rfc3339(end), note: note,
                override: override ? true : nil)
            try daemon.enter(RosterAPI.planLeave, request, clock.day(of: now))
        }
    }

    /// One day alone is that whole day.
    static func period(
        _ words: [String], _ clock: ServiceClock, _ now: Instant
    ) throws(MomentError) -> (start: Instant, end: Instant) {
        let moments = try Moment.read(words)
        guard let first = moments.first, let last = moments.last else { throw .missing }
        guard moments.count <= 2 else { throw .tooMany }
        guard moments.count == 2 || first.time == nil else { throw .missing }
        let start = try first.start(clock, from: now)
        return (start, try last.end(clock, from: moments.count == 2 ? start : now))
    }
}

struct Pause: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Take no calls for a while from now on.")

    @OptionGroup var options: GlobalOptions
    @OptionGroup var whose: AgentOption

    @Argument(help: "How long: 45m, 2h, 1h30m.")
    var length: PauseLength

    @Option(help: "A note for yourself and the managers.")
    var note: String?

    func run() throws {
        try reportingFailures {
            let daemon = try Daemon(options)
            let (clock, now) = try daemon.clock()
            let request = RosterAPI.Request(agent: whose.agent, seconds: length.seconds, note: note)
            try daemon.enter(RosterAPI.pause, request, clock.day(of: now))
        }
    }
}

struct Back: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Take calls again: ends leave, sickness or pause in force.")

    @OptionGroup var options: GlobalOptions
    @OptionGroup var whose: AgentOption

    func run() throws {
        try reportingFailures {
            try Daemon(options).comeBack(
                RosterAPI.comeBack, RosterAPI.Request(agent: whose.agent), isOwn: whose.agent == nil)
        }
    }
}

struct Cancel: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Cancel one absence by its number (see absences).")

    @OptionGroup var options: GlobalOptions

    @Argument(help: "The absence's number.")
    var absence: String

    func run() throws {
        try reportingFailures {
            let daemon = try Daemon(options)
            try daemon.call(RosterAPI.cancel, RosterAPI.Request(absence: absence)) { (reply: RosterAPI.Returned) in
                print("Absence \(absence) of \(reply.agentName) is cancelled.")
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
            let (clock, now) = try daemon.clock()
            let today = clock.day(of: now)
            let request = RosterAPI.Request(agent: agent)
            try daemon.call(RosterAPI.listAbsences, request) { (reply: RosterAPI.Absences) in
                if reply.absences.isEmpty { print("Nobody is absent or going to be.") }
                for absence in reply.absences {
                    let note = absence.note.map { " (\($0))" } ?? ""
                    print("\(absence.id)  \(absence.agentName): \(AbsenceText.line(absence, today: today))\(note)")
                }
            }
        }
    }
}

extension Daemon {
    /// Enters an absence and says what happens now.
    fileprivate func enter(_ method: String, _ request: RosterAPI.Request, _ today: CalendarDay) throws {
        try call(method, request) { (reply: RosterAPI.Entered) in
            for line in AbsenceText.confirmation(reply, isOwn: request.agent == nil, today: today) { print(line) }
        }
    }

    fileprivate func comeBack(_ method: String, _ request: RosterAPI.Request, isOwn: Bool) throws {
        try call(method, request) { (reply: RosterAPI.Returned) in
            let kinds = reply.ended.map(\.kind).joined(separator: " and ")
            print(
                isOwn
                    ? "Welcome back: calls come to you again (\(kinds) ended)."
                    : "\(reply.agentName) is back: calls come there again (\(kinds) ended).")
        }
    }
}

/// Reads moments; what cannot be read is the person's mistake, not majord's.
private func reading<Value>(_ body: () throws(MomentError) -> Value) throws -> Value {
    do throws(MomentError) {
        return try body()
    } catch {
        throw ValidationError("\(error)")
    }
}
