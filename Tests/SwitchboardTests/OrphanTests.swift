import DirectoryFiles
import Foundation
import Logging
import Records
import Routing
import Switchboard
import TestSupport
import Testing
import Time

/// Absences of agents whom the directory does not have any more.
@Suite("Orphans")
struct OrphanTests {
    let folder = FileManager.default.temporaryDirectory.appending(path: "orphans-\(UUID())")
    let ledger: Ledger
    let clock: TestClock
    let kept = KeptLines()
    let manager = Requester(user: "root", uid: 0, isManager: true, isPBX: false)
    let joke = Requester(user: "jdevries", uid: 1_001, isManager: false, isPBX: false)

    init() throws {
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        ledger = try Ledger(folder: folder.path)
        let zone = try #require(TimeZone(identifier: "Europe/Amsterdam"))
        let day = try #require(CalendarDay(year: 2026, month: 12, day: 23))
        clock = TestClock(ServiceClock(zone).instant(day, try #require(LocalTime(hour: 10, minute: 0))))
        try write(SwitchboardTests.directory)
    }

    private func write(_ directory: String) throws {
        try Data(directory.utf8).write(to: folder.appending(path: "majord.yaml"))
    }

    /// Joke's id becomes another one, in the pair, too.
    private func rename() throws {
        try write(
            SwitchboardTests.directory.replacing("id: jdevries", with: "id: joke")
                .replacing("primary: jdevries", with: "primary: joke"))
    }

    private func open() throws -> Switchboard {
        let logger = Logger(label: "test") { [kept] _ in KeepingHandler(lines: kept) }
        return try Switchboard(
            configuration: folder.appending(path: "majord.yaml").path, ledger: ledger, logger: logger,
            now: { [clock] in clock.now })
    }

    private func phone(_ switchboard: Switchboard) throws -> String? {
        let request = RouteRequest(caller: "0505550100", called: "+31880001234", callID: "")
        return try switchboard.desk.route(request).get().decision.targets.first?.phone.description
    }

    private func reload(_ switchboard: Switchboard) async -> [Finding] {
        guard case .done(_, _, let warnings) = await switchboard.reload() else {
            Issue.record("the reload was refused")
            return []
        }
        return warnings
    }

    private func isWarning(_ finding: Finding) -> Bool {
        finding.severity == .warning
            && finding.text.contains("no agent `jdevries`, whose absence 1 is not in force")
    }

    @Test("check, reload and start warn of the absence of an agent whose id was changed, and name the new one")
    func warnings() async throws {
        let switchboard = try open()
        _ = try await switchboard.reportSick(agent: nil, until: nil, note: nil, by: joke)
        #expect(await !switchboard.check().contains(where: isWarning))
        try rename()
        let checked = await switchboard.check()
        #expect(checked.contains(where: isWarning), "\(checked)")
        #expect(checked.contains { $0.text.contains("Joke de Vries is meant, who is `joke` now") })
        #expect(checked.contains { $0.text.contains("`majorctl give 1 joke`") })
        let reloaded = await reload(switchboard)
        #expect(reloaded.contains(where: isWarning), "\(reloaded)")
        func isTold() -> Bool {
            kept.lines.contains {
                $0.level == .warning && $0.message.contains("no agent `jdevries`")
                    && $0.metadata["message-id"] == "\(JournalMessage.finding.rawValue)"
            }
        }
        #expect(isTold())
        let before = kept.lines.count
        _ = try open()
        #expect(kept.lines.dropFirst(before).contains { $0.message.contains("no agent `jdevries`") })
        // Nobody is to be warned of what is over.
        clock.advance(by: .days(1))
        _ = try await switchboard.cancel(1, by: manager)
        #expect(await !switchboard.check().contains(where: isWarning))
    }

    @Test("a manager gives it to the agent's new id, durably; nobody else may")
    func give() async throws {
        let switchboard = try open()
        let sick = try await switchboard.reportSick(agent: nil, until: nil, note: "griep", by: joke)
        try rename()
        _ = await reload(switchboard)
        #expect(try phone(switchboard) == "2101", "the absence cannot take effect")
        for requester in [joke, Requester(user: "x", uid: 9, isManager: false, isPBX: true)] {
            do throws(RosterRefusal) {
                _ = try await switchboard.give(sick.absence.id, to: "joke", by: requester)
                Issue.record("\(requester.user) gave it away")
            } catch {
                guard case .notAllowed(.manageOrphans) = error else {
                    Issue.record("\(error)")
                    return
                }
            }
        }
        let given = try await switchboard.give(sick.absence.id, to: "joke", by: manager)
        #expect(given.agent.id == AgentID("joke"))
        #expect(given.absence.id == sick.absence.id)
        #expect(given.absence.start == sick.absence.start)
        #expect(given.absence.note == "griep")
        #expect(given.consequences.takeovers.map(\.by?.name) == ["Mark Bakker"])
        #expect(try phone(switchboard) == "2102")
        #expect(try ledger.roster.load(from: clock.now) == Roster(absences: [given.absence]))
        #expect(try phone(open()) == "2102", "also after a start")
        #expect(
            kept.lines.contains {
                $0.metadata["absence"] == "\(sick.absence.id)" && $0.metadata["user"] == "root"
                    && $0.metadata["agent"] == "joke"
            })
        #expect(try await switchboard.comeBack(agent: nil, by: joke).ended.map(\.id) == [sick.absence.id])
    }

    @Test("a manager cancels it; nobody else may, and an agent who is there keeps his")
    func cancel() async throws {
        let switchboard = try open()
        let sick = try await switchboard.reportSick(agent: nil, until: nil, note: nil, by: joke)
        func refusal(_ body: () async throws(RosterRefusal) -> Void) async -> RosterRefusal? {
            do throws(RosterRefusal) {
                try await body()
                return nil
            } catch {
                return error
            }
        }
        let kept = await refusal { () throws(RosterRefusal) in
            _ = try await switchboard.give(sick.absence.id, to: "mbakker", by: manager)
        }
        guard case .notOrphaned(sick.absence.id, let owner) = kept else {
            Issue.record("\(String(describing: kept))")
            return
        }
        #expect(owner.id == AgentID("jdevries"))
        try rename()
        _ = await reload(switchboard)
        let unknown = await refusal { () throws(RosterRefusal) in
            _ = try await switchboard.give(sick.absence.id, to: "jdevries", by: manager)
        }
        guard case .unknownAgent = unknown else {
            Issue.record("\(String(describing: unknown))")
            return
        }
        let denied = await refusal { () throws(RosterRefusal) in
            _ = try await switchboard.cancel(sick.absence.id, by: joke)
        }
        guard case .notAllowed(.manageOrphans) = denied else {
            Issue.record("\(String(describing: denied))")
            return
        }
        let returned = try await switchboard.cancel(sick.absence.id, by: manager)
        #expect(returned.agentName == "jdevries")
        #expect(try ledger.roster.load(from: clock.now).absences.isEmpty)
        let again = await refusal { () throws(RosterRefusal) in
            _ = try await switchboard.cancel(sick.absence.id, by: manager)
        }
        guard case .absenceOver(let ended, "jdevries") = again else {
            Issue.record("\(String(describing: again))")
            return
        }
        #expect(ended.by == "root")
        let stranger = await refusal { () throws(RosterRefusal) in
            _ = try await switchboard.cancel(sick.absence.id, by: joke)
        }
        guard case .unknownAbsence = stranger else {
            Issue.record("\(String(describing: stranger))")
            return
        }
    }

    @Test(
        "check, reload and start warn of cases whose holder has gone, and name the new one; they can be given before a reload where nobody has his id"
    )
    func cases() async throws {
        let switchboard = try open()
        for reference in ["R-1", "R-2"] {
            _ = try await switchboard.openCase(
                .init(client: "noord", holder: "jdevries", reference: reference), by: manager)
        }
        let gone = "agent `jdevries` has gone, and cases R-1, R-2 of his pin nobody; "
        func told(_ findings: [Finding]) -> [String] {
            findings.filter { $0.severity == .warning && $0.text.hasPrefix(gone) }.map {
                String($0.text.dropFirst(gone.count))
            }
        }
        #expect(await told(switchboard.check()).isEmpty)

        // His last day was yesterday: who takes them over is there already.
        try write(
            SwitchboardTests.directory.replacing("id: jdevries,", with: "id: jdevries, until: 2026-12-22,"))
        #expect(
            await told(switchboard.check()) == [
                "`majorctl case give --all jdevries AGENT` gives them to another agent"
            ])
        try rename()
        #expect(
            await told(switchboard.check()) == [
                "after the reload `majorctl case give --all jdevries joke` gives them to another agent"
            ])
        let cure = ["`majorctl case give --all jdevries joke` gives them to another agent"]
        #expect(await told(reload(switchboard)) == cure)
        let before = kept.lines.count
        let started = try open()
        #expect(kept.lines.dropFirst(before).contains { $0.level == .warning && $0.message.contains(gone) })
        _ = try await started.giveCases(of: "jdevries", to: "joke", by: manager)
        #expect(await told(started.check()).isEmpty)
    }
}
