import Foundation
import Synchronization
import TestSupport
import Testing

@testable import Records

/// Which engine keeps the records of a test.
enum TestEngine: String, CaseIterable {
    case sqlite, postgresql

    @TaskLocal static var current = TestEngine.sqlite

    /// Those that are there.
    static var present: [TestEngine] { ThrowAwayPostgreSQL.shared == nil ? [.sqlite] : allCases }
}

/// Runs each test of a suite with every engine that is there.
struct EachEngine: SuiteTrait, TestTrait, TestScoping {
    var isRecursive: Bool { true }

    func provideScope(
        for test: Test, testCase: Test.Case?, performing function: @concurrent @Sendable () async throws -> Void
    ) async throws {
        guard testCase != nil else { return try await function() }
        for engine in TestEngine.present { try await TestEngine.$current.withValue(engine) { try await function() } }
    }
}

extension Trait where Self == EachEngine {
    static var eachEngine: Self { Self() }
}

/// The records of a test's folder, with the engine that it runs with.
final class TestRecords: SQLEngine {
    private enum Base {
        case sqlite(SQLiteEngine)
        case postgresql(PostgreSQLEngine)
    }

    private let base: Base

    init(folder: String) throws {
        switch TestEngine.current {
        case .sqlite: base = .sqlite(try SQLiteEngine(folder: folder))
        case .postgresql: base = .postgresql(try PostgreSQLEngine(try .test(folder)))
        }
    }

    /// What is opened again has to be closed.
    var ledger: Ledger {
        switch base {
        case .sqlite(let engine): Ledger(engine)
        case .postgresql(let engine): Ledger(engine)
        }
    }

    var dialect: Dialect {
        switch base {
        case .sqlite: .sqlite
        case .postgresql: .postgresql
        }
    }

    struct Session: SQLSession {
        let base: any SQLSession

        var sites: SiteWords { base.sites }

        func execute(_ statement: String, _ values: [SQLValue]) throws -> Int { try base.execute(statement, values) }

        func submit(_ statement: String, _ values: [SQLValue]) throws { try base.submit(statement, values) }

        func rows(_ statement: String, _ values: [SQLValue]) throws -> [any SQLRow] { try base.rows(statement, values) }

        func forEach(_ statement: String, _ values: [SQLValue], _ body: (any SQLPlacedRow) throws -> Void) throws {
            try base.forEach(statement, values, body)
        }
    }

    func read<Value>(_ body: (Session) throws -> Value) throws(LedgerError) -> Value {
        switch base {
        case .sqlite(let engine): try engine.read { try body(Session(base: $0)) }
        case .postgresql(let engine): try engine.read { try body(Session(base: $0)) }
        }
    }

    func readLong<Value>(_ body: (Session) throws -> Value) throws(LedgerError) -> Value {
        switch base {
        case .sqlite(let engine): try engine.readLong { try body(Session(base: $0)) }
        case .postgresql(let engine): try engine.readLong { try body(Session(base: $0)) }
        }
    }

    func write<Value>(_ body: (Session) throws -> Value) throws(LedgerError) -> Value {
        switch base {
        case .sqlite(let engine): try engine.write { try body(Session(base: $0)) }
        case .postgresql(let engine): try engine.write { try body(Session(base: $0)) }
        }
    }

    /// Files in which all of it is: of a database a dump, since its own are its server's.
    func files(_ folder: String) -> [String] {
        guard case .postgresql(let engine) = base, let server = ThrowAwayPostgreSQL.shared else {
            return [folder + "/ledger.sqlite", folder + "/ledger.sqlite-wal"]
        }
        let name = engine.server.words.split(separator: " ").first { $0.hasPrefix("dbname=") }?.dropFirst(7) ?? ""
        try? server.run("pg_dump", "-h", server.folder, "-U", "majord", "-f", folder + "/dump", String(name))
        return [folder + "/dump"]
    }

    /// Does one statement after the other, whatever it is.
    func execute(_ statements: String) throws {
        try write { session in
            for statement in statements.split(separator: ";") where statement.contains(where: { !$0.isWhitespace }) {
                _ = try session.execute(String(statement), [])
            }
        }
    }

    /// The texts of the first column.
    func texts(_ statement: String) throws -> [String] {
        var texts: [String] = []
        try read { session in
            try session.forEach(statement, []) { row in
                switch row.value(at: 0) {
                case .text(let text): texts.append(text)
                case .null: break
                case let value: texts.append("\(value)")
                }
            }
        }
        return texts
    }
}

extension PostgreSQLServer {
    /// A database for each folder.
    static func test(_ folder: String) throws -> PostgreSQLServer {
        let server = try #require(ThrowAwayPostgreSQL.shared, "\(ThrowAwayPostgreSQL.missing)")
        let name = folder.split(separator: "/").last.map { $0.lowercased() } ?? "majord"
        return try PostgreSQLServer(try server.words(name), site: .test(folder), passwordFile: nil)
    }
}

extension Ledger {
    /// The ledger of a folder, with the engine that the test runs with.
    static func test(folder: String) throws -> Ledger { try TestRecords(folder: folder).ledger }
}
