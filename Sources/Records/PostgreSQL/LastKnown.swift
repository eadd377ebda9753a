import Foundation
import Glibc
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
    /// What waits here for the database.
    let calls: CallQueue
    private let kept: WishQueue
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
            // What waits in it may be found there yet.
            case .unreadable, .foreign, .newer:
                let now = Instant(clamping: Int64(Date().timeIntervalSince1970 * 1_000))
                _ = try LedgerFolder(folder).setAside(as: .damaged, at: now)
            default: throw error
            }
            copy = try SQLiteEngine(folder: folder, version: engine.server.site.version)
        }
        calls = try CallQueue(copy, engine)
        kept = try WishQueue(copy)
    }

    /// What was said while the database was away, in its order.
    package var wishes: [KeptWish] { kept.wishes }
    package var hasWishes: Bool { !kept.wishes.isEmpty }
    /// Whether the database can be asked.
    package var isConnected: Bool { engine.cause == nil }
    /// Why it cannot.
    package var cause: LedgerError? { engine.cause }

    /// A wish with a number of its own, by which the database does it once, however often it is sent.
    package func numbered(_ wish: KeptWish) -> KeptWish {
        kept.numbered(wish, after: engine.standing.withLock(\.entered.granted))
    }

    /// Has a wish, which has its number, on this machine's disk.
    package func keep(_ wish: KeptWish) throws(LedgerError) { try kept.keep(wish) }

    /// Removes a wish that the database has.
    package func remove(_ wish: KeptWish) throws(LedgerError) { try kept.remove(wish.number) }

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
    /// - Returns: Whether all of that is here.
    @discardableResult
    package func refresh(whole isWhole: Bool = false, at instant: Instant) -> Bool {
        let counts = engine.counts
        // What waits here is not there yet.
        let last = isWhole ? calls.lastBrought : nil
        guard last != nil || taken.withLock({ $0 }) != counts else { return !isWhole }
        var isAllTaken = false
        do throws(LedgerError) {
            let rows = try engine.readLong { try LastKnownRows.read($0, isWhole: last != nil, at: instant) }
            do throws(LedgerError) {
                try calls.keeping { now throws(LedgerError) in
                    // What was taken since it was read would be overwritten.
                    isAllTaken = !isWhole || now == last
                    try write(rows.filter { !$0.isOfCalls || now == last }, at: instant)
                }
                taken.withLock { $0 = counts }
                failure.withLock { $0 = nil }
            } catch {
                failure.withLock { $0 = error }
                return false
            }
            return isAllTaken
        } catch {
            return false
        }
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

    /// Forgets here, too, what was forgotten in the database.
    func forget(at instant: Instant) throws(LedgerError) -> Bool {
        try calls.removeBrought()
        guard refresh(whole: true, at: instant) else { return false }
        return try copy.emptyLog()
    }
}
