import GRDB

/// The ledger's schema, step by step; a step that was released is never changed. The version before works beside each, or
/// `LedgerSchema.oldestVersion` is raised with it.
enum Migrations {
    static var all: DatabaseMigrator {
        var migrator = DatabaseMigrator()
        migrator.registerMigration("absences") { database in
            // Instants are milliseconds since 1970; an absence without an end is open-ended.
            try database.execute(
                sql: """
                    CREATE TABLE absence (
                        id INTEGER PRIMARY KEY AUTOINCREMENT,
                        agent TEXT NOT NULL,
                        kind TEXT NOT NULL,
                        start INTEGER NOT NULL,
                        end INTEGER,
                        note TEXT,
                        entered_by TEXT NOT NULL,
                        entered_at INTEGER NOT NULL,
                        ended_by TEXT,
                        ended_at INTEGER
                    ) STRICT;
                    CREATE INDEX absence_end ON absence (end);
                    """)
        }
        migrator.registerMigration("calls") { database in
            // One record a call. A call that was reported without having been asked about has no decision.
            try database.execute(
                sql: """
                    CREATE TABLE call (
                        id INTEGER PRIMARY KEY,
                        call_id TEXT NOT NULL,
                        noted_at INTEGER NOT NULL,
                        asked_at INTEGER,
                        decision TEXT,
                        caller TEXT,
                        client TEXT,
                        contact TEXT,
                        action TEXT,
                        reason TEXT,
                        targets TEXT,
                        generation INTEGER,
                        rang TEXT,
                        rang_at INTEGER,
                        answered_by TEXT,
                        agent TEXT,
                        answered_at INTEGER,
                        ended TEXT,
                        ended_at INTEGER
                    ) STRICT;
                    CREATE INDEX call_by_id ON call (call_id);
                    CREATE INDEX call_noted_at ON call (noted_at);
                    CREATE INDEX call_open ON call (answered_at) WHERE ended_at IS NULL AND agent IS NOT NULL;
                    """)
        }
        migrator.registerMigration("last good directory") { database in
            try database.execute(
                sql: """
                    CREATE TABLE directory (
                        id INTEGER PRIMARY KEY CHECK (id = 1),
                        path TEXT NOT NULL,
                        read_at INTEGER NOT NULL
                    ) STRICT;
                    CREATE TABLE directory_file (
                        path TEXT PRIMARY KEY,
                        text TEXT NOT NULL
                    ) STRICT;
                    """)
        }
        migrator.registerMigration("forgetting") { database in
            // What was forgotten today, and until when the clock is not trusted with it.
            try database.execute(
                sql: """
                    CREATE TABLE forgetting (
                        id INTEGER PRIMARY KEY CHECK (id = 1),
                        begun_at INTEGER,
                        calls_before INTEGER,
                        numbers_before INTEGER,
                        distrusted_until INTEGER
                    ) STRICT;
                    CREATE INDEX call_with_number ON call (noted_at) WHERE caller GLOB '+*';
                    """)
        }
        migrator.registerMigration("absences given") { database in
            // Whose an absence was before it was given to another agent, and by whom.
            try database.execute(
                sql: """
                    ALTER TABLE absence ADD COLUMN given_from TEXT;
                    ALTER TABLE absence ADD COLUMN given_by TEXT;
                    ALTER TABLE absence ADD COLUMN given_at INTEGER;
                    """)
        }
        migrator.registerMigration("who has a call") { database in
            // The credit for a call (`answered_by`, `agent`) and who has it now are two things: it may have been given away. What was
            // reported when it had been overtaken is listed in `late`, who gave the call away in `released`; `heard` has the phones that
            // were told to ring or to have the call, in the order in which they were heard of first.
            try database.execute(
                sql: """
                    ALTER TABLE call ADD COLUMN held_at TEXT;
                    ALTER TABLE call ADD COLUMN holder TEXT;
                    ALTER TABLE call ADD COLUMN held_since INTEGER;
                    ALTER TABLE call ADD COLUMN released TEXT;
                    ALTER TABLE call ADD COLUMN late TEXT;
                    ALTER TABLE call ADD COLUMN heard TEXT;
                    UPDATE call SET held_at = answered_by, holder = agent, held_since = answered_at
                        WHERE ended_at IS NULL AND agent IS NOT NULL;
                    DROP INDEX call_open;
                    CREATE INDEX call_held ON call (held_since) WHERE holder IS NOT NULL;
                    """)
        }
        migrator.registerMigration("roles and agents") { database in
            // Who answered in which role, whose phone rings, and until when the call was told to be up; and of each target who sits there in
            // which role, and who was passed over why. What an earlier majord did not record follows from the row's own columns: an overflow is alone or last; the reason
            // is the role of the first; the agent is known of the phone that was answered or has the call.
            try database.execute(
                sql: """
                    ALTER TABLE call ADD COLUMN role TEXT;
                    ALTER TABLE call ADD COLUMN held_as TEXT;
                    ALTER TABLE call ADD COLUMN up_at INTEGER;
                    ALTER TABLE call ADD COLUMN opens_at INTEGER;
                    ALTER TABLE call ADD COLUMN candidates TEXT;
                    UPDATE call SET held_as = 'answered'
                        WHERE holder IS NOT NULL AND held_at IS NOT NULL AND held_since IS NOT NULL;
                    UPDATE call SET holder = NULL, held_at = NULL, held_since = NULL WHERE held_as IS NULL;
                    """)
            try CarriedTargets.carryOver(database)
        }
        migrator.registerMigration("versions") { database in
            // Which version at least may use the ledger, and which one said so.
            try database.execute(
                sql: """
                    CREATE TABLE schema (
                        id INTEGER PRIMARY KEY CHECK (id = 1),
                        oldest_version TEXT NOT NULL,
                        written_by TEXT NOT NULL
                    ) STRICT;
                    """)
        }
        migrator.registerMigration("roster", migrate: roster)
        migrator.registerMigration("evidence", migrate: evidence)
        migrator.registerMigration("retention", migrate: retention)
        migrator.registerMigration("called numbers") { database in
            // Which exclusive number was called: one of a client's own decides otherwise. How a number was understood at some time is looked up
            // by it.
            try database.execute(
                sql: """
                    ALTER TABLE call ADD COLUMN called TEXT;
                    CREATE INDEX roster_change_of_number ON roster_change (number) WHERE number IS NOT NULL;
                    """)
        }
        migrator.registerMigration("calls of a client") { database in
            // A client's year is some thousand calls among millions.
            try database.execute(
                sql: "CREATE INDEX call_of_client ON call (client, noted_at) WHERE client IS NOT NULL")
        }
        migrator.registerMigration("gaps in view") { database in
            // Up to when it was told of clients who will have nobody: what comes into view while majord is stopped is told at its start.
            try database.execute(
                sql: """
                    CREATE TABLE outlook (
                        id INTEGER PRIMARY KEY CHECK (id = 1),
                        seen_until INTEGER NOT NULL
                    ) STRICT;
                    """)
        }
        migrator.registerMigration("calls passed over") { database in
            // Calls of agents to others than clients, by their ids' marks: nothing is kept of them, also after a restart.
            try database.execute(
                sql: """
                    CREATE TABLE passed_over (
                        mark INTEGER PRIMARY KEY,
                        at INTEGER NOT NULL
                    ) STRICT;
                    CREATE INDEX passed_over_at ON passed_over (at);
                    """)
        }
        migrator.registerMigration("feeds") { database in
            // By which key programs outside fetch whose calendar; an empty agent: everybody's.
            try database.execute(
                sql: """
                    CREATE TABLE feed (
                        agent TEXT PRIMARY KEY,
                        key TEXT NOT NULL,
                        made_at INTEGER NOT NULL
                    ) STRICT;
                    """)
        }
        migrator.registerMigration("calendars changed") { database in
            // When a calendar that was read last changed anything.
            try database.execute(sql: "ALTER TABLE calendar ADD COLUMN changed_at INTEGER")
        }
        migrator.registerMigration("turns") { database in
            // Who had a call that was given on: the answer and the end tell of one alone.
            try database.execute(sql: "ALTER TABLE call ADD COLUMN turns TEXT")
        }
        return migrator
    }
}
