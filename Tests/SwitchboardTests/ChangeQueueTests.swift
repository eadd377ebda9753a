import Foundation
import Logging
import Records
import Routing
import TestSupport
import Testing
import Time

@testable import Switchboard

/// Changes that come together, with a ledger that is slow: each is checked against what the one before it has left.
@Suite("Change queue")
struct ChangeQueueTests {
    let folder = FileManager.default.temporaryDirectory.appending(path: "changes-\(UUID())")
    let clock = TestClock(Instant(clamping: 1_800_000_000_000))
    let manager = Requester(user: "root", uid: 0, isManager: true, isPBX: false)
    let ledger: Ledger
    let slow: SlowRoster
    let switchboard: Switchboard

    init() throws {
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        try Data(SwitchboardTests.directory.utf8).write(to: folder.appending(path: "majord.yaml"))
        ledger = try Ledger(folder: folder.path)
        slow = SlowRoster(ledger.roster)
        switchboard = try Switchboard(
            configuration: folder.appending(path: "majord.yaml").path,
            ledger: Ledger(
                roster: slow, history: ledger.history, calendars: ledger.calendars, calls: ledger.calls,
                cases: ledger.cases, missed: ledger.missed, events: ledger.events,
                directories: ledger.directories, forgetting: ledger.forgetting, reports: ledger.reports,
                upkeep: ledger.upkeep, erasing: ledger.erasing, feeds: ledger.feeds),
            logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }, now: { [clock] in clock.now })
    }

    /// Waits until a state is there, for so many turns of other tasks; whoever sees less has waited in vain.
    private func until(_ reached: () async -> Bool) async throws {
        for _ in 0..<10_000 where !(await reached()) { try await Task.sleep(for: .milliseconds(1)) }
        try #require(await reached())
    }

    private func planLeave(_ agent: String) -> Task<Switchboard.Entered, any Error> {
        let (start, end) = (clock.now.advanced(by: .days(1)), clock.now.advanced(by: .days(2)))
        return Task {
            try await switchboard.planLeave(
                agent: agent, from: start, until: end, note: nil, override: false, by: manager)
        }
    }

    @Test("of two leaves that would leave a client without anybody together the second is refused")
    func twoLeaves() async throws {
        let first = planLeave("jdevries")
        try await until { slow.writing == 1 }
        let second = planLeave("mbakker")
        try await until { await switchboard.changeQueue.count == 1 }
        // More than are wanted: what nothing held back would be written, too.
        for _ in 0..<2 { slow.letGo() }
        #expect(try await first.value.generation == 2)
        await #expect {
            try await second.value
        } throws: { error in
            guard case .opensGaps(let gaps, _)? = error as? RosterRefusal else { return false }
            return gaps.opened.map(\.client.client.name) == ["Scholengroep Noord"]
        }
        #expect(try ledger.roster.load(from: clock.now).absences.map(\.agent) == [AgentID("jdevries")])
    }

    @Test("nobody comes back twice from the same absence")
    func backTwice() async throws {
        slow.letGo()
        _ = try await switchboard.reportSick(agent: "jdevries", until: nil, note: nil, by: manager)
        clock.advance(by: .hours(1))
        let first = Task { try await switchboard.comeBack(agent: "jdevries", by: manager) }
        try await until { slow.writing == 1 }
        let second = Task { try await switchboard.comeBack(agent: "jdevries", by: manager) }
        try await until { await switchboard.changeQueue.count == 1 }
        for _ in 0..<2 { slow.letGo() }
        #expect(try await first.value.ended.count == 1)
        await #expect {
            try await second.value
        } throws: { error in
            if case .notAbsent? = error as? RosterRefusal { true } else { false }
        }
    }

    @Test("a directory that was read while a change is written comes into force after it, with it")
    func reload() async throws {
        let change = Task {
            try await switchboard.reportSick(agent: "jdevries", until: nil, note: nil, by: manager)
        }
        try await until { slow.writing == 1 }
        try Data(SwitchboardTests.directory.replacing("2103", with: "2199").utf8)
            .write(to: folder.appending(path: "majord.yaml"))
        let reload = Task { await switchboard.reload() }
        try await until { await switchboard.changeQueue.count == 1 }
        #expect(switchboard.table.generation == 1)
        slow.letGo()
        #expect(try await change.value.generation == 2)
        guard case .done(_, let generation, _) = await reload.value else { throw Unexpected() }
        #expect(generation == 3)
        #expect(switchboard.table.agent(AgentID("avisser"))?.agent.phone.description == "2199")
        #expect(switchboard.table.agent(AgentID("jdevries"))?.availability(at: clock.now).isAvailable == false)
    }

    @Test("a clock that was ahead is followed after the change that is being written")
    func clock() async throws {
        let ahead = clock.now
        slow.letGo()
        _ = try await switchboard.pause(agent: "mbakker", for: .minutes(30), note: nil, by: manager)
        clock.advance(by: .minutes(-10))
        let change = Task {
            try await switchboard.reportSick(agent: "jdevries", until: nil, note: nil, by: manager)
        }
        try await until { slow.writing == 1 }
        let following = Task { await switchboard.followClock() }
        try await until { await switchboard.changeQueue.count == 1 }
        slow.letGo()
        _ = try await change.value
        await following.value
        #expect(clock.now < ahead)
        #expect(switchboard.table.roster == (try ledger.roster.load(from: clock.now, ended: 1_000)))
        #expect(switchboard.table.roster.absences.count == 2)
    }

    @Test("an agent is freed in turn, and what is no change waits for nobody")
    func release() async throws {
        let change = Task {
            try await switchboard.reportSick(agent: "jdevries", until: nil, note: nil, by: manager)
        }
        try await until { slow.writing == 1 }
        let release = Task { try await switchboard.release(agent: "jdevries", by: manager) }
        try await until { await switchboard.changeQueue.count == 1 }
        var changes = await switchboard.changes().makeAsyncIterator()
        #expect(await changes.next() != nil)
        #expect(switchboard.table.generation == 1)
        slow.letGo()
        _ = try await change.value
        await #expect(throws: RosterRefusal.self) { try await release.value }
    }

    @Test("after changes of every kind at once the roster in force is the ledger's")
    func manyAtOnce() async throws {
        for _ in 0..<1_000 { slow.letGo() }
        await withTaskGroup { group in
            for place in 0..<60 {
                group.addTask {
                    let agent = ["jdevries", "mbakker", "avisser"][place % 3]
                    switch place % 5 {
                    case 0: _ = try? await switchboard.reportSick(agent: agent, until: nil, note: nil, by: manager)
                    case 1: _ = try? await switchboard.pause(agent: agent, for: .minutes(5), note: nil, by: manager)
                    case 2: _ = try? await switchboard.comeBack(agent: agent, by: manager)
                    case 3: _ = try? await switchboard.cancel(Int64(place / 5), by: manager)
                    default: _ = await switchboard.reload()
                    }
                }
            }
        }
        let kept = try ledger.roster.load(from: clock.now, ended: 1_000)
        let inForce = switchboard.table.roster.absences.filter { $0.interval != nil }
        #expect(Set(inForce.map(\.id)) == Set(kept.absences.map(\.id)))
        #expect(await switchboard.changeQueue.count == 0)
    }

    private struct Unexpected: Error {}
}
