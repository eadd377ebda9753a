import GRDB
import Routing
package import Time

extension Ledger {
    /// The files of the last directory that was put into force.
    package struct KeptDirectory: Sendable, Equatable {
        /// The folder or file that the daemon was told to read.
        package let path: String
        /// The texts by the paths they were read from.
        package let files: [String: String]
        /// When they were read.
        package let instant: Instant

        package init(path: String, files: [String: String], instant: Instant) {
            self.path = path
            self.files = files
            self.instant = instant
        }
    }

    /// Keeps the files of a directory in place of those kept before. Only texts that have changed are written.
    package func keep(_ directory: KeptDirectory) throws(LedgerError) {
        try write { database in
            try database.execute(
                sql: """
                    INSERT INTO directory (id, path, read_at) VALUES (1, ?1, ?2)
                    ON CONFLICT (id) DO UPDATE SET path = ?1, read_at = ?2
                    """, arguments: [directory.path, directory.instant.milliseconds])
            let known = try String.fetchAll(database, sql: "SELECT path FROM directory_file")
            for path in known where directory.files[path] == nil {
                try database.execute(sql: "DELETE FROM directory_file WHERE path = ?", arguments: [path])
            }
            let statement = try database.cachedStatement(
                sql: """
                    INSERT INTO directory_file (path, text) VALUES (?1, ?2)
                    ON CONFLICT (path) DO UPDATE SET text = ?2 WHERE text <> ?2
                    """)
            for (path, text) in directory.files { try statement.execute(arguments: [path, text]) }
        }
    }

    /// The directory that was kept last; nil before the first one.
    package func keptDirectory() throws(LedgerError) -> KeptDirectory? {
        try read { database in
            guard let row = try Row.fetchOne(database, sql: "SELECT path, read_at FROM directory") else { return nil }
            let files = try Row.fetchAll(database, sql: "SELECT path, text FROM directory_file")
            let directory = CheckedRow(row: row, table: "directory")
            let texts = try files.map { row in
                let file = CheckedRow(row: row, table: "directory_file")
                return (try file.text("path"), try file.text("text"))
            }
            return KeptDirectory(
                path: try directory.text("path"), files: Dictionary(texts) { first, _ in first },
                instant: try directory.instant("read_at"))
        }
    }
}
