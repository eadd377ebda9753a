import Time

/// The versions of the directory in a database.
struct SQLDirectories<Engine: SQLEngine>: DirectoryRecords {
    let engine: Engine

    func keep(_ directory: KeptDirectory, telling events: [NewEvent]) throws(LedgerError) {
        try engine.write { session in
            try Self.keep(directory, session)
            try EventRow.append(events, to: session)
        }
    }

    private static func keep(_ directory: KeptDirectory, _ session: Engine.Session) throws {
        let last = try session.checked(
            "directory_version",
            "SELECT id, path FROM directory_version WHERE true\(session.sites.own) ORDER BY id DESC LIMIT 1"
        ).first
        let known = try last?.number("id")
        var texts: [String: Int64] = [:]
        for (path, text) in directory.files {
            texts[path] = try known.flatMap { try Self.text(text, of: path, in: $0, session) }
        }
        let count = try session.checked(
            "directory_version_file", "SELECT count(*) AS count FROM directory_version_file WHERE version = $1",
            [SQLValue(known ?? 0)]
        ).first?.number("count")
        if let known, texts.count == directory.files.count, count == Int64(texts.count),
            try last?.text("path") == directory.path
        {
            try session.execute(
                "UPDATE directory_version SET read_at = $2 WHERE id = $1",
                [SQLValue(known), SQLValue(directory.instant)])
            return
        }
        let version = try Self.number(
            session, "directory_version",
            "INSERT INTO directory_version (path, read_at, since) VALUES ($1, $2, $3) RETURNING id",
            [.text(directory.path), SQLValue(directory.instant), SQLValue(directory.since)])
        for (path, text) in directory.files {
            let id =
                try texts[path]
                ?? Self.number(
                    session, "directory_text", "INSERT INTO directory_text (text) VALUES ($1) RETURNING id",
                    [.text(text)])
            try session.execute(
                "INSERT INTO directory_version_file (version, path, text) VALUES ($1, $2, $3)",
                [SQLValue(version), .text(path), SQLValue(id)])
        }
    }

    func keptDirectory() throws(LedgerError) -> KeptDirectory? {
        try engine.read(Self.newest)
    }

    func keptDirectory(ofSite site: String) throws(LedgerError) -> KeptDirectory? {
        try engine.readLong { session in
            try Self.directory(
                session.checked(
                    "directory_version", "SELECT * FROM directory_version WHERE site = $1 ORDER BY id DESC LIMIT 1",
                    [.text(site)]
                ).first, session)
        }
    }

    static func newest(_ session: Engine.Session) throws -> KeptDirectory? {
        try directory(
            session.checked(
                "directory_version",
                "SELECT * FROM directory_version WHERE true\(session.sites.own) ORDER BY id DESC LIMIT 1"
            ).first, session)
    }

    func directory(at instant: Instant) throws(LedgerError) -> KeptDirectory? {
        try engine.readLong { try Self.directory(Self.version(at: instant, $0), $0) }
    }

    func version(at instant: Instant) throws(LedgerError) -> (number: Int64, since: Instant)? {
        try engine.readLong { session in
            try Self.version(at: instant, session).map { (try $0.number("id"), try $0.instant("since")) }
        }
    }

    /// Before the first one was kept, nothing better is known than that one.
    static func version(at instant: Instant, _ session: Engine.Session) throws -> CheckedRow? {
        try session.checked(
            "directory_version",
            """
            SELECT * FROM directory_version
            WHERE (since <= $1 OR id = (SELECT min(id) FROM directory_version WHERE true\(session.sites.own)))\(session.sites.own)
            ORDER BY since <= $1 DESC, since DESC, id DESC LIMIT 1
            """, [SQLValue(instant)]
        ).first
    }

    static func directory(_ row: CheckedRow?, _ session: Engine.Session) throws -> KeptDirectory? {
        guard let row else { return nil }
        let version = try row.number("id")
        let files = try session.checked(
            "directory_text",
            """
            SELECT directory_version_file.path AS path, directory_text.text AS text FROM directory_version_file
            JOIN directory_text ON directory_text.id = directory_version_file.text WHERE version = $1
            """, [SQLValue(version)]
        ).map { (try $0.of("directory_version_file").text("path"), try $0.text("text")) }
        return KeptDirectory(
            version: version, path: try row.text("path"), files: Dictionary(files) { first, _ in first },
            instant: try row.instant("read_at"), since: try row.instant("since"))
    }

    /// The number of a file's text where a version has the same.
    private static func text(_ text: String, of path: String, in version: Int64, _ session: Engine.Session) throws
        -> Int64?
    {
        try session.checked(
            "directory_text",
            """
            SELECT directory_text.id AS id FROM directory_version_file
            JOIN directory_text ON directory_text.id = directory_version_file.text
            WHERE version = $1 AND path = $2 AND directory_text.text = $3
            """, [SQLValue(version), .text(path), .text(text)]
        ).first?.number("id")
    }

    private static func number(
        _ session: Engine.Session, _ table: String, _ statement: String, _ values: [SQLValue]
    ) throws -> Int64 {
        guard let id = try session.checked(table, statement, values).first?.number("id") else {
            throw LedgerError.unavailable(cause: "no number was given to the \(table)")
        }
        return id
    }
}
