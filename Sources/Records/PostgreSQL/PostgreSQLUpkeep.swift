import Foundation
import Time

/// What is done with a ledger as a whole, where it is a PostgreSQL's: its administrators do it.
struct PostgreSQLUpkeep: UpkeepRecords {
    let engine: PostgreSQLEngine
    let lastKnown: LastKnown?

    var isChecked: Bool { true }
    var hindrance: LedgerHindrance? { nil }
    var connections: Int { engine.counts.connections }
    var outage: LedgerError? { engine.outage() }

    func mend() -> [LedgerHindrance] { [] }

    func damage() throws(LedgerError) -> String? { nil }

    func copy(_ progress: @escaping (_ done: Int, _ total: Int) -> Bool) throws(LedgerError) -> LedgerCopy {
        throw .isElsewhere(database: engine.server.shown)
    }

    /// What was before is gone from the tables, and from what this machine has; the server's own log and backups keep it for as long as its
    /// administrators say.
    func emptyLog() throws(LedgerError) -> Bool {
        let milliseconds = Int64(Date().timeIntervalSince1970 * 1_000)
        return try lastKnown?.forget(at: Instant(clamping: milliseconds)) ?? true
    }
}
