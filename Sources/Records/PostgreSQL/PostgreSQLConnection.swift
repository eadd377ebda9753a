import CPostgreSQL
import Glibc
import Synchronization

/// One connection to a server, for one who uses it at a time. Statements are prepared once.
final class PostgreSQLConnection: Sendable {
    private struct State {
        let address: UInt
        /// The names of statements that are prepared.
        var names: [String: String] = [:]
        /// Whether something was submitted of which it is not known what came of it.
        var isSubmitting = false

        init(address: UInt) { self.address = address }

        var handle: OpaquePointer? { OpaquePointer(bitPattern: address) }
    }

    /// So many statements stay prepared: lists of different lengths make many.
    private static let mostStatements = 500
    private let state: Mutex<State>
    /// Wakes whoever waits for an answer.
    private let bell = cpq_bell()
    /// Since when an answer is waited for.
    private let asked = Mutex<ContinuousClock.Instant?>(nil)

    /// Connects, and waits for it some seconds.
    ///
    /// - Parameter options: What libpq is told, in an order in which the later has precedence.
    init(_ options: [(key: String, value: String)]) throws(PostgreSQLFailure) {
        let address = try Self.connect(options)
        state = Mutex(State(address: address))
    }

    /// - Returns: The address of libpq's connection.
    private static func connect(_ options: [(key: String, value: String)]) throws(PostgreSQLFailure) -> UInt {
        let keys = options.map { strdup($0.key) }
        let values = options.map { strdup($0.value) }
        defer { for text in keys + values { free(text) } }
        let handle = (keys + [nil]).map { UnsafePointer($0) }.withUnsafeBufferPointer { keys in
            (values + [nil]).map { UnsafePointer($0) }.withUnsafeBufferPointer { values in
                cpq_connect(keys.baseAddress, values.baseAddress)
            }
        }
        guard let handle else { throw .broken("there is no memory for a connection") }
        guard cpq_is_open(handle) else {
            let message = cpq_message(handle).map { String(cString: $0) } ?? ""
            cpq_close(handle)
            throw .broken(PostgreSQLFailure.connecting(message))
        }
        return UInt(bitPattern: handle)
    }

    deinit {
        state.withLock { cpq_close($0.handle) }
        if bell >= 0 { close(bell) }
    }

    /// Has whoever has waited so long for an answer wait no longer. The connection is of no use any more then.
    func giveUp(after span: Duration) {
        guard let since = asked.withLock(\.self), since.duration(to: .now) >= span, bell >= 0 else { return }
        cpq_ring(bell)
    }

    /// What the server tells of itself.
    func parameter(_ name: String) -> String? {
        state.withLock { cpq_parameter($0.handle, name).map { String(cString: $0) } }
    }

    /// - Parameter limit: How long it may take, in milliseconds.
    func run(
        _ statement: String, _ values: [SQLValue] = [], within limit: Int32
    ) throws(PostgreSQLFailure) -> PostgreSQLRows {
        try state.withLock { state throws(PostgreSQLFailure) in
            asked.withLock { $0 = .now }
            defer { asked.withLock { $0 = nil } }
            try finish(&state, limit)
            let name = try prepared(statement, &state, limit)
            let handle = state.handle
            return PostgreSQLRows.take(
                try Self.result(handle, limit) { result in
                    Self.withTexts(values) { cpq_run(handle, bell, name, $0, $1, limit, &result) }
                })
        }
    }

    /// Sends a statement of which nobody has to know what it changes, and waits for nothing. What it fails for is thrown by what is run next, or by
    /// `finish`.
    func submit(_ statement: String, _ values: [SQLValue], within limit: Int32) throws(PostgreSQLFailure) {
        try state.withLock { state throws(PostgreSQLFailure) in
            asked.withLock { $0 = .now }
            defer { asked.withLock { $0 = nil } }
            if state.names[statement] == nil { try finish(&state, limit) }
            let name = try prepared(statement, &state, limit)
            let handle = state.handle
            state.isSubmitting = true
            guard Self.withTexts(values, { cpq_submit(handle, name, $0, $1) }) else {
                throw .broken(PostgreSQLFailure.connecting(cpq_message(handle).map { String(cString: $0) } ?? ""))
            }
        }
    }

    /// Waits until all that was submitted is done.
    func finish(within limit: Int32) throws(PostgreSQLFailure) {
        try state.withLock { state throws(PostgreSQLFailure) in
            asked.withLock { $0 = .now }
            defer { asked.withLock { $0 = nil } }
            try finish(&state, limit)
        }
    }

    /// Ends a transaction of which nothing is to be kept. Where the connection is gone, so is the transaction.
    func rollBack(within limit: Int32) {
        try? finish(within: limit)
        _ = try? run("ROLLBACK", within: limit)
    }

    private func finish(_ state: inout State, _ limit: Int32) throws(PostgreSQLFailure) {
        guard state.isSubmitting else { return }
        state.isSubmitting = false
        let handle = state.handle
        var result: OpaquePointer?
        let outcome = cpq_finish(handle, bell, limit, &result)
        if outcome != CPQ_DONE { throw Self.failure(outcome, result, handle, limit) }
    }

    private static func withTexts<Result>(
        _ values: [SQLValue], _ body: (Int32, UnsafePointer<UnsafePointer<CChar>?>?) -> Result
    ) -> Result {
        let texts = values.map { $0.parameter.flatMap { strdup($0) } }
        defer { for text in texts { free(text) } }
        return texts.map { UnsafePointer($0) }.withUnsafeBufferPointer { body(Int32(texts.count), $0.baseAddress) }
    }

    /// Waits until something has come, or the bell was rung.
    ///
    /// - Parameter limit: How long at the most, in milliseconds.
    func wait(_ bell: Int32, atMost limit: Int32) throws(PostgreSQLFailure) {
        try state.withLock { state throws(PostgreSQLFailure) in
            let handle = state.handle
            guard cpq_wait(handle, bell, limit) == CPQ_DONE else {
                throw .broken(PostgreSQLFailure.connecting(cpq_message(handle).map { String(cString: $0) } ?? ""))
            }
        }
    }

    /// Fails where the server has ended the connection; asks it nothing, and waits for nothing.
    func look() throws(PostgreSQLFailure) { try wait(-1, atMost: 0) }

    /// What the server has been told by others to tell, and has not told yet.
    func notices() -> [(channel: String, text: String)] {
        let heard = Heard()
        state.withLock { state in
            cpq_notices(
                state.handle,
                { context, channel, text in
                    guard let context, let channel, let text else { return }
                    let heard = Unmanaged<Heard>.fromOpaque(context).takeUnretainedValue()
                    heard.notices.append((String(cString: channel), String(cString: text)))
                }, Unmanaged.passUnretained(heard).toOpaque())
        }
        return heard.notices
    }

    private final class Heard {
        var notices: [(channel: String, text: String)] = []
    }

    /// Has statements prepared anew, as where the tables are others by now.
    func prepareAnew(within limit: Int32) throws(PostgreSQLFailure) {
        try state.withLock { state throws(PostgreSQLFailure) in try forgetPrepared(&state, limit) }
    }

    private func forgetPrepared(_ state: inout State, _ limit: Int32) throws(PostgreSQLFailure) {
        let handle = state.handle
        let (name, text) = ("", "DEALLOCATE ALL")
        cpq_clear(try Self.result(handle, limit) { cpq_prepare(handle, bell, name, text, limit, &$0) })
        cpq_clear(try Self.result(handle, limit) { cpq_run(handle, bell, name, 0, nil, limit, &$0) })
        state.names = [:]
    }

    private func prepared(
        _ statement: String, _ state: inout State, _ limit: Int32
    ) throws(PostgreSQLFailure) -> String {
        if let name = state.names[statement] { return name }
        let handle = state.handle
        if state.names.count == Self.mostStatements { try forgetPrepared(&state, limit) }
        let name = "s\(state.names.count)"
        cpq_clear(try Self.result(handle, limit) { cpq_prepare(handle, bell, name, statement, limit, &$0) })
        state.names[statement] = name
        return name
    }

    /// What came of it, to be cleared.
    private static func result(
        _ handle: OpaquePointer?, _ limit: Int32, _ run: (inout OpaquePointer?) -> cpq_outcome
    ) throws(PostgreSQLFailure) -> OpaquePointer {
        var result: OpaquePointer?
        let outcome = run(&result)
        if outcome == CPQ_DONE, let result { return result }
        throw failure(outcome, result, handle, limit)
    }

    /// Why it was not done; its result is cleared.
    private static func failure(
        _ outcome: cpq_outcome, _ result: OpaquePointer?, _ handle: OpaquePointer?, _ limit: Int32
    ) -> PostgreSQLFailure {
        defer { if let result { cpq_clear(result) } }
        let said = cpq_message(handle).map { String(cString: $0) } ?? ""
        switch outcome {
        case CPQ_LATE: return .late(limit)
        case CPQ_GIVEN_UP: return .givenUp
        case CPQ_REFUSED:
            guard let result, let state = cpq_state(result), let message = cpq_refusal(result) else {
                return .broken(PostgreSQLFailure.connecting(said))
            }
            return .refused(state: String(cString: state), message: String(cString: message))
        default: return .broken(PostgreSQLFailure.connecting(said))
        }
    }
}

extension PostgreSQLRows {
    /// Reads a result and clears it.
    fileprivate static func take(_ result: OpaquePointer) -> PostgreSQLRows {
        defer { cpq_clear(result) }
        return PostgreSQLRows(result)
    }
}
