import GRDB
import Glibc
import Routing
package import Time

/// Something that was forgotten after a backup was made, and that is in the records again with it.
package struct ForgottenAgain: Sendable, Hashable {
    package let at: Instant
    /// Who had it forgotten, and knows what it was.
    package let by: String
}

extension Ledger {
    /// What was forgotten in the ledger that a backup has taken the place of, and not in the backup; the oldest first. Nothing where one of them
    /// cannot be read.
    ///
    /// - Parameter replaced: The path of the ledger of before; it stays as it is.
    package static func forgottenAgain(_ backup: String, replaced: String) -> [ForgottenAgain] {
        guard let before = forgotten(replaced), let known = forgotten(backup) else { return [] }
        let tokens = Set(known.map(\.token))
        var told: Set<ForgottenAgain> = []
        // A person has several tokens.
        return before.filter { !tokens.contains($0.token) }.map(\.what).filter { told.insert($0).inserted }
    }

    private static func forgotten(_ path: String) -> [(token: String, what: ForgottenAgain)]? {
        let made = ["-wal", "-shm"].map { path + $0 }.filter { access($0, F_OK) != 0 }
        defer { for file in made { unlink(file) } }
        do {
            let ledger = try SQLiteReader.open(path)
            defer { try? ledger.close() }
            return try ledger.read { database in
                try database.checked(
                    "roster_change",
                    "SELECT number, changed_at, changed_by FROM roster_change WHERE deed = $1 ORDER BY id",
                    [.text(RosterChange.Deed.forgotten.rawValue)]
                ).map {
                    (
                        try $0.text("number"),
                        ForgottenAgain(at: try $0.instant("changed_at"), by: try $0.text("changed_by"))
                    )
                }
            }
        } catch {
            return nil
        }
    }
}
