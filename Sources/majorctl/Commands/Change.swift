import ArgumentParser
import MajorAPI
import Routing
import Sheets
import Time
import Wording

struct Change: SessionCommand {
    static let configuration = CommandConfiguration(
        commandName: "change",
        abstract: "Give an absence other times or another note.",
        usage:
            "majorctl change NUMBER [FROM [UNTIL]] [--until BACK] [--note NOTE] [--deputy AGENT] [--override REASON] [--dry-run] [--yes]",
        discussion: """
            majorctl change 7 24-12 28-12
            majorctl change 7 --until 4-1
            majorctl change 7 every friday afternoon until 1-4
            majorctl change 7 --note ""

            What is not named stays. Leave passes the guard as when it is planned. What has begun keeps its start. majorctl absences \
            shows the numbers, majorctl history --absence 7 how it was before.
            """)

    @OptionGroup var options: GlobalOptions

    @Argument(help: "The absence's number.", completion: Completion.absences)
    var absence: String

    @Argument(help: "From when until when; the last day is included.", completion: Completion.moments)
    var moments: [String] = []

    @Option(
        parsing: .upToNextOption, help: "The day, or the time, at which the agent is back; the start stays.",
        completion: Completion.moments)
    var until: [String] = []

    @Option(help: "A note for yourself and the managers; an empty one takes it away.")
    var note: String?

    @Option(help: "Who stands in where clients would have nobody, by id; for managers.", completion: Completion.agents)
    var deputy: String?

    @Option(help: "Why it is entered even though clients are left without anybody; for managers.")
    var override: String?

    @Flag(help: "Change nothing, and show what would be.")
    var dryRun = false

    @Flag(help: "Do not ask back.")
    var yes = false

    func check(_ language: Language) throws {
        let usage = UsageWords(language)
        try AbsenceNumber.check(absence, language)
        guard moments.isEmpty || until.isEmpty else {
            throw ValidationError(usage.timesOrUntil)
        }
        guard !moments.isEmpty || !until.isEmpty || note != nil || deputy != nil else {
            throw ValidationError(usage.changesNothing)
        }
    }

    func run(_ session: Session) throws {
        let daemon = try session.daemon()
        let (reader, time) = try daemon.clock()
        var request = RosterAPI.ChangeAbsence(
            absence: absence, note: note, deputy: deputy, override: override.map { _ in true }, reason: override,
            dryRun: dryRun ? true : nil)
        let meant = try read(reader, time, daemon, session, &request)
        do {
            guard dryRun else { return try daemon.enter(request, isOwn: false, time, meant.remarks) }
            try daemon.call(request) { reply in
                session.print(PlanningText.wouldBe(reply, time) + meant.remarks.map(time.text))
                session.print(AbsenceText.consequences(reply, isOwn: false, time))
                session.print(PlanningWords(time).nothingChanged)
            }
        } catch Failure.refused(let why) {
            let head = meant.text.map { "\($0): \(why)" } ?? why
            throw Failure.refused(([head] + meant.remarks.map(time.text)).joined(separator: "\n"))
        }
    }

    /// Reads the times that were typed into what is asked for.
    ///
    /// - Returns: When he is back, as the beginning of a sentence, where that was typed; and what is to be said of how it was read.
    private func read(
        _ reader: MomentReader, _ time: TimeWords, _ daemon: Daemon, _ session: Session,
        _ request: inout RosterAPI.ChangeAbsence
    ) throws -> (text: String?, remarks: [Remark]) {
        if !moments.isEmpty {
            let planned = PlannedTimes(
                try session.reading(time) { () throws(MomentError) in try reader.planned(moments) }, reader.clock, time)
            // The end stays where none is named.
            let question = planned.question == .goesOn ? nil : planned.question
            try Consent.get(question, planned.meant, isGiven: yes, session)
            request.from = planned.isStartNamed ? planned.from : nil
            (request.until, request.series) = (planned.until, planned.series)
            return (nil, planned.remarks)
        }
        guard !until.isEmpty else { return (nil, []) }
        let start = try start(daemon)
        let back = try session.reading(time) { () throws(MomentError) in try reader.back(until, from: start) }
        request.until = reader.clock.rfc3339(back.instant)
        let meant = ChangeWords(time).back(on: time.time(reader.clock.local(back.instant))).capitalizingFirst
        try Consent.get(back.question, meant, isGiven: yes, session)
        return (meant, back.remarks)
    }

    /// When the absence begins; nil where majord tells of none: then it is majord's to say so.
    private func start(_ daemon: Daemon) throws -> Instant? {
        guard let known = try? daemon.ask(RosterAPI.ListAbsences()) else { return nil }
        let found = known.absences.first { $0.id == absence }
        return found.flatMap { LocalDateTime(rfc3339: $0.nextFrom ?? $0.from)?.instant }
    }
}
