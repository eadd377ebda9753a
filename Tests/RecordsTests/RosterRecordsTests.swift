import Foundation
import Records
import Routing
import TestSupport
import Testing
import Time

/// What every engine of the roster keeps, and how.
@Suite("Roster records")
struct RosterRecordsTests {
    enum Engine: String, CaseIterable {
        case sqlite, postgresql, memory

        static var present: [Engine] { allCases.filter { $0 != .postgresql || ThrowAwayPostgreSQL.shared != nil } }

        func open() throws -> any RosterRecords {
            switch self {
            case .memory: return MemoryRoster()
            case .sqlite, .postgresql:
                let folder = FileManager.default.temporaryDirectory.appending(path: "roster-\(UUID())").path
                try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
                let kept = self == .sqlite ? TestEngine.sqlite : .postgresql
                return try TestEngine.$current.withValue(kept) { try Ledger.test(folder: folder).roster }
            }
        }
    }

    let now = Instant(clamping: 1_800_000_000_000)

    private func hours(_ count: Int) -> Instant { now.advanced(by: .hours(count)) }

    private func sickness(_ agent: String, from start: Instant, until end: Instant? = nil) -> NewAbsence {
        NewAbsence(agent: AgentID(agent), kind: .sickness, start: start, end: end, note: "griep")
    }

    @Test("the roster holds what is in force or to come, in the order of its begin", arguments: Engine.present)
    func current(engine: Engine) throws {
        let roster = try engine.open()
        let future = try roster.enter(sickness("c", from: hours(1)), by: "root", at: now)
        _ = try roster.enter(sickness("a", from: hours(-2), until: now), by: "root", at: now)
        let current = try roster.enter(sickness("b", from: hours(-2), until: hours(1)), by: "root", at: now)
        #expect(try roster.load(from: now) == Roster(absences: [current, future], completeFrom: now))
        #expect(current.note == "griep" && current.enteredBy == "root" && current.enteredAt == now)
    }

    @Test("so many of those that are over are in it as are wanted, the last ones", arguments: Engine.present)
    func ended(engine: Engine) throws {
        let roster = try engine.open()
        for hour in 1...4 {
            _ = try roster.enter(sickness("a", from: hours(-9), until: hours(-hour)), by: "root", at: now)
        }
        let loaded = try roster.load(from: now, ended: 2)
        #expect(Set(loaded.absences.map(\.end)) == [hours(-1), hours(-2)])
        #expect(loaded.completeFrom == hours(-3))
        #expect(try roster.load(from: now, ended: 4).completeFrom == .earliest)
    }

    @Test("an absence is ended now, one to come is cancelled, one that is over stays", arguments: Engine.present)
    func ending(engine: Engine) throws {
        let roster = try engine.open()
        let current = try roster.enter(sickness("a", from: now), by: "root", at: now)
        let future = try roster.enter(sickness("a", from: hours(9)), by: "root", at: now)
        let over = try roster.enter(sickness("a", from: hours(-3), until: hours(-2)), by: "root", at: now)
        try roster.end([current.id, future.id, over.id], by: "boss", at: hours(1))
        #expect(try roster.load(from: hours(1)).absences.isEmpty)
        #expect(try roster.endedAbsence(current.id)?.absence.end == hours(1))
        #expect(try roster.endedAbsence(current.id)?.by == "boss")
        #expect(try roster.endedAbsence(future.id)?.absence.end == hours(9))
        #expect(try roster.endedAbsence(over.id)?.absence.end == hours(-2))
        // By a clock that is behind the one that ended it the absence is over all the same.
        #expect(try roster.load(from: now).absences.allSatisfy { $0.interval == nil })
    }

    @Test("an absence takes the place of others, all at once or not at all", arguments: Engine.present)
    func replacing(engine: Engine) throws {
        let roster = try engine.open()
        let first = try roster.enter(sickness("a", from: now), by: "root", at: now)
        let second = try roster.enter(
            sickness("a", from: hours(1)), by: "root", at: hours(1), replacing: [first.id])
        #expect(try roster.load(from: hours(1)).absences == [second])
        #expect(throws: LedgerError.unknownAbsence(99)) {
            try roster.enter(sickness("a", from: hours(2)), by: "root", at: hours(2), replacing: [second.id, 99])
        }
        #expect(try roster.load(from: hours(2)).absences == [second])
        #expect(throws: LedgerError.unknownAbsence(99)) {
            try roster.end([second.id, 99], by: "root", at: hours(2))
        }
        #expect(try roster.load(from: hours(2)).absences == [second])
    }

    @Test("an absence is another agent's once it is given to him", arguments: Engine.present)
    func giving(engine: Engine) throws {
        let roster = try engine.open()
        let absence = try roster.enter(sickness("a", from: now), by: "root", at: now)
        try roster.give(absence.id, to: AgentID("b"), by: "root", at: now)
        #expect(try roster.load(from: now).absences.map(\.agent) == [AgentID("b")])
        #expect(throws: LedgerError.unknownAbsence(99)) {
            try roster.give(99, to: AgentID("b"), by: "root", at: now)
        }
    }

    @Test("who was away at an instant is known, however long ago that is", arguments: Engine.present)
    func hindsight(engine: Engine) throws {
        let roster = try engine.open()
        let old = try roster.enter(sickness("a", from: hours(-900), until: hours(-890)), by: "root", at: hours(-901))
        let other = try roster.enter(sickness("b", from: hours(-899)), by: "root", at: hours(-899))
        _ = try roster.enter(sickness("c", from: hours(-900)), by: "root", at: now)
        #expect(try roster.absences(at: hours(-900)) == [old])
        #expect(try roster.absences(at: hours(-891)) == [old, other])
        #expect(try roster.absences(at: hours(-890)) == [other])
        #expect(try roster.endedAbsence(other.id) == nil)
    }

    @Test("no two absences have one number", arguments: Engine.present)
    func numbers(engine: Engine) throws {
        let roster = try engine.open()
        let ids = try (0..<20).map { _ in try roster.enter(sickness("a", from: now), by: "root", at: now).id }
        #expect(Set(ids).count == 20 && ids == ids.sorted())
    }

    @Test(
        "a request is no absence until it is approved, and a deputyship ends when it is ended",
        arguments: Engine.present)
    func requestsAndDeputies(engine: Engine) throws {
        let roster = try engine.open()
        let week = NewAbsence(agent: AgentID("a"), kind: .leave, start: hours(9), end: hours(99))
        let deputyship = NewDeputyship(
            deputy: AgentID("b"), post: .agent(AgentID("a"), client: nil), start: hours(9), end: hours(99))
        let numbers = try roster.write(
            RosterWriting(by: "a", at: now, [.request(week, deputy: AgentID("b")), .depute(deputyship)]))
        #expect(numbers == [1, 1])
        #expect(try roster.load(from: now).absences.isEmpty)
        #expect(try roster.load(from: now).requests.map(\.deputy) == [AgentID("b")])
        #expect(try roster.roster(at: hours(9)).deputyships == [deputyship.numbered(1, by: "a", at: now)])
        _ = try roster.write(RosterWriting(by: "root", at: now, [.approve(1)]))
        #expect(try roster.load(from: now).absences == [week.numbered(1, by: "a", at: now)])
        #expect(throws: LedgerError.undecidable(1)) {
            try roster.write(RosterWriting(by: "root", at: now, [.endDeputyship(1), .decline(1)]))
        }
        #expect(try roster.roster(at: hours(9)).deputyships.count == 1)
        _ = try roster.write(RosterWriting(by: "root", at: hours(10), [.endDeputyship(1)]))
        #expect(try roster.load(from: hours(10)).deputyships.isEmpty)
        #expect(throws: LedgerError.unknownDeputyship(7)) {
            try roster.write(RosterWriting(by: "root", at: now, [.endDeputyship(7)]))
        }
    }
}
