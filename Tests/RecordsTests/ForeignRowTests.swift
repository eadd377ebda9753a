import Foundation
import GRDB
import Records
import Routing
import TestSupport
import Testing
import Time

/// Rows that no majord wrote, as somebody with sqlite3 may leave them.
@Suite("Foreign rows")
struct ForeignRowTests {
    let folder = FileManager.default.temporaryDirectory.appending(path: "foreign-\(UUID())").path
    let now = Instant(clamping: 1_800_000_000_000)

    init() throws {
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        let ledger = try Ledger(folder: folder)
        _ = try ledger.roster.enter(
            NewAbsence(agent: AgentID("joke"), kind: .sickness, start: now, end: nil), by: "root", at: now)
        let (mark, tomorrow) = (AgentID("mark"), now.advanced(by: .days(1)))
        let fridays = WeeklySeries(
            hours: hours([.friday], "13:00-18:00"), firstDay: day("2027-01-15"),
            exceptions: [WeeklySeries.Exception(day: day("2027-01-22"), end: nil)])
        let number = try #require(PhoneNumber("31505550100"))
        _ = try ledger.roster.write(
            RosterWriting(
                by: "root", at: now, why: "so",
                [
                    .enter(
                        NewAbsence(
                            agent: mark, kind: .leave, start: now, end: nil, series: fridays,
                            origin: CalendarOrigin(source: "hr", uid: "1", recurrence: "2"))),
                    .request(NewAbsence(agent: mark, kind: .leave, start: now, end: tomorrow), deputy: AgentID("anna")),
                    .request(NewAbsence(agent: mark, kind: .leave, start: now, end: tomorrow), deputy: nil),
                    .decline(4),
                    .depute(
                        NewDeputyship(
                            deputy: mark, post: .agent(AgentID("joke"), client: ClientID("noord")), start: now,
                            end: tomorrow, note: "x")),
                    .learn(number, .client(ClientID("noord"), contact: "Karin Smit", function: "ICT")),
                    .calendarRead(CalendarID(source: "hr", agent: mark), absences: 1, isChanged: true),
                    .calendarFailed(CalendarID(source: "hr", agent: mark), why: "no calendar"),
                ]))
        func change(_ callID: String, _ what: CallRecord.Change.What) -> CallRecord.Change {
            CallRecord.Change(callID: callID, instant: now, what: what)
        }
        try ledger.calls.record([
            change("call-1", .decided(.example())), change("call-2", .decided(.example())),
            change(
                "call-2",
                .reported(
                    CallRecord.Report(
                        .answered(.of("2101")), .answers(.of("2101"), hasCredit: true), agent: AgentID("joke")))),
        ])
        try ledger.directories.keep(
            KeptDirectory(path: "/etc/majord", files: ["/etc/majord/majord.yaml": "region: NL"], instant: now))
    }

    private static let tables = [
        "absence", "request", "deputyship", "learned_number", "calendar", "roster_change", "call",
        "directory_version", "directory_version_file", "directory_text", "client_case", "missed_call", "event", "told",
        "unsettled",
    ]

    /// Changes the file with the schema's checks off: as a table of the same name without types would be.
    private func change(_ sql: String, _ arguments: StatementArguments = []) throws {
        let queue = try DatabaseQueue(path: folder + "/ledger.sqlite")
        try queue.write { database in
            for table in Self.tables {
                try database.execute(
                    sql:
                        "CREATE TABLE plain AS SELECT * FROM \(table); DROP TABLE \(table); ALTER TABLE plain RENAME TO \(table)"
                )
            }
            try database.execute(sql: sql, arguments: arguments)
        }
        try queue.close()
    }

    /// All that is read of a ledger.
    private func readAll() throws {
        let ledger = try Ledger(folder: folder)
        _ = try ledger.roster.load(from: now)
        _ = try ledger.roster.endedAbsence(1)
        _ = try ledger.roster.roster(at: now)
        _ = try ledger.roster.requests(from: now)
        _ = try ledger.history.changes(HistoryQuery())
        _ = try ledger.calendars.calendars()
        _ = try ledger.calendars.absences(of: CalendarID(source: "hr", agent: AgentID("mark")))
        let since = TakeUp(decided: now, ended: now, held: now)
        _ = try ledger.calls.calls(
            toTakeUp: since, from: now, until: now.advanced(by: .hours(1)), withHeld: true, limit: 10)
        _ = try ledger.directories.keptDirectory()
    }

    @Test("a table without types that has what majord wrote is read")
    func untouched() throws {
        try change("SELECT 1")
        try readAll()
    }

    @Test(
        "a value that no majord writes is named with its table and column",
        arguments: [
            ("absence.kind", "'holiday'"), ("absence.kind", "NULL"), ("absence.start", "'soon' WHERE id = 1"),
            ("absence.id", "NULL"),
            ("absence.start", "9223372036854775807 WHERE id = 1"), ("absence.end", "x'00ff'"),
            ("absence.agent", "NULL"),
            ("absence.entered_by", "NULL"), ("absence.entered_at", "1.5e300"), ("absence.entered_at", "NULL"),
            ("absence.hours", "'fri 13:00-18:00, sat 10:00-11:00' WHERE hours IS NOT NULL"),
            ("absence.hours", "'fri 13:00 - 18:00' WHERE hours IS NOT NULL"),
            ("absence.hours", "'' WHERE hours IS NOT NULL"),
            ("absence.hours", "'sat 13:00-18:00; fri 13:00-18:00' WHERE hours IS NOT NULL"),
            ("absence.exceptions", "'2027-02-30' WHERE hours IS NOT NULL"),
            ("absence.exceptions", "'2027-01-22 until noon' WHERE hours IS NOT NULL"),
            ("absence.first_day", "'soon' WHERE hours IS NOT NULL"), ("absence.weeks", "'two' WHERE hours IS NOT NULL"),
            ("absence.uid", "x'00' WHERE source IS NOT NULL"),
            ("absence.read_until", "1, read_from = 1 WHERE source IS NOT NULL"),
            ("request.decided_at", "'x'"),
            ("deputyship.deputy", "NULL"), ("deputyship.end", "'late'"),
            ("learned_number.number", "'31505550100'"), ("learned_number.number", "'+0'"),
            ("learned_number.entered_at", "NULL"), ("calendar.absences", "-1"), ("calendar.read_at", "'once'"),
            ("roster_change.number", "'x' WHERE number IS NOT NULL"), ("roster_change.changed_at", "NULL"),
            ("call.reason", "'because'"), ("call.action", "'shout'"),
            ("call.generation", "-1"),
            ("call.generation", "'one'"), ("call.targets", "NULL"), ("call.targets", "'2101:20'"),
            ("call.targets", "'[{\"role\":\"king\",\"extension\":\"2101\",\"ring\":20}]'"),
            ("call.candidates", "'nobody'"),
            ("call.candidates", "'[{\"role\":\"primary\",\"agent\":\"joke\",\"hindrance\":\"asleep\"}]'"),
            ("call.held_since", "'never'"), ("call.up_at", "'now'"), ("call.role", "'king'"), ("call.turns", "'[{}]'"),
            ("call.ended", "'exploded'"),
            ("call.call_id", "x'ff'"), ("directory_version.read_at", "'once'"), ("directory_version.path", "NULL"),
            ("directory_text.text", "NULL"), ("directory_version_file.path", "NULL"), ("request.deputy", "x'00'"),
            ("roster_change.became", "x'00'"),
        ])
    func named(place: String, value: String) throws {
        let parts = place.split(separator: ".")
        try change("UPDATE \(parts[0]) SET \(parts[1]) = \(value)")
        #expect {
            try readAll()
        } throws: { error in
            guard case .foreign(let cause) = error as? LedgerError else { return false }
            return cause.hasPrefix("\(place) is ")
        }
    }

    /// Changes the file and leaves the schema as it is.
    private func changeRows(_ sql: String) throws {
        let queue = try DatabaseQueue(path: folder + "/ledger.sqlite")
        try queue.write { try $0.execute(sql: sql) }
        try queue.close()
    }

    @Test(
        "a row of the right types that no majord writes is refused when the ledger is opened",
        arguments: [
            ("absence.id", "id = -7 WHERE id = 1"), ("absence.id", "id = 0 WHERE id = 1"),
            ("absence.id", "id = 9223372036854775807 WHERE id = 1"),
            ("absence.agent", "agent = ''"), ("absence.agent", "agent = 'jo' || char(0) || 'ke'"),
            ("absence.end", "end = start"), ("absence.end", "end = start - 1"),
            ("absence.end", "ended_by = 'root', ended_at = start"),
            ("absence.end", "end = start - 1, ended_by = 'root', ended_at = start"),
            ("absence.ended_by", "end = start + 1, ended_at = start"),
            ("absence.ended_at", "end = start + 1, ended_by = 'root'"),
            ("absence.given_from", "given_by = 'root'"), ("absence.given_from", "given_at = 1"),
            ("absence.given_by", "given_from = 'old', given_at = 1"),
            ("absence.given_at", "given_from = 'old', given_by = 'root'"),
            ("absence.note", "note = 'a' || char(0) || 'b'"),
            ("absence.weeks", "weeks = 0 WHERE hours IS NOT NULL"), ("absence.weeks", "weeks = 1 WHERE hours IS NULL"),
            ("absence.first_day", "first_day = NULL"), ("absence.exceptions", "exceptions = 'x' WHERE hours IS NULL"),
            ("absence.uid", "uid = NULL"), ("absence.recurrence", "recurrence = 'x' WHERE source IS NULL"),
            ("absence.read_from", "read_from = 1, read_until = 2 WHERE source IS NULL"),
            ("absence.read_until", "read_until = 2"),
            ("request.id", "id = 99 WHERE id = 3"), ("request.deputy", "deputy = ''"),
            ("request.state", "state = 'lost'"),
            ("request.decided_by", "decided_by = 'root' WHERE id = 3"), ("request.decided_at", "decided_at = NULL"),
            ("request.why", "why = NULL"), ("deputyship.id", "id = 0"), ("deputyship.deputy", "deputy = ''"),
            ("deputyship.agent", "agent = ''"), ("deputyship.client", "client = ''"),
            ("deputyship.client", "agent = NULL, client = NULL"), ("deputyship.end", "end = start - 1"),
            ("deputyship.end", "end = start"), ("deputyship.ended_by", "ended_at = 1"),
            ("deputyship.ended_at", "ended_by = 'root'"), ("deputyship.note", "note = 'a' || char(0)"),
            ("learned_number.client", "client = ''"), ("learned_number.contact", "client = NULL"),
            ("learned_number.function", "client = NULL, contact = NULL"), ("calendar.failure", "failure = NULL"),
            ("calendar.agent", "agent = ''"), ("roster_change.deed", "deed = 'dreamt'"),
            ("roster_change.absence", "absence = NULL WHERE id = 1"), ("roster_change.absence", "deputyship = 1"),
            ("call.id", "id = -id"), ("call.id", "id = 9223372036854775807 WHERE id = 1"),
            ("call.ended", "ended = 'exploded', ended_at = 1"), ("call.ended", "ended_at = 1"),
            ("call.ended_at", "ended = 'answered'"), ("sqlite_sequence.seq", "seq = 9223372036854775807"),
            ("sqlite_sequence.seq", "seq = 'many'"),
        ])
    func untrue(place: String, change: String) throws {
        try changeRows("UPDATE \(place.split(separator: ".")[0]) SET \(change)")
        #expect {
            _ = try Ledger(folder: folder)
        } throws: { error in
            guard case .foreign(let cause) = error as? LedgerError else { return false }
            return cause.hasPrefix("\(place) is ") && cause.contains("(row ") && !cause.contains("jo\0")
        }
    }

    @Test("a call that an agent without a name has is refused where it is taken up")
    func callOfNobody() throws {
        try changeRows("UPDATE call SET holder = '' WHERE holder IS NOT NULL")
        #expect(throws: LedgerError.foreign(cause: "call.holder is empty")) { try readAll() }
    }

    @Test("what majord has written in any of its versions is taken")
    func written() throws {
        do {
            let ledger = try Ledger(folder: folder)
            let later = NewAbsence(
                agent: AgentID("joke"), kind: .leave, start: now.advanced(by: .days(1)),
                end: now.advanced(by: .days(2)),
                note: "a\u{1B}[31m\nb\u{0}c")
            let cancelled = try ledger.roster.enter(later, by: "root", at: now)
            try ledger.roster.end([cancelled.id], by: "root", at: now)
            let given = try ledger.roster.enter(later, by: "root", at: now)
            try ledger.roster.give(given.id, to: AgentID("mark"), by: "root", at: now)
            try ledger.calls.record(
                DialStatus.allCases.map {
                    CallRecord.Change(
                        callID: "call-\($0)", instant: now, what: .reported(CallRecord.Report(.ended($0), .ends)))
                })
        }
        try readAll()
    }

    @Test(
        "a ledger whose list of migrations is not that of its tables cannot be read, and the list is named",
        arguments: [
            "DELETE FROM grdb_migrations", "DELETE FROM grdb_migrations WHERE identifier = 'absences given'",
            """
            CREATE TABLE plain AS SELECT * FROM grdb_migrations; DROP TABLE grdb_migrations;
            ALTER TABLE plain RENAME TO grdb_migrations; UPDATE grdb_migrations SET identifier = NULL
            """,
        ])
    func withoutMigrations(change: String) throws {
        try changeRows(change)
        #expect {
            _ = try Ledger(folder: folder)
        } throws: { error in
            guard case .unreadable(_, let cause) = error as? LedgerError else { return false }
            return cause.contains("grdb_migrations")
        }
    }

    @Test("no value in any column is a trap")
    func anything() throws {
        let columns = try DatabaseQueue(path: folder + "/ledger.sqlite").read { database in
            try Self.tables.flatMap { table in
                try database.columns(in: table).map { (table, $0.name) }
            }
        }
        let values: [any DatabaseValueConvertible] = [
            "", "x", "2101:99999999999999999999", Int64.min, Int64.max, -1, Double.infinity, Data([0xff, 0xfe, 0]),
            DatabaseValue.null,
        ]
        try change("SELECT 1")
        let original = try Data(contentsOf: URL(filePath: folder + "/ledger.sqlite"))
        var refused = 0
        for (table, column) in columns {
            // Each opens the ledger; of the roster's tables, which are read alike, a few kinds are enough.
            let isCall = ["call", "directory_version", "directory_text"].contains(table)
            for value in isCall ? values : ["x", Int64.max, Data([0xff, 0xfe, 0]), DatabaseValue.null] {
                try original.write(to: URL(filePath: folder + "/ledger.sqlite"))
                for suffix in ["-wal", "-shm"] { unlink(folder + "/ledger.sqlite" + suffix) }
                let queue = try DatabaseQueue(path: folder + "/ledger.sqlite")
                try queue.write { try $0.execute(sql: "UPDATE \(table) SET \(column) = ?", arguments: [value]) }
                try queue.close()
                do {
                    try readAll()
                } catch is LedgerError {
                    refused += 1
                }
            }
        }
        #expect(refused > 50)
    }

    @Test("every value is read with a check: GRDB's subscripts trap where a value is of another type")
    func everyValue() throws {
        let sources = URL(filePath: #filePath)
            .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
            .appending(path: "Sources/Records")
        let files = try FileManager.default.subpathsOfDirectory(atPath: sources.path).filter { $0.hasSuffix(".swift") }
        #expect(files.count > 15)
        for file in files {
            let text = try String(contentsOf: sources.appending(path: file), encoding: .utf8)
            #expect(!text.contains("row["), "\(file)")
        }
    }

    @Test("the ledger and what stands beside it are for their owner alone, also where it was made otherwise")
    func mode() throws {
        func modes() throws -> [Int] {
            try FileManager.default.contentsOfDirectory(atPath: folder).map { name in
                let attributes = try FileManager.default.attributesOfItem(atPath: "\(folder)/\(name)")
                return try #require(attributes[.posixPermissions] as? Int)
            }
        }
        chmod(folder + "/ledger.sqlite", 0o644)
        let ledger = try Ledger(folder: folder)
        _ = try ledger.roster.load(from: now)
        #expect(try Set(modes()) == [0o600])
        try FileManager.default.removeItem(atPath: folder)
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        let fresh = try Ledger(folder: folder)
        _ = try fresh.roster.load(from: now)
        #expect(try Set(modes()) == [0o600])
        withExtendedLifetime((ledger, fresh)) {}
    }
}
