import Foundation
import Synchronization

/// The records in a PostgreSQL, which one majord at a time has for itself (`PostgreSQLHold`).
///
/// One connection writes and reads what is short, another reads what takes long. While there is none, whoever asks is refused at once, and a
/// thread tries each second to connect anew. What was being committed when a connection broke is looked up over the next one, by the mark that
/// each change leaves with its site: it is answered, or refused, when that is known.
final class PostgreSQLEngine: SQLEngine {
    private struct Standing: Sendable {
        var connection: PostgreSQLConnection?
        /// Why there is none.
        var cause: LedgerError
        var isConnecting = false
        /// The mark of a change of which nobody knows whether it was committed.
        var undecided: String?
        /// What became of such changes.
        var outcomes: [String: Bool] = [:]
        var counts = PostgreSQLCounts()
    }

    let dialect = Dialect.postgresql
    let server: PostgreSQLServer
    /// How long a statement may take, in milliseconds: one that others wait for, and one that reads long.
    private static let (short, long): (Int32, Int32) = (4_000, 120_000)
    private let standing: Mutex<Standing>
    private let reader = Mutex<PostgreSQLConnection?>(nil)
    /// Whose turn it is on the connection that writes, and on the other.
    private let turn = NSLock()
    private let longTurn = NSLock()

    /// - Parameter mayBeAway: Whether it is connected later where that cannot be done now.
    init(_ server: PostgreSQLServer, mayBeAway: Bool = false) throws(LedgerError) {
        self.server = server
        standing = Mutex(Standing(cause: .unavailable(cause: "\(server.shown) was not asked yet")))
        do throws(LedgerError) {
            try connect()
        } catch {
            guard mayBeAway, error.isOutage else { throw error }
            startConnecting()
        }
    }

    /// Why there is no connection; nil where there is one.
    var cause: LedgerError? { standing.withLock { $0.connection == nil ? $0.cause : nil } }

    /// What has come of its connections and changes so far.
    var counts: PostgreSQLCounts { standing.withLock(\.counts) }

    func read<Value>(_ body: (PostgreSQLSession) throws -> Value) throws(LedgerError) -> Value {
        turn.lock()
        defer { turn.unlock() }
        let connection = try current()
        do {
            return try Self.reading(connection, Self.short, body)
        } catch {
            throw refusal(error, connection)
        }
    }

    func readLong<Value>(_ body: (PostgreSQLSession) throws -> Value) throws(LedgerError) -> Value {
        longTurn.lock()
        defer { longTurn.unlock() }
        if let cause = standing.withLock({ $0.connection == nil ? $0.cause : nil }) { throw cause }
        do {
            let known = reader.withLock(\.self)
            let connection = try known ?? server.connect("reading")
            if known == nil { reader.withLock { $0 = connection } }
            return try Self.reading(connection, Self.long, body)
        } catch {
            if (error as? PostgreSQLFailure)?.isOfConnection == true { reader.withLock { $0 = nil } }
            throw refusal(error, nil)
        }
    }

    private static func reading<Value>(
        _ connection: PostgreSQLConnection, _ limit: Int32, _ body: (PostgreSQLSession) throws -> Value
    ) throws -> Value {
        let session = PostgreSQLSession(connection, within: limit)
        try session.execute("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY", [])
        do {
            let value = try body(session)
            try session.execute("COMMIT", [])
            return value
        } catch {
            // Where the connection is gone, so is the transaction.
            _ = try? connection.run("ROLLBACK", within: short)
            throw session.failure ?? error
        }
    }

    func write<Value>(_ body: (PostgreSQLSession) throws -> Value) throws(LedgerError) -> Value {
        turn.lock()
        defer { turn.unlock() }
        let (connection, mark) = (try current(), UUID().uuidString)
        let value: Value
        do {
            value = try prepare(connection, mark, body)
        } catch {
            _ = try? connection.run("ROLLBACK", within: Self.short)
            throw refusal(error, connection)
        }
        do throws(PostgreSQLFailure) {
            _ = try connection.run("COMMIT", within: Self.short)
        } catch {
            guard error.isOfConnection else { throw refusal(error, connection) }
            try waitForOutcome(mark, connection, error)
        }
        standing.withLock { $0.counts.changes += 1 }
        return value
    }

    /// All of a change but its commit.
    private func prepare<Value>(
        _ connection: PostgreSQLConnection, _ mark: String, _ body: (PostgreSQLSession) throws -> Value
    ) throws -> Value {
        let session = PostgreSQLSession(connection, within: Self.short)
        do {
            try session.execute("BEGIN", [])
            try session.execute("UPDATE site SET written = $2 WHERE id = $1", [.text(server.site.id), .text(mark)])
            let value = try body(session)
            if let failure = session.failure { throw failure }
            return value
        } catch {
            throw session.failure ?? error
        }
    }

    func isWritten(_ mark: String) throws(LedgerError) -> Bool {
        turn.lock()
        defer { turn.unlock() }
        if let known = standing.withLock({ $0.outcomes[mark] }) { return known }
        _ = try current()
        return standing.withLock { $0.outcomes[mark] } ?? false
    }

    /// The connection, once it is known what became of the change before.
    private func current() throws(LedgerError) -> PostgreSQLConnection {
        let now = standing.withLock(\.self)
        guard let connection = now.connection else { throw now.cause }
        guard let mark = now.undecided else { return connection }
        let isWritten: Bool
        do throws(PostgreSQLFailure) {
            let rows = try connection.run(
                "SELECT written FROM site WHERE id = $1", [.text(server.site.id)], within: Self.short
            ).rows
            isWritten = rows.first?.value(at: 0) == .text(mark)
        } catch {
            throw refusal(error, connection)
        }
        standing.withLock { standing in
            standing.undecided = nil
            standing.outcomes[mark] = isWritten
        }
        return connection
    }

    /// Waits for a connection, to find out what became of a change.
    ///
    /// - Throws: What to answer where it was not committed, or nobody knows.
    private func waitForOutcome(
        _ mark: String, _ connection: PostgreSQLConnection, _ failure: PostgreSQLFailure
    ) throws(LedgerError) {
        standing.withLock { $0.undecided = mark }
        let refusal = refusal(failure, connection)
        let end = ContinuousClock.now.advanced(by: .milliseconds(Int(Self.short)))
        while ContinuousClock.now < end {
            Thread.sleep(forTimeInterval: 0.02)
            guard (try? current()) != nil else { continue }
            guard standing.withLock({ $0.outcomes[mark] }) == true else { throw refusal }
            return
        }
        throw .undecided(cause: server.told(failure), mark: mark)
    }

    /// What is answered to a failure. Where the connection is of no use any more, another is made.
    private func refusal(_ error: any Error, _ connection: PostgreSQLConnection?) -> LedgerError {
        if let error = error as? LedgerError { return error }
        if let error = error as? ForeignRow { return .foreign(cause: error.description) }
        guard let failure = error as? PostgreSQLFailure else { return .unavailable(cause: "\(error)") }
        let refusal = LedgerError.unavailable(cause: server.told(failure))
        guard failure.isOfConnection, let connection else { return refusal }
        standing.withLock { standing in
            guard standing.connection === connection else { return }
            standing.connection = nil
            standing.cause = refusal
        }
        startConnecting()
        return refusal
    }

    /// Connects as the one majord that has the records.
    private func connect() throws(LedgerError) {
        let connection = try server.connect("writing")
        do {
            try PostgreSQLHold(connection: connection, server: server).take()
        } catch {
            throw refusal(error, nil)
        }
        reader.withLock { $0 = nil }
        standing.withLock { standing in
            standing.connection = connection
            standing.counts.connections += 1
        }
    }

    /// Tries each second, on a thread of its own, until there is a connection or nobody wants one any more.
    private func startConnecting() {
        let isFirst = standing.withLock { standing in
            defer { standing.isConnecting = true }
            return !standing.isConnecting
        }
        guard isFirst else { return }
        let thread = Thread { [weak self] in
            while self?.isToTryAgain() == true { Thread.sleep(forTimeInterval: 1) }
        }
        thread.name = "majord-connect"
        thread.start()
    }

    private func isToTryAgain() -> Bool {
        do throws(LedgerError) {
            try connect()
            standing.withLock { $0.isConnecting = false }
            return false
        } catch {
            standing.withLock { $0.cause = error.isOutage ? error : .unavailable(cause: "\(error)") }
            return true
        }
    }
}

/// What has come of an engine's connections and changes.
struct PostgreSQLCounts: Sendable, Equatable {
    /// After each, the database may have what majord does not know, or lack what it knows.
    var connections = 0
    var changes = 0
}
