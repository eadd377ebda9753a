import Foundation
import Synchronization

/// The records in a PostgreSQL, which the majords of several sites have together, each with its own name (`PostgreSQLHold`).
///
/// What a majord has of them in its memory, the database counts the changes of (`SharedPart`), in rows that are locked until a change is committed: so
/// each change is made of what is there, and changes have one order.
///
/// One connection writes, another reads what is short, a third what takes long. While there is none, whoever asks is refused at once, and a
/// thread tries each second to connect anew. What was being committed when a connection broke is looked up over the next one, by the mark that
/// each change leaves with its site: it is answered, or refused, when that is known.
final class PostgreSQLEngine: SQLEngine {
    struct Standing: Sendable {
        var connection: PostgreSQLConnection?
        /// Reads what is short, and need not wait for a commit; it comes and goes with the other.
        var loading: PostgreSQLConnection?
        /// Why there is none.
        var cause: LedgerError
        /// The same, where it is not that the database is away.
        var refused: LedgerError?
        var isConnecting = false
        /// How often it was tried.
        var attempts = 0
        /// The mark of a change of which nobody knows whether it was committed.
        var undecided: String?
        /// What became of such changes.
        var outcomes: [String: Bool] = [:]
        var counts = PostgreSQLCounts()
        /// The site's number there.
        var number: UInt64?
        /// As the site was entered there last.
        var entered = PostgreSQLHold.Entered()
    }

    let dialect = Dialect.postgresql
    let server: PostgreSQLServer
    /// How long a statement may take, in milliseconds: one that others wait for, and one that reads long.
    static let (short, long): (Int32, Int32) = (3_000, 120_000)
    /// The same of a whole change for which somebody waits, with finding out what became of it: he gives up after five seconds.
    static let whole: Int32 = 4_000
    /// How often something is done that fails for how it met with others.
    private static let attempts = 4
    let standing: Mutex<Standing>
    /// Reads what takes long.
    let reader = Mutex<PostgreSQLConnection?>(nil)
    /// Whose turn it is on each connection. Changes of the roster do not wait for the many records of calls.
    let turns = Turns()
    private let longTurns = Turns()
    private let loadingTurns = Turns()
    /// Told of each connection.
    let connected = Mutex<(@Sendable () -> Void)?>(nil)
    /// Told of each change of a part that was committed, with how often the part was changed by then.
    let changed = Mutex<(@Sendable ([SharedPart: Int64]) -> Void)?>(nil)

    /// One that is not connected yet: `begin` does that.
    ///
    /// - Parameter number: The site's, as it was at the last connection.
    init(unconnected server: PostgreSQLServer, number: UInt64?) {
        self.server = server
        standing = Mutex(
            Standing(cause: .unavailable(cause: "\(server.shown) has not answered yet"), number: number))
    }

    convenience init(_ server: PostgreSQLServer) throws(LedgerError) {
        self.init(unconnected: server, number: nil)
        try connect(isLater: false)
    }

    func read<Value>(_ body: (PostgreSQLSession) throws -> Value) throws(LedgerError) -> Value {
        try loadingTurns { () throws(LedgerError) in
            let now = try decided()
            guard let loading = now.loading else { throw now.cause }
            do {
                return try Self.reading(loading, Self.short, body)
            } catch {
                throw refusal(error, now.connection)
            }
        }
    }

    /// How it stands once it is known what became of the change before.
    private func decided() throws(LedgerError) -> Standing {
        let now = standing.withLock(\.self)
        guard now.undecided != nil else { return now }
        return try turns { () throws(LedgerError) in
            _ = try current()
            return standing.withLock(\.self)
        }
    }

    func readLong<Value>(_ body: (PostgreSQLSession) throws -> Value) throws(LedgerError) -> Value {
        try longTurns { () throws(LedgerError) in
            if let cause = standing.withLock({ $0.connection == nil ? $0.cause : nil }) { throw cause }
            do {
                let known = reader.withLock(\.self)
                let connection = try known ?? server.connect(.reading)
                if known == nil { reader.withLock { $0 = connection } }
                return try Self.reading(connection, Self.long, body)
            } catch {
                if (error as? PostgreSQLFailure)?.isOfConnection == true { reader.withLock { $0 = nil } }
                throw refusal(error, nil)
            }
        }
    }

    static func reading<Value>(
        _ connection: PostgreSQLConnection, _ limit: Int32, _ body: (PostgreSQLSession) throws -> Value
    ) throws -> Value {
        try repeating(connection) {
            let session = PostgreSQLSession(connection, within: limit)
            try session.execute("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY", [])
            do {
                let value = try body(session)
                try session.execute("COMMIT", [])
                return value
            } catch {
                connection.rollBack(within: short)
                throw session.failure ?? error
            }
        }
    }

    /// Does something once more where it failed for what passes.
    static func repeating<Value>(_ connection: PostgreSQLConnection, _ body: () throws -> Value) throws -> Value {
        for _ in 1..<attempts {
            do {
                return try body()
            } catch let failure as PostgreSQLFailure where failure.isPassing {
                if failure.isOfOldPlans { try connection.prepareAnew(within: short) }
            }
        }
        return try body()
    }

    func write<Value>(_ body: (PostgreSQLSession) throws -> Value) throws(LedgerError) -> Value {
        try turns { () throws(LedgerError) in try transaction(body) }
    }

    /// As `write`, of what can be written again without harm.
    func writeAgain<Value>(_ body: (PostgreSQLSession) throws -> Value) throws(LedgerError) -> Value {
        try turns { () throws(LedgerError) in try transaction(isRepeatable: true, body) }
    }

    /// Whoever calls this has the turn.
    ///
    /// - Parameters:
    ///   - limit: How long all of it may take, in milliseconds; nil: as long as it takes.
    ///   - isRepeatable: Whether nobody has to know what became of it.
    func transaction<Value>(
        within limit: Int32? = nil, isRepeatable: Bool = false, _ body: (PostgreSQLSession) throws -> Value
    ) throws(LedgerError) -> Value {
        let end = limit.map { ContinuousClock.now + .milliseconds(Int($0)) }
        let (connection, mark) = (try current(), UUID().uuidString)
        let value: Value
        let session = PostgreSQLSession(connection, within: Self.short, until: end)
        do {
            value = try Self.repeating(connection) {
                do {
                    return try prepare(session, mark, body)
                } catch {
                    if (error as? PostgreSQLFailure)?.isOfConnection != true {
                        connection.rollBack(within: session.left)
                    }
                    session.forgetFailure()
                    throw error
                }
            }
        } catch {
            throw refusal(error, connection)
        }
        do throws(PostgreSQLFailure) {
            _ = try connection.run("COMMIT", within: session.left)
        } catch {
            guard error.isOfConnection, !isRepeatable else { throw refusal(error, connection) }
            try waitForOutcome(
                mark, connection, error, until: end ?? .now + .milliseconds(Int(Self.short)))
        }
        standing.withLock { $0.counts.changes += 1 }
        return value
    }

    /// All of a change but its commit.
    private func prepare<Value>(
        _ session: PostgreSQLSession, _ mark: String, _ body: (PostgreSQLSession) throws -> Value
    ) throws -> Value {
        do {
            try session.submit("BEGIN ISOLATION LEVEL READ COMMITTED", [])
            try session.submit("UPDATE site SET written = $2 WHERE id = $1", [.text(server.site.id), .text(mark)])
            let value = try body(session)
            try session.finish()
            if let failure = session.failure { throw failure }
            return value
        } catch {
            throw session.failure ?? error
        }
    }

    func isWritten(_ mark: String) throws(LedgerError) -> Bool {
        try turns { () throws(LedgerError) in
            if let known = standing.withLock({ $0.outcomes[mark] }) { return known }
            _ = try current()
            return standing.withLock { $0.outcomes[mark] } ?? false
        }
    }

    /// The connection, once it is known what became of the change before.
    ///
    /// - Parameter limit: How long finding that out may take, in milliseconds.
    func current(within limit: Int32 = PostgreSQLEngine.short) throws(LedgerError) -> PostgreSQLConnection {
        let now = standing.withLock(\.self)
        guard let connection = now.connection else { throw now.cause }
        guard let mark = now.undecided else { return connection }
        let isWritten: Bool
        do throws(PostgreSQLFailure) {
            let rows = try connection.run(
                "SELECT written FROM site WHERE id = $1", [.text(server.site.id)], within: limit
            ).rows
            isWritten = rows.first?.value(at: 0) == .text(mark)
            // A server that was restarted shows what no standby has yet. Once a commit after it is kept, it is kept, too.
            if isWritten {
                _ = try connection.run(
                    "UPDATE site SET written = written WHERE id = $1", [.text(server.site.id)], within: limit)
            }
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
        _ mark: String, _ connection: PostgreSQLConnection, _ failure: PostgreSQLFailure,
        until end: ContinuousClock.Instant
    ) throws(LedgerError) {
        standing.withLock { $0.undecided = mark }
        let refusal = refusal(failure, connection)
        while ContinuousClock.now < end {
            Thread.sleep(forTimeInterval: 0.02)
            guard (try? current(within: end.millisecondsLeft)) != nil else { continue }
            guard standing.withLock({ $0.outcomes[mark] }) == true else { throw refusal }
            return
        }
        throw .undecided(cause: server.told(failure), mark: mark)
    }

    /// What is answered to a failure. Where the connection is of no use any more, another is made.
    func refusal(_ error: any Error, _ connection: PostgreSQLConnection?) -> LedgerError {
        if let error = error as? LedgerError { return error }
        if let error = error as? ForeignRow { return .foreign(cause: error.description) }
        guard let failure = error as? PostgreSQLFailure else { return .unavailable(cause: "\(error)") }
        let refusal = LedgerError.unavailable(cause: server.told(failure))
        guard failure.isOfConnection, let connection else { return refusal }
        let loading: PostgreSQLConnection? = standing.withLock { standing in
            guard standing.connection === connection else { return nil }
            defer { (standing.connection, standing.loading) = (nil, nil) }
            standing.cause = refusal
            return standing.loading
        }
        loading?.giveUp(after: .zero)
        startConnecting()
        return refusal
    }
}
