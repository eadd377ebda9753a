import Routing

/// Calls and learned numbers, of which more is known than that texts stand in them.
extension ErasureSearch {
    func calls(_ range: [SQLValue], _ session: some SQLSession, _ finding: inout ErasureFinding) throws {
        for text in texts {
            guard case .number(let number) = text.term.identifier else { continue }
            try callers(number, text, range, session, &finding)
        }
        try contacts(range, session, &finding)
    }

    private func callers(
        _ number: PhoneNumber, _ text: ErasureText, _ range: [SQLValue], _ session: some SQLSession,
        _ finding: inout ErasureFinding
    ) throws {
        let texts = (["call_id"] + Self.phones).map { dialect.contains($0, "$4") }.joined(separator: " OR ")
        let rows = try session.checked(
            "call",
            """
            SELECT id, caller, dialled, call_id, client, contact, \(Self.phones.joined(separator: ", ")),
                ended_at IS NULL AND noted_at >= $5 AS is_ongoing,
                EXISTS (SELECT 1 FROM unsettled WHERE unsettled.call = call.id) AS is_unsettled
            FROM call WHERE id > $1 AND id <= $2
                AND (caller = $3 OR dialled = $3 OR \(texts))
            """,
            range + [.text("\(number)"), .text(ErasureText.tail(of: number)), SQLValue(erasure.ongoingSince)])
        for row in rows {
            let id = try row.number("id")
            let client = SQLValue(try row.optionalText("client"))
            guard isOwners(text.term, client, [try row.optionalText("contact")]) else { continue }
            let isOngoing = try row.number("is_ongoing") != 0
            // Which missed calls it is about is known by the token, and is to be seen yet.
            let isOpen = try isOngoing || row.number("is_unsettled") != 0
            for column in Self.calls.numbers where try row.optionalText(column) == "\(number)" {
                finding.note(
                    .init(table: "call", id: id, column: column), was: "\(number)",
                    isOpen ? token(text.term) : cut(text.term), isOpen: isOpen)
            }
            let callID = try row.text("call_id")
            if !isOngoing {
                erase(text, in: callID, .init(table: "call", id: id, column: "call_id"), .mark, &finding)
            } else if text.erased(from: callID, .mark) != nil {
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
    }

    /// Contacts are few, and stand in many calls.
    private func contacts(
        _ range: [SQLValue], _ session: some SQLSession, _ finding: inout ErasureFinding
    ) throws {
        let known = try session.checked(
            "call",
            """
            SELECT DISTINCT client, contact FROM call
            WHERE id > $1 AND id <= $2 AND client IS NOT NULL AND contact IS NOT NULL
            """, range)
        for row in known {
            let (client, contact) = (try row.text("client"), try row.text("contact"))
            var left = contact
            let his = texts.filter { text in
                guard let erased = text.erased(from: left, .name, withName: isMeant(text, in: .text(client)))
                else { return false }
                left = erased
                return true
            }
            guard !his.isEmpty else { continue }
            let rows = try session.checked(
                "call", "SELECT id FROM call WHERE id > $1 AND id <= $2 AND client = $3 AND contact = $4",
                range + [.text(client), .text(contact)])
            for row in rows {
                let spot = ErasureFinding.Spot(table: "call", id: try row.number("id"), column: "contact")
                for text in his {
                    erase(text, in: contact, spot, .name, withName: isMeant(text, in: .text(client)), &finding)
                }
            }
        }
    }

    /// What was learned of a number is nothing without it; of a person's number it stays whose it is, and of what people wrote there the rest.
    func learned(_ range: [SQLValue], _ session: some SQLSession, _ finding: inout ErasureFinding) throws {
        let rows = try session.checked(
            "learned_number",
            "SELECT id, number, client, contact, function FROM learned_number WHERE id > $1 AND id <= $2", range)
        for row in rows {
            let id = try row.number("id")
            let client = SQLValue(try row.optionalText("client"))
            let number = try row.optionalText("number")
            let contact = try row.optionalText("contact")
            for text in texts {
                guard case .number(let forgotten) = text.term.identifier, number == "\(forgotten)",
                    isOwners(text.term, client, [contact])
                else { continue }
                finding.note(.init(table: "learned_number", id: id, column: "number"), was: "\(forgotten)", .removal)
            }
            guard let contact else { continue }
            let words =
                [("contact", contact, .name), ("function", try row.optionalText("function"), .free)]
                as [(String, String?, ErasureText.Kind)]
            for (column, written, kind) in words {
                guard let written else { continue }
                for text in texts {
                    let spot = ErasureFinding.Spot(table: "learned_number", id: id, column: column)
                    erase(text, in: written, spot, kind, withName: isMeant(text, in: client), &finding)
                }
            }
            // Where nothing else stands, nobody is named any more.
            let name = ErasureFinding.Spot(table: "learned_number", id: id, column: "contact")
            guard let left = finding.text(name, now: contact), left != contact, ContactName.isForgotten(left) else {
                continue
            }
            for (column, written, _) in words {
                guard let written else { continue }
                finding.note(.init(table: "learned_number", id: id, column: column), was: written, .nothing)
            }
        }
    }
}
