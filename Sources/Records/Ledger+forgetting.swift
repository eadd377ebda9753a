import GRDB
import Routing
package import Time

extension Ledger {
    /// Up to where records may be forgotten on one day.
    package struct ForgettingDay: Sendable, Equatable {
        package let callsBefore: Instant
        package let numbersBefore: Instant
    }

    /// When the newest call or absence was recorded; nil when there is none.
    package func newestRecord() throws(LedgerError) -> Instant? {
        try read { database in
            try Int64.fetchOne(
                database,
                sql: """
                    SELECT max(at) FROM (
                        SELECT max(noted_at) AS at FROM call
                        UNION ALL SELECT entered_at FROM absence WHERE id = (SELECT max(id) FROM absence))
                    """
            ).map(Instant.init(clamping:))
        }
    }

    /// Until when the clock was not trusted at the last jump; nil when it never jumped.
    package func distrustedUntil() throws(LedgerError) -> Instant? {
        try read { database in
            try Int64.fetchOne(database, sql: "SELECT distrusted_until FROM forgetting").map(Instant.init(clamping:))
        }
    }

    package func distrust(until instant: Instant) throws(LedgerError) {
        try write { database in
            try database.execute(
                sql: """
                    INSERT INTO forgetting (id, distrusted_until) VALUES (1, ?1)
                    ON CONFLICT (id) DO UPDATE SET distrusted_until = ?1
                    """, arguments: [instant.milliseconds])
        }
    }

    /// The day that goes on at an instant, or else one that begins then: within it so much of the recorded time may be forgotten, counted
    /// from the oldest record. A restart does not begin another day. Nil when nothing is recorded.
    package func forgettingDay(at instant: Instant, budget: Milliseconds) throws(LedgerError) -> ForgettingDay? {
        try write { database in
            let row = try Row.fetchOne(
                database,
                sql: "SELECT calls_before, numbers_before FROM forgetting WHERE begun_at <= ? AND begun_at > ?",
                arguments: [instant.milliseconds, instant.advanced(by: .days(-1)).milliseconds])
            if let row {
                let row = CheckedRow(row: row, table: "forgetting")
                return ForgettingDay(
                    callsBefore: try row.instant("calls_before"), numbersBefore: try row.instant("numbers_before"))
            }
            guard let oldest = try Int64.fetchOne(database, sql: "SELECT min(noted_at) FROM call") else { return nil }
            let oldestNumber = try Int64.fetchOne(
                database, sql: "SELECT min(noted_at) FROM call INDEXED BY call_with_number WHERE caller GLOB '+*'")
            let day = ForgettingDay(
                callsBefore: Instant(clamping: oldest).advanced(by: budget),
                numbersBefore: Instant(clamping: oldestNumber ?? oldest).advanced(by: budget))
            try database.execute(
                sql: """
                    INSERT INTO forgetting (id, begun_at, calls_before, numbers_before) VALUES (1, ?1, ?2, ?3)
                    ON CONFLICT (id) DO UPDATE SET begun_at = ?1, calls_before = ?2, numbers_before = ?3
                    """,
                arguments: [
                    instant.milliseconds, day.callsBefore.milliseconds, day.numbersBefore.milliseconds,
                ])
            return day
        }
    }

    /// Removes calls, and from younger ones callers' numbers, the oldest first, in one transaction.
    ///
    /// - Parameter limit: The most records that are removed or changed.
    /// - Returns: How many were.
    package func forget(
        callsBefore calls: Instant, numbersBefore numbers: Instant, atMost limit: Int
    ) throws(LedgerError) -> Int {
        try write { database in
            try database.execute(
                sql: "DELETE FROM call WHERE id IN (SELECT id FROM call WHERE noted_at < ? ORDER BY noted_at LIMIT ?)",
                arguments: [calls.milliseconds, limit])
            let removed = database.changesCount
            try database.execute(
                sql: """
                    UPDATE call SET caller = NULL WHERE id IN (
                        SELECT id FROM call INDEXED BY call_with_number
                        WHERE caller GLOB '+*' AND noted_at < ? ORDER BY noted_at LIMIT ?)
                    """, arguments: [numbers.milliseconds, limit - removed])
            return removed + database.changesCount
        }
    }
}
