import Foundation
import GRDB
import Routing
import TestSupport
import Testing
import Time

@testable import Records

/// Changes of the roster with all that belongs to them, and the history that they leave.
@Suite("Changes of the roster", .eachEngine)
struct RosterWritingTests {
    let folder = FileManager.default.temporaryDirectory.appending(path: "writing-\(UUID())").path
    let now = at("2026-12-01 09:00")
    let joke = AgentID("joke")
    let mark = AgentID("mark")
    let anna = AgentID("anna")
    let noord = ClientID("noord")

    init() throws {
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    }

    private func leave(
        _ agent: AgentID, _ from: String, _ until: String, series: WeeklySeries? = nil, note: String? = nil
    ) -> NewAbsence {
        NewAbsence(agent: agent, kind: .leave, start: at(from), end: at(until), series: series, note: note)
    }

    private func writing(_ steps: RosterWriting.Step..., why: String? = nil) -> RosterWriting {
        RosterWriting(by: "root", at: now, why: why, steps)
    }

    @Test("what is entered is read again to its last field, after the ledger is opened again, too")
    func roundTrip() throws {
        let fridays = WeeklySeries(
            hours: hours([.friday], "13:00-18:00"), weeks: 2, firstDay: day("2026-12-04"),
            exceptions: [WeeklySeries.Exception(day: day("2026-12-18"), end: at("2026-12-18 15:00"))])
        let number = try #require(PhoneNumber("31505550142"))
        let written = writing(
            .enter(leave(joke, "2026-12-04 00:00", "2027-04-01 00:00", series: fridays, note: "zwemles")),
            .enter(
                NewAbsence(
                    agent: mark, kind: .leave, start: at("2026-12-24 00:00"), end: at("2026-12-25 00:00"),
                    origin: CalendarOrigin(
                        source: "hr", uid: "a@b", recurrence: "20261224",
                        read: interval("2026-12-23 00:00", "2026-12-25 00:00")))),
            .request(leave(mark, "2027-02-01 00:00", "2027-02-08 00:00"), deputy: anna),
            .depute(
                NewDeputyship(
                    deputy: anna, post: .agent(joke, client: nil), start: at("2026-12-04 00:00"),
                    end: at("2026-12-11 00:00"), note: "kent Noord")),
            .depute(
                NewDeputyship(
                    deputy: mark, post: .agent(anna, client: noord), start: at("2026-12-04 00:00"),
                    end: at("2026-12-11 00:00"))),
            .depute(
                NewDeputyship(
                    deputy: mark, post: .client(noord), start: at("2026-12-05 00:00"), end: at("2026-12-06 00:00"))),
            .learn(number, .client(noord, contact: "Karin Smit", function: "ICT-coördinator")),
            .learn(try #require(PhoneNumber("31101234567")), .refused),
            why: "afgesproken")
        let numbers = try Ledger.test(folder: folder).roster.write(written)
        #expect(numbers == [1, 2, 3, 1, 2, 3])
        let ledger = try Ledger.test(folder: folder)
        #expect(try ledger.roster.load(from: now) == written.applied(to: Roster(), numbers: numbers))
        #expect(try ledger.roster.requests(from: now).map(\.deputy) == [anna])
        #expect(try ledger.roster.roster(at: at("2026-12-05 12:00")).deputyships.map(\.id) == [1, 2, 3])
        #expect(try ledger.roster.roster(at: at("2026-12-06 00:00")).deputyships.map(\.id) == [1, 2])
    }

    @Test("every step leaves one line, with what was and what became of it")
    func history() throws {
        let ledger = try Ledger.test(folder: folder)
        _ = try ledger.roster.write(
            writing(.enter(leave(joke, "2026-12-24 00:00", "2027-01-04 00:00", note: "ski")), why: "akkoord"))
        var shorter = try #require(try ledger.roster.load(from: now).absences.first)
        shorter.end = at("2026-12-28 00:00")
        _ = try ledger.roster.write(writing(.change(shorter)))
        _ = try ledger.roster.write(
            RosterWriting(
                by: "mark", at: now, [.request(leave(mark, "2027-02-01 00:00", "2027-02-08 00:00"), deputy: nil)]))
        _ = try ledger.roster.write(
            writing(.depute(NewDeputyship(deputy: anna, post: .agent(joke, client: noord), start: now, end: .latest))))
        _ = try ledger.roster.write(writing(.decline(2), why: "te druk"))
        _ = try ledger.roster.write(writing(.endDeputyship(1), .end(1)))
        let lines = try ledger.history.changes(HistoryQuery())
        #expect(
            lines.map { "\($0.by) \($0.deed) \($0.subject) \($0.agent.map(\.description) ?? "") \($0.why ?? "")" } == [
                "root entered absence(1) joke akkoord", "root changed absence(1) joke ",
                "mark requested absence(2) mark ", "root entered deputyship(1) anna ",
                "root declined absence(2) mark te druk", "root cancelled deputyship(1) anna ",
                "root cancelled absence(1) joke ",
            ])
        #expect(lines[1].before.flatMap(KeptAbsence.init(json:))?.end == at("2027-01-04 00:00"))
        #expect(lines[1].after.flatMap(KeptAbsence.init(json:))?.end == at("2026-12-28 00:00"))
        #expect(lines[0].before == nil && lines.allSatisfy { $0.at == now })
        func found(_ query: HistoryQuery) throws -> [Int64] { try ledger.history.changes(query).map(\.id) }
        #expect(try found(HistoryQuery(agents: [joke])) == [1, 2, 4, 6, 7], "and those who stand in for him")
        #expect(try found(HistoryQuery(clients: [noord])) == [4, 6])
        #expect(try found(HistoryQuery(agents: [mark], clients: [noord])) == [3, 4, 5, 6])
        #expect(try found(HistoryQuery(subject: .absence(2))) == [3, 5])
        #expect(try found(HistoryQuery(subject: .deputyship(1))) == [4, 6])
        #expect(try found(HistoryQuery(since: now.advanced(by: Milliseconds(1)))) == [])
        #expect(try found(HistoryQuery(limit: 2)) == [6, 7])
    }

    @Test("a request has the number that its leave keeps, and is decided once")
    func requests() throws {
        let ledger = try Ledger.test(folder: folder)
        let numbers = try ledger.roster.write(
            writing(
                .request(leave(joke, "2027-02-01 00:00", "2027-02-08 00:00"), deputy: nil),
                .request(leave(mark, "2027-02-01 00:00", "2027-02-08 00:00"), deputy: anna)))
        #expect(try ledger.roster.load(from: now).absences.isEmpty)
        #expect(try ledger.roster.load(from: now).requests.map(\.id) == numbers)
        #expect(try ledger.roster.endedAbsence(numbers[0]) == nil)
        _ = try ledger.roster.write(writing(.approve(numbers[0]), .withdraw(numbers[1])))
        let roster = try ledger.roster.load(from: now)
        #expect(roster.absences.map(\.id) == [numbers[0]] && roster.requests.isEmpty)
        #expect(
            try ledger.roster.requests(from: now).map(\.state) == [
                .approved(by: "root", at: now), .withdrawn(by: "root", at: now),
            ])
        for step in [RosterWriting.Step.decline(numbers[0]), .approve(numbers[1]), .withdraw(99)] {
            #expect(throws: LedgerError.self) { try ledger.roster.write(writing(step)) }
        }
        #expect(try ledger.roster.load(from: now) == roster)
        _ = try ledger.roster.write(writing(.enter(leave(anna, "2027-02-01 00:00", "2027-02-02 00:00"))))
        #expect(try ledger.roster.load(from: now).absences.map(\.id).sorted() == [1, 3], "no number comes twice")
    }

    @Test("how calendars were read is known, and which absences they made")
    func calendars() throws {
        let ledger = try Ledger.test(folder: folder)
        let (hr, other) = (CalendarID(source: "hr", agent: joke), CalendarID(source: "hr", agent: mark))
        let event = NewAbsence(
            agent: joke, kind: .leave, start: at("2026-12-24 00:00"), end: at("2026-12-25 00:00"),
            origin: CalendarOrigin(source: "hr", uid: "1"))
        _ = try ledger.roster.write(writing(.enter(event), .calendarRead(hr, absences: 1, isChanged: true)))
        _ = try ledger.roster.write(
            RosterWriting(
                by: "majord", at: now.advanced(by: .hours(1)),
                [
                    .calendarFailed(hr, why: "no calendar but an HTML page"), .calendarFailed(other, why: "empty"),
                ]))
        let later = now.advanced(by: .hours(1))
        #expect(
            try ledger.calendars.calendars() == [
                CalendarStanding(
                    calendar: hr, read: now, changed: now, absences: 1,
                    failure: CalendarStanding.Failure(at: later, why: "no calendar but an HTML page")),
                CalendarStanding(
                    calendar: other, read: nil, changed: nil, absences: 0,
                    failure: CalendarStanding.Failure(at: later, why: "empty")),
            ])
        _ = try ledger.roster.write(writing(.end(1), .calendarRead(hr, absences: 0, isChanged: false)))
        #expect(try ledger.calendars.calendars().first?.failure == nil)
        #expect(try ledger.calendars.calendars().first?.changed == now, "that stays where nothing was changed")
        #expect(try ledger.calendars.absences(of: hr).map(\.origin?.uid) == ["1"], "one that was cancelled, too")
        #expect(try ledger.calendars.absences(of: other).isEmpty)
        #expect(try ledger.history.changes(HistoryQuery()).map(\.deed) == [.imported, .cancelled])
    }

    @Test("after whatever changes the roster in memory is the ledger's")
    func applied() throws {
        let ledger = try Ledger.test(folder: folder)
        var generator = SeededGenerator(seed: 11)
        var roster = Roster()
        var instant = now
        func pick<Value>(_ values: [Value]) -> Value? { values.randomElement(using: &generator) }
        for round in 0..<300 {
            instant = instant.advanced(by: .minutes(.random(in: 0...600, using: &generator)))
            var steps: [RosterWriting.Step] = []
            // What is ended or decided in a change is not touched by it again.
            var touched: Set<Int64> = []
            for _ in 0..<Int.random(in: 1...4, using: &generator) {
                let agent = [joke, mark, anna][Int.random(in: 0..<3, using: &generator)]
                let start = instant.advanced(by: .hours(.random(in: -5...90, using: &generator)))
                let end = start.advanced(by: .hours(.random(in: 6...200, using: &generator)))
                let new = NewAbsence(
                    agent: agent, kind: .leave, start: start, end: Bool.random(using: &generator) ? end : nil,
                    note: "round \(round)")
                let current = pick(roster.absences.filter { $0.interval.map { $0.end > instant } ?? false })
                let request = pick(roster.requests).flatMap { touched.insert($0.id).inserted ? $0 : nil }
                let deputyship = pick(roster.deputyships.filter { $0.interval.map { $0.end > instant } ?? false })
                let number = PhoneNumber("3150555010\(Int.random(in: 0...9, using: &generator))")
                switch Int.random(in: 0..<11, using: &generator) {
                case 0, 1: steps.append(.enter(new))
                case 2: steps.append(.request(new, deputy: agent))
                case 3:
                    guard var changed = current, touched.insert(changed.id).inserted else { continue }
                    changed.end = end
                    changed.note = nil
                    if changed.interval != nil { steps.append(.change(changed)) }
                case 4: if let id = current?.id, touched.insert(id).inserted { steps.append(.end(id)) }
                case 5: if let id = current?.id { steps.append(.give(id, to: agent)) }
                case 6: if let request { steps.append(.approve(request.id)) }
                case 7: if let request { steps.append(.decline(request.id)) }
                case 8:
                    steps.append(.depute(NewDeputyship(deputy: agent, post: .client(noord), start: start, end: end)))
                case 9:
                    if let deputyship, touched.insert(-deputyship.id).inserted {
                        steps.append(.endDeputyship(deputyship.id))
                    }
                default:
                    guard let number else { continue }
                    steps.append(
                        Bool.random(using: &generator)
                            ? .learn(number, .client(noord, contact: nil, function: nil)) : .unlearn(number))
                }
            }
            let writing = RosterWriting(by: "root", at: instant, why: "x", steps)
            roster = writing.applied(to: roster, numbers: try ledger.roster.write(writing))
            let loaded = try ledger.roster.load(from: instant, ended: 100_000)
            let expected = Roster(
                absences: roster.absences.filter { $0.interval != nil }.sorted {
                    ($0.start, $0.id) < ($1.start, $1.id)
                },
                deputyships: roster.deputyships.filter { $0.interval != nil },
                requests: roster.requests.filter { $0.leave.end ?? .latest > instant },
                learnedNumbers: roster.learnedNumbers)
            // Either is too long to be shown.
            let isSame = loaded == expected
            try #require(isSame, "after round \(round)")
        }
        #expect(roster.absences.count > 100)
    }

    @Test("a change that is broken off after any of its statements has not happened")
    func brokenOff() throws {
        let base = try SQLiteEngine(folder: folder)
        let engine = BreakingEngine(base)
        let roster = SQLRoster(engine: engine)
        _ = try SQLRoster(engine: base).write(
            writing(
                .enter(leave(joke, "2026-12-24 00:00", "2027-01-04 00:00")),
                .request(leave(mark, "2027-02-01 00:00", "2027-02-08 00:00"), deputy: nil),
                .depute(NewDeputyship(deputy: anna, post: .agent(joke, client: nil), start: now, end: .latest))))
        var changed = try #require(try SQLRoster(engine: base).load(from: now).absences.first)
        changed.note = "other"
        let number = try #require(PhoneNumber("31505550142"))
        let change = writing(
            .change(changed), .enter(leave(anna, "2026-12-24 00:00", "2026-12-26 00:00")), .approve(2),
            .endDeputyship(1),
            .depute(NewDeputyship(deputy: mark, post: .client(noord), start: now, end: .latest)), .give(1, to: anna),
            .learn(number, .refused), .end(1),
            .calendarRead(CalendarID(source: "hr", agent: joke), absences: 3, isChanged: true))
        func rows() throws -> [String] {
            try base.read { database in
                try [
                    "absence", "request", "deputyship", "learned_number", "calendar", "roster_change", "event",
                    "sqlite_sequence",
                ]
                .flatMap { try Row.fetchAll(database, sql: "SELECT * FROM \($0)").map(\.description) }
            }
        }
        let before = try rows()
        var statements = 0
        while true {
            engine.breakAfter(statements)
            do {
                let numbers = try roster.write(change) { numbers in ((), [uncovered(by: numbers[0])]) }.numbers
                #expect(numbers == [3, 2])
                break
            } catch {
                try #require(try rows() == before, "after \(statements) statements")
            }
            statements += 1
        }
        #expect(statements > 20)
        #expect(try rows() != before)
    }

    /// The event of an absence that leaves a client without anybody.
    private func uncovered(by absence: Int64) -> NewEvent {
        NewEvent(.clientUncovered, at: now, Event.About(client: noord, agent: anna, absence: absence), mark: "noord")
    }

    @Test(
        "a change's events are kept with it, by the numbers of what is new, and one that was told already is left out")
    func told() throws {
        let ledger = try Ledger.test(folder: folder)
        let first = try ledger.roster.write(
            writing(.enter(leave(anna, "2026-12-24 00:00", "2026-12-26 00:00")))
        ) { ($0.count, [uncovered(by: $0[0])]) }
        #expect(first.numbers == [1] && first.value == 1)
        let second = try ledger.roster.write(
            writing(.enter(leave(anna, "2026-12-27 00:00", "2026-12-29 00:00")))
        ) { ((), [uncovered(by: $0[0])]) }
        #expect(second.numbers == [2])
        #expect(try ledger.roster.load(from: now, ended: 0).absences.count == 2)
        #expect(try ledger.events.events(EventQuery()).map(\.about.absence) == [1])
    }
}
