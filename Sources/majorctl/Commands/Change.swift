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
        var remarks: [Remark] = []
        if !moments.isEmpty {
            let planned = PlannedTimes(
                try session.reading(time) { () throws(MomentError) in try reader.planned(moments) }, reader.clock, time)
            // The end stays where none is named.
            let question = planned.question == .goesOn ? nil : planned.question
            try Consent.get(question, planned.meant, isGiven: yes, session)
            request.from = planned.isStartNamed ? planned.from : nil
            (request.until, request.series) = (planned.until, planned.series)
            remarks = planned.remarks
        } else if !until.isEmpty {
            let back = try session.reading(time) { () throws(MomentError) in try reader.back(until) }
            let end = reader.clock.rfc3339(back.instant)
            let meant = ChangeWords(time).back(on: time.time(end))
            try Consent.get(back.question, meant.capitalizingFirst, isGiven: yes, session)
            request.until = end
            remarks = back.remarks
        }
        guard dryRun else { return try daemon.enter(request, isOwn: false, time, remarks) }
        try daemon.call(request) { reply in
            session.print(PlanningText.wouldBe(reply, time) + remarks.map(time.text))
            session.print(AbsenceText.consequences(reply, isOwn: false, time))
            session.print(PlanningWords(time).nothingChanged)
        }
    }
}
