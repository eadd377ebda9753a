import Glibc
package import Routing
import Synchronization
package import Time

/// What a start needs of records that are in a database, as they were last, in a ledger of its own on this machine: with it calls are decided as
/// before while the database is away, also after a restart. Nothing else reads it, and it is lost without harm.
package final class LastKnown: Sendable {
    private let copy: SQLiteEngine
    private let engine: PostgreSQLEngine
    /// With what the copy was brought up to date last.
    private let taken = Mutex<PostgreSQLCounts?>(nil)
    private let failure = Mutex<LedgerError?>(nil)
    /// What stands in the copy once it has all of the roster, as that which a program was told of last.
    private static let mark = "majord last known"
    /// So long calls stay in it.
    private static let memory = Milliseconds.days(1)

    /// - Parameter folder: Where the copy is; it is made anew where it cannot be used.
    init(folder: String, _ engine: PostgreSQLEngine) throws(LedgerError) {
        self.engine = engine
        mkdir(folder, 0o700)
        do throws(LedgerError) {
            copy = try SQLiteEngine(folder: folder, version: engine.server.site.version)
        } catch {
            switch error {
            case .unreadable, .foreign, .newer: LedgerFolder.remove(LedgerFolder(folder).ledger)
            default: throw error
            }
            copy = try SQLiteEngine(folder: folder, version: engine.server.site.version)
        }
    }

    /// The copy as a ledger, to be read.
    package var ledger: Ledger { Ledger(copy) }

    /// When it was brought up to date last; nil: never.
    package var instant: Instant? {
        guard let milliseconds = try? SQLEvents(engine: copy).told(Self.mark) else { return nil }
        return Instant(clamping: milliseconds)
    }

    /// Why it could not be brought up to date last, where that was not the database.
    package var trouble: LedgerError? { failure.withLock(\.self) }

    /// Takes what was changed in the database, if anything was.
    ///
    /// - Parameter isWhole: Whether calls are read there, too; else they come by `record`.
    package func refresh(whole isWhole: Bool = false, at instant: Instant) {
        let counts = engine.counts
        guard isWhole || taken.withLock({ $0 }) != counts else { return }
        do throws(LedgerError) {
            let rows = try engine.readLong { try LastKnownRows.read($0, isWhole: isWhole, at: instant) }
            do throws(LedgerError) {
                try write(rows, at: instant)
                taken.withLock { $0 = counts }
                failure.withLock { $0 = nil }
            } catch {
                failure.withLock { $0 = error }
            }
        } catch {}
    }

    private func write(_ rows: [LastKnownRows], at instant: Instant) throws(LedgerError) {
        try copy.write { session in
            for table in rows { try table.write(to: session) }
            let calls = SQLValue(instant.advanced(by: Milliseconds(-Self.memory.count)))
            try session.execute("DELETE FROM call WHERE noted_at < $1", [calls])
            try session.execute("DELETE FROM passed_over WHERE at < $1", [calls])
            try session.execute(
                "INSERT INTO told (program, event) VALUES ($1, $2) ON CONFLICT (program) DO UPDATE SET event = $2",
                [.text(Self.mark), SQLValue(instant)])
        }
    }

    /// Takes changes of calls' records, whether or not the database has them.
    package func record(_ changes: [CallRecord.Change]) {
        do throws(LedgerError) {
            try SQLCalls(engine: copy).record(changes)
        } catch {
            failure.withLock { $0 = error }
        }
    }

    /// Forgets here, too, what was forgotten in the database.
    func forget(at instant: Instant) throws(LedgerError) -> Bool {
        refresh(whole: true, at: instant)
        return try copy.emptyLog()
    }
}
