import DirectoryFiles
import Foundation
import Logging
import Records
import Routing
import Switchboard
import TestSupport
import Testing
import Time

@Suite("Switchboard")
struct SwitchboardTests {
    let folder = FileManager.default.temporaryDirectory.appending(path: "switchboard-\(UUID())")
    let clock: TestClock
    let kept = KeptLines()
    let manager = Requester(user: "root", uid: 0, isManager: true, isPBX: false)
    let joke = Requester(user: "jdevries", uid: 1_001, isManager: false, isPBX: false)

    init() throws {
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let zone = try #require(TimeZone(identifier: "Europe/Amsterdam"))
        // A Wednesday in winter.
        let day = try #require(CalendarDay(year: 2026, month: 12, day: 23))
        clock = TestClock(ServiceClock(zone).instant(day, try #require(LocalTime(hour: 10, minute: 0))))
        try write(Self.directory)
    }

    private func write(_ directory: String) throws {
        try Data(directory.utf8).write(to: folder.appending(path: "majord.yaml"))
    }

    private func open() throws -> Switchboard {
        let logger = Logger(label: "test") { [kept] _ in KeepingHandler(lines: kept) }
        return try Switchboard(
            configuration: folder.appending(path: "majord.yaml").path, ledger: try Ledger(folder: folder.path),
            logger: logger, now: { [clock] in clock.now })
    }

    private func phone(_ switchboard: Switchboard) throws -> String? {
        let request = RouteRequest(caller: "0505550100", called: "+31880001234", callID: "")
        return try switchboard.desk.route(request).get().decision.targets.first?.phone.description
    }

    /// Why Joke's own leave is refused; nil when it is taken.
    private func leaveRefusal(
        _ switchboard: Switchboard, from start: Instant, until end: Instant, override: Bool
    ) async -> RosterRefusal? {
        do throws(RosterRefusal) {
            _ = try await switchboard.planLeave(
                agent: nil, from: start, until: end, note: nil, override: override, by: joke)
            return nil
        } catch {
            return error
        }
    }

    @Test("what was answered is in force and durable")
    func sick() async throws {
        do {
            let switchboard = try open()
            let entered = try await switchboard.reportSick(agent: nil, until: nil, note: nil, by: joke)
            #expect(entered.generation == 2)
            #expect(entered.consequences.takeovers.map(\.by?.name) == ["Mark Bakker"])
            #expect(try phone(switchboard) == "2102")
        }
        let again = try await onceFree(open)
        #expect(try phone(again) == "2102")
        let returned = try await again.comeBack(agent: nil, by: joke)
        #expect(returned.ended.map(\.kind) == [.sickness])
        #expect(try phone(again) == "2101")
    }

    @Test("the overview for those who may not look themselves is that of the start, and of the last look since")
    func lastOverview() async throws {
        let switchboard = try open()
        let clients = switchboard.table.clients.count
        #expect(switchboard.lastOverview.count.clients == clients)
        #expect(switchboard.lastOverview.absentAgents == 0)
        _ = try await switchboard.reportSick(agent: nil, until: nil, note: nil, by: joke)
        #expect(switchboard.lastOverview.absentAgents == 0)
        #expect(switchboard.sentence(at: clock.now).contains("1 agent absent"))
        #expect(switchboard.lastOverview.absentAgents == 1)
        #expect(switchboard.lastOverview.generation == 2)
    }

    @Test("sick again goes on from its first day, until when it is said last")
    func replaced() async throws {
        let switchboard = try open()
        let first = try await switchboard.reportSick(agent: nil, until: nil, note: nil, by: joke)
        clock.advance(by: .hours(1))
        let until = clock.now.advanced(by: .hours(2))
        let second = try await switchboard.reportSick(agent: nil, until: until, note: nil, by: joke)
        clock.advance(by: .hours(1))
        #expect(try phone(switchboard) == "2102")
        clock.advance(by: .hours(1))
        #expect(try phone(switchboard) == "2101", "back at the very end of the second sickness")
        #expect(first.absence.id == second.absence.id && first.absence.start == second.absence.start)
        #expect(second.goesOn && !first.goesOn)
    }

    @Test("what a change has ended is not told as keeping the agent away, however often it is replaced")
    func replacedAtOnce() async throws {
        let switchboard = try open()
        for _ in 0..<3 {
            let paused = try await switchboard.pause(agent: nil, for: .minutes(10), note: nil, by: joke)
            #expect(paused.consequences.away?.absences == [paused.absence])
            #expect(paused.consequences.away?.interval.start == paused.absence.start)
            clock.advance(by: .seconds(1))
        }
        _ = try await switchboard.comeBack(agent: nil, by: joke)
        for _ in 0..<3 {
            let sick = try await switchboard.reportSick(agent: nil, until: nil, note: nil, by: joke)
            #expect(sick.consequences.away?.absences == [sick.absence])
            clock.advance(by: .seconds(1))
        }
        let paused = try await switchboard.pause(agent: nil, for: .minutes(10), note: nil, by: joke)
        #expect(paused.consequences.away?.absences.map(\.kind) == [.sickness, .pause])
        let returned = try await switchboard.cancel(paused.absence.id, by: joke)
        #expect(returned.away?.absences.map(\.kind) == [.sickness])
        #expect(try await switchboard.comeBack(agent: nil, by: joke).away == nil)
    }

    @Test(
        "a note that would steer a terminal is refused, and nothing is entered",
        arguments: ["\u{1B}[31mziek", "een\ntwee", "\u{9B}2J", "a\u{202E}b"])
    func steeringNote(note: String) async throws {
        let switchboard = try open()
        do throws(RosterRefusal) {
            _ = try await switchboard.reportSick(agent: nil, until: nil, note: note, by: joke)
            Issue.record("it was taken")
        } catch {
            guard case .noteNotShowable = error else {
                Issue.record("\(error)")
                return
            }
        }
        #expect(switchboard.table.roster.absences.isEmpty)
    }

    @Test("the journal has an absence's number, and neither its kind nor its note", arguments: Absence.Kind.allCases)
    func journalWithoutWhy(kind: Absence.Kind) async throws {
        let switchboard = try open()
        let entered: Switchboard.Entered
        switch kind {
        case .sickness:
            entered = try await switchboard.reportSick(agent: nil, until: nil, note: "griep", by: joke)
        case .pause: entered = try await switchboard.pause(agent: nil, for: .minutes(5), note: "griep", by: joke)
        case .leave:
            entered = try await switchboard.planLeave(
                agent: nil, from: clock.now, until: clock.now.advanced(by: .days(1)), note: "griep", override: false,
                by: joke)
        }
        _ = try switchboard.desk.route(RouteRequest(caller: "0505550100", called: "+31880001234", callID: "a")).get()
        _ = try await switchboard.comeBack(agent: nil, by: joke)
        switchboard.desk.notes.finish()
        await switchboard.recorder.run()
        #expect(kept.lines.contains { $0.metadata["absence"] == "\(entered.absence.id)" })
        #expect(kept.lines.contains { $0.message.hasSuffix("since Joke de Vries is away") || kind != .sickness })
        for line in kept.lines {
            let told = "\(line.message) \(line.metadata)".lowercased()
            for word in ["sick", "leave", "pause", "griep"] { #expect(!told.contains(word), "\(told)") }
        }
    }

    @Test("a pause ends by itself")
    func pause() async throws {
        let switchboard = try open()
        _ = try await switchboard.pause(agent: nil, for: .minutes(45), note: nil, by: joke)
        #expect(try phone(switchboard) == "2102")
        clock.advance(by: Milliseconds(45 * 60_000 - 1))
        #expect(try phone(switchboard) == "2102")
        clock.advance(by: Milliseconds(1))
        #expect(try phone(switchboard) == "2101")
    }

    @Test("leave that opens a gap is refused with who could stand in, and changes nothing; a manager overrides")
    func gaps() async throws {
        let switchboard = try open()
        let start = clock.now.advanced(by: .days(1))
        let end = start.advanced(by: .hours(3))
        _ = try await switchboard.planLeave(
            agent: "mbakker", from: start, until: end, note: nil, override: false, by: manager)
        let refusal = await leaveRefusal(switchboard, from: start, until: end, override: false)
        guard case .opensGaps(let consequences, _) = refusal else {
            Issue.record("the leave was not refused for its gaps")
            return
        }
        let gap = try #require(consequences.gaps.first)
        #expect(gap.times.intervals == [Interval(from: start, until: end)])
        #expect(gap.standIns.map(\.name) == ["Anna Visser"])
        #expect(switchboard.table.generation == 2)
        guard case .notAllowed = await leaveRefusal(switchboard, from: start, until: end, override: true) else {
            Issue.record("an agent may not override")
            return
        }
        let forced = try await switchboard.planLeave(
            agent: "jdevries", from: start, until: end, note: nil, override: true, by: manager)
        #expect(forced.consequences.gaps.count == 1)
        #expect(kept.lines.contains { $0.level == .critical && $0.message.contains("left without an agent") })
    }

    @Test("a refused reload leaves directory and roster; a good one keeps the roster")
    func reload() async throws {
        let switchboard = try open()
        _ = try await switchboard.reportSick(agent: nil, until: nil, note: nil, by: joke)
        try write(Self.directory.replacing("backup: mbakker", with: "backup: nobody"))
        guard case .refused(let findings) = await switchboard.reload() else {
            Issue.record("a broken directory was taken")
            return
        }
        #expect(findings.contains { $0.severity == .error && $0.text.contains("nobody") })
        #expect(try phone(switchboard) == "2102")
        try write(Self.directory.replacing("extension: 2102", with: "extension: 2112"))
        guard case .done(let difference, let generation, _) = await switchboard.reload() else {
            Issue.record("a good directory was refused")
            return
        }
        #expect(difference.summary == "1 agent changed")
        #expect(generation == 3)
        #expect(try phone(switchboard) == "2112")
    }

    @Test("who changed what at a desk phone, over which socket and by which user, stands in journal and ledger")
    func deskPhone() async throws {
        let switchboard = try open()
        let phone = try #require(Extension("2101"))
        let pbx = PBXPeer(socket: .pbx, user: 112, connection: 1)
        let fastAGI = PBXPeer(socket: .fastagi, user: nil, connection: 2)
        var answer = await switchboard.answer(
            DeskPhoneRequest(phone: phone, wish: .sick), from: pbx, userName: "asterisk")
        #expect(answer.state == "away")
        let entered = try #require(
            kept.lines.last { $0.metadata["message-id"] == .string(JournalMessage.absenceEntered.rawValue) })
        #expect(entered.metadata["user"] == "phone 2101 (pbx.sock, uid 112 asterisk)")
        #expect(entered.metadata["socket"] == "pbx.sock")
        #expect(entered.metadata["uid"] == "112")
        #expect(entered.metadata["phone"] == "2101")
        #expect(switchboard.table.roster.absences.map(\.enteredBy) == ["phone 2101 (pbx.sock, uid 112 asterisk)"])
        answer = await switchboard.answer(DeskPhoneRequest(phone: phone, wish: .back), from: fastAGI)
        #expect(answer.state == "available")
        let ended = try #require(
            kept.lines.last { $0.metadata["message-id"] == .string(JournalMessage.absenceEnded.rawValue) })
        #expect(ended.metadata["user"] == "phone 2101 (fastagi)")
        #expect(ended.metadata["uid"] == nil)
        _ = try await switchboard.pause(agent: nil, for: .minutes(5), note: nil, by: joke)
        let own = try #require(
            kept.lines.last { $0.metadata["message-id"] == .string(JournalMessage.absenceEntered.rawValue) })
        #expect(own.metadata["user"] == "jdevries")
        #expect(own.metadata["socket"] == "control.sock")
        #expect(own.metadata["uid"] == "1001")
        #expect(own.metadata["phone"] == nil)
    }

    @Test("who is freed gets calls again; the journal has each call, and who freed him")
    func release() async throws {
        let switchboard = try open()
        // Whoever frees an agent is answered once that is recorded.
        let recording = Task { await switchboard.recorder.run() }
        let extensionOfJoke = try #require(Extension("2101"))
        func report(_ callID: String, _ kind: CallEvent.Kind) {
            switchboard.desk.report(CallEvent(callID: callID, kind: kind), accepted: {})
        }
        await #expect(throws: RosterRefusal.self) { try await switchboard.release(agent: nil, by: joke) }
        report("b", .answered(extensionOfJoke))
        clock.advance(by: .minutes(1))
        report("a", .ringing(extensionOfJoke))
        #expect(try phone(switchboard) == "2102")
        let released = try await switchboard.release(agent: "jdevries", by: manager)
        #expect(released.calls.map(\.callID) == ["b", "a"])
        #expect(try phone(switchboard) == "2101")
        let told = kept.lines.filter { $0.metadata["message-id"] == .string(JournalMessage.agentFreed.rawValue) }
        #expect(told.map { $0.metadata["call"] } == ["b", "a"])
        #expect(told.allSatisfy { $0.metadata["user"] == "root" && $0.metadata["agent"] == "jdevries" })
        #expect(told.first?.message.hasSuffix("was freed from call b by root") == true)
        report("c", .answered(extensionOfJoke))
        for _ in 1...2 {
            let answer = await switchboard.answer(
                DeskPhoneRequest(phone: extensionOfJoke, wish: .free),
                from: PBXPeer(socket: .pbx, user: 112, connection: 1))
            #expect(answer == DeskPhoneAnswer(sentence: "Joke de Vries takes calls", state: "available"))
        }
        let atPhone = kept.lines.filter {
            $0.metadata["call"] == "c" && $0.metadata["message-id"] == told.first?.metadata["message-id"]
        }
        #expect(atPhone.map { $0.metadata["phone"] } == ["2101"])
        switchboard.desk.notes.finish()
        await recording.value
    }

    @Test("what was found is reported with errors first, and counted where it is much")
    func findings() throws {
        let logger = Logger(label: "test") { [kept] _ in KeepingHandler(lines: kept) }
        let warnings = (1...1_000).map { Finding(.warning, at: Place(file: "a.yaml", line: $0), "late") }
        let errors = (1...2).map { Finding(.error, at: Place(file: "z.yaml", line: $0), "broken") }
        logger.report(warnings + errors, in: "/etc/majord")
        let lines = kept.lines
        #expect(lines.count == 51)
        #expect(
            lines.prefix(3).map(\.message) == [
                "z.yaml:1: error: broken", "z.yaml:2: error: broken", "a.yaml:1: warning: late",
            ])
        #expect(
            lines.last?.message
                == "2 errors and 1000 warnings in all, of which the first 50 are above; majord --check /etc/majord shows every one"
        )
        #expect(lines.last?.level == .error)
    }

    @Test("a Unix user that does not exist is a warning at check and reload, and after a start")
    func missingUsers() async throws {
        let logger = Logger(label: "test") { [kept] _ in KeepingHandler(lines: kept) }
        let switchboard = try Switchboard(
            configuration: folder.appending(path: "majord.yaml").path, ledger: try Ledger(folder: folder.path),
            logger: logger, missingUsers: { Set($0) }, now: { [clock] in clock.now })
        #expect(kept.lines.isEmpty, "a start does not wait for the name service")
        await switchboard.checkUsers()
        #expect(kept.lines.map(\.level) == [.warning])
        #expect(kept.lines.first?.message.contains("no Unix user is called `jdevries`") == true)
        #expect(await switchboard.check().map { $0.text.contains("no Unix user is called `jdevries`") } == [true])
        guard case .done(_, _, let warnings) = await switchboard.reload() else {
            Issue.record("a good directory was refused")
            return
        }
        #expect(warnings.map { $0.text.contains("no Unix user is called `jdevries`") } == [true])
    }

    @Test("who watches is told of every change, and let go at the end")
    func changes() async throws {
        let switchboard = try open()
        var changes = await switchboard.changes().makeAsyncIterator()
        #expect(await changes.next() != nil)
        _ = try await switchboard.pause(agent: nil, for: .minutes(5), note: nil, by: joke)
        #expect(await changes.next() != nil)
        await switchboard.finish()
        #expect(await changes.next() == nil)
    }

    static let directory = OfficeDirectory.text(
        users: ("jdevries", nil), others: ["{id: avisser, name: Anna Visser, extension: 2103}"])
}
