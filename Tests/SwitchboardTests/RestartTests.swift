import DirectoryFiles
import Foundation
import Logging
import Records
import Routing
import Switchboard
import TestSupport
import Testing
import Time

/// What a daemon that is started again owes to the one before.
@Suite("Restart")
struct RestartTests {
    let folder = FileManager.default.temporaryDirectory.appending(path: "switchboard-\(UUID())")
    let clock: TestClock
    let kept = KeptLines()

    init() throws {
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let zone = try #require(TimeZone(identifier: "Europe/Amsterdam"))
        let day = try #require(CalendarDay(year: 2026, month: 12, day: 23))
        clock = TestClock(ServiceClock(zone).instant(day, try #require(LocalTime(hour: 10, minute: 0))))
        try write(SwitchboardTests.directory)
    }

    private func write(_ directory: String, to name: String = "majord.yaml") throws {
        try Data(directory.utf8).write(to: folder.appending(path: name))
    }

    private func open(_ name: String = "majord.yaml") throws -> Switchboard {
        let logger = Logger(label: "test") { [kept] _ in KeepingHandler(lines: kept) }
        return try Switchboard(
            configuration: folder.appending(path: name).path, ledger: try Ledger(folder: folder.path),
            logger: logger, now: { [clock] in clock.now })
    }

    /// Opens again once the one before has let go of the ledger: its threads end a moment after it.
    private func reopen() async throws -> Switchboard {
        for _ in 0..<1_000 {
            if let switchboard = try? open() { return switchboard }
            try await Task.sleep(for: .milliseconds(2))
        }
        return try open()
    }

    private func route(
        _ switchboard: Switchboard, _ caller: String = "0505550100", called: String = "+31880001234",
        callID: String = ""
    ) throws -> RoutedCall {
        try switchboard.desk.route(RouteRequest(caller: caller, called: called, callID: callID)).get()
    }

    /// What a daemon that has ended since decided for call-1, whose first phone rang.
    private func decidedBefore() async throws -> RoutedCall {
        let switchboard = try open()
        let routed = try route(switchboard, callID: "call-1")
        let phone = try #require(routed.decision.targets.first?.phone)
        switchboard.desk.report(CallEvent(callID: "call-1", kind: .ringing(phone))) {}
        switchboard.desk.notes.finish()
        await switchboard.recorder.run()
        return routed
    }

    @Test("a start with broken files uses the directory that was in force last, and says so until it is mended")
    func lastGood() async throws {
        do {
            let first = try open()
            try write(SwitchboardTests.directory.replacing("extension: 2101", with: "extension: 2111"))
            guard case .done = await first.reload() else {
                Issue.record("a good directory was refused")
                return
            }
            #expect(first.troubles == [])
        }
        clock.advance(by: .hours(1))
        try write("time_zone: [")
        let second = try await reopen()
        #expect(try route(second).decision.targets.first?.phone.description == "2111")
        let trouble = try #require(second.troubles.first)
        #expect(
            trouble.hasPrefix("degraded: the directory read at 2026-12-23 10:00 Europe/Amsterdam is in force"),
            "\(trouble)")
        #expect(second.sentence(at: clock.now).contains("generation 1; degraded"))
        let told = try #require(
            kept.lines.first { $0.metadata["message-id"] == "\(JournalMessage.lastGoodDirectory.rawValue)" })
        #expect(told.level == .critical)
        #expect(kept.lines.contains { $0.message.contains("majord.yaml:") && $0.level == .error })
        try write(SwitchboardTests.directory)
        guard case .done = await second.reload() else {
            Issue.record("a good directory was refused")
            return
        }
        #expect(second.troubles == [])
    }

    @Test("a call that was answered in the future keeps nobody busy, and is told once")
    func answeredInTheFuture() async throws {
        do {
            let ledger = try Ledger(folder: folder.path)
            func answered(_ callID: String, _ agent: String, after span: Milliseconds) -> CallRecord.Change {
                CallRecord.Change(
                    callID: callID, instant: clock.now.advanced(by: span),
                    what: .reported(
                        CallRecord.Report(
                            .answered(.of("2101")), .answers(.of("2101"), hasCredit: true), agent: AgentID(agent))))
            }
            try ledger.calls.record([
                answered("late", "joke", after: .hours(9_000)), answered("soon", "joke", after: .minutes(2)),
                answered("now", "mark", after: .seconds(30)),
            ])
        }
        let switchboard = try await reopen()
        #expect(switchboard.desk.ongoing.calls.keys.map(\.description) == ["mark"])
        #expect(
            kept.lines.filter {
                $0.metadata["message-id"] == .string(JournalMessage.answeredInFuture.rawValue)
            }.map(\.message) == [
                "2 calls in the ledger were answered in the future, as a clock that was wrong wrote it: nobody is held busy by them"
            ])
    }

    @Test("a directory that was reloaded before the first one was kept is the one that is kept")
    func lastGoodAfterEarlyReload() async throws {
        do {
            let first = try open()
            try write(SwitchboardTests.directory.replacing("extension: 2101", with: "extension: 2111"))
            _ = await first.reload()
            await first.keepDirectory()
        }
        try write("time_zone: [")
        let second = try await reopen()
        #expect(try route(second).decision.targets.first?.phone.description == "2111")
    }

    @Test("the directory of the start is kept, also while it is reloaded")
    func lastGoodOfStart() async throws {
        do {
            let first = try open()
            try write(SwitchboardTests.directory.replacing("extension: 2101", with: "extension: 2111"))
            async let keeping = first.keepDirectory()
            _ = await first.reload()
            _ = await keeping
        }
        do {
            try write("time_zone: [")
            let second = try await reopen()
            #expect(try route(second).decision.targets.first?.phone.description == "2111")
        }
        do {
            try write(SwitchboardTests.directory)
            let third = try await reopen()
            await third.keepDirectory()
        }
        try write("time_zone: [")
        let fourth = try await reopen()
        #expect(try route(fourth).decision.targets.first?.phone.description == "2101")
    }

    @Test("a directory that was kept is used also where this majord is stricter than the one that kept it")
    func lastGoodOfAnother() async throws {
        let crossing = """
              - id: zuid
                name: Scholengroep Zuid
                size: small
                schools: 12
                primary: mbakker
                backup: jdevries
                introduced: 2026-01-12
                agreement: {title: Afspraken Zuid, start: 2026-01-01, level: altijd}
                numbers: [050 555 01 50 - 02 10, 050 555 01 00 - 01 99]

            """
        let text = SwitchboardTests.directory.replacing("[050 555 01 00]", with: "[050 555 01 00 - 01 60]") + crossing
        try write(text)
        do {
            let ledger = try Ledger(folder: folder.path)
            let path = folder.appending(path: "majord.yaml").path
            try ledger.directories.keep(KeptDirectory(path: path, files: [path: text], instant: clock.now))
        }
        let switchboard = try await reopen()
        #expect(try route(switchboard).decision.targets.first?.phone.description == "2101")
        #expect(switchboard.troubles.first?.hasPrefix("degraded") == true)
    }

    @Test("without one that was kept, or with another directory's, a start with broken files is refused")
    func nothingKept() throws {
        try write("time_zone: [", to: "other.yaml")
        func isRefused() -> Bool {
            do {
                _ = try open("other.yaml")
                return false
            } catch StartError.directory(let findings) {
                return findings.contains { $0.place.file.hasSuffix("other.yaml") }
            } catch {
                return false
            }
        }
        #expect(isRefused())
        _ = try open()
        #expect(isRefused())
    }

    @Test("a refused reload is a trouble until a good one")
    func refusedReload() async throws {
        let switchboard = try open()
        try write("time_zone: [")
        _ = await switchboard.reload()
        #expect(switchboard.troubles == ["the reload at 2026-12-23 10:00 Europe/Amsterdam was refused for 1 error"])
        #expect(switchboard.health.reloads.refused == 1)
        try write(SwitchboardTests.directory)
        _ = await switchboard.reload()
        #expect(switchboard.troubles == [])
        #expect(switchboard.health.reloads.done == 1)
    }

    @Test("a call that was decided before is asked about again: the same decision, not recorded twice")
    func sameDecision() async throws {
        let before = try await decidedBefore()
        clock.advance(by: .seconds(2))
        let second = try await reopen()
        let again = try route(second, "+31505550100", callID: "call-1")
        #expect(again.id == before.id)
        #expect(again.decision.targets == before.decision.targets)
        // Another caller, another number, or another call is decided anew.
        #expect(try route(second, "0505550199", callID: "call-1").id > before.id)
        #expect(try route(second, called: "2000", callID: "call-1").decision.action == .pass)
        #expect(try route(second, callID: "call-2").id > before.id)
    }

    @Test("more calls than are taken up at once are taken up afterwards, all but those that were decided anew")
    func manyCalls() async throws {
        var before: [String: RoutedCall] = [:]
        do {
            let first = try open()
            for number in 0..<1_500 {
                before["call-\(number)"] = try route(first, callID: "call-\(number)")
                clock.advance(by: Milliseconds(50))
            }
            first.desk.notes.finish()
            await first.recorder.run()
        }
        let second = try await reopen()
        let anew = try route(second, "0505550199", callID: "call-3")
        await second.takeUpRecordedCalls()
        for (callID, routed) in before where callID != "call-3" {
            #expect(try route(second, callID: callID).id == routed.id)
        }
        #expect(try route(second, "0505550199", callID: "call-3").id == anew.id)
    }

    @Test("an id of the future, as a clock that was wrong gives it, is followed by no others")
    func futureID() async throws {
        do {
            let ledger = try Ledger(folder: folder.path)
            let decided = CallRecord.Decided.example()
            let future = CallRecord.Decided(
                id: DecisionID(number: .max), caller: decided.caller, client: decided.client, contact: nil,
                action: .dial, reason: .role(.primary), targets: decided.targets, candidates: [],
                opens: nil, generation: .max)
            try ledger.calls.record([
                CallRecord.Change(callID: "call-0", instant: clock.now, what: .decided(future))
            ])
        }
        let switchboard = try await reopen()
        #expect(try route(switchboard, callID: "call-0").id == DecisionID(number: .max))
        let first = try route(switchboard, callID: "call-1")
        let second = try route(switchboard, callID: "call-2")
        #expect(first.id < second.id)
        #expect(second.id < DecisionID(number: .max))
    }

    @Test("a call of long ago is decided anew")
    func longAgo() async throws {
        let before = try await decidedBefore()
        clock.advance(by: RecentCalls.memory)
        #expect(try route(try await reopen(), callID: "call-1").id > before.id)
    }

    @Test("the next target of a call is known after a restart")
    func nextTarget() async throws {
        let before = try await decidedBefore()
        let second = try await reopen()
        let next = second.desk.next("call-1", .noAnswer)
        #expect(next.id == before.id)
        #expect(next.decision.targets.first?.phone.description == "2102")
        #expect(second.desk.next("call-1", .noAnswer).decision.targets.first?.phone.description == "2000")
    }

    @Test("a call comes back with its agents, whoever has the pair and the phones after the restart")
    func agentsOfTheRecord() async throws {
        let before = try await decidedBefore()
        // Joke and Mark are of no pair any more, and Mark has another phone.
        try write(
            SwitchboardTests.directory.replacing("primary: jdevries", with: "primary: avisser")
                .replacing("backup: mbakker", with: "backup: jdevries")
                .replacing("extension: 2102", with: "extension: 2199"))
        let second = try await reopen()
        let again = try route(second, callID: "call-1")
        #expect(again.id == before.id && again.decision.targets == before.decision.targets)
        let next = second.desk.next("call-1", .noAnswer, after: again.decision.targets.first?.phone)
        #expect(next.decision.targets == Array(before.decision.targets.dropFirst()))
        second.desk.report(CallEvent(callID: "call-1", kind: .answered(.of("2102")))) {}
        #expect(second.desk.ongoing.calls.keys.map(\.description) == ["mbakker"])
    }

    @Test("a phone that rang when majord ended keeps its agent busy for its ring time, and no longer")
    func ringing() async throws {
        _ = try await decidedBefore()
        clock.advance(by: .seconds(5))
        let second = try await reopen()
        #expect(second.desk.ongoing.calls.values.flatMap(\.self).map(\.isAnswered) == [false])
        #expect(second.desk.ongoing.calls.keys.map(\.description) == ["jdevries"])
        clock.advance(by: .minutes(1))
        #expect(second.desk.ongoing.calls.isEmpty)
    }

    @Test("reloads and changes of the roster at the same time lose neither")
    func reloadAndRoster() async throws {
        let switchboard = try open()
        let manager = Requester(user: "root", uid: 0, isManager: true, isPBX: false)
        for round in 0..<20 {
            try write(
                SwitchboardTests.directory.replacing("extension: 2103", with: "extension: 2\(500 + round)"))
            async let first = switchboard.reload()
            async let sick = switchboard.reportSick(agent: "jdevries", until: nil, note: nil, by: manager)
            async let second = switchboard.reload()
            _ = try await (first, sick, second)
            #expect(try route(switchboard).decision.targets.first?.phone.description == "2102")
            #expect(switchboard.table.agent(AgentID("avisser"))?.agent.phone.description == "2\(500 + round)")
            _ = try await switchboard.comeBack(agent: "jdevries", by: manager)
            #expect(try route(switchboard).decision.targets.first?.phone.description == "2101")
        }
        #expect(switchboard.table.generation == 81)
    }

    @Test(
        "a phone that was tried does not ring for its agent after a restart", arguments: [DialStatus.noAnswer, .busy])
    func tried(status: DialStatus) async throws {
        do {
            let switchboard = try open()
            let routed = try route(switchboard, callID: "call-1")
            let phone = try #require(routed.decision.targets.first?.phone)
            switchboard.desk.report(CallEvent(callID: "call-1", kind: .ringing(phone))) {}
            #expect(switchboard.desk.busy.count == 1)
            _ = switchboard.desk.next("call-1", status, after: phone)
            switchboard.desk.notes.finish()
            await switchboard.recorder.run()
        }
        let second = try await reopen()
        await second.takeUpRecordedCalls()
        #expect(second.desk.busy == .nobody)
    }
}
