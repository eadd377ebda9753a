import DirectoryFiles
import Foundation
import ICalendar
import Logging
import Records
import Routing
import Switchboard
import TestSupport
import Testing
import Time

@Suite("Calendars that are read as leave")
struct CalendarImportTests {
    let folder = FileManager.default.temporaryDirectory.appending(path: "calendar-\(UUID())")
    /// A Wednesday.
    let clock = TestClock(at("2026-12-02 10:00"))
    let kept = KeptLines()
    let manager = Requester(user: "root", uid: 0, isManager: true, isPBX: false)
    let joke = Requester(user: "jdevries", uid: 1_001, isManager: false, isPBX: false)
    let mark = Requester(user: "mbakker", uid: 1_002, isManager: false, isPBX: false)
    let reader = Requester(user: "majord-calendar", uid: 997, isManager: false, isPBX: false)

    init() throws {
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        try Data(Self.directory.utf8).write(to: folder.appending(path: "majord.yaml"))
    }

    private func open() throws -> Switchboard {
        let logger = Logger(label: "test") { [kept] _ in KeepingHandler(lines: kept) }
        return try Switchboard(
            configuration: folder.appending(path: "majord.yaml").path, ledger: try Ledger(folder: folder.path),
            logger: logger, now: { [clock] in clock.now })
    }

    private func entry(_ uid: String, _ from: String, _ until: String, recurrence: String? = nil) -> LeaveEntry {
        LeaveEntry(
            identity: LeaveEntry.Identity(uid: uid, recurrence: recurrence),
            interval: interval("\(from) 00:00", "\(until) 00:00"))
    }

    /// What was changed, such as `1 new, 0 changed, 0 gone, 0 same`.
    @discardableResult
    private func take(
        _ switchboard: Switchboard, _ entries: [LeaveEntry], events: Int = 3, isDryRun: Bool = false,
        following: Set<Int64> = [], by requester: Requester? = nil
    ) async throws -> String {
        let imported = try await switchboard.importLeave(
            entries, events: events, agent: "jdevries", source: "hr", following: following, isDryRun: isDryRun,
            by: requester ?? reader)
        let comparison = imported.comparison
        return
            "\(comparison.new.count) new, \(comparison.changed.count) changed, \(comparison.gone.count) gone, \(comparison.same.count) same"
            + (comparison.kept.isEmpty ? "" : ", \(comparison.kept.count) kept")
    }

    /// Joke's leave that is not over, such as `2026-12-21 to 2026-12-24`.
    private func leave(_ switchboard: Switchboard) -> [String] {
        let wall = switchboard.table.clock
        return switchboard.table.roster.absences.filter { $0.agent == AgentID("jdevries") }.compactMap(\.interval)
            .filter { $0.end > clock.now }.sorted { $0.start < $1.start }
            .map { "\(wall.day(of: $0.start)) to \(wall.day(of: $0.end))" }
    }

    @Test("new leave is in force, moved leave is changed, gone leave is cancelled, also after a restart")
    func changes() async throws {
        let christmas = entry("a", "2026-12-21", "2026-12-24")
        let carnival = entry("b", "2027-02-08", "2027-02-13")
        do {
            let switchboard = try open()
            #expect(try await take(switchboard, [christmas, carnival]) == "2 new, 0 changed, 0 gone, 0 same")
            #expect(leave(switchboard) == ["2026-12-21 to 2026-12-24", "2027-02-08 to 2027-02-13"])
            #expect(switchboard.table.roster.absences.allSatisfy { $0.origin?.source == "hr" && $0.note == nil })
        }
        let switchboard = try await onceFree(open)
        let generation = switchboard.table.generation
        #expect(try await take(switchboard, [christmas, carnival]) == "0 new, 0 changed, 0 gone, 2 same")
        let numbers = switchboard.table.roster.absences.map(\.id)
        let moved = entry("b", "2027-02-15", "2027-02-20")
        #expect(try await take(switchboard, [christmas, moved]) == "0 new, 1 changed, 0 gone, 1 same")
        #expect(leave(switchboard) == ["2026-12-21 to 2026-12-24", "2027-02-15 to 2027-02-20"])
        #expect(switchboard.table.roster.absences.map(\.id) == numbers)
        #expect(switchboard.table.generation > generation)
        #expect(try await take(switchboard, [moved]) == "0 new, 0 changed, 1 gone, 1 same")
        #expect(leave(switchboard) == ["2027-02-15 to 2027-02-20"])
        #expect(
            kept.lines.filter { $0.metadata["message-id"] == .string(JournalMessage.calendarRead.rawValue) }
                .map(\.message) == [
                    "The calendar hr of Joke de Vries was read: 2 new, 0 changed, 0 gone",
                    "The calendar hr of Joke de Vries was read: nothing is new",
                    "The calendar hr of Joke de Vries was read: 0 new, 1 changed, 0 gone",
                    "The calendar hr of Joke de Vries was read: 0 new, 0 changed, 1 gone",
                ])
    }

    @Test("what was entered by hand, and what people made of imported leave, stays")
    func byHand() async throws {
        let switchboard = try open()
        _ = try await switchboard.planLeave(
            agent: nil, from: at("2026-12-10 00:00"), until: at("2026-12-11 00:00"), note: nil, override: false,
            by: joke)
        let entries = [entry("a", "2026-12-21", "2026-12-24"), entry("b", "2026-12-01", "2026-12-05")]
        try await take(switchboard, entries)
        #expect(
            leave(switchboard) == [
                "2026-12-02 to 2026-12-05", "2026-12-10 to 2026-12-11", "2026-12-21 to 2026-12-24",
            ])
        // He is at work after all, and will be at Christmas.
        _ = try await switchboard.comeBack(agent: nil, by: joke)
        let christmas = try #require(switchboard.table.roster.absences.first { $0.origin?.uid == "a" })
        _ = try await switchboard.cancel(christmas.id, by: joke)
        clock.advance(by: .hours(1))
        #expect(try await take(switchboard, entries) == "0 new, 0 changed, 0 gone, 0 same, 2 kept")
        #expect(leave(switchboard) == ["2026-12-10 to 2026-12-11"])
        // Whatever the calendar says since.
        let anew = [entry("a", "2026-12-22", "2026-12-24"), entry("b", "2026-12-01", "2026-12-06")]
        #expect(try await take(switchboard, anew) == "0 new, 0 changed, 0 gone, 0 same, 2 kept")
        #expect(leave(switchboard) == ["2026-12-10 to 2026-12-11"])
        let numbers = switchboard.calendarStates(switchboard.table, at: clock.now).flatMap(\.kept)
        #expect(numbers.count == 2)
        // Until they are to follow it again: the past stays as it was.
        #expect(
            try await take(switchboard, anew, following: Set(numbers)) == "0 new, 2 changed, 0 gone, 0 same")
        #expect(
            leave(switchboard) == [
                "2026-12-02 to 2026-12-06", "2026-12-10 to 2026-12-11", "2026-12-22 to 2026-12-24",
            ])
        #expect(switchboard.calendarStates(switchboard.table, at: clock.now).flatMap(\.kept) == [])
        let second = try #require(switchboard.table.roster.absences.last { $0.origin?.uid == "b" })
        #expect(second.start == clock.now)
        #expect(try await take(switchboard, anew) == "0 new, 0 changed, 0 gone, 2 same")
        #expect(try await take(switchboard, [], events: 1) == "0 new, 0 changed, 2 gone, 0 same")
        #expect(leave(switchboard) == ["2026-12-10 to 2026-12-11"])
    }

    @Test("what people changed stays after a restart, too, until they give it the calendar's times")
    func keptTimes() async throws {
        let (said, moved) = (entry("a", "2026-12-21", "2026-12-24"), entry("a", "2026-12-22", "2026-12-24"))
        do {
            let switchboard = try open()
            try await take(switchboard, [said])
            let state = try #require(switchboard.calendarStates(switchboard.table, at: clock.now).first)
            #expect(state.read == clock.now && state.changed == clock.now && state.kept == [])
            _ = try await switchboard.change(1, AbsenceChange(until: at("2026-12-26 00:00")), by: joke)
        }
        let switchboard = try await onceFree(open)
        let start = clock.now
        clock.advance(by: .hours(1))
        #expect(try await take(switchboard, [moved]) == "0 new, 0 changed, 0 gone, 0 same, 1 kept")
        #expect(leave(switchboard) == ["2026-12-21 to 2026-12-26"])
        let state = try #require(switchboard.calendarStates(switchboard.table, at: clock.now).first)
        #expect(state.read == clock.now && state.changed == start && state.kept == [1])
        await #expect {
            try await take(switchboard, [moved], following: [7])
        } throws: { error in
            if case CalendarRefusal.notOfCalendar(7) = error { true } else { false }
        }
        _ = try await switchboard.change(
            1, AbsenceChange(from: at("2026-12-22 00:00"), until: at("2026-12-24 00:00")), by: joke)
        #expect(try await take(switchboard, [moved]) == "0 new, 0 changed, 0 gone, 1 same")
        #expect(try await take(switchboard, [said]) == "0 new, 1 changed, 0 gone, 0 same")
        #expect(leave(switchboard) == ["2026-12-21 to 2026-12-24"])
    }

    @Test(
        "leave that comes back to the calendar is new, whether it goes on or is to come; what people cancelled stays so"
    )
    func comesBack() async throws {
        let switchboard = try open()
        let (now, later) = (entry("a", "2026-12-01", "2026-12-05"), entry("b", "2026-12-21", "2026-12-24"))
        let cancelled = entry("c", "2026-12-28", "2026-12-29")
        try await take(switchboard, [now, later, cancelled])
        let byHand = try #require(switchboard.table.roster.absences.first { $0.origin?.uid == "c" })
        _ = try await switchboard.cancel(byHand.id, by: joke)
        clock.advance(by: .hours(1))
        #expect(try await take(switchboard, []) == "0 new, 0 changed, 2 gone, 0 same")
        #expect(leave(switchboard) == [])
        clock.advance(by: .hours(1))
        #expect(try await take(switchboard, [now, later, cancelled]) == "2 new, 0 changed, 0 gone, 0 same, 1 kept")
        #expect(leave(switchboard) == ["2026-12-02 to 2026-12-05", "2026-12-21 to 2026-12-24"])
        #expect(
            try await take(switchboard, [now, later, cancelled]) == "0 new, 0 changed, 0 gone, 2 same, 1 kept")
        // On another day it is new just as well.
        try await take(switchboard, [now])
        let moved = entry("b", "2026-12-22", "2026-12-24")
        #expect(try await take(switchboard, [now, moved]) == "1 new, 0 changed, 0 gone, 1 same")
    }

    @Test("a dry run tells what would be, and changes nothing")
    func dryRun() async throws {
        let switchboard = try open()
        let generation = switchboard.table.generation
        let entries = [entry("a", "2026-12-21", "2026-12-24")]
        #expect(try await take(switchboard, entries, isDryRun: true) == "1 new, 0 changed, 0 gone, 0 same")
        #expect(leave(switchboard) == [])
        #expect(switchboard.table.generation == generation)
        #expect(try await take(switchboard, entries) == "1 new, 0 changed, 0 gone, 0 same")
    }

    @Test("it is in force whatever gaps it opens, and each is told")
    func gaps() async throws {
        let switchboard = try open()
        _ = try await switchboard.planLeave(
            agent: nil, from: at("2026-12-21 00:00"), until: at("2026-12-24 00:00"), note: nil, override: false,
            by: mark)
        let imported = try await switchboard.importLeave(
            [entry("a", "2026-12-21", "2026-12-24")], events: 1, agent: "jdevries", source: "hr", isDryRun: false,
            by: reader)
        #expect(imported.opened.map(\.client.client.name) == ["Scholengroep Noord"])
        #expect(leave(switchboard) == ["2026-12-21 to 2026-12-24"])
        let told = kept.lines.filter { $0.metadata["message-id"] == .string(JournalMessage.uncovered.rawValue) }
        #expect(told.map(\.message) == ["Scholengroep Noord is left without an agent from 2026-12-21T08:00:00+01:00"])
    }

    @Test("a calendar without any event changes nothing where leave is to come")
    func empty() async throws {
        let switchboard = try open()
        #expect(try await take(switchboard, [], events: 0) == "0 new, 0 changed, 0 gone, 0 same")
        try await take(switchboard, [entry("a", "2026-12-21", "2026-12-24")])
        await #expect {
            try await take(switchboard, [], events: 0)
        } throws: { error in
            if case CalendarRefusal.noEvents(expected: 1) = error { true } else { false }
        }
        #expect(leave(switchboard) == ["2026-12-21 to 2026-12-24"])
    }

    @Test("the agent himself, managers and the service that fetches may, the latter only what his entry names")
    func rights() async throws {
        let switchboard = try open()
        let phone = Requester(
            phone: try #require(Extension("2101")), peer: PBXPeer(socket: .pbx, user: 112, connection: 1),
            userName: "asterisk")
        func isAllowed(_ requester: Requester, _ source: String, _ agent: String = "jdevries") async -> Bool {
            do throws(CalendarRefusal) {
                _ = try await switchboard.importLeave(
                    [], events: 1, agent: agent, source: source, isDryRun: false, by: requester)
                return true
            } catch {
                if case .roster(.notAllowed(.importLeave)) = error { return false }
                Issue.record("\(error)")
                return false
            }
        }
        for requester in [joke, manager, reader] { #expect(await isAllowed(requester, "hr"), "\(requester.user)") }
        for requester in [mark, phone] { #expect(await !isAllowed(requester, "hr"), "\(requester.user)") }
        #expect(await isAllowed(joke, "own"))
        #expect(await !isAllowed(reader, "own"))
        #expect(await !isAllowed(reader, "hr", "mbakker"))
        #expect(try switchboard.calendarAddress(agent: "jdevries", by: reader).url == "https://hr.example/jdevries.ics")
        #expect(throws: CalendarRefusal.self) { try switchboard.calendarAddress(agent: "jdevries", by: mark) }
    }

    @Test("one that is read no more is a trouble after a week, told once, until it is read again")
    func stale() async throws {
        let switchboard = try open()
        #expect(
            switchboard.troubles == [
                "the calendar hr of Joke de Vries has never been read; see majord-calendar@jdevries.service"
            ])
        try await take(switchboard, [])
        #expect(switchboard.troubles == [])
        await switchboard.watchCalendars()
        clock.advance(by: .days(7))
        #expect(switchboard.troubles == [])
        try await switchboard.noteCalendarFailure(
            "there is an error in line 3", agent: "jdevries", source: "hr", by: reader)
        clock.advance(by: .seconds(1))
        let sentence =
            "the calendar hr of Joke de Vries was read last at 2026-12-02 10:00 Europe/Amsterdam: there is an error in line 3; see majord-calendar@jdevries.service"
        #expect(switchboard.troubles == [sentence])
        #expect(!switchboard.isDegraded)
        await switchboard.watchCalendars()
        await switchboard.watchCalendars()
        let told = kept.lines.filter { $0.metadata["message-id"] == .string(JournalMessage.calendarStale.rawValue) }
        #expect(told.map(\.message) == [sentence.replacing("the calendar", with: "The calendar")])
        try await take(switchboard, [])
        #expect(switchboard.troubles == [])
    }

    @Test("entries that make no sense are refused")
    func invalid() async throws {
        let switchboard = try open()
        let one = entry("a", "2026-12-21", "2026-12-24")
        let many = (0...LeaveCalendar.maximumLeave).map { entry("\($0)", "2026-12-21", "2026-12-24") }
        for (entries, source) in [([one, one], "hr"), ([one], "h r"), ([one], ""), (many, "hr")] {
            await #expect {
                _ = try await switchboard.importLeave(
                    entries, events: 1, agent: "jdevries", source: source, isDryRun: false, by: manager)
            } throws: { error in
                if case CalendarRefusal.invalid = error { true } else { false }
            }
        }
    }

    private static let directory = OfficeDirectory.text(
        level: ("kantoor", #"{mon-fri: "08:00-18:00"}"#), users: ("jdevries", "mbakker"),
        calendar: #"{source: hr, url: "https://hr.example/jdevries.ics"}"#)
}
