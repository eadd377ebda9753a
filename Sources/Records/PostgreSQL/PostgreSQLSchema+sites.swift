extension PostgreSQLTables {
    /// What several sites need beside the records: whose a call and a directory is, how often each part of the records was changed (`SharedPart`), who
    /// has been heard of, and what one site alone does. A site's `number` is in its decisions' ids; `brought` and `granted` are the last of what it had
    /// kept on its machine, of calls and of wishes, that is here.
    static let sites = """
        ALTER TABLE site ADD COLUMN number BIGINT UNIQUE, ADD COLUMN brought BIGINT NOT NULL DEFAULT 0,
            ADD COLUMN granted BIGINT NOT NULL DEFAULT 0;
        ALTER TABLE call ADD COLUMN site TEXT DEFAULT current_setting('majord.site', true);
        ALTER TABLE directory_version ADD COLUMN site TEXT DEFAULT current_setting('majord.site', true);
        ALTER TABLE passed_over ADD COLUMN site TEXT NOT NULL DEFAULT coalesce(current_setting('majord.site', true), ''),
            DROP CONSTRAINT passed_over_pkey, ADD PRIMARY KEY (mark, site);
        CREATE TABLE standing (name TEXT PRIMARY KEY, number BIGINT NOT NULL);
        INSERT INTO standing (name, number) VALUES ('roster', 1), ('missed', 1), ('events', 1), ('forgotten', 1);
        CREATE TABLE presence (
            site TEXT PRIMARY KEY, heard_at BIGINT NOT NULL, version TEXT NOT NULL, generation BIGINT NOT NULL,
            directory TEXT NOT NULL, seen BIGINT NOT NULL);
        CREATE TABLE lease (name TEXT PRIMARY KEY, site TEXT NOT NULL, until BIGINT NOT NULL)
        """
        .replacing(" TEXT", with: #" TEXT COLLATE "C""#)
}
