import GRDB

extension Migrations {
    /// Cases, missed calls, events, calls that agents dialled, and the versions of the directory that decided.
    static func evidence(_ database: Database) throws {
        // A call that an agent dialled has no decision: who dialled which client's number. `missed` is the missed call that it is part of. What
        // became of calls is settled by what `unsettled` lists, with the instant from which on that may be done.
        try database.execute(
            sql: """
                ALTER TABLE call ADD COLUMN dialled TEXT;
                ALTER TABLE call ADD COLUMN dialled_by TEXT;
                ALTER TABLE call ADD COLUMN missed INTEGER;
                CREATE INDEX call_dialled ON call (noted_at) WHERE dialled_by IS NOT NULL;
                CREATE INDEX call_of_missed ON call (missed) WHERE missed IS NOT NULL;
                CREATE TABLE unsettled (
                    call INTEGER PRIMARY KEY,
                    at INTEGER NOT NULL
                ) STRICT;
                CREATE INDEX unsettled_at ON unsettled (at);
                """)
        // A version of the directory decides from `since` until the next one does. A text that several versions have is kept once. The one
        // that was kept for a start with broken files is the first, and from now on the newest is.
        try database.execute(
            sql: """
                CREATE TABLE directory_version (
                    id INTEGER PRIMARY KEY AUTOINCREMENT,
                    path TEXT NOT NULL,
                    read_at INTEGER NOT NULL,
                    since INTEGER NOT NULL
                ) STRICT;
                CREATE INDEX directory_version_since ON directory_version (since);
                CREATE TABLE directory_text (
                    id INTEGER PRIMARY KEY AUTOINCREMENT,
                    text TEXT NOT NULL
                ) STRICT;
                CREATE TABLE directory_version_file (
                    version INTEGER NOT NULL,
                    path TEXT NOT NULL,
                    text INTEGER NOT NULL,
                    PRIMARY KEY (version, path)
                ) STRICT;
                CREATE INDEX directory_version_text ON directory_version_file (text);
                INSERT INTO directory_version (id, path, read_at, since) SELECT 1, path, read_at, read_at FROM directory;
                INSERT INTO directory_text (id, text) SELECT rowid, text FROM directory_file;
                INSERT INTO directory_version_file (version, path, text) SELECT 1, path, rowid FROM directory_file;
                DROP TABLE directory;
                DROP TABLE directory_file;
                """)
        try database.execute(
            sql: """
                CREATE TABLE client_case (
                    id INTEGER PRIMARY KEY AUTOINCREMENT,
                    client TEXT NOT NULL,
                    holder TEXT NOT NULL,
                    kind TEXT NOT NULL,
                    reference TEXT,
                    contact TEXT,
                    caller TEXT,
                    opened_by TEXT NOT NULL,
                    opened_at INTEGER NOT NULL,
                    touched_at INTEGER NOT NULL,
                    closed_by TEXT,
                    closed_at INTEGER
                ) STRICT;
                CREATE INDEX client_case_open ON client_case (id) WHERE closed_at IS NULL;
                CREATE UNIQUE INDEX client_case_open_reference ON client_case (reference)
                    WHERE closed_at IS NULL AND reference IS NOT NULL;
                CREATE INDEX client_case_closed ON client_case (closed_at) WHERE closed_at IS NOT NULL;
                ALTER TABLE roster_change ADD COLUMN client_case INTEGER;
                CREATE INDEX roster_change_of_case ON roster_change (client_case) WHERE client_case IS NOT NULL;
                CREATE TABLE missed_call (
                    id INTEGER PRIMARY KEY AUTOINCREMENT,
                    client TEXT NOT NULL,
                    caller TEXT,
                    contact TEXT,
                    how TEXT NOT NULL,
                    calls INTEGER NOT NULL,
                    first_at INTEGER NOT NULL,
                    last_at INTEGER NOT NULL,
                    due_at INTEGER,
                    attempts INTEGER NOT NULL,
                    attempted_at INTEGER,
                    closed_how TEXT,
                    closed_by TEXT,
                    closed_at INTEGER,
                    note TEXT
                ) STRICT;
                CREATE INDEX missed_call_open ON missed_call (id) WHERE closed_at IS NULL;
                CREATE INDEX missed_call_first ON missed_call (first_at);
                CREATE TABLE event (
                    id INTEGER PRIMARY KEY AUTOINCREMENT,
                    at INTEGER NOT NULL,
                    kind TEXT NOT NULL,
                    mark TEXT UNIQUE,
                    client TEXT,
                    agent TEXT,
                    absence INTEGER,
                    deputyship INTEGER,
                    missed INTEGER,
                    client_case INTEGER,
                    starts_at INTEGER,
                    ends_at INTEGER,
                    detail TEXT
                ) STRICT;
                CREATE INDEX event_at ON event (at);
                CREATE TABLE told (
                    program TEXT PRIMARY KEY,
                    event INTEGER NOT NULL
                ) STRICT;
                ALTER TABLE forgetting ADD COLUMN events_before INTEGER;
                """)
    }
}
