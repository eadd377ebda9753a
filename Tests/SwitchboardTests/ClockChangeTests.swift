import Foundation
import Logging
import Records
import Routing
import Switchboard
import TestSupport
import Testing
import Time

/// What a wrong clock does to the roster: nothing that outlasts it.
@Suite("Clock change")
struct ClockChangeTests {
    let folder = FileManager.default.temporaryDirectory.appending(path: "clock-\(UUID())")
    let ledger: Ledger
    let clock: TestClock
    let manager = Requester(user: "root", uid: 0, isManager: true, isPBX: false)

    init() throws {
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        try Data(SwitchboardTests.directory.utf8).write(to: folder.appending(path: "majord.yaml"))
        ledger = try Ledger(folder: folder.path)
        let zone = try #require(TimeZone(identifier: "Europe/Amsterdam"))
        let day = try #require(CalendarDay(year: 2026, month: 12, day: 23))
        clock = TestClock(ServiceClock(zone).instant(day, try #require(LocalTime(hour: 10, minute: 0))))
    }

    private func open() throws -> Switchboard {
        let logger = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }
        return try Switchboard(
            configuration: folder.appending(path: "majord.yaml").path, ledger: ledger, logger: logger,
            now: { [clock] in clock.now })
    }

    private func phone(_ switchboard: Switchboard) throws -> String? {
        let request = RouteRequest(caller: "0505550100", called: "+31880001234", callID: "")
        return try switchboard.desk.route(request).get().decision.targets.first?.phone.description
    }

    /// Leave of Joke that goes on for a week, and one to come.
    private func leave() throws -> [Int64] {
        let now = clock.now
        return try [(Milliseconds.days(-1), Milliseconds.days(7)), (.days(30), .days(40))].map { start, end in
            try ledger.roster.enter(
                NewAbsence(
                    agent: AgentID("jdevries"), kind: .leave, start: now.advanced(by: start),
                    end: now.advanced(by: end)), by: "jdevries", at: now
            ).id
        }
    }

    @Test(
        "a change while the clock is a year ahead leaves what was acknowledged in force, as soon as the clock is right")
    func changeWhileAhead() async throws {
        let leave = try leave()
        let switchboard = try open()
        #expect(try phone(switchboard) == "2102")
        clock.advance(by: .days(365))
        _ = try await switchboard.pause(agent: "avisser", for: .minutes(5), note: nil, by: manager)
        _ = try await switchboard.comeBack(agent: "avisser", by: manager)
        #expect(try phone(switchboard) == "2101")
        clock.advance(by: .days(-365))
        #expect(try phone(switchboard) == "2102")
        #expect(Set(switchboard.table.roster.absences.map(\.id)).isSuperset(of: leave))
    }

    @Test("a start while the clock is a year ahead knows what will be in force when it is right")
    func startWhileAhead() async throws {
        _ = try leave()
        clock.advance(by: .days(365))
        let switchboard = try open()
        _ = try await switchboard.pause(agent: "avisser", for: .minutes(5), note: nil, by: manager)
        clock.advance(by: .days(-365))
        #expect(try phone(switchboard) == "2102")
    }

    @Test("also where the roster is full of what seemed over: it is read again")
    func fullRoster() async throws {
        // Longer than all that follow, and so the first to be left out.
        let now = clock.now
        for number in 1...1_300 {
            _ = try ledger.roster.enter(
                NewAbsence(
                    agent: AgentID("mbakker"), kind: .leave, start: now.advanced(by: .days(60)),
                    end: now.advanced(by: .days(61)).advanced(by: .minutes(number))), by: "root", at: now)
        }
        _ = try leave()
        clock.advance(by: .days(365))
        let switchboard = try open()
        _ = try await switchboard.pause(agent: "avisser", for: .minutes(5), note: nil, by: manager)
        #expect(switchboard.table.roster.absences.count < 1_300)
        clock.advance(by: .days(-365))
        await switchboard.followClock()
        #expect(try phone(switchboard) == "2102")
        #expect(switchboard.table.roster.absences.count == 1_303)
    }

    /// Whether Joke is away, in a daemon that ran on, or in one that is started anew.
    private func isAway(_ switchboard: Switchboard) throws -> Bool { try phone(switchboard) != "2101" }

    @Test("who came back while the clock was ahead stays back when it is right", arguments: [true, false])
    func backWhileAhead(startsAnew: Bool) async throws {
        _ = try await open().reportSick(agent: "jdevries", until: nil, note: nil, by: manager)
        clock.advance(by: .days(500))
        var switchboard = try open()
        #expect(try isAway(switchboard))
        _ = try await switchboard.comeBack(agent: "jdevries", by: manager)
        clock.advance(by: .days(-499))
        if startsAnew { switchboard = try open() } else { await switchboard.followClock() }
        #expect(try !isAway(switchboard))
        #expect(switchboard.table.roster.absences.allSatisfy { ($0.end ?? .latest) <= clock.now })
        // Another step back, to before the roster was read.
        clock.advance(by: .minutes(-600))
        await switchboard.followClock()
        #expect(try !isAway(switchboard))
        clock.advance(by: .days(100))
        await switchboard.followClock()
        #expect(try !isAway(switchboard))
    }

    @Test("leave that was cancelled while the clock was ahead stays cancelled", arguments: [true, false])
    func cancelledWhileAhead(startsAnew: Bool) async throws {
        var switchboard = try open()
        let now = clock.now
        let leave = try [Milliseconds.days(200), .days(300)].map { start in
            try ledger.roster.enter(
                NewAbsence(
                    agent: AgentID("jdevries"), kind: .leave, start: now.advanced(by: start),
                    end: now.advanced(by: .days(600))), by: "root", at: now
            ).id
        }
        clock.advance(by: .days(250))
        switchboard = try open()
        for id in leave { _ = try await switchboard.cancel(id, by: manager) }
        clock.advance(by: .days(-250))
        if startsAnew { switchboard = try open() } else { await switchboard.followClock() }
        for _ in 0..<7 {
            #expect(try !isAway(switchboard))
            clock.advance(by: .days(50))
        }
    }

    @Test("a history of absences does not grow the roster, and every moment of it is explained from the ledger")
    func history() async throws {
        let now = clock.now
        var ids: [Int64] = []
        for number in 1...2_000 {
            let end = now.advanced(by: Milliseconds(-Milliseconds.minutes(number * 10).count))
            ids.append(
                try ledger.roster.enter(
                    NewAbsence(
                        agent: AgentID("jdevries"), kind: .pause, start: end.advanced(by: .minutes(-5)), end: end),
                    by: "jdevries", at: end.advanced(by: .minutes(-5))
                ).id)
        }
        let switchboard = try open()
        for _ in 0..<3 {
            _ = try await switchboard.pause(agent: "jdevries", for: .minutes(5), note: nil, by: manager)
            clock.advance(by: .minutes(1))
        }
        let table = switchboard.table
        #expect(table.roster.absences.count <= 1_300)
        #expect(table.roster.completeFrom > .earliest)
        for index in [0, 10, 998, 999, 1_000, 1_500, 1_999] {
            let moment = now.advanced(by: Milliseconds(-Milliseconds.minutes((index + 1) * 10 + 2).count))
            let known = try await switchboard.hindsight(at: moment).table
            guard case .absent(let absence, _) = known.agent(AgentID("jdevries"))?.availability(at: moment) else {
                Issue.record("nobody knows of absence \(index)")
                continue
            }
            #expect(absence.id == ids[index])
            let before = moment.advanced(by: .minutes(-5))
            let free = try await switchboard.hindsight(at: before).table
            #expect(free.agent(AgentID("jdevries"))?.availability(at: before) == .available)
        }
    }
}
