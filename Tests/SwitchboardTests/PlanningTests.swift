import Foundation
import Logging
import Records
import Routing
import TestSupport
import Testing
import Time

@testable import Switchboard

/// Leave with series, deputies, changes, requests and their history.
@Suite("Planning")
struct PlanningTests {
    let folder = FileManager.default.temporaryDirectory.appending(path: "planning-\(UUID())")
    /// A Wednesday in winter.
    let clock = TestClock(at("2026-12-23 10:00"))
    let kept = KeptLines()
    let ledger: Ledger
    let switchboard: Switchboard
    let manager = Requester(user: "root", uid: 0, isManager: true, isPBX: false)
    let joke = Requester(user: "jdevries", uid: 1_001, isManager: false, isPBX: false)
    let anna = Requester(user: "avisser", uid: 1_003, isManager: false, isPBX: false)

    init() throws {
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let directory = SwitchboardTests.directory.replacing(
            "extension: 2103}", with: "extension: 2103, user: avisser}")
        try Data(directory.utf8).write(to: folder.appending(path: "majord.yaml"))
        let ledger = try Ledger(folder: folder.path)
        self.ledger = ledger
        switchboard = try Switchboard(
            configuration: folder.appending(path: "majord.yaml").path, ledger: ledger,
            logger: Logger(label: "test") { [kept] _ in KeepingHandler(lines: kept) }, now: { [clock] in clock.now })
    }

    private func plan(
        _ from: String, _ until: String?, series: WeeklySeries? = nil, note: String? = nil, deputy: String? = nil,
        isRequest: Bool = false, override: String? = nil
    ) -> LeavePlan {
        LeavePlan(
            from: at(from), until: until.map { at($0) }, series: series, note: note, deputy: deputy,
            isRequest: isRequest, override: override.map { Override(reason: $0) })
    }

    private let fridays = WeeklySeries(hours: hours([.friday], "13:00-18:00"), firstDay: day("2027-01-08"))

    /// Why something is refused; nil where it is done.
    private func refusal<Value>(
        _ body: () async throws(RosterRefusal) -> Value
    ) async -> RosterRefusal? {
        do throws(RosterRefusal) {
            _ = try await body()
            return nil
        } catch {
            return error
        }
    }

    private var deeds: [String] {
        get throws { try ledger.history.changes(HistoryQuery()).map { "\($0.subject) \($0.deed)" } }
    }

    private func isAway(_ agent: String, _ moment: String) -> Bool {
        switchboard.table.agent(AgentID(agent))?.availability(at: at(moment)).isAvailable == false
    }

    /// Afterwards the roster in force is what the ledger has.
    private func checkLedger() throws {
        let loaded = try ledger.roster.load(from: clock.now, ended: 1_000)
        let inForce = switchboard.table.roster
        #expect(Set(inForce.absences.filter { $0.interval != nil }) == Set(loaded.absences))
        #expect(
            inForce.deputyships.filter { $0.interval.map { $0.end > clock.now } ?? false }
                == loaded.deputyships.filter { $0.end > clock.now })
        #expect(inForce.requests == loaded.requests)
    }

    @Test(
        "leave that comes back is in force at its hours; one occurrence can be cancelled, back ends one, cancel those to come"
    )
    func series() async throws {
        let entered = try await switchboard.planLeave(
            plan("2027-01-04 00:00", nil, series: fridays), agent: nil, by: joke)
        let id = entered.absence.id
        #expect(isAway("jdevries", "2027-01-08 13:00") && !isAway("jdevries", "2027-01-08 12:59"))
        _ = try await switchboard.cancel(id, on: day("2027-01-15"), by: joke)
        #expect(!isAway("jdevries", "2027-01-15 14:00") && isAway("jdevries", "2027-01-22 14:00"))
        guard
            case .noOccurrence(_, _, let next)? = await refusal({ () throws(RosterRefusal) in
                try await switchboard.cancel(id, on: day("2027-01-16"), by: joke)
            })
        else { throw Unexpected() }
        #expect(next?.start == at("2027-01-08 13:00"))
        clock.set(at("2027-01-08 15:00"))
        let returned = try await switchboard.comeBack(agent: nil, by: joke)
        #expect(returned.ended.map(\.id) == [id])
        #expect(!isAway("jdevries", "2027-01-08 15:00") && isAway("jdevries", "2027-01-22 14:00"))
        #expect(isAway("jdevries", "2027-01-08 14:59"), "what was is as it was")
        clock.set(at("2027-01-22 15:00"))
        _ = try await switchboard.cancel(id, by: joke)
        #expect(!isAway("jdevries", "2027-01-22 15:00") && !isAway("jdevries", "2027-01-29 14:00"))
        #expect(try deeds == ["entered", "excepted", "excepted", "ended"].map { "absence(1) \($0)" })
        try checkLedger()
    }

    @Test("a series that never matches is refused with its days, and leave without an end or with too much of it")
    func never() async throws {
        let refused: [(LeavePlan, (RosterRefusal?) -> Bool)] = [
            (
                plan("2027-01-04 00:00", "2027-01-08 00:00", series: fridays),
                { if case .neverHappens(_, day("2027-01-04"), day("2027-01-07"))? = $0 { true } else { false } }
            ),
            (plan("2027-01-04 00:00", nil), { if case .leaveWithoutEnd? = $0 { true } else { false } }),
            (plan("2027-01-04 00:00", "2030-01-01 00:00"), { if case .leaveTooLong? = $0 { true } else { false } }),
        ]
        for (plan, isMeant) in refused {
            #expect(
                isMeant(
                    await refusal { () throws(RosterRefusal) in
                        try await switchboard.planLeave(plan, agent: nil, by: joke)
                    }))
        }
        #expect(switchboard.table.roster.absences.isEmpty)
    }

    @Test("leave inside of leave is told and not entered twice; leave around it takes its place")
    func overlaps() async throws {
        _ = try await switchboard.planLeave(plan("2027-01-04 00:00", "2027-01-09 00:00"), agent: nil, by: joke)
        for inside in [plan("2027-01-05 00:00", "2027-01-06 00:00"), plan("2027-01-04 00:00", "2027-01-09 00:00")] {
            guard
                case .alreadyAway(let covering, _)? = await refusal({ () throws(RosterRefusal) in
                    try await switchboard.planLeave(inside, agent: nil, by: joke)
                })
            else { throw Unexpected() }
            #expect(covering.id == 1)
        }
        let around = try await switchboard.planLeave(plan("2027-01-03 00:00", "2027-01-12 00:00"), agent: nil, by: joke)
        #expect(around.replaced.map(\.id) == [1])
        #expect(switchboard.table.roster.absences.filter { $0.interval != nil }.map(\.id) == [2])
        let beside = try await switchboard.planLeave(plan("2027-01-10 00:00", "2027-01-15 00:00"), agent: nil, by: joke)
        #expect(beside.consequences.away?.absences.map(\.id) == [2, 3] && beside.replaced.isEmpty)
        try checkLedger()
    }

    @Test(
        "one change makes leave shorter, longer or another's note; longer passes the guard, with before and after in the history"
    )
    func changing() async throws {
        _ = try await switchboard.planLeave(plan("2027-01-04 00:00", "2027-01-09 00:00"), agent: nil, by: joke)
        _ = try await switchboard.planLeave(
            plan("2027-01-11 00:00", "2027-01-16 00:00"), agent: "mbakker", by: manager)
        let shorter = try await switchboard.change(1, AbsenceChange(until: at("2027-01-06 00:00")), by: joke)
        #expect(shorter.before?.end == at("2027-01-09 00:00") && shorter.absence.end == at("2027-01-06 00:00"))
        #expect(!isAway("jdevries", "2027-01-06 09:00"))
        let longer = AbsenceChange(until: at("2027-01-13 00:00"), note: "ski")
        guard
            case .opensGaps(let consequences, _)? = await refusal({ () throws(RosterRefusal) in
                try await switchboard.change(1, longer, by: joke)
            })
        else { throw Unexpected() }
        #expect(consequences.opened.first?.times.intervals == [interval("2027-01-11 00:00", "2027-01-13 00:00")])
        #expect(consequences.opened.first?.collisions.map(\.agent) == [AgentID("mbakker")])
        #expect(consequences.allowed == [interval("2027-01-04 00:00", "2027-01-11 00:00")])
        var forced = longer
        forced.override = Override(reason: "kan niet anders")
        let changed = try await switchboard.change(1, forced, by: manager)
        #expect(changed.needsOverride == true && changed.absence.note == "ski")
        let line = try #require(try ledger.history.changes(HistoryQuery(subject: .absence(1))).last)
        #expect(line.why == "kan niet anders" && line.deed == .changed)
        #expect(line.before.flatMap(KeptAbsence.init(json:))?.end == at("2027-01-06 00:00"))
        #expect(line.after.flatMap(KeptAbsence.init(json:))?.end == at("2027-01-13 00:00"))
        // Callers of before override without a reason: that it was overridden is kept.
        var silent = plan("2027-01-14 00:00", "2027-01-15 00:00")
        silent.override = Override(reason: nil)
        _ = try await switchboard.planLeave(silent, agent: "jdevries", by: manager)
        #expect(try ledger.history.changes(HistoryQuery()).last?.why == "")
        guard
            case .changesNothing? = await refusal({ () throws(RosterRefusal) in
                try await switchboard.change(1, AbsenceChange(note: "ski"), by: joke)
            })
        else { throw Unexpected() }
        clock.set(at("2027-01-05 09:00"))
        guard
            case .hasBegun? = await refusal({ () throws(RosterRefusal) in
                try await switchboard.change(1, AbsenceChange(from: at("2027-01-07 00:00")), by: joke)
            })
        else { throw Unexpected() }
        try checkLedger()
    }

    @Test(
        "a deputy named with leave closes its gaps in the same change; where none are, nobody is named, and that is said"
    )
    func leaveWithDeputy() async throws {
        _ = try await switchboard.planLeave(
            plan("2027-01-04 00:00", "2027-01-09 00:00"), agent: "mbakker", by: manager)
        let needless = try await switchboard.planLeave(
            plan("2027-02-01 00:00", "2027-02-02 00:00", deputy: "avisser", override: "voor de zekerheid"),
            agent: "jdevries", by: manager)
        #expect(needless.needsDeputy == false && needless.needsOverride == false && needless.deputyships.isEmpty)
        let entered = try await switchboard.planLeave(
            plan("2027-01-04 00:00", "2027-01-06 00:00", deputy: "avisser"), agent: "jdevries", by: manager)
        #expect(entered.needsDeputy == true && entered.consequences.gaps.isEmpty)
        #expect(entered.deputyships.map(\.post) == [.agent(AgentID("jdevries"), client: ClientID("noord"))])
        #expect(try deeds.suffix(2) == ["absence(3) entered", "deputyship(1) entered"])
        clock.set(at("2027-01-04 12:00"))
        let request = RouteRequest(caller: "0505550100", called: "+31880001234", callID: "a")
        #expect(try switchboard.desk.route(request).get().decision.targets.first?.phone.description == "2103")
        guard
            case .notAllowed(.manageDeputies)? = await refusal({ () throws(RosterRefusal) in
                try await switchboard.planLeave(
                    plan("2027-02-08 00:00", "2027-02-09 00:00", deputy: "avisser"), agent: nil, by: joke)
            })
        else { throw Unexpected() }
        guard
            case .ownDeputy? = await refusal({ () throws(RosterRefusal) in
                try await switchboard.planLeave(
                    plan("2027-02-08 00:00", "2027-02-09 00:00", deputy: "jdevries"), agent: "jdevries", by: manager)
            })
        else { throw Unexpected() }
        try checkLedger()
    }

    @Test("refused leave is kept as a request, which reserves, and is approved with what is known then")
    func requests() async throws {
        _ = try await switchboard.planLeave(
            plan("2027-01-04 00:00", "2027-01-09 00:00"), agent: "mbakker", by: manager)
        let asked = try await switchboard.planLeave(
            plan("2027-01-04 00:00", "2027-01-06 00:00", isRequest: true), agent: nil, by: joke)
        #expect(asked.isRequest && !isAway("jdevries", "2027-01-05 12:00"))
        let own = try await switchboard.requests(by: joke)
        #expect(own.map(\.id) == [asked.absence.id])
        guard
            case .alreadyAsked? = await refusal({ () throws(RosterRefusal) in
                try await switchboard.planLeave(
                    plan("2027-01-04 00:00", "2027-01-06 00:00", isRequest: true), agent: nil, by: joke)
            })
        else { throw Unexpected() }
        guard
            case .notAllowed(.manageRequests)? = await refusal({ () throws(RosterRefusal) in
                try await switchboard.approve(asked.absence.id, deputy: .asAsked, override: nil, by: joke)
            })
        else { throw Unexpected() }
        guard
            case .opensGaps? = await refusal({ () throws(RosterRefusal) in
                try await switchboard.approve(asked.absence.id, deputy: .asAsked, override: nil, by: manager)
            })
        else { throw Unexpected() }
        let approved = try await switchboard.approve(
            asked.absence.id, deputy: .agent("avisser"), override: nil, by: manager)
        #expect(approved.absence.id == asked.absence.id && approved.deputyships.map(\.deputy) == [AgentID("avisser")])
        #expect(isAway("jdevries", "2027-01-05 12:00"))
        #expect(try await switchboard.requests(by: manager).map(\.state) == [.approved(by: "root", at: clock.now)])
        guard
            case .notWaiting? = await refusal({ () throws(RosterRefusal) in
                try await switchboard.withdraw(asked.absence.id, by: joke)
            })
        else { throw Unexpected() }
        #expect(try await switchboard.requests(by: anna).isEmpty)
        try checkLedger()
    }

    @Test("a request is declined with a reason, withdrawn by its agent, and lapses at its start")
    func requestsThatEnd() async throws {
        _ = try await switchboard.planLeave(
            plan("2027-01-04 00:00", "2027-01-30 00:00"), agent: "mbakker", by: manager)
        for start in ["2027-01-04", "2027-01-11", "2027-01-18"] {
            _ = try await switchboard.planLeave(
                plan("\(start) 00:00", "\(start) 12:00", isRequest: true), agent: nil, by: joke)
        }
        guard
            case .whyMissing? = await refusal({ () throws(RosterRefusal) in
                try await switchboard.decline(2, why: " ", by: manager)
            })
        else { throw Unexpected() }
        let declined = try await switchboard.decline(2, why: "te druk", by: manager)
        #expect(declined.request.state == .declined(by: "root", at: clock.now, why: "te druk"))
        guard
            case .notAllowed? = await refusal({ () throws(RosterRefusal) in
                try await switchboard.withdraw(3, by: anna)
            })
        else { throw Unexpected() }
        _ = try await switchboard.withdraw(3, by: joke)
        clock.set(at("2027-01-18 00:00"))
        guard
            case .notWaiting(let lapsed)? = await refusal({ () throws(RosterRefusal) in
                try await switchboard.approve(4, deputy: .agent("avisser"), override: nil, by: manager)
            })
        else { throw Unexpected() }
        #expect(lapsed.hasLapsed(at: clock.now))
        #expect(try deeds.suffix(2) == ["absence(2) declined", "absence(3) withdrawn"])
        guard
            case .unknownRequest? = await refusal({ () throws(RosterRefusal) in
                try await switchboard.withdraw(99, by: joke)
            })
        else { throw Unexpected() }
        try checkLedger()
    }

    @Test(
        "a deputy who is needed cannot be cancelled but with a reason; one who changes nothing is said so; he may cancel his own"
    )
    func deputies() async throws {
        let needless = try await switchboard.addDeputy(
            "avisser", for: "noord", client: nil, from: at("2027-03-01 00:00"), until: at("2027-03-02 00:00"),
            note: nil,
            by: manager)
        #expect(needless.needless == .somebodyThere && needless.overload == nil)
        _ = try await switchboard.cancelDeputy(needless.deputyship.id, override: nil, by: anna)
        _ = try await switchboard.planLeave(
            plan("2027-01-04 00:00", "2027-01-09 00:00"), agent: "mbakker", by: manager)
        let needed = try await switchboard.addDeputy(
            "avisser", for: "mbakker", client: "noord", from: at("2027-01-04 00:00"), until: at("2027-01-09 00:00"),
            note: "kent Noord", by: manager)
        #expect(needed.needless == .somebodyThere, "Joke is there all the time")
        _ = try await switchboard.planLeave(plan("2027-01-05 00:00", "2027-01-06 00:00"), agent: nil, by: joke)
        guard
            case .deputyIsNeeded(_, let gaps, _)? = await refusal({ () throws(RosterRefusal) in
                try await switchboard.cancelDeputy(needed.deputyship.id, override: nil, by: anna)
            })
        else { throw Unexpected() }
        #expect(gaps.first?.times.intervals == [interval("2027-01-05 00:00", "2027-01-06 00:00")])
        guard
            case .notAllowed? = await refusal({ () throws(RosterRefusal) in
                try await switchboard.cancelDeputy(needed.deputyship.id, override: Override(reason: "x"), by: anna)
            })
        else { throw Unexpected() }
        guard
            case .notAllowed? = await refusal({ () throws(RosterRefusal) in
                try await switchboard.cancelDeputy(needed.deputyship.id, override: nil, by: joke)
            })
        else { throw Unexpected() }
        let ended = try await switchboard.cancelDeputy(
            needed.deputyship.id, override: Override(reason: "ziek"), by: manager)
        #expect(ended.opened.count == 1)
        #expect(try ledger.history.changes(HistoryQuery()).last?.why == "ziek")
        for (whom, client) in [("nobody", nil), ("mbakker", "nowhere"), ("noord", "noord")] as [(String, String?)] {
            let refused = await refusal { () throws(RosterRefusal) in
                try await switchboard.addDeputy(
                    "avisser", for: whom, client: client, from: at("2027-01-04 00:00"), until: at("2027-01-09 00:00"),
                    note: nil, by: manager)
            }
            #expect(refused != nil)
        }
        try checkLedger()
    }

    @Test("an agent reads the history of himself and his clients, a manager all of it")
    func history() async throws {
        _ = try await switchboard.planLeave(plan("2027-01-04 00:00", "2027-01-09 00:00"), agent: nil, by: joke)
        _ = try await switchboard.reportSick(agent: "mbakker", until: nil, note: "griep", by: manager)
        _ = try await switchboard.addDeputy(
            "avisser", for: "noord", client: nil, from: at("2027-01-04 00:00"), until: at("2027-01-09 00:00"),
            note: nil,
            by: manager)
        func lines(_ wish: Switchboard.HistoryWish, _ requester: Requester) async throws -> [RosterChange.Subject] {
            try await switchboard.history(wish, by: requester).map(\.subject)
        }
        #expect(try await lines(.init(), manager) == [.absence(1), .absence(2), .deputyship(1)])
        #expect(try await lines(.init(), joke) == [.absence(1), .deputyship(1)])
        #expect(try await lines(.init(agent: "mbakker"), manager) == [.absence(2)])
        #expect(try await lines(.init(client: "noord"), joke) == [.absence(1), .deputyship(1)])
        #expect(try await lines(.init(absence: 2), joke) == [])
        for wish in [Switchboard.HistoryWish(agent: "mbakker"), .init(client: "elsewhere")] {
            let refused = await refusal { () throws(RosterRefusal) in try await switchboard.history(wish, by: joke) }
            guard case .notAllowed(.seeHistory)? = refused else { throw Unexpected() }
        }
        let pbx = Requester(user: "asterisk", uid: 7, isManager: false, isPBX: true)
        let refused = await refusal { () throws(RosterRefusal) in try await switchboard.history(.init(), by: pbx) }
        guard case .notAllowed(.seeHistory)? = refused else { throw Unexpected() }
    }

    @Test("a manager reports somebody sick since the day before at the earliest; an agent from now on")
    func sickSince() async throws {
        let sick = try await switchboard.reportSick(
            agent: "jdevries", from: at("2026-12-22 00:00"), until: nil, note: nil, by: manager)
        #expect(sick.absence.start == at("2026-12-22 00:00"))
        for moment in ["2026-12-21 23:59", "2026-12-23 10:01"] {
            guard
                case .sicknessOutOfRange(let earliest)? = await refusal({ () throws(RosterRefusal) in
                    try await switchboard.reportSick(
                        agent: "jdevries", from: at(moment), until: nil, note: nil, by: manager)
                })
            else { throw Unexpected() }
            #expect(earliest == at("2026-12-22 00:00"))
        }
        guard
            case .notAllowed(.backdateSickness)? = await refusal({ () throws(RosterRefusal) in
                try await switchboard.reportSick(
                    agent: nil, from: at("2026-12-23 08:00"), until: nil, note: nil, by: joke)
            })
        else { throw Unexpected() }
    }

    private struct Unexpected: Error {}
}
