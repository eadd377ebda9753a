import Foundation
import Records
import Routing
import TestSupport
import Testing
import Time

/// The roster as it stood: whatever was done to it since, and whatever time that was about.
@Suite("Rosters of the past", .eachEngine)
struct PastRosterTests {
    private func open() throws -> Ledger {
        let folder = FileManager.default.temporaryDirectory.appending(path: "past-\(UUID())").path
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        return try Ledger.test(folder: folder)
    }

    /// Absences, deputyships and requests that are not over, in the order of hindsight.
    private func told(_ roster: Roster, at instant: Instant) -> Roster {
        Roster(
            absences: roster.absences.filter { ($0.interval?.end ?? .earliest) > instant }
                .sorted { ($0.start, $0.id) < ($1.start, $1.id) },
            deputyships: roster.deputyships.filter { ($0.interval?.end ?? .earliest) > instant }
                .sorted { $0.id < $1.id },
            requests: roster.requests.filter { $0.leave.end ?? .latest > instant }.sorted { $0.id < $1.id },
            learnedNumbers: roster.learnedNumbers, cases: roster.cases.sorted { $0.id < $1.id }, completeFrom: instant)
    }

    @Test(
        "each roster of a long history is told again as it was then, at once and followed line by line",
        arguments: 0..<12)
    func sequence(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        let ledger = try open()
        var generated = GeneratedRoster(
            agents: ["anna", "bram", "cato"].map { AgentID($0) }, clients: ["noord", "zuid"].map { ClientID($0) },
            numbers: (0..<5).compactMap { PhoneNumber("3161234567\($0)") }, contacts: ["Karin"])
        var now = at("2026-10-20 09:00")
        var kept: [(at: Instant, roster: Roster)] = [(now, Roster())]
        for _ in 0..<160 {
            now = now.advanced(by: Milliseconds(Int64.random(in: 1...20_000_000, using: &random)))
            try generated.change(at: now, &random) { try ledger.roster.write($0) }
            kept.append((now, generated.roster))
        }
        for (instant, roster) in kept {
            let past = try ledger.roster.roster(at: instant)
            try #require(past == told(roster, at: instant), "seed \(seed), \(instant)")
            let before = instant.advanced(by: Milliseconds(-1))
            try #require(
                try ledger.roster.roster(at: before).absences.allSatisfy { $0.enteredAt <= before }, "seed \(seed)")
        }
        // From each tenth on, line by line.
        for start in stride(from: 0, to: kept.count, by: 40) {
            var past = PastRoster(try ledger.roster.roster(at: kept[start].at))
            var last = (at: kept[start].at, id: Int64.max)
            for (instant, roster) in kept[start...] {
                while true {
                    let lines = try ledger.history.lines(
                        after: last, until: instant.advanced(by: Milliseconds(1)), limit: 3)
                    for line in lines { _ = past.take(line) }
                    guard let line = lines.last else { break }
                    last = (line.change.at, line.change.id)
                }
                try #require(past.roster(at: instant) == told(roster, at: instant), "seed \(seed), \(instant)")
            }
        }
    }

    @Test(
        "sickness that is reported afterwards, leave that is moved, and what is ended or given later do not count before"
    )
    func backdated() throws {
        let ledger = try open()
        let (joke, mark) = (AgentID("joke"), AgentID("mark"))
        let monday = at("2026-03-02 09:00")
        func hours(_ count: Int) -> Instant { monday.advanced(by: .hours(count)) }
        let leave = try ledger.roster.enter(
            NewAbsence(agent: joke, kind: .leave, start: hours(1), end: hours(5)), by: "joke", at: hours(-30))
        _ = try ledger.roster.enter(
            NewAbsence(agent: mark, kind: .sickness, start: monday, end: nil), by: "root", at: hours(8))
        var moved = leave
        (moved.start, moved.end) = (hours(30), hours(40))
        _ = try ledger.roster.write(RosterWriting(by: "root", at: hours(9), [.change(moved)]))
        #expect(try ledger.roster.roster(at: hours(2)).absences == [leave])
        #expect(try ledger.roster.roster(at: hours(8)).absences.map(\.agent) == [mark])
        #expect(try ledger.roster.roster(at: hours(9)).absences.map(\.agent) == [joke, mark])
        _ = try ledger.roster.write(RosterWriting(by: "root", at: hours(10), [.end(leave.id), .end(2)]))
        #expect(try ledger.roster.roster(at: hours(9)).absences.map(\.end) == [hours(40), nil])
        #expect(try ledger.roster.roster(at: hours(10)).absences == [])
    }
}
