import DirectoryFiles
import Foundation
import Logging
import Records
import Routing
import Switchboard
import TestSupport
import Testing
import Time

/// Calls that were decided while the roster changed, decided again.
@Suite("Replay")
struct ReplayTests {
    private static let agents = ["anna", "bram", "cato", "dirk", "emma"]
    private static let callers: [Party] =
        [
            "31505550100", "31612345678", "31205550100", "31105550100", "31612345670", "31612345671", "31612345672",
        ].compactMap { PhoneNumber($0) }.map(Party.number) + [.anonymous, .internal, .unknown]
    private static let called = ["31880001234", "31880001234", "31880005678"].compactMap { PhoneNumber($0) }

    /// - Parameter noord: Primary and backup of Noord before its handover.
    private static func text(noord: (String, String) = ("anna", "bram"), handover: String) -> String {
        """
        time_zone: Europe/Amsterdam
        exclusive_numbers: [+31880001234, {number: +31880005678, client: zuid}]
        overflow: {default: 2000, uncovered: 2001, busy: 2002, closed: 2003, refused: 2004, other-client: 2005}
        levels:
          kantoor: {hours: {mon-fri: "08:00-18:00"}}
          altijd: {hours: {mon-sun: "00:00-24:00"}}
        agents:
        \(agents.enumerated().map { "  - {id: \($1), name: \($1), extension: 210\($0)}" }.joined(separator: "\n"))
        clients:
          - {id: noord, name: Noord, size: small, schools: 9, primary: \(noord.0), backup: \(noord.1), introduced: 2026-01-12,
             handover: {from: \(handover), primary: cato, backup: anna},
             agreement: {title: N, start: 2026-01-01, level: kantoor}, numbers: [+31505550100],
             contacts: [{name: Karin, function: ICT, mobile: +31612345678}]}
          - {id: zuid, name: Zuid, size: small, schools: 9, primary: bram, backup: cato, introduced: 2026-01-12,
             agreement: {title: Z, start: 2026-01-01, level: altijd}, numbers: [+31205550100]}
          - {id: west, name: West, size: small, schools: 9, primary: dirk, backup: anna, introduced: 2026-01-12,
             agreement: {title: W, start: 2026-01-01, level: altijd}, numbers: [+31105550100]}
        """
    }

    /// What other calls do with agents, as chance has it.
    private static func busy(_ random: inout SeededGenerator, _ caller: Party, at instant: Instant, wrapUps: Bool)
        -> BusyAgents
    {
        var busy = BusyAgents()
        for agent in agents.map({ AgentID($0) }) {
            switch Int.random(in: 0..<10, using: &random) {
            case 0, 1: busy.add(agent)
            case 2: busy.note(agent, unreachableUntil: instant.advanced(by: .minutes(1)))
            case 3, 4:
                let client = [nil, ClientID("noord"), ClientID("west")].randomElement(using: &random) ?? nil
                if wrapUps, let wrapUp = BusyAgents.WrapUp(after: instant, of: client, for: .minutes(2)) {
                    busy.wrapUp(agent, wrapUp)
                }
            case 5:
                guard let number = caller.number else { break }
                busy.callBack(to: number, BusyAgents.CallBack(agent: agent, until: instant.advanced(by: .days(1))))
            default: break
            }
        }
        return busy
    }

    private struct Year {
        let folder: URL
        let ledger: Ledger
        let text: String
        var end: Instant
        /// Each call with the roster of its moment, and what other calls did.
        var calls:
            [(call: Call, at: Instant, id: DecisionID, decision: Decision, table: RoutingTable, busy: BusyAgents)] = []
    }

    /// Some weeks over a change of the clocks, with a handover in their middle.
    private func year(seed: UInt64, wrapUps: Bool = true) throws -> Year {
        let folder = FileManager.default.temporaryDirectory.appending(path: "replay-\(UUID())")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        var now = seed % 2 == 0 ? at("2026-10-20 09:00") : at("2026-03-24 09:00")
        let text = Self.text(handover: seed % 2 == 0 ? "2026-10-27" : "2026-03-31")
        var random = SeededGenerator(seed: seed)
        var year = Year(folder: folder, ledger: try Ledger(folder: folder.path), text: text, end: now)
        let directory = try #require(
            DirectoryReader.read(DirectoryCopy(path: "/d.yaml", files: ["/d.yaml": text]), now: now).directory)
        var generated = GeneratedRoster(
            agents: Self.agents.map { AgentID($0) }, clients: ["noord", "zuid", "west"].map { ClientID($0) },
            numbers: Self.callers.compactMap(\.number), contacts: ["Karin"])
        var number: UInt64 = 1
        for _ in 0..<120 {
            now = now.advanced(by: Milliseconds(Int64.random(in: 1...12_000_000, using: &random)))
            try generated.change(at: now, &random) { try year.ledger.roster.write($0) }
            let table = try RoutingTable(directory: directory, roster: generated.roster, generation: number)
            var changes: [CallRecord.Change] = []
            for _ in 0..<Int.random(in: 0...4, using: &random) {
                let caller = Self.callers.randomElement(using: &random) ?? .unknown
                let called = Self.called.randomElement(using: &random).map(Party.number) ?? .unknown
                let call = Call(caller: caller, called: called)
                let busy = Self.busy(&random, caller, at: now, wrapUps: wrapUps)
                let decision = table.decide(call, at: now, busy: busy)
                let id = DecisionID(number: number)
                changes.append(
                    CallRecord.Change(
                        callID: "call-\(number)", instant: now,
                        what: .decided(CallRecord.Decided(decision, id: id, of: call, in: table))))
                year.calls.append((call, now, id, decision, table, busy))
                number += 1
                now = now.advanced(by: Milliseconds(Int64.random(in: 0...3_000_000, using: &random)))
            }
            try year.ledger.calls.record(changes)
        }
        year.end = now.advanced(by: .seconds(1))
        return year
    }

    private func run(_ year: Year, _ text: String, from start: Instant? = nil) async throws -> ReplayRun {
        let file = year.folder.appending(path: "majord.yaml").path
        try Data(year.text.utf8).write(to: URL(filePath: file))
        let clock = TestClock(year.end)
        let switchboard = try Switchboard(
            configuration: file, ledger: year.ledger, logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() },
            now: { clock.now })
        return try await switchboard.replay(
            Switchboard.ReplayWish(
                directory: DirectoryCopy(path: file, files: [file: text]), from: start, until: nil, areLaterTold: true))
    }

    /// A few at a time, so that each run is of several slices.
    private func all(_ run: ReplayRun) async throws -> (moved: [ReplayRun.Moved], standing: ReplayRun.Standing) {
        var moved: [ReplayRun.Moved] = []
        while true {
            let slice = try await run.next(97)
            moved += slice.moved
            if slice.isLast { return (moved, slice.standing) }
        }
    }

    @Test(
        "with the directory that decided nothing is another, whatever the roster and other calls were",
        arguments: 0..<24)
    func nothing(seed: UInt64) async throws {
        let year = try year(seed: seed)
        let (moved, standing) = try await all(try await run(year, year.text))
        #expect(moved.isEmpty, "seed \(seed): \(moved.first.map { "\($0)" } ?? "")")
        #expect(
            standing == ReplayRun.Standing(of: year.calls.count, looked: year.calls.count), "seed \(seed): \(standing)")
        // From the middle on the roster is that of the middle.
        let middle = year.calls[year.calls.count / 2].at
        let (later, second) = try await all(try await run(year, year.text, from: middle))
        #expect(later.isEmpty && second.looked == year.calls.count(where: { $0.at >= middle }), "seed \(seed)")
    }

    @Test("each decision comes out the same in all its parts", arguments: 0..<12)
    func same(seed: UInt64) throws {
        let year = try year(seed: seed)
        let first = try #require(year.calls.first)
        let start = first.at.advanced(by: .days(-1))
        var replay = Replay(try RoutingTable(directory: first.table.directory, roster: Roster(), generation: 1))
        var (past, texts) = (PastRoster(), DecidedTexts())
        var lines = try year.ledger.history.lines(after: (start, 0), until: .latest, limit: .max)[...]
        let recorded = try year.ledger.calls.decidedCalls(after: (start, 0), until: .latest, limit: .max, &texts)
        try #require(recorded.calls.count == year.calls.count)
        for (call, told) in zip(recorded.calls, year.calls) {
            while let line = lines.first, line.change.at <= call.noted {
                lines.removeFirst()
                switch past.take(line) {
                case .absences(let agents): for agent in agents { replay.note(past.absences(of: agent), of: agent) }
                case .deputyships: replay.note(past.deputyships)
                case .number(let number): replay.note(past.learnedNumbers, changed: number)
                case .cases(let client): replay.note(past.cases(of: client), of: client)
                case .nothing: break
                }
            }
            let decided = replay.decide(call)
            let again = try #require(decided)
            let place: Comment = "seed \(seed), \(told.call) at \(told.at)"
            try #require(again.targets == told.decision.targets && again.reason == told.decision.reason, place)
            try #require(again.contact?.name == told.decision.contact?.name, place)
            try #require(
                CallRecord.Considered.list(of: again, in: replay.table)
                    == CallRecord.Considered.list(of: told.decision, in: told.table), place)
        }
    }

    @Test("with another directory those calls are told that it sends elsewhere, and no others", arguments: 0..<12)
    func swapped(seed: UInt64) async throws {
        let year = try year(seed: seed, wrapUps: false)
        let text = year.text.replacingOccurrences(
            of: "primary: anna, backup: bram", with: "primary: bram, backup: anna")
        let directory = try #require(
            DirectoryReader.read(DirectoryCopy(path: "/d", files: ["/d": text]), now: year.end).directory)
        let (moved, standing) = try await all(try await run(year, text))
        let expected = try year.calls.filter { call in
            let table = try RoutingTable(directory: directory, roster: call.table.roster, generation: 1)
            let decision = table.decide(call.call, at: call.at, busy: call.busy)
            return decision.targets.map(\.agent) != call.decision.targets.map(\.agent)
        }
        #expect(moved.map(\.call.decision) == expected.map(\.id.description), "seed \(seed)")
        #expect(standing.moved + standing.movedLater == expected.count)
        #expect(moved.count(where: \.isFirst) == standing.moved)
    }

    @Test("a directory with errors is refused, and a call whose number is forgotten is its client's")
    func errorsAndForgotten() async throws {
        let year = try year(seed: 3)
        await #expect(throws: Switchboard.ReplayRefusal.self) { try await run(year, "agents: []") }
        _ = try year.ledger.forgetting.forget(
            ForgettingDay(
                callsBefore: .earliest, numbersBefore: .latest, absencesBefore: .earliest, eventsBefore: .earliest),
            atMost: .max, block: { _ in nil })
        let (moved, standing) = try await all(try await run(year, year.text))
        #expect(moved.isEmpty, "\(moved.first.map { "\($0)" } ?? "")")
        #expect(standing.skipped > 0 && standing.skipped < standing.looked)
    }
}
