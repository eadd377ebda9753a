import Foundation
import Synchronization

// How it stands.
extension PostgreSQLEngine {
    /// Why there is no connection; nil where there is one.
    var cause: LedgerError? { standing.withLock { $0.connection == nil ? $0.cause : nil } }

    /// Why the records cannot be used; nil where they can. A connection that was ended while nobody used it is found out by this.
    func outage() -> LedgerError? {
        // Whoever has the turn finds it out himself.
        turns.ifFree { () -> LedgerError? in
            guard let connection = standing.withLock(\.connection) else { return cause }
            do throws(PostgreSQLFailure) {
                try connection.look()
                return nil
            } catch {
                return refusal(error, connection)
            }
        } ?? cause
    }

    /// What has come of its connections and changes so far.
    var counts: PostgreSQLCounts { standing.withLock(\.counts) }

    /// The site's number, from 1 on; nil before the first connection.
    var number: UInt64? { standing.withLock(\.number) }
}
