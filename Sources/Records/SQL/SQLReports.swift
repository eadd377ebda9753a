import Routing
import Time

/// What reports read of a database.
struct SQLReports<Engine: SQLEngine>: ReportRecords {
    let engine: Engine

    func calls(
        of client: ClientID?, in interval: Interval, behind place: CallPlace?, limit: Int,
        _ take: (CallFacts, PhoneNumber?) -> Void
    ) throws(LedgerError) -> CallPlace? {
        var values = [
            SQLValue(place?.noted ?? interval.start), SQLValue(interval.end),
            SQLValue(place?.noted ?? .earliest), SQLValue(place?.row ?? 0), SQLValue(limit),
        ]
        if let client { values.append(.text(client.description)) }
        let statement = """
            SELECT \(CallFactsRow.columns) FROM call
            WHERE noted_at >= $1 AND noted_at < $2 AND (noted_at > $3 OR id > $4) \(client == nil ? "" : "AND client = $6")
            ORDER BY noted_at, id LIMIT $5
            """
        return try engine.readLong { [values] session in
            var reader = CallFactsRow()
            var (last, count): (CallPlace?, Int) = (nil, 0)
            try session.forEach(statement, values) { row in
                let (facts, caller, id) = try reader.read(row)
                take(facts, caller)
                last = CallPlace(noted: facts.noted, row: id)
                count += 1
            }
            return count == limit ? last : nil
        }
    }

    func missedCalls(of client: ClientID?, in interval: Interval) throws(LedgerError) -> [MissedCall] {
        try engine.readLong { session in
            try session.checked(
                "missed_call",
                """
                SELECT * FROM missed_call WHERE first_at >= $1 AND first_at < $2 \(Self.only(client))
                ORDER BY first_at, id
                """, Self.values(client, interval)
            ).map(MissedRow.missed)
        }
    }

    func cases(of client: ClientID?, in interval: Interval) throws(LedgerError) -> [KeptCaseFile] {
        try engine.readLong { session in
            try session.checked(
                "client_case",
                """
                SELECT * FROM client_case WHERE opened_at < $2 AND (closed_at IS NULL OR closed_at >= $1) \(Self.only(client))
                ORDER BY id
                """, Self.values(client, interval)
            ).map { row in
                let by = try row.optionalText("closed_by")
                return KeptCaseFile(
                    try CaseRow.file(row), closed: try by.map { ($0, try row.instant("closed_at")) })
            }
        }
    }

    private static func only(_ client: ClientID?) -> String { client == nil ? "" : "AND client = $3" }

    private static func values(_ client: ClientID?, _ interval: Interval) -> [SQLValue] {
        [SQLValue(interval.start), SQLValue(interval.end)] + (client.map { [.text($0.description)] } ?? [])
    }

    func roster(over interval: Interval) throws(LedgerError) -> Roster {
        let values = [SQLValue(interval.start), SQLValue(interval.end)]
        let overlaps = #"start < $2 AND ("end" IS NULL OR "end" > $1) AND ("end" IS NULL OR "end" > start)"#
        return try engine.readLong { session in
            let absences = try session.checked(
                "absence", "SELECT * FROM absence WHERE \(overlaps) AND \(AbsenceRow.isInForce) ORDER BY start, id",
                values)
            let deputyships = try session.checked(
                "deputyship", "SELECT * FROM deputyship WHERE \(overlaps) ORDER BY id", values)
            return Roster(
                absences: try absences.map(AbsenceRow.absence),
                deputyships: try deputyships.map(DeputyshipRow.deputyship), completeFrom: interval.start)
        }
    }

    func versions(over interval: Interval) throws(LedgerError) -> [(number: Int64, since: Instant)] {
        try engine.readLong { session in
            // The one that decided when the interval begins came into force before it.
            let first = try SQLDirectories<Engine>.version(at: interval.start, session)
            let later = try session.checked(
                "directory_version",
                "SELECT * FROM directory_version WHERE since > $1 AND since < $2\(session.sites.own) ORDER BY since, id",
                [SQLValue(interval.start), SQLValue(interval.end)])
            return try ([first].compactMap(\.self) + later).map { (try $0.number("id"), try $0.instant("since")) }
        }
    }

    func isRecorded(_ client: ClientID) throws(LedgerError) -> Bool {
        try isAny(
            "(SELECT 1 FROM call WHERE client = $1)", "(SELECT 1 FROM missed_call WHERE client = $1)",
            "(SELECT 1 FROM client_case WHERE client = $1)", value: .text(client.description))
    }

    func isRecorded(_ agent: AgentID) throws(LedgerError) -> Bool {
        try isAny(
            "(SELECT 1 FROM client_case WHERE holder = $1)", "(SELECT 1 FROM absence WHERE agent = $1)",
            "(SELECT 1 FROM call WHERE agent = $1 OR dialled_by = $1)", value: SQLValue(agent))
    }

    private func isAny(_ selections: String..., value: SQLValue) throws(LedgerError) -> Bool {
        let any = selections.map { "EXISTS \($0)" }.joined(separator: " OR ")
        return try engine.readLong { session in
            try session.checked("call", "SELECT 1 AS found WHERE \(any)", [value]).first != nil
        }
    }

    func begin() throws(LedgerError) -> Instant? {
        try engine.readLong { session in
            func first(_ table: String, _ column: String) throws -> Instant? {
                try session.checked(table, "SELECT min(\(column)) AS first FROM \(table)").first?
                    .optionalInstant("first")
            }
            return [try first("directory_version", "since"), try first("call", "noted_at")].compactMap(\.self).min()
        }
    }

    func directory(version: Int64) throws(LedgerError) -> KeptDirectory? {
        try engine.readLong { session in
            try SQLDirectories<Engine>.directory(
                session.checked(
                    "directory_version", "SELECT * FROM directory_version WHERE id = $1", [SQLValue(version)]
                ).first, session)
        }
    }
}
