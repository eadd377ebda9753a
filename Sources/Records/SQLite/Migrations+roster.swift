import GRDB

extension Migrations {
    /// Absences that come back and that calendars make, deputyships, requests, learned numbers, calendars, and the history of all of it, which
    /// begins with what is known of the absences that are there.
    static func roster(_ database: Database) throws {
        try database.execute(
            sql: """
                ALTER TABLE absence ADD COLUMN hours TEXT;
                ALTER TABLE absence ADD COLUMN weeks INTEGER;
                ALTER TABLE absence ADD COLUMN first_day TEXT;
                ALTER TABLE absence ADD COLUMN exceptions TEXT;
                ALTER TABLE absence ADD COLUMN source TEXT;
                ALTER TABLE absence ADD COLUMN uid TEXT;
                ALTER TABLE absence ADD COLUMN recurrence TEXT;
                ALTER TABLE absence ADD COLUMN read_from INTEGER;
                ALTER TABLE absence ADD COLUMN read_until INTEGER;
                CREATE INDEX absence_of_calendar ON absence (source, agent) WHERE source IS NOT NULL;
                CREATE TABLE request (
                    id INTEGER PRIMARY KEY,
                    deputy TEXT,
                    state TEXT NOT NULL,
                    decided_by TEXT,
                    decided_at INTEGER,
                    why TEXT
                ) STRICT;
                CREATE TABLE deputyship (
                    id INTEGER PRIMARY KEY AUTOINCREMENT,
                    deputy TEXT NOT NULL,
                    agent TEXT,
                    client TEXT,
                    start INTEGER NOT NULL,
                    end INTEGER NOT NULL,
                    note TEXT,
                    entered_by TEXT NOT NULL,
                    entered_at INTEGER NOT NULL,
                    ended_by TEXT,
                    ended_at INTEGER
                ) STRICT;
                CREATE INDEX deputyship_end ON deputyship (end);
                CREATE TABLE learned_number (
                    id INTEGER PRIMARY KEY AUTOINCREMENT,
                    number TEXT NOT NULL UNIQUE,
                    client TEXT,
                    contact TEXT,
                    function TEXT,
                    entered_by TEXT NOT NULL,
                    entered_at INTEGER NOT NULL
                ) STRICT;
                CREATE TABLE calendar (
                    source TEXT NOT NULL,
                    agent TEXT NOT NULL,
                    read_at INTEGER,
                    absences INTEGER NOT NULL,
                    failed_at INTEGER,
                    failure TEXT,
                    PRIMARY KEY (source, agent)
                ) STRICT;
                CREATE TABLE roster_change (
                    id INTEGER PRIMARY KEY AUTOINCREMENT,
                    changed_at INTEGER NOT NULL,
                    changed_by TEXT NOT NULL,
                    deed TEXT NOT NULL,
                    absence INTEGER,
                    deputyship INTEGER,
                    number TEXT,
                    agent TEXT,
                    client TEXT,
                    why TEXT,
                    was TEXT,
                    became TEXT
                ) STRICT;
                CREATE INDEX roster_change_at ON roster_change (changed_at);
                CREATE INDEX roster_change_of_absence ON roster_change (absence) WHERE absence IS NOT NULL;
                CREATE INDEX roster_change_of_deputyship ON roster_change (deputyship) WHERE deputyship IS NOT NULL;
                ALTER TABLE forgetting ADD COLUMN absences_before INTEGER;
                """)
        // An absence that was ended has lost the end that it had, and one that was given its first agent but for this column.
        try database.execute(
            sql: """
                INSERT INTO roster_change (changed_at, changed_by, deed, absence, agent, was, became)
                SELECT at, by, deed, id, agent, was, became FROM (
                    SELECT entered_at AS at, entered_by AS by, 'entered' AS deed, 0 AS place, id,
                        coalesce(given_from, agent) AS agent, NULL AS was,
                        json_object('agent', coalesce(given_from, agent), 'kind', kind, 'start', start,
                            'end', CASE WHEN ended_at IS NULL THEN end END, 'note', note) AS became
                    FROM absence
                    UNION ALL SELECT given_at, given_by, 'given', 1, id, agent,
                        json_object('agent', given_from, 'kind', kind, 'start', start, 'note', note),
                        json_object('agent', agent, 'kind', kind, 'start', start, 'note', note)
                    FROM absence WHERE given_at IS NOT NULL AND given_by IS NOT NULL
                    UNION ALL SELECT ended_at, ended_by, CASE WHEN end = start THEN 'cancelled' ELSE 'ended' END, 2, id,
                        agent, NULL, json_object('agent', agent, 'kind', kind, 'start', start, 'end', end, 'note', note)
                    FROM absence WHERE ended_at IS NOT NULL AND ended_by IS NOT NULL)
                ORDER BY at, place, id;
                """)
    }
}
