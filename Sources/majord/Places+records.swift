import Foundation
import Records
import Terminal
import Time

/// Where the records are, in a database or in a file, and what must not be mixed up.
extension Places {
    private var database: DatabaseFolder { DatabaseFolder(state: state) }

    /// How to come to the database; nil where the records are in a file.
    func server() throws(LedgerError) -> PostgreSQLServer? {
        guard let place = records ?? database.place, let words = place.words else { return nil }
        let site = PostgreSQLServer.Site(
            name: place.site ?? ProcessInfo.processInfo.hostName, id: try database.id(), version: Version.release)
        return try PostgreSQLServer(words, site: site, passwordFile: recordsPassword)
    }

    /// Opens the records of a database.
    ///
    /// - Throws: Also where the state folder has records that are not in there.
    func open(_ server: PostgreSQLServer, at instant: Instant) throws(LedgerError) -> Ledger {
        guard !LedgerFolder(state).exists else {
            throw .cannotConnect(
                database: server.shown,
                cause:
                    "\(LedgerFolder(state).ledger) has records that are not in there; carry them over with majord --move-records, or move the file away"
            )
        }
        let ledger = try Ledger(server, keeping: database, at: instant)
        if let place = records { try database.note(place) }
        return ledger
    }

    /// Refuses to begin with an empty file where the records were in a database.
    func refuseForgottenDatabase() throws(LedgerError) {
        guard database.exists, !LedgerFolder(state).exists else { return }
        throw .cannotConnect(
            database: "PostgreSQL",
            cause:
                "the records were there at the last start, and majord.yaml has no records: name it again, or remove \(database.path) to begin with an empty ledger"
        )
    }
}
