import GRDB

extension Migrations {
    /// Finds what is to be forgotten without looking through what stays.
    static func retention(_ database: Database) throws {
        try database.execute(
            sql: """
                CREATE INDEX call_with_dialled_number ON call (noted_at) WHERE dialled GLOB '+*';
                CREATE INDEX missed_call_closed ON missed_call (closed_at) WHERE closed_at IS NOT NULL;
                CREATE INDEX missed_call_with_number ON missed_call (closed_at) WHERE caller GLOB '+*';
                CREATE INDEX client_case_with_number ON client_case (closed_at) WHERE caller GLOB '+*';
                """)
    }
}
