import Foundation
import GRDB
import Routing
import TestSupport
import Testing
import Time

@testable import Records

@Suite("Call records", .eachEngine)
struct CallRecordTests {
    let ledger: any CallRecords
    let forgetting: any ForgettingRecords
    let engine: TestRecords
    let start = Instant(clamping: 1_800_000_000_000)
    let joke = AgentID("joke")
    let mark = AgentID("mark")

    init() throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "calls-\(UUID())").path
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        engine = try TestRecords(folder: folder)
        ledger = SQLCalls(engine: engine)
        forgetting = SQLForgetting(engine: engine)
    }

    private func after(_ seconds: Int) -> Instant { start.advanced(by: .seconds(seconds)) }

    private func decided(_ callID: String, caller: Party = .noord, at instant: Instant? = nil) -> CallRecord.Change {
        CallRecord.Change(callID: callID, instant: instant ?? start, what: .decided(.example(caller: caller)))
    }

    private func report(
        _ callID: String, after seconds: Int, _ kind: CallEvent.Kind, _ effect: CallProgress.Effect,
        agent: AgentID? = nil, part: Target.Part? = nil
    ) -> CallRecord.Change {
        CallRecord.Change(
            callID: callID, instant: after(seconds),
            what: .reported(CallRecord.Report(kind, effect, agent: agent, part: part)))
    }

    private func answered(
        _ callID: String, after seconds: Int, _ digits: String, _ agent: AgentID?, hasCredit: Bool = true
    ) -> CallRecord.Change {
        report(
            callID, after: seconds, .answered(.of(digits)), .answers(.of(digits), hasCredit: hasCredit), agent: agent)
    }

    private func ended(_ callID: String, after seconds: Int, _ status: DialStatus = .answered) -> CallRecord.Change {
        report(callID, after: seconds, .ended(status), .ends)
    }

    private func all(limit: Int = 100) throws -> [CallRecord] { try ledger.allCalls(limit: limit).reversed() }

    /// The calls that are taken up although nobody would ask about them any more.
    private func held(since: Instant? = nil, until: Instant = .latest) throws -> [CallRecord] {
        try ledger.calls(
            toTakeUp: TakeUp(decided: .latest, ended: .latest, held: since ?? start), from: .latest,
            until: until, withHeld: true, limit: 0)
    }

    @Test(
        "a record of every kind comes back as it was written",
        arguments: [
            CallRecord.Decided.example(),
            .example(
                caller: .anonymous, action: .overflow, reason: .cause(.anonymous), targets: [.overflow], client: nil),
            .example(
                action: .overflow, reason: .cause(.closed), targets: [.overflow],
                opens: Instant(clamping: 1_800_000_360_000)),
            .example(
                action: .overflow, reason: .cause(.uncovered), targets: [.overflow],
                contact: "Karin, \"de\" Smit; 2101:20"),
            .example(
                reason: .role(.backup), targets: [.of("2102", .backup, AgentID("mark")), .overflow],
                candidates: [
                    CallRecord.Considered(
                        agent: AgentID("joke"), role: .primary, hindrance: .absent,
                        until: Instant(clamping: 1_800_009_000_000)),
                    CallRecord.Considered(agent: AgentID("mark"), role: .backup, hindrance: nil, until: nil),
                ], generation: 1 << 40),
            .example(
                action: .overflow, reason: .cause(.busy), targets: [.overflow],
                candidates: [
                    CallRecord.Considered(agent: AgentID("joke"), role: .primary, hindrance: .busy, until: nil),
                    CallRecord.Considered(agent: AgentID("mark"), role: .backup, hindrance: .outsideHours, until: nil),
                ]),
            .example(targets: [.of("2101", .primary, nil), .of("2102", .backup, AgentID("é\"{,")), .overflow]),
            .example(
                caller: .internal, action: .overflow, reason: .cause(.internal), targets: [.overflow], client: nil),
            .example(
                candidates: [
                    CallRecord.Considered(
                        agent: AgentID("mark"), role: .backup, hindrance: nil, until: nil, behind: .unreachable),
                    CallRecord.Considered(
                        agent: AgentID("joke"), role: .primary, hindrance: nil, until: nil,
                        behind: [.wrapUp, .unreachable]),
                ], called: PhoneNumber("31880001234")),
            .example(
                caller: .unknown, action: .overflow, reason: .cause(.unknownCaller), targets: [.overflow], client: nil),
        ])
    func roundTrip(decided: CallRecord.Decided) throws {
        var record = CallRecord(callID: "a", noted: start, decided: decided)
        let changes = [
            report("a", after: 1, .ringing(.of("2101")), .rings(.of("2101")), agent: joke, part: .role(.primary)),
            report(
                "a", after: 3, .answered(.of("2101")), .answers(.of("2101"), hasCredit: true), agent: joke,
                part: .role(.primary)),
            report("a", after: 9, .up, .staysUp(.of("2101"))),
            report("a", after: 10, .ringing(.of("2100")), .late(hasCredit: false)),
            report("a", after: 20, .released(.of("2101")), .letsGo, agent: joke),
            report("a", after: 21, .ringing(.of("2102")), .rings(.of("2102")), agent: mark, part: .role(.backup)),
            report("a", after: 22, .answered(.of("2102")), .answers(.of("2102"), hasCredit: false), agent: mark),
            CallRecord.Change(callID: "a", instant: after(30), what: .freed),
            ended("a", after: 40),
        ]
        try ledger.record([CallRecord.Change(callID: "a", instant: start, what: .decided(decided))])
        #expect(try all() == [record])
        for change in changes {
            record.take(change)
            try ledger.record([change])
            #expect(try all() == [record], "\(change.what)")
        }
    }

    @Test("a report of a call that was never asked about is kept, and its record goes on")
    func unasked() throws {
        try ledger.record([answered("x", after: 1, "2101", nil), ended("x", after: 2)])
        let record = try #require(try all().first)
        #expect(try all().count == 1 && record.decided == nil && record.noted == after(1))
        #expect(record.course.answer?.phone == .of("2101") && record.course.end?.status == .answered)
    }

    @Test("an id that a PBX uses again is another call, which nobody has; reports belong to the newest")
    func reusedID() throws {
        try ledger.record([decided("a"), answered("a", after: 1, "2101", joke), decided("a", at: after(5))])
        #expect(try held() == [])
        try ledger.record([answered("a", after: 9, "2102", mark)])
        #expect(try all().map { $0.course.answer?.agent } == [joke, mark])
        #expect(try held().map(\.noted) == [after(5)])
    }

    @Test(
        "whoever has a call, or whose phone rings, is taken up however many calls came since, and nobody after its end")
    func heldCalls() throws {
        try ledger.record([
            decided("a"), answered("a", after: 1, "2101", joke), decided("b"),
            report("b", after: 2, .ringing(.of("2102")), .rings(.of("2102")), agent: mark),
        ])
        try ledger.record((0..<50).map { decided("later-\($0)", at: after(3)) })
        #expect(try held().map(\.callID) == ["b", "a"])
        #expect(try held(since: after(2)).map(\.callID) == ["b"])
        #expect(try held(until: after(2)).map(\.callID) == ["a"])
        #expect(try ledger.countHeldCalls(from: start) == 1, "a phone that rings was not answered")
        try ledger.record([report("a", after: 9_000, .up, .staysUp(.of("2101")))])
        #expect(try held(since: after(9_000)).map(\.callID) == ["a"], "it is up, however long ago it was answered")
        try ledger.record([ended("a", after: 10), ended("b", after: 11)])
        #expect(try held() == [])
    }

    @Test("what has been kept long enough is forgotten, numbers before calls")
    func retention() throws {
        let day = Milliseconds.days(1)
        try ledger.record([
            decided("old"), decided("middle", at: start.advanced(by: day)),
            decided("new", caller: .anonymous, at: start.advanced(by: .days(2))),
        ])
        #expect(
            try forgetting.forget(
                ForgettingDay(
                    callsBefore: start.advanced(by: day), numbersBefore: start.advanced(by: .days(3)),
                    absencesBefore: .earliest, eventsBefore: .earliest), atMost: 10
            ) { _ in nil } == 2)
        #expect(try all().map(\.callID) == ["middle", "new"])
        #expect(try all().map(\.decided?.caller) == [nil, .anonymous])
    }

    @Test("taken up are calls that may be asked about again, those that may still be reported of, the newest first")
    func toTakeUp() throws {
        try ledger.record([
            decided("old", at: after(-660)), decided("old and heard", at: after(-660)),
            report("old and heard", after: -655, .ringing(.of("2101")), .rings(.of("2101"))),
            decided("long over", at: after(-8_000)), ended("long over", after: -7_900),
            decided("over an hour", at: after(-8_000)), ended("over an hour", after: -100),
            decided("first"), decided("over"), ended("over", after: 3, .cancelled), decided("second"), decided(""),
            ended("unasked", after: 4),
        ])
        let since = TakeUp(decided: after(-600), ended: after(-3_600), held: after(-14_400))
        func calls(from: Instant? = nil, until: Instant = .latest, limit: Int = 100) throws -> [String] {
            try ledger.calls(toTakeUp: since, from: from ?? since.held, until: until, withHeld: false, limit: limit)
                .map(\.callID)
        }
        #expect(try calls() == ["unasked", "second", "over", "first", "old and heard", "over an hour"])
        #expect(try calls(limit: 2) == ["unasked", "second"])
        #expect(try calls(until: start) == ["old and heard", "over an hour"])
        #expect(try calls(from: start, until: after(1)) == ["second", "over", "first"])
    }

    @Test("a decision whose id is none is not taken up; the call goes on")
    func noID() throws {
        try ledger.record([decided("a"), answered("a", after: 1, "2101", joke)])
        for id in ["", "no id", "0dhk3v0q8000"] {
            try engine.execute("UPDATE call SET decision = '\(id)'")
            let record = try #require(try all().first)
            #expect(record.decided == nil && record.course.holding?.agent == joke)
        }
    }

    @Test("a row that somebody has made unreadable is left alone, and what is reported is kept beside it")
    func unreadable() throws {
        try ledger.record([decided("a")])
        try engine.execute("UPDATE call SET ended = 'exploded'")
        try ledger.record([answered("a", after: 1, "2101", joke)])
        let count = try engine.texts("SELECT id FROM call WHERE call_id = 'a'").count
        #expect(count == 2)
        #expect(throws: LedgerError.self) { try all() }
    }

    @Test(
        "callers are told with how many of their calls were decided for a reason, and when last; others, and hidden ones, are not"
    )
    func callers() throws {
        let other = try #require(PhoneNumber("31612345678"))
        func unknown(_ callID: String, _ caller: Party, after seconds: Int) -> CallRecord.Change {
            CallRecord.Change(
                callID: callID, instant: after(seconds),
                what: .decided(
                    .example(
                        caller: caller, action: .overflow, reason: .cause(.unknownCaller), targets: [.overflow],
                        client: nil)))
        }
        try ledger.record([
            decided("known"), unknown("a", .number(other), after: 1), unknown("b", .noord, after: 2),
            unknown("c", .number(other), after: 3), unknown("d", .anonymous, after: 4),
            unknown("e", .unknown, after: 5),
        ])
        guard case .number(let noord) = Party.noord else { return }
        #expect(
            try ledger.callersDecided(as: .cause(.unknownCaller), since: .earliest) == [
                DecidedCaller(number: other, calls: 2, last: after(3)),
                DecidedCaller(number: noord, calls: 1, last: after(2)),
            ])
        #expect(
            try ledger.callersDecided(as: .cause(.unknownCaller), since: after(3)) == [
                DecidedCaller(number: other, calls: 1, last: after(3))
            ])
        #expect(try ledger.callersDecided(as: .role(.primary), since: .earliest).map(\.number) == [noord])
    }

    @Test("of a call of an agent to nobody's client nothing is kept but the mark of its id, for a week")
    func passedOver() throws {
        func passOver(_ callID: String, _ seconds: Int) throws {
            try ledger.record([CallRecord.Change(callID: callID, instant: after(seconds), what: .passedOver)])
        }
        try passOver("out-1", 0)
        try passOver("out-2", 1)
        try passOver("out-1", 2)
        #expect(try ledger.callsPassedOver(since: after(0), limit: 9) == [CallMark("out-1"), CallMark("out-2")])
        #expect(try ledger.callsPassedOver(since: after(2), limit: 9) == [CallMark("out-1")])
        #expect(try ledger.callsPassedOver(since: after(0), limit: 1).count == 1)
        #expect(try ledger.calls(CallQuery()).isEmpty)
        try passOver("out-3", 8 * 86_400)
        #expect(try ledger.callsPassedOver(since: after(0), limit: 9) == [CallMark("out-3")])
        #expect(CallMark("").number == -0x340d_631b_7bdd_dcdb, "the mark stays the same in every version (FNV-1a)")
    }
}
