import Routing
import Time

extension SQLCalls {
    func firstCall() throws(LedgerError) -> Instant? {
        try engine.readLong { session in
            try session.checked("call", "SELECT min(noted_at) AS noted_at FROM call").first?.optionalInstant("noted_at")
        }
    }

    func countCalls(from start: Instant, until end: Instant) throws(LedgerError) -> Int {
        try engine.readLong { session in
            let rows = try session.checked(
                "call", "SELECT count(*) AS count FROM call WHERE noted_at >= $1 AND noted_at < $2",
                [SQLValue(start), SQLValue(end)])
            return try rows.first.map { Int(clamping: try $0.number("count")) } ?? 0
        }
    }

    func decidedCalls(
        after last: (noted: Instant, row: Int64), until end: Instant, limit: Int, _ texts: inout DecidedTexts
    ) throws(LedgerError) -> (calls: [RecordedCall], looked: Int, last: (noted: Instant, row: Int64)) {
        try engine.readLong { session in
            var (calls, looked, last): ([RecordedCall], Int, (noted: Instant, row: Int64)) = ([], 0, last)
            try session.forEach(
                """
                SELECT \(DecidedRow.columns) FROM call
                WHERE noted_at >= $1 AND noted_at < $3 AND (noted_at > $1 OR id > $2)
                ORDER BY noted_at, id LIMIT $4
                """, [SQLValue(last.noted), SQLValue(last.row), SQLValue(end), SQLValue(limit)]
            ) { row in
                let row = DecidedRow(row: row)
                looked += 1
                last = (try row.noted, try row.id)
                if let call = try row.call(&texts) { calls.append(call) }
            }
            return (calls, looked, last)
        }
    }
}

/// What of a call's row it takes to decide it again, by the places of columns: of a million calls their names would take longer than all else.
private struct DecidedRow {
    static let columns = """
        id, noted_at, call_id, decision, caller, called, client, contact, action, reason, targets, candidates
        """

    let row: any SQLPlacedRow

    var id: Int64 { get throws { try number(0, "id") } }
    var noted: Instant { get throws { Instant(clamping: try number(1, "noted_at")) } }

    /// Nil for one that was not asked about.
    func call(_ texts: inout DecidedTexts) throws -> RecordedCall? {
        guard let decision = try text(3, "decision") else { return nil }
        let actionWord = try text(8, "action") ?? ""
        guard let action = Decision.Action(rawValue: actionWord) else { throw foreign("action", actionWord) }
        let reasonWord = try text(9, "reason") ?? ""
        guard let reason = Decision.Reason(word: reasonWord) else { throw foreign("reason", reasonWord) }
        return RecordedCall(
            row: try id, callID: try text(2, "call_id") ?? "", decision: decision, noted: try noted,
            caller: try text(4, "caller").flatMap { Party(word: $0) },
            called: try text(5, "called").flatMap { PhoneNumber($0.dropFirst()) },
            client: try text(6, "client").map { ClientID($0) }, contact: try text(7, "contact"), action: action,
            reason: reason,
            targets: try text(10, "targets").map { try texts.targets($0) { try known($0, "targets", CallRow.targets) } }
                ?? [],
            candidates: try text(11, "candidates").map {
                try texts.candidates($0) { try known($0, "candidates", CallRow.candidates) }
            }
                ?? [])
    }

    private func known<Value>(_ text: String, _ column: String, _ read: (String) -> [Value]?) throws -> [Value] {
        guard let values = read(text) else { throw foreign(column, text.debugDescription) }
        return values
    }

    private func number(_ place: Int, _ column: String) throws -> Int64 {
        guard case .integer(let number) = row.value(at: place) else {
            throw foreign(column, row.value(at: place).description)
        }
        return number
    }

    private func text(_ place: Int, _ column: String) throws -> String? {
        switch row.value(at: place) {
        case .null: return nil
        case .text(let text): return text
        case let value: throw foreign(column, value.description)
        }
    }

    private func foreign(_ column: String, _ value: String) -> ForeignRow {
        ForeignRow(table: "call", column: column, value: value)
    }
}
