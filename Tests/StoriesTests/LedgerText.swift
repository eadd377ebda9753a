import GRDB
import Routing
import Time

@testable import Records

/// The ledger as people read it, and as it breaks.
struct LedgerText {
    let records: SQLiteEngine
    let clock: ServiceClock
    let today: CalendarDay

    /// What is recorded of the newest call with an id, line by line.
    func call(_ id: String) throws -> [String] {
        let rows = try records.read { database in
            try database.checked(
                "call", "SELECT \(CallRow.columns) FROM call WHERE call_id = $1 ORDER BY id DESC LIMIT 1", [.text(id)])
        }
        guard let record = try rows.first.map(CallRow.record) else { return ["nothing"] }
        let (decided, course) = (record.decided, record.course)
        return [
            line("from", decided?.caller?.word), line("client", decided?.client?.description),
            line("contact", decided?.contact),
            line("decided", decided.map(summary), decided.map { _ in at(record.noted) }),
            line("rang", list(course.rang.map(\.description)), course.firstRang.map(at)),
            line("answered", course.answer.map { whom($0.phone, $0.agent) }, (course.answer?.instant).map(at)),
            course.holding?.isAnswered == true
                ? line("has it", course.holding.map { whom($0.phone, $0.agent) }, (course.holding?.since).map(at))
                : nil,
            line("released", list(course.released.map(\.description))),
            line("turns", list(course.turns.map { "\($0.phone) until \(spoken($0.until))" })),
            line("ended", course.end?.status.rawValue, (course.end?.instant).map(at)), line("late", list(course.late)),
        ].compactMap(\.self)
    }

    /// Nil where there is nothing to be said.
    private func line(_ name: String, _ parts: String?...) -> String? {
        let told = parts.compactMap(\.self)
        return told.isEmpty ? nil : ([name] + told).joined(separator: " ")
    }

    private func list(_ texts: [String]) -> String? {
        texts.isEmpty ? nil : texts.joined(separator: ",")
    }

    private func summary(_ decided: CallRecord.Decided) -> String {
        let targets = decided.targets.map { "\($0.phone):\($0.ring)" }.joined(separator: ",")
        return RESPText.summary(decided.action.rawValue, targets, decided.reason.word)
    }

    private func whom(_ phone: Extension, _ agent: AgentID?) -> String {
        "\(phone)" + (agent.map { " (\($0))" } ?? "")
    }

    private func at(_ instant: Instant) -> String { "at \(spoken(instant))" }

    /// The ids of all calls, in the order in which they came.
    func calls() throws -> [String] {
        try records.read { database in
            try String.fetchAll(database, sql: "SELECT call_id FROM call ORDER BY id")
        }.map { $0.isEmpty ? "(without an id)" : $0 }
    }

    private func spoken(_ instant: Instant) -> String {
        let local = clock.local(instant)
        let second = local.millisecondOfDay / 1_000 % 60
        let milliseconds = local.millisecondOfDay % 1_000
        func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
        let fraction = milliseconds == 0 ? "" : "." + String("\(1_000 + milliseconds)".dropFirst())
        let day = local.day == today ? "" : "\(local.day) "
        return "\(day)\(local.time):\(two(second))\(fraction)"
    }

    private static let cause = "database or disk is full"

    /// From now on nothing can be written to it, as on a full disk.
    static func breakDown(_ records: SQLiteEngine) throws {
        try records.write { database in
            for table in try String.fetchAll(database, sql: "SELECT name FROM main.sqlite_master WHERE type = 'table'")
            where !table.hasPrefix("sqlite_") {
                for change in ["INSERT", "UPDATE", "DELETE"] {
                    try database.execute(
                        sql: """
                            CREATE TEMP TRIGGER full_\(change)_\(table) BEFORE \(change) ON main.\(table)
                            BEGIN SELECT RAISE(ABORT, '\(cause)'); END
                            """)
                }
            }
            // A new table takes a page, and there is none.
            try database.execute(sql: "CREATE TABLE main.probe (id INTEGER)")
        }
    }

    static func mend(_ records: SQLiteEngine) throws {
        try records.write { database in
            for name in try String.fetchAll(database, sql: "SELECT name FROM temp.sqlite_master WHERE type = 'trigger'")
            {
                try database.execute(sql: "DROP TRIGGER temp.\(name)")
            }
            try database.execute(sql: "DROP TABLE main.probe")
        }
    }
}
