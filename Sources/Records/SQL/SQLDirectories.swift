import Time

/// The directory's files in a database.
struct SQLDirectories<Engine: SQLEngine>: DirectoryRecords {
    let engine: Engine

    func keep(_ directory: KeptDirectory) throws(LedgerError) {
        try engine.write { session in
            try session.execute(
                """
                INSERT INTO directory (id, path, read_at) VALUES (1, $1, $2)
                ON CONFLICT (id) DO UPDATE SET path = $1, read_at = $2
                """, [.text(directory.path), SQLValue(directory.instant)])
            for row in try session.checked("directory_file", "SELECT path FROM directory_file") {
                let path = try row.text("path")
                guard directory.files[path] == nil else { continue }
                try session.execute("DELETE FROM directory_file WHERE path = $1", [.text(path)])
            }
            for (path, text) in directory.files {
                try session.execute(
                    """
                    INSERT INTO directory_file (path, text) VALUES ($1, $2)
                    ON CONFLICT (path) DO UPDATE SET text = $2 WHERE directory_file.text <> $2
                    """, [.text(path), .text(text)])
            }
        }
    }

    func keptDirectory() throws(LedgerError) -> KeptDirectory? {
        try engine.read { session in
            let row = try session.checked("directory", "SELECT path, read_at FROM directory").first
            guard let row else { return nil }
            let files = try session.checked("directory_file", "SELECT path, text FROM directory_file").map { file in
                (try file.text("path"), try file.text("text"))
            }
            return KeptDirectory(
                path: try row.text("path"), files: Dictionary(files) { first, _ in first },
                instant: try row.instant("read_at"))
        }
    }
}
