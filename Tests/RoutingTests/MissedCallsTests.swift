import Routing
import TestSupport
import Testing
import Time

@Suite("Missed calls") struct MissedCallsTests {
    private static let start = at("2026-03-03 10:00")
    private static let maxCall = Milliseconds.hours(4)
    private static func after(_ seconds: Int) -> Instant { start.advanced(by: .seconds(seconds)) }

    private static func decided(
        _ reason: Decision.Reason = .role(.primary), caller: String = "31505550100", contact: String? = nil
    ) -> CallRecord.Decided {
        let dials = if case .role = reason { true } else { false }
        let overflow = Target(.overflow, phone: .of("2000"), ring: 0)
        let targets =
            dials
            ? [Target(.candidate(AgentID("anna"), .primary), phone: .of("2101"), ring: 20), overflow] : [overflow]
        return CallRecord.Decided(
            id: DecisionID(number: 1), caller: PhoneNumber(caller).map(Party.number), client: ClientID("noord"),
            contact: contact, action: dials ? .dial : .overflow, reason: reason, targets: targets,
            candidates: [
                CallRecord.Considered(agent: AgentID("anna"), role: .primary, hindrance: nil, until: nil),
                CallRecord.Considered(agent: AgentID("bram"), role: .backup, hindrance: .absent, until: nil),
            ], opens: nil, generation: 1)
    }

    /// A call with what was reported, each so many seconds after the first.
    private static func record(
        _ decided: CallRecord.Decided?, from first: Int = 0, _ reports: (Int, CallEvent.Kind)...
    ) -> CallRecord {
        var record = CallRecord(callID: "c", noted: after(first), decided: decided)
        var progress = CallProgress(targets: decided?.targets.map(\.phone) ?? [])
        for (second, kind) in reports {
            let instant = after(first + second)
            let target = decided?.targets.first { $0.phone == kind.phone }
            let agent = ["2101": "anna", "2102": "bram", "2103": "cato"][kind.phone?.description ?? ""].map {
                AgentID($0)
            }
            let report = CallRecord.Report(
                kind, progress.take(kind, at: instant), agent: target?.agent ?? (target == nil ? agent : nil),
                part: target?.part)
            record.take(CallRecord.Change(callID: "c", instant: instant, what: .reported(report)))
        }
        return record
    }

    struct Row: CustomTestStringConvertible {
        let what: String
        let record: CallRecord
        var later = 3_600
        let outcome: CallRecord.Outcome

        var testDescription: String { what }
    }

    private static let rows = [
        Row(
            what: "answered by the primary",
            record: record(decided(), (1, .ringing(.of("2101"))), (5, .answered(.of("2101"))), (60, .ended(.answered))),
            outcome: .answered(.primary)),
        Row(
            what: "answered by a pick-up of another candidate, who was none of the targets",
            record: record(decided(), (1, .ringing(.of("2101"))), (5, .answered(.of("2102"))), (60, .ended(.answered))),
            outcome: .answered(.backup)),
        Row(
            what: "answered by a colleague who does not stand for the client",
            record: record(decided(), (1, .ringing(.of("2101"))), (5, .answered(.of("2103"))), (60, .ended(.answered))),
            outcome: .missed(.overflow)),
        Row(
            what: "the caller hangs up while it rings",
            record: record(decided(), (1, .ringing(.of("2101"))), (9, .ended(.cancelled))), outcome: .missed(.abandoned)
        ),
        Row(
            what: "the caller hangs up before anything rings", record: record(decided(), (1, .ended(.cancelled))),
            outcome: .missed(.abandoned)),
        Row(
            what: "nobody answers",
            record: record(decided(), (1, .ringing(.of("2101"))), (21, .ended(.noAnswer))), outcome: .missed(.noAnswer)),
        Row(
            what: "the overflow answers",
            record: record(
                decided(), (1, .ringing(.of("2101"))), (22, .answered(.of("2000"))), (60, .ended(.answered))),
            outcome: .missed(.overflow)),
        Row(
            what: "nobody is there, and the overflow answers",
            record: record(decided(.cause(.uncovered)), (2, .answered(.of("2000"))), (60, .ended(.answered))),
            outcome: .missed(.overflow)),
        Row(
            what: "nobody is there, and the caller hangs up",
            record: record(decided(.cause(.busy)), (2, .ringing(.of("2000"))), (9, .ended(.cancelled))),
            outcome: .missed(.nobody)),
        Row(
            what: "closed is none of theirs", record: record(decided(.cause(.closed)), (9, .ended(.cancelled))),
            outcome: .elsewhere),
        Row(what: "nothing is reported: it goes on", record: record(decided()), later: 599, outcome: .open),
        Row(what: "nothing is reported for ten minutes", record: record(decided()), later: 600, outcome: .unknown),
        Row(
            what: "its end is not reported", record: record(decided(), (1, .ringing(.of("2101")))), later: 14_401,
            outcome: .unknown),
        Row(
            what: "an answer that is told after the end",
            record: record(
                decided(), (1, .ringing(.of("2101"))), (9, .ended(.answered)), (12, .answered(.of("2101")))),
            outcome: .answered(.primary)),
        Row(
            what: "only that it ended well is told", record: record(decided(), (9, .ended(.answered))),
            outcome: .unknown),
    ]

    @Test(arguments: rows)
    func outcome(row: Row) {
        #expect(row.record.outcome(at: Self.after(row.later), maxCall: Self.maxCall) == row.outcome)
    }

    private static func missed(_ first: Int, caller: String = "31505550100", contact: String? = nil, part: Int64? = nil)
        -> MissedCalls.Settled
    {
        MissedCalls.Settled(
            record(decided(caller: caller, contact: contact), from: first, (9, .ended(.cancelled))),
            .missed(.abandoned),
            missed: part)
    }

    private static func answered(
        _ first: Int, caller: String = "31505550100", contact: String? = nil, part: Int64? = nil
    )
        -> MissedCalls.Settled
    {
        MissedCalls.Settled(
            record(
                decided(caller: caller, contact: contact), from: first, (1, .ringing(.of("2101"))),
                (5, .answered(.of("2101"))), (60, .ended(.answered))), .answered(.primary), missed: part)
    }

    private static func dialled(_ first: Int, isAnswered: Bool, number: String = "31505550100", part: Int64? = nil)
        -> MissedCalls.Settled
    {
        var record =
            isAnswered
            ? record(nil, from: first, (5, .answered(.of("2102"))), (60, .ended(.answered)))
            : record(nil, from: first, (20, .ended(.noAnswer)))
        record.dialled = CallRecord.Dialled(
            agent: AgentID("bram"), number: PhoneNumber(number), client: ClientID("noord"), contact: nil)
        return MissedCalls.Settled(record, .dialled(isAnswered: isAnswered), missed: part)
    }

    @Test("a call that goes on while its number is forgotten closes the missed call of the same token")
    func forgotten() {
        func open(_ token: String?) -> MissedCalls {
            MissedCalls(open: [
                MissedCall(
                    id: 1, client: ClientID("noord"), caller: nil, contact: nil, how: .nobody, first: Self.after(0),
                    last: Self.after(60), due: nil, token: token)
            ])
        }
        func dialled(isAnswered: Bool) -> MissedCalls.Settled {
            var record = Self.dialled(100, isAnswered: isAnswered).record
            record.dialled = CallRecord.Dialled(
                agent: AgentID("bram"), number: nil, client: ClientID("noord"), contact: nil)
            record.dialled?.token = "ab12"
            return MissedCalls.Settled(record, .dialled(isAnswered: isAnswered), missed: nil)
        }
        for (token, isClosed) in [("ab12", true), ("cd34", false), (nil, false)] {
            var missed = open(token)
            #expect(missed.take(dialled(isAnswered: true), due: nil).steps.isEmpty != isClosed)
            #expect(missed.open.isEmpty == isClosed)
        }
        var missed = open("ab12")
        _ = missed.take(dialled(isAnswered: false), due: nil)
        #expect(missed.open.map(\.attempts) == [1] && missed.open.map(\.token) == ["ab12"])
        var decided = Self.decided(caller: "")
        decided.token = "ab12"
        let again = Self.record(decided, from: 200, (1, .ringing(.of("2101"))), (30, .ended(.cancelled)))
        #expect(missed.take(.init(again, .missed(.abandoned), missed: nil), due: nil).missed == 1)
        let answered = Self.record(
            decided, from: 300, (1, .ringing(.of("2101"))), (5, .answered(.of("2101"))), (60, .ended(.answered)))
        #expect(missed.take(.init(answered, .answered(.primary), missed: nil), due: nil).steps.count == 1)
        #expect(missed.open.isEmpty)
    }

    @Test("calls of one caller within ten minutes are one, later ones and those of others are others")
    func joined() {
        var missed = MissedCalls(lastNumber: 7)
        #expect(missed.take(Self.missed(0), due: Self.after(3_600)).missed == 8)
        #expect(missed.take(Self.missed(500), due: nil).missed == 8)
        // Ten minutes from the end of the last one.
        #expect(missed.take(Self.missed(1_108), due: nil).missed == 8)
        #expect(missed.take(Self.missed(1_717), due: nil).missed == 9)
        #expect(missed.take(Self.missed(1_720, caller: "31505550101"), due: nil).missed == 10)
        #expect(missed.open.map(\.calls) == [3, 1, 1])
        #expect(missed.open.map(\.due) == [Self.after(3_600), nil, nil])
        #expect(missed.open[0].first == Self.after(0) && missed.open[0].last == Self.after(1_117))
    }

    @Test(
        "the next answered call of the caller closes it, by number or by name, and one that was answered before does not"
    )
    func answeredLater() {
        var missed = MissedCalls()
        _ = missed.take(Self.missed(100), due: nil)
        #expect(missed.take(Self.answered(50), due: nil).steps.isEmpty)
        #expect(missed.take(Self.answered(200, caller: "31505550199"), due: nil).steps.isEmpty)
        let steps = missed.take(Self.answered(300), due: nil).steps
        #expect(missed.open.isEmpty)
        guard case .replace(let closed)? = steps.first else {
            Issue.record("nothing was closed")
            return
        }
        #expect(closed.closing == MissedCall.Closing(.answered, by: "anna", at: Self.after(305)))
        _ = missed.take(Self.missed(400, contact: "Karin"), due: nil)
        _ = missed.take(Self.answered(500, caller: "31612345678", contact: "Karin"), due: nil)
        #expect(missed.open.isEmpty)
    }

    @Test("who dials the caller closes it once somebody answers; attempts are counted, each once")
    func calledBack() {
        var missed = MissedCalls()
        _ = missed.take(Self.missed(0), due: nil)
        let attempt = missed.take(Self.dialled(60, isAnswered: false), due: nil)
        #expect(missed.open.first?.attempts == 1)
        #expect(missed.open.first?.attempted == Self.after(80))
        #expect(missed.take(Self.dialled(60, isAnswered: false, part: attempt.missed), due: nil).steps.isEmpty)
        #expect(missed.take(Self.dialled(200, isAnswered: true, number: "31201234567"), due: nil).steps.isEmpty)
        let steps = missed.take(Self.dialled(200, isAnswered: true), due: nil).steps
        #expect(missed.open.isEmpty)
        guard case .replace(let closed)? = steps.first else {
            Issue.record("nothing was closed")
            return
        }
        #expect(closed.closing == MissedCall.Closing(.called, by: "bram", at: Self.after(205)))
    }

    @Test("a report that came late corrects it: one of several counts less, the only one is closed as corrected")
    func corrected() {
        var missed = MissedCalls()
        _ = missed.take(Self.missed(0), due: nil)
        _ = missed.take(Self.missed(100), due: nil)
        _ = missed.take(Self.answered(0, part: 1), due: nil)
        // The first was answered before the second was missed.
        #expect(missed.open.map(\.calls) == [1])
        let steps = missed.take(Self.answered(100, part: 1), due: nil).steps
        #expect(missed.open.isEmpty)
        guard case .replace(let closed)? = steps.first else {
            Issue.record("nothing was corrected")
            return
        }
        #expect(closed.closing?.way == .corrected)
    }

    @Test("what is settled twice is missed once")
    func twice() {
        var missed = MissedCalls()
        let first = missed.take(Self.missed(0), due: nil)
        #expect(missed.take(Self.missed(0, part: first.missed), due: nil).steps.isEmpty)
        #expect(missed.open.map(\.calls) == [1])
    }
}
