import Foundation
import GRDB
import Records
import Routing
import Time

/// A ledger into which somebody else has written.
enum Kept {
    private static let folder: String = {
        // In memory: a ledger waits for its disk.
        let folder = "/dev/shm/majord-fuzz-\(getpid())"
        try? FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        atexit { try? FileManager.default.removeItem(atPath: Kept.folder) }
        return folder
    }()

    /// A ledger with a row in each table, as majord writes them.
    private static let untouched: Data = {
        let agent = AgentID("joke")
        do {
            let ledger = try Ledger(folder: folder)
            let new = NewAbsence(agent: agent, kind: .sickness, start: FuzzDesk.now, end: nil)
            _ = try ledger.roster.write(RosterWriting(by: "root", at: FuzzDesk.now, [.enter(new)]))
            try record(in: ledger)
            try ledger.directories.keep(
                KeptDirectory(
                    path: "/etc/majord", files: ["/etc/majord/majord.yaml": "x"], instant: FuzzDesk.now))
        } catch {
            preconditionFailure("\(error)")
        }
        guard let file = FileManager.default.contents(atPath: path) else { preconditionFailure("no ledger") }
        return file
    }()

    private static var path: String { folder + "/ledger.sqlite" }

    private static func record(in ledger: Ledger) throws {
        guard let caller = Party(word: "+31505550100"), let phone = Extension("2101") else { return }
        let agent = AgentID("joke")
        let decided = CallRecord.Decided(
            id: DecisionID(number: 1), caller: caller, client: ClientID("noord"), contact: nil, action: .dial,
            reason: .role(.primary), targets: [Target(.candidate(agent, .primary), phone: phone, ring: 20)],
            candidates: [CallRecord.Considered(agent: agent, role: .primary, hindrance: nil, until: nil)], opens: nil,
            generation: 1)
        let report = CallRecord.Report(.answered(phone), .answers(phone, hasCredit: true), agent: agent)
        try ledger.calls.record([
            CallRecord.Change(callID: "call-1", instant: FuzzDesk.now, what: .decided(decided)),
            CallRecord.Change(callID: "call-1", instant: FuzzDesk.now, what: .reported(report)),
        ])
    }

    /// The first byte says which column of which table gets what the others are. The ledger is refused, or read without surprise:
    /// what can be opened has no row that stops a later change or reading but one of the wrong type, which is named.
    static func rows(_ bytes: [UInt8]) {
        guard bytes.count >= 3 else { return }
        do {
            try untouched.write(to: URL(filePath: path))
            for end in ["-wal", "-shm"] { unlink(path + end) }
            let places = try write(bytes)
            do throws(LedgerError) {
                try readAll(try Ledger(folder: folder))
            } catch .foreign(let cause) {
                precondition(places.contains(where: cause.hasPrefix), "\(places) are changed, and told is \(cause)")
            } catch .unreadable, .newer {
                return
            }
        } catch is DatabaseError {
            // The schema does not have it.
            return
        } catch {
            preconditionFailure("\(error)")
        }
    }

    private static func readAll(_ ledger: Ledger) throws(LedgerError) {
        let now = FuzzDesk.now
        _ = try ledger.roster.load(from: now, ended: 10)
        _ = try ledger.roster.endedAbsence(1)
        _ = try ledger.roster.roster(at: now)
        _ = try ledger.calls.calls(
            toTakeUp: TakeUp(decided: .earliest, ended: .earliest, held: .earliest), from: .earliest, until: .latest,
            withHeld: true, limit: 10)
        _ = try ledger.directories.keptDirectory()
        let new = NewAbsence(agent: AgentID("mark"), kind: .sickness, start: now, end: nil)
        _ = try ledger.roster.write(RosterWriting(by: "root", at: now, [.enter(new)]))
    }

    /// - Returns: What was changed, as `table.column`.
    private static func write(_ bytes: [UInt8]) throws -> [String] {
        let queue = try DatabaseQueue(path: path)
        defer { try? queue.close() }
        return try queue.write { database in
            let tables = try String.fetchAll(
                database,
                sql: "SELECT name FROM sqlite_schema WHERE type = 'table' AND name <> 'sqlite_sequence' ORDER BY name")
            let table = tables[Int(bytes[0] >> 1) % tables.count]
            if bytes[0] & 1 == 1 {
                // As a table of the same name without types would be.
                try database.execute(
                    sql:
                        "CREATE TABLE plain AS SELECT * FROM \(table); DROP TABLE \(table); ALTER TABLE plain RENAME TO \(table)"
                )
            }
            let columns = try database.columns(in: table).map(\.name)
            let column = columns[Int(bytes[1]) % columns.count]
            try database.execute(sql: "UPDATE \(table) SET \"\(column)\" = ?", arguments: [value(bytes.dropFirst(2))])
            return columns.map { "\(table).\($0) is " }
        }
    }

    /// Of a type that the first byte says.
    private static func value(_ bytes: ArraySlice<UInt8>) -> (any DatabaseValueConvertible)? {
        let rest = bytes.dropFirst()
        switch (bytes.first ?? 0) % 5 {
        case 0: return nil
        case 1: return String(decoding: rest, as: UTF8.self)
        case 2: return rest.prefix(8).reduce(Int64(0)) { $0 << 8 | Int64($1) }
        case 3: return Double(bitPattern: rest.prefix(8).reduce(UInt64(0)) { $0 << 8 | UInt64($1) })
        default: return Data(rest)
        }
    }
}
