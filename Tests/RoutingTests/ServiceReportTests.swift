import Routing
import TestSupport
import Testing
import Time

/// March 2026: Noord's pair is Anna and Bram, from the 16th on Anna and Cato; service is on workdays from 8 to 18.
@Suite("Figures of reports")
struct ServiceReportTests {
    private static let noted = at("2026-03-03 10:00")

    private static func answer(_ agent: String?, _ role: Role?, after milliseconds: Int64) -> CallFacts.Answer {
        CallFacts.Answer(
            instant: noted.advanced(by: Milliseconds(milliseconds)), agent: agent.map { AgentID($0) }, role: role)
    }

    private static func call(
        _ reason: Decision.Reason? = .role(.primary), of client: String? = "noord", answer: CallFacts.Answer? = nil,
        ended: DialStatus? = nil, after milliseconds: Int64 = 60_000, isHeard: Bool = true, isDialled: Bool = false,
        noted: Instant = noted
    ) -> CallFacts {
        let isDial = if case .role = reason { true } else { false }
        return CallFacts(
            noted: noted, lastNoted: noted, client: client.map { ClientID($0) },
            decided: reason.map { CallFacts.Decided(action: isDial ? .dial : .overflow, reason: $0) },
            isDialled: isDialled, answer: answer,
            end: ended.map {
                CallRecord.Course.End(status: $0, instant: noted.advanced(by: Milliseconds(milliseconds)))
            }, isHeard: isHeard)
    }

    private static func directory(backup: String = "bram") -> Directory {
        var noord = client("noord", "anna", backup, numbers: ["3150555*"])
        noord.contacts = []
        var directory = office(clients: [noord, client("oost", "bram", "anna", until: "2026-03-10", level: "always")])
        directory.settings.levels[0] = ServiceLevel(
            name: "office", hours: hours(.workdays, "08:00-18:00"), answerWithin: .init(share: 90, seconds: 20),
            closeWithin: [.incident: .hours(8)])
        return directory
    }

    private static func scope(
        made: Instant = at("2026-04-02 12:00"), absences: [Absence] = [], only: String? = nil
    ) throws -> (ReportScope, Interval) {
        let period = ReportPeriod(
            interval("2026-03-01 00:00", "2026-04-01 00:00"), made: made, ServiceClock(amsterdam))
        let past = try #require(period.past)
        let roster = Roster(absences: absences)
        let first = try RoutingTable(directory: directory(), roster: roster, generation: 1)
        let second = try RoutingTable(directory: directory(backup: "cato"), roster: roster, generation: 2)
        let handover = at("2026-03-16 00:00")
        let stretches = [(past.start, handover, first), (handover, past.end, second)].compactMap { start, end, table in
            Interval(from: start, until: min(end, past.end)).map { ReportScope.Stretch($0, table) }
        }
        return (
            ReportScope(period, current: second, stretches) { only == nil || $0 == only.map { ClientID($0) } }, past
        )
    }

    private static func report(
        _ calls: [CallFacts], made: Instant = at("2026-04-02 12:00"), absences: [Absence] = [], only: String? = nil
    ) throws -> ServiceReport {
        let (scope, past) = try scope(made: made, absences: absences, only: only)
        var tally = ReportTally(scope, past: past, hasSheet: only != nil)
        for call in calls { tally.add(call, from: nil) }
        return tally.report()
    }

    private static func noord(_ calls: CallFacts...) throws -> CallTally {
        try #require(try report(calls).clients.first { $0.client.id == ClientID("noord") }).figures.calls
    }

    @Test("each call counts as one thing, and unknown and open ones count apart")
    func outcomes() throws {
        let calls = try Self.noord(
            Self.call(answer: Self.answer("anna", .primary, after: 5_000)),
            Self.call(answer: Self.answer("bram", .backup, after: 1)),
            Self.call(answer: Self.answer("cato", .holder, after: 20_000)), Self.call(ended: .cancelled),
            Self.call(ended: .busy), Self.call(.cause(.uncovered), ended: .cancelled),
            Self.call(answer: Self.answer(nil, nil, after: 9), ended: .answered), Self.call(isHeard: false),
            Self.call(ended: .answered, isHeard: false), Self.call(.cause(.closed), ended: .cancelled),
            Self.call(nil, answer: Self.answer("anna", nil, after: 9), isDialled: true), Self.call(nil, isDialled: true)
        )
        #expect(calls.answered == 3 && calls[.primary] == 1 && calls[.backup] == 1 && calls[.holder] == 1)
        #expect(calls[.abandoned] == 1 && calls[.noAnswer] == 1 && calls[.nobody] == 1 && calls[.overflow] == 1)
        #expect(calls.counted == 7)
        #expect(calls.unknown == 2)
        #expect(calls.calls == 9)
        #expect(calls.outside == 1)
        #expect(calls.called == 1 && calls.notReached == 1)
    }

    @Test(
        "within the target is what was answered in so many seconds and no millisecond more, of all and of those who stayed"
    )
    func within() throws {
        let calls = try Self.noord(
            Self.call(answer: Self.answer("anna", .primary, after: 20_000)),
            Self.call(answer: Self.answer("anna", .primary, after: 20_001)),
            Self.call(ended: .cancelled, after: 20_000),
            Self.call(ended: .cancelled, after: 20_001), Self.call(ended: .busy))
        #expect(calls.within == Share(1, of: 5))
        #expect(calls.withinOfOthers == Share(1, of: 3))
        #expect(calls.abandonedWithin == 1)
        #expect(calls.wait.p95 == Milliseconds(20_001))
    }

    @Test("who answers before the question came waited for nothing")
    func before() throws {
        #expect(try Self.noord(Self.call(answer: Self.answer("anna", .primary, after: -3_000))).waits == [0])
    }

    @Test("the pair is that of the day, in whatever role one of it answers")
    func pair() throws {
        func answered(_ agent: String, _ role: Role, _ day: String) -> CallFacts {
            Self.call(answer: Self.answer(agent, role, after: 1), noted: at("\(day) 10:00"))
        }
        let calls = try Self.noord(
            answered("bram", .backup, "2026-03-13"), answered("bram", .callback, "2026-03-13"),
            answered("cato", .deputy, "2026-03-13"), answered("cato", .backup, "2026-03-16"),
            answered("bram", .holder, "2026-03-16"))
        #expect(calls.pair == Share(3, of: 5))
    }

    @Test("a call belongs to the period in which it was asked about, midnight by midnight")
    func bounds() throws {
        func at(_ text: String) -> CallFacts { Self.call(ended: .busy, noted: TestSupport.at(text)) }
        let calls = try Self.noord(
            at("2026-02-28 23:59:59.999"), at("2026-03-01 00:00"), at("2026-03-31 23:59:59.999"),
            at("2026-04-01 00:00"))
        #expect(calls.calls == 2)
    }

    @Test("calls that are no client's stand with all, and clients without a target in no share of it")
    func total() throws {
        let report = try Self.report([
            Self.call(.cause(.unknownCaller), of: nil), Self.call(.cause(.anonymous), of: nil),
            Self.call(.cause(.refused), of: nil), Self.call(.cause(.internal), of: nil), Self.call(nil, of: nil),
            Self.call(.notExclusive, of: nil), Self.call(of: "oost", answer: Self.answer("bram", .primary, after: 1)),
            Self.call(answer: Self.answer("anna", .primary, after: 1)),
        ])
        let others = report.others
        #expect([others.unknownCallers, others.anonymous, others.refused, others.colleagues] == [1, 1, 1, 1])
        #expect(others.unasked == 1)
        #expect(report.total.calls.answered == 2)
        #expect(report.total.calls.within == Share(1, of: 1))
        #expect(report.clients.map(\.client.name) == ["Noord", "Oost"])
    }

    @Test("the minutes of all together are the sum of what is told of each")
    func coverOfAll() throws {
        let anna = absence(1, "anna", from: at("2026-03-05 17:00"), until: at("2026-03-06 08:00:00.001"))
        let bram = absence(2, "bram", from: at("2026-03-05 09:00"), until: at("2026-03-07 00:00"))
        let report = try Self.report([], absences: [anna, bram])
        let each = report.clients.map(\.figures.cover)
        #expect(each.count > 1 && each.allSatisfy { $0.uncoveredMinutes > 0 })
        #expect(report.total.cover.uncoveredMinutes == each.reduce(0) { $0 + $1.uncoveredMinutes })
        #expect(report.total.cover.serviceMinutes == each.reduce(0) { $0 + $1.serviceMinutes })
    }

    @Test("nobody is there while all are away, in service alone, and a moment of it is a minute")
    func cover() throws {
        let anna = absence(1, "anna", from: at("2026-03-12 17:00"), until: at("2026-03-13 08:00:00.001"))
        let bram = absence(2, "bram", from: at("2026-03-12 09:00"), until: at("2026-03-14 00:00"))
        let report = try Self.report([], absences: [anna, bram], only: "noord")
        let figures = try #require(report.clients.first).figures
        #expect(figures.cover.uncoveredMinutes == 61)
        #expect(figures.cover.serviceMinutes == 22 * 600)
        let days = try #require(report.sheet).days
        #expect(days.days.count == 31)
        #expect(days.days[11] == .served(.nobody) && days.days[12] == .served(.nobody))
        #expect(days.days[10] == .served(.both) && days.days[13] == .closed)
        #expect(days.gaps == [interval("2026-03-12 17:00", "2026-03-13 08:00:00.001")])
    }

    @Test("what is to come counts for nothing, and is told as that")
    func running() throws {
        let report = try Self.report([], made: at("2026-03-04 12:00"), only: "noord")
        let cover = try #require(report.clients.first).figures.cover
        #expect(cover.serviceMinutes == 2 * 600 + 240)
        #expect(report.sheet?.days.days[3] == .served(.both))
        #expect(report.sheet?.days.days[4] == Optional<ForecastDay>.none)
    }

    @Test("a client whose agreement is over is told of while it was in force, and its service ends with it")
    func ended() throws {
        let oost = try #require(try Self.report([]).clients.first { $0.client.id == ClientID("oost") })
        #expect(oost.figures.cover.serviceMinutes == 10 * 1_440)
    }

    @Test("twelve months count each in its own, also before the period")
    func months() throws {
        let (scope, past) = try Self.scope(only: "noord")
        var tally = ReportTally(scope, past: past, hasSheet: true)
        #expect(tally.wanted == interval("2025-04-01 00:00", "2026-04-01 00:00"))
        for instant in ["2025-04-01 10:00", "2026-02-03 10:00", "2026-03-03 10:00"] {
            tally.add(Self.call(ended: .busy, noted: at(instant)), from: nil)
        }
        let report = tally.report()
        #expect(report.sheet?.months.map(\.calls.calls) == [1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 1])
        #expect(report.total.calls.calls == 1)
    }

    // Missed calls and cases.

    private static func missed(
        last: Instant = at("2026-03-03 17:30"), due: Instant? = at("2026-03-04 08:30"), _ closing: MissedCall.Closing?
    ) -> MissedCall {
        MissedCall(
            id: 1, client: ClientID("noord"), caller: nil, contact: nil, how: .abandoned, first: last, last: last,
            due: due, closing: closing)
    }

    @Test(
        "missed calls are counted by how they were closed, and in time when they were due at the latest",
        arguments: [
            (missed(.init(.called, by: "anna", at: at("2026-03-04 08:30"))), 1, Share(1, of: 1), 60),
            (missed(.init(.answered, by: "anna", at: at("2026-03-04 08:31"))), 1, Share(0, of: 1), 61),
            (missed(due: nil, .init(.byHand, by: "root", at: at("2026-03-09 08:00"))), 1, Share(1, of: 1), 1_830),
            (missed(.init(.corrected, by: "anna", at: at("2026-03-03 17:31"))), 0, Share(0, of: 0), nil),
            (missed(nil), 1, Share(0, of: 1), nil), (missed(due: at("2026-04-02 12:01"), nil), 1, Share(0, of: 0), nil),
            (missed(due: nil, nil), 1, Share(0, of: 0), nil),
        ] as [(MissedCall, Int, Share, Int?)])
    func missedCalls(missed: MissedCall, count: Int, inTime: Share, minutes: Int?) throws {
        let (scope, past) = try Self.scope()
        var tally = ReportTally(scope, past: past, hasSheet: false)
        tally.add(missed)
        let figures = tally.report().total.missed
        #expect(figures.missed == count)
        #expect(figures.inTime == inTime)
        #expect(figures.time.median == minutes.map { .minutes($0) })
        #expect(figures.open == (count == 1 && missed.isOpen ? 1 : 0))
        #expect(figures.overdue == (missed.isOverdue(at: at("2026-04-02 12:00")) ? 1 : 0))
    }

    @Test(
        "cases count where they were opened and closed, and the time until then is service time",
        arguments: [
            ("2026-03-02 09:00", "2026-03-02 17:00", [1, 1, 0], Share(1, of: 1), 480),
            ("2026-03-02 09:00", "2026-03-03 08:00:00.001", [1, 1, 0], Share(0, of: 1), nil),
            ("2026-02-27 17:00", "2026-03-02 09:00", [0, 1, 0], Share(1, of: 1), 120),
            ("2026-03-30 09:00", "2026-04-01 00:00", [1, 0, 1], Share(), nil),
            ("2026-03-30 09:00", nil, [1, 0, 1], Share(), nil), ("2026-02-01 09:00", nil, [0, 0, 1], Share(), nil),
            ("2026-04-01 00:00", nil, [0, 0, 0], Share(), nil),
        ] as [(String, String?, [Int], Share, Int?)])
    func cases(opened: String, closed: String?, counts: [Int], within: Share, minutes: Int?) throws {
        let (scope, past) = try Self.scope()
        var tally = ReportTally(scope, past: past, hasSheet: false)
        let file = Case(
            id: 1, client: ClientID("noord"), holder: AgentID("anna"), kind: .incident, openedBy: "root",
            openedAt: at(opened), touched: at(opened))
        tally.add(file, closed: closed.map { at($0) })
        let figures = tally.report().total.cases[.incident] ?? CaseTally()
        #expect([figures.opened, figures.closed, figures.open] == counts)
        #expect(figures.within == within)
        if let minutes { #expect(figures.time.median == .minutes(minutes)) }
    }
}
