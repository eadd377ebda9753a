import Routing
import Time

/// A deputyship as a row of the table `deputyship`.
enum DeputyshipRow {
    static let columns = #"deputy, agent, client, start, "end", note, entered_by, entered_at"#

    /// Those of `columns`, in their order.
    static func values(_ deputyship: Deputyship) -> [SQLValue] {
        [
            SQLValue(deputyship.deputy), SQLValue(deputyship.member?.description),
            SQLValue(deputyship.client?.description),
            SQLValue(deputyship.start), SQLValue(deputyship.end), SQLValue(deputyship.note),
            .text(deputyship.enteredBy), SQLValue(deputyship.enteredAt),
        ]
    }

    static func deputyship(_ row: CheckedRow) throws -> Deputyship {
        let agent = try row.optionalText("agent") == nil ? nil : try row.agent("agent")
        let client = try row.optionalText("client").map { ClientID($0) }
        let post: Deputyship.Post =
            if let agent {
                .agent(agent, client: client)
            } else if let client {
                .client(client)
            } else {
                throw row.foreign("client", "NULL, and agent is, too")
            }
        return Deputyship(
            id: try row.number("id"), deputy: try row.agent("deputy"), post: post, start: try row.instant("start"),
            end: try row.instant("end"), enteredBy: try row.text("entered_by"),
            enteredAt: try row.instant("entered_at"),
            note: try row.optionalText("note"))
    }

    /// - Parameter instant: The present: what was ended later than that is over now.
    static func deputyship(_ row: CheckedRow, endedAt instant: Instant) throws -> Deputyship {
        let deputyship = try deputyship(row)
        let endedAt = try row.optionalInstant("ended_at")
        return endedAt.map { $0 > instant } == true ? deputyship.ended(at: instant) : deputyship
    }
}

/// A learned number as a row of the table `learned_number`; without a client it is refused.
enum NumberRow {
    static func number(_ row: CheckedRow) throws -> LearnedNumber {
        let client = try row.optionalText("client").map { ClientID($0) }
        let (contact, function) = (try row.optionalText("contact"), try row.optionalText("function"))
        return LearnedNumber(
            number: try number(row, "number"),
            meaning: client.map { .client($0, contact: contact, function: function) } ?? .refused,
            enteredBy: try row.text("entered_by"), enteredAt: try row.instant("entered_at"))
    }

    /// Nil where there is none, or none any more.
    static func optionalNumber(_ row: CheckedRow, _ column: String) throws -> PhoneNumber? {
        guard let text = try row.optionalText(column), ForgottenText(text) == nil else { return nil }
        return try number(row, column)
    }

    static func number(_ row: CheckedRow, _ column: String) throws -> PhoneNumber {
        try row.word(column) { text in text.hasPrefix("+") ? PhoneNumber(text.dropFirst()) : nil }
    }
}
