import CPostgreSQL
import Glibc
import Synchronization

/// One connection to a server, for one who uses it at a time. Statements are prepared once.
final class PostgreSQLConnection: Sendable {
    private struct State {
        let address: UInt
        /// The names of statements that are prepared.
        var names: [String: String] = [:]

        init(address: UInt) { self.address = address }

        var handle: OpaquePointer? { OpaquePointer(bitPattern: address) }
    }

    /// So many statements stay prepared: lists of different lengths make many.
    private static let mostStatements = 500
    private let state: Mutex<State>

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

    deinit { state.withLock { cpq_close($0.handle) } }

    /// What the server tells of itself.
    func parameter(_ name: String) -> String? {
        state.withLock { cpq_parameter($0.handle, name).map { String(cString: $0) } }
    }

    /// - Parameter limit: How long it may take, in milliseconds.
    func run(
        _ statement: String, _ values: [SQLValue] = [], within limit: Int32
    ) throws(PostgreSQLFailure) -> PostgreSQLRows {
        try state.withLock { state throws(PostgreSQLFailure) in
            let name = try Self.prepared(statement, &state, limit)
            let handle = state.handle
            return PostgreSQLRows.take(
                try Self.result(handle, limit) { result in
                    let texts = values.map { $0.parameter.flatMap { strdup($0) } }
                    defer { for text in texts { free(text) } }
                    return texts.map { UnsafePointer($0) }.withUnsafeBufferPointer {
                        cpq_run(handle, name, Int32(texts.count), $0.baseAddress, limit, &result)
                    }
                })
        }
    }

    private static func prepared(
        _ statement: String, _ state: inout State, _ limit: Int32
    ) throws(PostgreSQLFailure) -> String {
        if let name = state.names[statement] { return name }
        let handle = state.handle
        if state.names.count == mostStatements {
            for (name, text) in [("", "DEALLOCATE ALL")] {
                cpq_clear(try result(handle, limit) { cpq_prepare(handle, name, text, limit, &$0) })
                cpq_clear(try result(handle, limit) { cpq_run(handle, name, 0, nil, limit, &$0) })
            }
            state.names = [:]
        }
        let name = "s\(state.names.count)"
        cpq_clear(try result(handle, limit) { cpq_prepare(handle, name, statement, limit, &$0) })
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
        defer { if let result { cpq_clear(result) } }
        let said = cpq_message(handle).map { String(cString: $0) } ?? ""
        switch outcome {
        case CPQ_LATE: throw .late(limit)
        case CPQ_REFUSED:
            guard let result, let state = cpq_state(result), let message = cpq_refusal(result) else {
                throw .broken(PostgreSQLFailure.connecting(said))
            }
            throw .refused(state: String(cString: state), message: String(cString: message))
        default: throw .broken(PostgreSQLFailure.connecting(said))
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
