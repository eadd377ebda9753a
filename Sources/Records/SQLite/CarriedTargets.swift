import Foundation
import GRDB
import Synchronization

/// Targets as majord recorded them before agents and roles stood with them, `2101:20,2000:0`: for the step of the schema that carries them
/// over. As that step, this is never changed.
enum CarriedTargets {
    private struct Part: Encodable {
        let role: String
        let agent: String?
        let `extension`: String
        let ring: Int
    }

    /// What a row tells beside its targets.
    struct Row: Hashable {
        let targets: String
        let action: String?
        let reason: String?
        let answeredBy: String?
        let agent: String?
        let heldAt: String?
        let holder: String?
    }

    /// The role of each follows from the row: an overflow is alone, or last; the first has the role that was the reason, and whoever comes
    /// between a primary and the overflow is the backup. Who sat there is known of the phone that answered or has the call, and of no other.
    /// Nothing is made of what no majord wrote.
    private static func parts(_ row: Row) -> [Part] {
        let texts = row.targets.split(separator: ",", omittingEmptySubsequences: false)
        let parts = texts.enumerated().compactMap { position, text -> Part? in
            let halves = text.split(separator: ":", omittingEmptySubsequences: false)
            guard halves.count == 2, let ring = Int(halves[1]), (0...86_400).contains(ring),
                (1...15).contains(halves[0].utf8.count),
                halves[0].utf8.allSatisfy({ $0 >= 0x30 && $0 <= 0x39 })
            else { return nil }
            let phone = String(halves[0])
            let isOverflow = row.action == "overflow" || texts.count > 1 && position == texts.count - 1
            let role = isOverflow ? "overflow" : position == 0 ? row.reason ?? "primary" : "backup"
            let agent = phone == row.answeredBy ? row.agent : phone == row.heldAt ? row.holder : nil
            return Part(role: role, agent: agent, extension: phone, ring: ring)
        }
        return parts.count == texts.count ? parts : []
    }

    struct Carried {
        let targets: String
        /// Of the one who answered.
        let role: String?
    }

    static func carry(_ row: Row) -> Carried {
        let parts = parts(row)
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        let json = (try? encoder.encode(parts)).map { String(decoding: $0, as: UTF8.self) } ?? "[]"
        return Carried(targets: json, role: parts.first { $0.extension == row.answeredBy }?.role)
    }

    /// Carries over all rows. Few differ from each other in this, so each is put together once.
    static func carryOver(_ database: Database) throws {
        let known = Known()
        let targets = function("carried_targets", known, \.targets)
        let role = function("carried_role", known, \.role)
        for function in [targets, role] { database.add(function: function) }
        defer { for function in [targets, role] { database.remove(function: function) } }
        let row = "(targets, action, reason, answered_by, agent, held_at, holder)"
        try database.execute(
            sql: """
                UPDATE call SET role = carried_role\(row), targets = carried_targets\(row) WHERE targets IS NOT NULL
                """)
    }

    private final class Known: Sendable {
        private let carried = Mutex<[Row: Carried]>([:])

        func carried(_ row: Row) -> Carried {
            carried.withLock { carried in
                if let known = carried[row] { return known }
                let made = CarriedTargets.carry(row)
                if carried.count < 10_000 { carried[row] = made }
                return made
            }
        }
    }

    private static func function(
        _ name: String, _ known: Known, _ part: @escaping @Sendable (Carried) -> String?
    ) -> DatabaseFunction {
        DatabaseFunction(name, argumentCount: 7, pure: true) { values in
            let texts = values.map(String.fromDatabaseValue)
            let row = Row(
                targets: texts[0] ?? "", action: texts[1], reason: texts[2], answeredBy: texts[3], agent: texts[4],
                heldAt: texts[5], holder: texts[6])
            return part(known.carried(row))
        }
    }
}
