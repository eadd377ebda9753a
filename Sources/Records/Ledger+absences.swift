import GRDB
package import Routing
package import Time

extension Ledger {
    /// What is to be entered: an absence before the ledger has given it a number.
    package struct NewAbsence: Sendable, Equatable {
        package let agent: AgentID
        package let kind: Absence.Kind
        package let start: Instant
        package let end: Instant?
        package let note: String?

        package init(agent: AgentID, kind: Absence.Kind, start: Instant, end: Instant?, note: String? = nil) {
            self.agent = agent
            self.kind = kind
            self.start = start
            self.end = end
            self.note = note
        }
    }

    /// The absences that are in force at an instant or begin after it, and those that ended last before it. One that somebody has ended is
    /// over, also where the clock was ahead when he did.
    ///
    /// - Parameter ended: How many of the latter; a history that grows must not grow the roster.
    package func roster(from instant: Instant, ended limit: Int = 0) throws(LedgerError) -> Roster {
        try read { database in
            let current = try Row.fetchAll(
                database, sql: "SELECT * FROM absence WHERE end IS NULL OR (end > ? AND end > start)",
                arguments: [instant.milliseconds])
            let ended = try Row.fetchAll(
                database,
                sql: "SELECT * FROM absence WHERE end <= ? AND end > start ORDER BY end DESC, id DESC LIMIT ?",
                arguments: [instant.milliseconds, limit + 1])
            let absences = try (current + ended.prefix(limit)).map { try Self.absence($0, endedAt: instant) }
                .sorted { ($0.start, $0.id) < ($1.start, $1.id) }
            let left = try ended.dropFirst(limit).first.map(Self.absence)
            return Roster(absences: absences, completeFrom: left?.end ?? .earliest)
        }
    }

    /// The absences that are in force at an instant, however long ago.
    package func absences(at instant: Instant) throws(LedgerError) -> [Absence] {
        try read { database in
            let rows = try Row.fetchAll(
                database,
                sql: "SELECT * FROM absence WHERE start <= ?1 AND (end IS NULL OR end > ?1) ORDER BY start, id",
                arguments: [instant.milliseconds])
            return try rows.map(Self.absence)
        }
    }

    /// Enters an absence and, in the same transaction, ends those it takes the place of.
    package func enter(
        _ new: NewAbsence, by user: String, at instant: Instant, replacing: [Int64] = []
    ) throws(LedgerError) -> Absence {
        try write { database in
            for id in replacing {
                try Self.end(id, by: user, at: instant, in: database)
            }
            try database.execute(
                sql: """
                    INSERT INTO absence (agent, kind, start, end, note, entered_by, entered_at)
                    VALUES (?, ?, ?, ?, ?, ?, ?)
                    """,
                arguments: [
                    new.agent.description, new.kind.rawValue, new.start.milliseconds, new.end?.milliseconds, new.note,
                    user, instant.milliseconds,
                ])
            return Absence(
                id: database.lastInsertedRowID, agent: new.agent, kind: new.kind, start: new.start, end: new.end,
                enteredBy: user, enteredAt: instant, note: new.note)
        }
    }

    /// Ends absences at an instant; one that has not begun is cancelled.
    package func end(_ absences: [Int64], by user: String, at instant: Instant) throws(LedgerError) {
        try write { database in
            for id in absences {
                try Self.end(id, by: user, at: instant, in: database)
            }
        }
    }

    /// An absence that is over, and how it came to its end.
    package struct EndedAbsence: Sendable {
        package let absence: Absence
        /// Who ended or cancelled it; nil when it was over by itself.
        package let by: String?
        /// When that was done, or when it was over.
        package let at: Instant
    }

    /// An absence that has an end, by its number; nil for others.
    package func endedAbsence(_ id: Int64) throws(LedgerError) -> EndedAbsence? {
        try read { database in
            let row = try Row.fetchOne(
                database, sql: "SELECT * FROM absence WHERE id = ? AND end IS NOT NULL", arguments: [id])
            guard let row else { return nil }
            let (absence, checked) = (try Self.absence(row), CheckedRow(row: row, table: "absence"))
            guard let end = absence.end else { return nil }
            return EndedAbsence(
                absence: absence, by: try checked.optionalText("ended_by"),
                at: try checked.optionalInstant("ended_at") ?? end)
        }
    }

    /// Gives an absence to another agent, and keeps whose it was.
    package func give(
        _ id: Int64, to agent: AgentID, by user: String, at instant: Instant
    ) throws(LedgerError) {
        try write { database in
            try database.execute(
                sql: "UPDATE absence SET given_from = agent, agent = ?, given_by = ?, given_at = ? WHERE id = ?",
                arguments: [agent.description, user, instant.milliseconds, id])
            guard database.changesCount == 1 else { throw LedgerError.unknownAbsence(id) }
        }
    }

    private static func end(_ id: Int64, by user: String, at instant: Instant, in database: Database) throws {
        try database.execute(
            sql:
                "UPDATE absence SET end = min(coalesce(end, 9223372036854775807), max(start, ?)), ended_by = ?, ended_at = ? WHERE id = ?",
            arguments: [instant.milliseconds, user, instant.milliseconds, id])
        guard database.changesCount == 1 else { throw LedgerError.unknownAbsence(id) }
    }

    /// - Parameter instant: The present: what was ended later than that is over now.
    private static func absence(_ row: Row, endedAt instant: Instant) throws -> Absence {
        let absence = try absence(row)
        let endedAt = try CheckedRow(row: row, table: "absence").optionalInstant("ended_at")
        return endedAt.map { $0 > instant } == true ? absence.ended(at: instant) : absence
    }

    private static func absence(_ row: Row) throws -> Absence {
        let row = CheckedRow(row: row, table: "absence")
        return Absence(
            id: try row.number("id"), agent: try row.agent("agent"), kind: try row.word("kind"),
            start: try row.instant("start"), end: try row.optionalInstant("end"), enteredBy: try row.text("entered_by"),
            enteredAt: try row.instant("entered_at"), note: try row.optionalText("note"))
    }
}
