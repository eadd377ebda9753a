import GRDB
import Glibc
import Synchronization
import Time

/// Who reads and writes, also while somebody removes the ledger's log or its lock: both are made anew.
extension SQLiteEngine {
    var current: SQLiteConnections { connections.withLock { $0 } }

    /// What somebody has done to the files, and cannot be mended.
    var hindrance: LedgerHindrance? {
        try? current.look()
        return current.files.hindrance
    }

    func read<Value>(_ body: (Database) throws -> Value) throws(LedgerError) -> Value {
        try use { try $0.read($0.writer, body) }
    }

    func readLong<Value>(_ body: (Database) throws -> Value) throws(LedgerError) -> Value {
        try use { try $0.read($0.reader, body) }
    }

    func write<Value>(_ body: (Database) throws -> Value) throws(LedgerError) -> Value {
        let value = try use { try $0.write(body) }
        guard current.files.gone != nil else { return value }
        // It happened meanwhile. What is in a log that is written anew is acknowledged.
        mend()
        if let gone = current.files.gone { throw .unavailable(cause: "\(gone)") }
        return value
    }

    func emptyLog() throws(LedgerError) -> Bool {
        if try use({ try $0.emptyLog() }) { return true }
        // Whoever reads what was before keeps it from being emptied, and so does whoever has it locked.
        if let holder = LockHolder.find(path) { throw .locked(holder) }
        return false
    }

    /// Reads long over a connection of its own, so that nobody else who reads waits.
    func readApart<Value>(_ body: (Database) throws -> Value) throws(LedgerError) -> Value {
        mend()
        return try use { connections in
            try connections.lookAtMemory()
            let apart = try SQLiteReader.open(path)
            defer { try? apart.close() }
            return try apart.read(body)
        }
    }

    private func use<Value>(_ body: (SQLiteConnections) throws -> Value) throws(LedgerError) -> Value {
        let first = current
        do {
            return try attempt(first, body)
        } catch is SQLiteConnections.Retired {
            mend()
        } catch {
            throw ledgerError(error)
        }
        let second = current
        do {
            return try attempt(second, body)
        } catch is SQLiteConnections.Retired {
            throw .unavailable(cause: second.files.gone.map { "\($0)" } ?? "its log is being written anew")
        } catch {
            throw ledgerError(error)
        }
    }

    /// What SQLite says of a file that somebody has cut or removed, or of one that it has not found, misleads.
    private func attempt<Value>(
        _ connections: SQLiteConnections, _ body: (SQLiteConnections) throws -> Value
    ) throws -> Value {
        do {
            return try body(connections)
        } catch let error as DatabaseError {
            try? connections.look()
            if let gone = connections.files.gone { throw LedgerError.unavailable(cause: "\(gone)") }
            if error.resultCode == .SQLITE_BUSY, let holder = LockHolder.find(path) {
                throw LedgerError.locked(holder)
            }
            throw error
        }
    }

    /// Looks whether somebody has written into the log, so that what is lost with it is not acknowledged for long.
    func readLog() { try? current.readLog() }

    /// Has the log's file as long as the log becomes.
    func makeRoom() { try? current.makeRoom() }

    /// Writes the log anew where somebody has removed or replaced it, and locks the folder again where somebody has removed its lock.
    func mend() {
        mending.withLock { _ in
            mendLog()
            if current.files.takeMemoryMade() { note(.memoryCut(path: current.files.memoryPath)) }
            if !lock.isInPlace, (try? lock.renew()) != nil { note(.unlocked(path: lock.path)) }
        }
    }

    private func note(_ hindrance: LedgerHindrance) { mended.withLock { $0.append(hindrance) } }

    /// A copy of what is open takes the log's place at once: whoever opens the ledger at whatever moment finds all of it. Then others go on.
    private func mendLog() {
        let before = current
        let files = before.files
        guard case .logGone? = files.gone, let gone = files.gone, let log = files.log else { return }
        let place = LedgerFolder(folder)
        do {
            try before.retire { content in
                guard let content, log.isSound(content, all: true) else {
                    throw LedgerError.unavailable(cause: "it was cut short or written into, too")
                }
                unlink(place.mending)
                try log.copy(to: place.mending)
                if !log.begins(as: files.logPath) { try setAside(files.logPath, place) }
                guard rename(place.mending, files.logPath) == 0 else {
                    throw LedgerError.unavailable(cause: String(cString: strerror(errno)))
                }
                place.sync()
            }
            do {
                let new = try SQLiteConnections(path, lock, writer: Self.writer(path))
                new.checkpointAtClose()
                connections.withLock { $0 = new }
            } catch {
                before.goOn()
                throw error
            }
            note(gone)
        } catch {
            unlink(place.mending)
            files.note(failure: Self.cause(error))
        }
    }

    /// What somebody has put into the log's place may be somebody's; of nothing SQLite makes an empty one.
    private func setAside(_ path: String, _ place: LedgerFolder) throws(LedgerError) {
        var found = stat()
        guard lstat(path, &found) == 0, found.st_size > 0 else { return }
        _ = try place.setLogAside(as: .replaced, at: Instant(clamping: Int64(found.st_mtim.tv_sec) * 1_000))
    }

    private func ledgerError(_ error: any Error) -> LedgerError {
        do throws(LedgerError) {
            return try Self.available(folder) { throw error }
        } catch {
            return error
        }
    }
}
