import CSQLite
import GRDB
import Synchronization

/// The connections to a ledger whose log is in one file: where that is written anew, others take their place.
final class SQLiteConnections: Sendable {
    /// What these connections would have done others have to do, once the log is in its place.
    struct Retired: Error {}

    /// So many pages the log has when it is moved into the ledger, as with SQLite itself.
    private static let most = 1_000
    /// While somebody reads what was before, it is tried after so many more.
    private static let more = 250

    let writer: DatabaseQueue
    let reader: DatabaseQueue
    let files: LedgerFiles
    private let isRetired = Mutex(false)
    /// With how many pages the log is moved next.
    private let due = Mutex(SQLiteConnections.most)

    init(_ path: String, _ lock: LedgerLock, writer: DatabaseQueue) throws {
        self.writer = writer
        // SQLite itself would not look whether all of the log is there.
        _ = try writer.writeWithoutTransaction { try Int.fetchOne($0, sql: "PRAGMA wal_autocheckpoint = 0") }
        reader = try SQLiteReader.open(path)
        files = LedgerFiles(path, lock)
    }

    /// Makes the shared memory anew where somebody has cut it: before anything of it is touched, also over another connection.
    func lookAtMemory() throws {
        if files.isMemoryCut { try onWriter { _ in } }
    }

    func read<Value>(_ queue: DatabaseQueue, _ body: (Database) throws -> Value) throws -> Value {
        try lookAtMemory()
        return try queue.read { database in
            try checkUse()
            return try body(database)
        }
    }

    /// Does something with the connection that writes, outside of a transaction, once what is mapped is there: it is looked at before anything
    /// is touched.
    private func onWriter<Value>(_ body: (Database) throws -> Value) throws -> Value {
        try writer.writeWithoutTransaction { database in
            if files.isMemoryCut {
                try reader.unsafeRead { _ in try files.makeMemory() }
                // SQLite makes it of the log as soon as somebody reads.
                _ = try? Int.fetchOne(database, sql: "SELECT count(*) FROM sqlite_master")
            }
            return try body(database)
        }
    }

    func write<Value>(_ body: (Database) throws -> Value) throws -> Value {
        try onWriter { database in
            try checkPlace(database)
            var result: Value?
            try database.inTransaction(.immediate) {
                result = try body(database)
                return .commit
            }
            let content = LedgerLog.Content(of: database)
            files.look(at: content)
            if let content { moveWhenDue(content, database) }
            guard let result else { throw Retired() }
            return result
        }
    }

    /// Moves what is in the log into the ledger, and makes the log empty.
    ///
    /// - Returns: Whether it is; not while somebody reads what was before.
    func emptyLog() throws -> Bool {
        try onWriter { database in
            try checkUse()
            guard files.mayMove(LedgerLog.Content(of: database)) else { throw unavailable(files.gone) }
            switch files.gone {
            // The ledger has all of it already.
            case nil, .logCut?: break
            case let gone: throw unavailable(gone)
            }
            let isEmpty = try Int.fetchOne(database, sql: "PRAGMA wal_checkpoint(TRUNCATE)") == 0
            files.look(at: LedgerLog.Content(of: database))
            return isEmpty
        }
    }

    /// Has the files looked at.
    func look() throws {
        try onWriter { database in
            try checkUse()
            files.look(at: LedgerLog.Content(of: database))
        }
    }

    /// Reads what the log has and the ledger does not have yet, and looks whether it is there as it was written.
    func readLog() throws {
        try onWriter { database in
            try checkUse()
            // While somebody reads what was before, it may become very long; then it is read when it is moved.
            guard let content = LedgerLog.Content(of: database), content.pages <= 4 * Self.most else { return }
            _ = files.mayMove(content)
        }
    }

    /// Makes the log's file as long as the log becomes, so that a commit only writes over what is there. It is made longer by pieces, between
    /// which others write, and where the disk has room in plenty.
    func makeRoom() throws {
        var isLonger = true
        while isLonger {
            isLonger = try onWriter { database in
                try checkUse()
                guard let content = LedgerLog.Content(of: database), files.gone == nil else { return false }
                return files.log?.lengthen(content, to: Self.most + Self.more) ?? false
            }
        }
    }

    /// Lets nobody use these any more while others are made.
    ///
    /// - Parameter make: What is done before, with nobody writing; where it fails, these go on.
    func retire(_ make: (LedgerLog.Content?) throws -> Void) throws {
        try onWriter { database in
            try make(LedgerLog.Content(of: database))
            // The log is in another file from now on.
            _ = sqlite_no_checkpoint_on_close(database.sqliteConnection, 1)
            isRetired.withLock { $0 = true }
        }
    }

    /// As of an engine that is let go: it leaves the ledger in one file, where its log is sound.
    func checkpointAtClose() {
        writer.writeWithoutTransaction { _ = sqlite_no_checkpoint_on_close($0.sqliteConnection, 0) }
    }

    func close() {
        // Of what is mapped nothing is touched, but where its log is looked at.
        if files.isMemoryCut { try? onWriter { _ in } }
        try? reader.close()
        writer.writeWithoutTransaction { database in
            guard let connection = database.sqliteConnection else { return }
            if !files.mayMove(LedgerLog.Content(of: database)) || files.gone != nil {
                _ = sqlite_no_checkpoint_on_close(connection, 1)
            }
        }
        try? writer.close()
    }

    /// Goes on with these, since there are no others.
    func goOn() { isRetired.withLock { $0 = false } }

    /// What is written into a file that is in its place no more would be acknowledged, and gone when majord ends.
    private func checkPlace(_ database: Database) throws {
        try checkUse()
        files.look(at: LedgerLog.Content(of: database))
        if let gone = files.gone { throw unavailable(gone) }
    }

    private func checkUse() throws {
        if isRetired.withLock({ $0 }) { throw Retired() }
    }

    /// A log that is not in its place may be written anew.
    private func unavailable(_ gone: LedgerHindrance?) -> any Error {
        if case .logGone(_, _, nil)? = gone { return Retired() }
        return LedgerError.unavailable(cause: gone.map { "\($0)" } ?? "its log has changed")
    }

    private func moveWhenDue(_ content: LedgerLog.Content, _ database: Database) {
        guard content.pages >= due.withLock({ $0 }) else { return }
        guard files.mayMove(content) else { return }
        // As with SQLite itself, what is not moved now is moved after another change.
        _ = try? Int.fetchOne(database, sql: "PRAGMA wal_checkpoint(PASSIVE)")
        let isMoved = LedgerLog.Content(of: database)?.isMoved ?? true
        due.withLock { $0 = isMoved ? Self.most : content.pages + Self.more }
    }
}
