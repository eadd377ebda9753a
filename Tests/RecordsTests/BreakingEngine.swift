import Synchronization

@testable import Records

/// An engine whose transactions fail before one of their statements.
final class BreakingEngine<Base: SQLEngine>: SQLEngine {
    struct Broken: Error {}

    private let base: Base
    private let limit = Mutex(Int.max)

    init(_ base: Base) {
        self.base = base
    }

    var dialect: Dialect { base.dialect }

    /// Lets so many statements of a transaction pass.
    func breakAfter(_ statements: Int) { limit.withLock { $0 = statements } }

    func read<Value>(_ body: (Session) throws -> Value) throws(LedgerError) -> Value {
        try base.read { try body(Session(base: $0, left: .max)) }
    }

    func readLong<Value>(_ body: (Session) throws -> Value) throws(LedgerError) -> Value {
        try base.readLong { try body(Session(base: $0, left: .max)) }
    }

    func write<Value>(_ body: (Session) throws -> Value) throws(LedgerError) -> Value {
        let limit = limit.withLock { $0 }
        return try base.write { try body(Session(base: $0, left: limit)) }
    }

    final class Session: SQLSession {
        private let base: any SQLSession
        private var left: Int

        init(base: any SQLSession, left: Int) {
            self.base = base
            self.left = left
        }

        var sites: SiteWords { base.sites }

        private func pass() throws {
            guard left > 0 else { throw Broken() }
            left -= 1
        }

        func execute(_ statement: String, _ values: [SQLValue]) throws -> Int {
            try pass()
            return try base.execute(statement, values)
        }

        func rows(_ statement: String, _ values: [SQLValue]) throws -> [any SQLRow] {
            try pass()
            return try base.rows(statement, values)
        }

        func forEach(_ statement: String, _ values: [SQLValue], _ body: (any SQLPlacedRow) throws -> Void) throws {
            try pass()
            try base.forEach(statement, values, body)
        }
    }
}
