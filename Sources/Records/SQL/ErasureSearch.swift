import Routing

/// Looks for what is to be forgotten, in one stretch of a table's rows after the other.
struct ErasureSearch {
    let erasure: Erasure
    private let texts: [ErasureText]

    init(_ erasure: Erasure) {
        self.erasure = erasure
        texts = erasure.terms.map { ErasureText(term: $0, read: erasure.read) }
    }

    /// Which columns of a table have what.
    struct Place {
        let table: String
        var numbers: [String] = []
        var texts: [String] = []
        /// Agents' phones, which may be numbers outside.
        var phones: [String] = []
        var client: String?
        var isFile = false
        /// So many rows are looked at together: some hundredths of a second.
        var atOnce: Int64 = 2_000

        /// By which a row is found.
        var key: String { ErasureSearch.key(of: table) }

        fileprivate var columns: [String] { numbers + texts }
    }

    /// Of calls there may be millions: the database looks through them.
    static let calls = Place(
        table: "call", numbers: ["caller", "dialled"], texts: ["call_id"], phones: phones, atOnce: 50_000)
    private static let phones = ["targets", "rang", "answered_by", "released", "held_at", "late", "heard"]
    static let learned = Place(table: "learned_number", atOnce: 100_000)
    static let places = [
        calls, learned,
        Place(table: "missed_call", numbers: ["caller"], texts: ["contact", "note"], client: "client"),
        Place(table: "client_case", numbers: ["caller"], texts: ["contact", "reference"], client: "client"),
        Place(table: "roster_change", numbers: ["number"], texts: ["why", "was", "became"], client: "client"),
        Place(table: "event", texts: ["mark", "detail"], client: "client"),
        Place(table: "absence", texts: ["note", "uid"]), Place(table: "calendar", texts: ["failure"]),
        Place(table: "deputyship", texts: ["note"]),
        Place(table: "request", texts: ["why"]),
        Place(table: "directory_text", texts: ["text"], isFile: true, atOnce: 200),
    ]

    /// By which a table's rows are found: how calendars were read is found by the calendar, and has no number of its own but the database's.
    static func key(of table: String) -> String { table == "calendar" ? "rowid" : "id" }

    static func last(_ table: String, _ session: some SQLSession) throws -> Int64 {
        try session.checked(table, "SELECT max(\(key(of: table))) AS id FROM \(table)").first?.optionalNumber("id") ?? 0
    }

    /// Looks at the rows after one up to another.
    func look(
        in place: Place, after first: Int64, through last: Int64, _ session: some SQLSession,
        _ finding: inout ErasureFinding
    ) throws {
        let range = [SQLValue(first), SQLValue(last)]
        for (term, text) in zip(erasure.terms, texts) {
            switch place.table {
            case Self.calls.table: try calls(term, text, range, session, &finding)
            case Self.learned.table: try learned(term, range, session, &finding)
            default: try rows(term, text, place, range, session, &finding)
            }
        }
    }

    /// What a column that has numbers gets in the place of one.
    private func cut(_ term: Erasure.Term) -> ErasureFinding.Change {
        .text((term.block.map(ForgottenText.init) ?? .token(term.token)).text)
    }

    private func token(_ term: Erasure.Term) -> ErasureFinding.Change { .text(ForgottenText.token(term.token).text) }

    private func calls(
        _ term: Erasure.Term, _ text: ErasureText, _ range: [SQLValue], _ session: some SQLSession,
        _ finding: inout ErasureFinding
    ) throws {
        switch term.identifier {
        case .number(let number):
            let rows = try session.checked(
                "call",
                """
                SELECT id, caller, dialled, call_id, \(Self.phones.joined(separator: ", ")),
                    ended_at IS NULL AND noted_at >= $5 AS is_ongoing
                FROM call WHERE id > $1 AND id <= $2
                    AND (caller = $3 OR dialled = $3 OR instr(call_id, $4) > 0 OR instr(targets, $4) > 0 OR instr(heard, $4) > 0
                        OR instr(answered_by, $4) > 0 OR instr(held_at, $4) > 0 OR instr(rang, $4) > 0
                        OR instr(released, $4) > 0 OR instr(late, $4) > 0)
                """,
                range + [
                    .text("\(number)"), .text(ErasureText.tail(of: number)), SQLValue(erasure.ongoingSince),
                ])
            for row in rows {
                let id = try row.number("id")
                for column in Self.calls.numbers where try row.optionalText(column) == "\(number)" {
                    finding.note(.init(table: "call", id: id, column: column), was: "\(number)", cut(term))
                }
                let callID = try row.text("call_id")
                let isOngoing = try row.number("is_ongoing") != 0
                if !isOngoing {
                    erase(text, in: callID, .init(table: "call", id: id, column: "call_id"), &finding)
                } else if text.erased(from: callID) != nil {
                    finding.ongoing.insert(id)
                }
                for column in Self.phones {
                    let spot = ErasureFinding.Spot(table: "call", id: id, column: column)
                    guard let written = try row.optionalText(column), let present = finding.text(spot, now: written),
                        let erased = text.erased(fromPhones: present)
                    else { continue }
                    // Its phones are those that the PBX tells of yet.
                    if isOngoing {
                        finding.ongoing.insert(id)
                    } else {
                        finding.note(spot, was: written, .text(erased))
                    }
                }
            }
        case .contact(let name, let client):
            let rows = try session.checked(
                "call", "SELECT id FROM call WHERE id > $1 AND id <= $2 AND client = $3 AND contact = $4",
                range + [.text(client.description), .text(name)])
            for row in rows {
                finding.note(
                    .init(table: "call", id: try row.number("id"), column: "contact"), was: name, token(term))
            }
        }
    }

    /// What was learned of a number is nothing without it; of a person's number it stays whose it is.
    private func learned(
        _ term: Erasure.Term, _ range: [SQLValue], _ session: some SQLSession, _ finding: inout ErasureFinding
    ) throws {
        switch term.identifier {
        case .number(let number):
            let rows = try session.checked(
                "learned_number", "SELECT id FROM learned_number WHERE id > $1 AND id <= $2 AND number = $3",
                range + [.text("\(number)")])
            for row in rows {
                finding.note(
                    .init(table: "learned_number", id: try row.number("id"), column: "number"), was: "\(number)",
                    .removal)
            }
        case .contact(let name, let client):
            let rows = try session.checked(
                "learned_number",
                "SELECT id, function FROM learned_number WHERE id > $1 AND id <= $2 AND client = $3 AND contact = $4",
                range + [.text(client.description), .text(name)])
            for row in rows {
                let id = try row.number("id")
                finding.note(.init(table: "learned_number", id: id, column: "contact"), was: name, .nothing)
                if let function = try row.optionalText("function") {
                    finding.note(.init(table: "learned_number", id: id, column: "function"), was: function, .nothing)
                }
            }
        }
    }

    private func rows(
        _ term: Erasure.Term, _ text: ErasureText, _ place: Place, _ range: [SQLValue], _ session: some SQLSession,
        _ finding: inout ErasureFinding
    ) throws {
        var values = range
        var condition = ""
        // What is about no client may be about anybody.
        if let column = place.client, case .contact(_, let client) = term.identifier {
            values.append(.text(client.description))
            condition = "AND (\(column) = $3 OR \(column) IS NULL)"
        }
        try session.forEach(
            """
            SELECT \(place.key) AS id, \(place.columns.joined(separator: ", ")) FROM \(place.table)
            WHERE \(place.key) > $1 AND \(place.key) <= $2 \(condition)
            """, values
        ) { row in
            guard case .integer(let id) = row.value(at: 0) else { return }
            for (index, column) in place.columns.enumerated() {
                guard case .text(let written) = row.value(at: index + 1) else { continue }
                let spot = ErasureFinding.Spot(table: place.table, id: id, column: column)
                guard index < place.numbers.count else {
                    erase(text, in: written, spot, isFile: place.isFile, &finding)
                    continue
                }
                guard case .number(let number) = term.identifier, written == "\(number)" else { continue }
                // A line of the history is about something: a block is no thing.
                finding.note(spot, was: written, place.table == "roster_change" ? token(term) : cut(term))
            }
        }
    }

    private func erase(
        _ text: ErasureText, in written: String, _ spot: ErasureFinding.Spot, isFile: Bool = false,
        _ finding: inout ErasureFinding
    ) {
        guard let present = finding.text(spot, now: written), let erased = text.erased(from: present, isFile: isFile)
        else { return }
        finding.note(spot, was: written, .text(erased))
    }
}
