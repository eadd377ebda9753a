import GRDB
import Time

/// The numbers of events in a ledger that does not know of all that were told before it, since it is new or an older copy.
enum EventNumbers {
    /// Lets them go on above all that may have been given: from the seconds since 1970 on, as there never were so many events as seconds. Who has
    /// been told of an event knows it by its number.
    static func skip(_ database: Database, at instant: Instant) throws {
        let seconds = instant.milliseconds / 1_000
        try database.execute(
            sql: "UPDATE sqlite_sequence SET seq = max(seq, ?) WHERE name = 'event'", arguments: [seconds])
        guard database.changesCount == 0 else { return }
        try database.execute(sql: "INSERT INTO sqlite_sequence (name, seq) VALUES ('event', ?)", arguments: [seconds])
    }
}
