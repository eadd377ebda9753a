import GRDB

/// The ledger's schema, step by step; a step that was released is never changed.
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
        return migrator
    }
}
