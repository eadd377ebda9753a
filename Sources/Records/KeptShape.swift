import Foundation
package import Routing
package import Time

/// How an absence was or is, as a line of the history keeps it.
package struct KeptAbsence: Hashable, Sendable {
    package let agent: AgentID
    /// The word that is kept; a later majord may have others.
    package let kind: String
    package let start: Instant
    package let end: Instant?
    package let series: WeeklySeries?
    package let note: String?
    package let source: String?
    package let uid: String?
    package let recurrence: String?

    /// Nil where the text is none that majord writes.
    package init?(json: String) {
        guard let part = try? JSONDecoder().decode(AbsencePart.self, from: Data(json.utf8)) else { return nil }
        if let hours = part.hours {
            let read = try? SeriesText.series(
                hours: hours, weeks: part.weeks, firstDay: part.firstDay, exceptions: part.exceptions)
            guard let read else { return nil }
            series = read
        } else {
            series = nil
        }
        agent = AgentID(part.agent)
        kind = part.kind
        start = Instant(clamping: part.start)
        end = part.end.map(Instant.init(clamping:))
        note = part.note
        source = part.source
        uid = part.uid
        recurrence = part.recurrence
    }

    package static func json(_ absence: Absence) -> String {
        let (series, origin) = (absence.series, absence.origin)
        var json = ""
        RowJSON.object(
            [
                "agent": .text(absence.agent.description), "end": .number(absence.end?.milliseconds),
                "exceptions": .text(series.flatMap { SeriesText.exceptions($0.exceptions) }),
                "first_day": .text(series?.firstDay.description),
                "hours": .text(series.map { SeriesText.hours($0.hours) }),
                "kind": .text(absence.kind.rawValue), "note": .text(absence.note),
                "recurrence": .text(origin?.recurrence),
                "source": .text(origin?.source), "start": .number(absence.start.milliseconds),
                "uid": .text(origin?.uid),
                "weeks": .number(series.map { Int64($0.weeks) }),
            ], to: &json)
        return json
    }
}

/// How a deputyship was or is, as a line of the history keeps it.
package struct KeptDeputyship: Hashable, Sendable {
    package let deputy: AgentID
    package let agent: AgentID?
    package let client: ClientID?
    package let start: Instant
    package let end: Instant
    package let note: String?

    /// Nil where the text is none that majord writes.
    package init?(json: String) {
        guard let part = try? JSONDecoder().decode(DeputyshipPart.self, from: Data(json.utf8)) else { return nil }
        deputy = AgentID(part.deputy)
        agent = part.agent.map { AgentID($0) }
        client = part.client.map { ClientID($0) }
        start = Instant(clamping: part.start)
        end = Instant(clamping: part.end)
        note = part.note
    }

    static func json(_ deputyship: Deputyship) throws -> String {
        try shape(
            DeputyshipPart(
                deputy: deputyship.deputy.description, agent: deputyship.member?.description,
                client: deputyship.client?.description, start: deputyship.start.milliseconds,
                end: deputyship.end.milliseconds, note: deputyship.note))
    }
}

/// What a learned number meant, as a line of the history keeps it.
package struct KeptNumber: Hashable, Sendable {
    /// Nil: it was refused.
    package let client: ClientID?
    package let contact: String?
    package let function: String?

    /// Nil where the text is none that majord writes.
    package init?(json: String) {
        guard let part = try? JSONDecoder().decode(NumberPart.self, from: Data(json.utf8)) else { return nil }
        client = part.client.map { ClientID($0) }
        contact = part.contact
        function = part.function
    }

    static func json(_ meaning: LearnedNumber.Meaning) throws -> String {
        switch meaning {
        case .client(let client, let contact, let function):
            try shape(NumberPart(client: client.description, contact: contact, function: function))
        case .refused: try shape(NumberPart(client: nil, contact: nil, function: nil))
        }
    }
}

/// How a case was or is, as a line of the history keeps it.
package struct KeptCase: Hashable, Sendable {
    package let client: ClientID
    package let holder: AgentID
    /// The word that is kept; a later majord may have others.
    package let kind: String
    package let reference: String?
    package let contact: String?

    /// Nil where the text is none that majord writes.
    package init?(json: String) {
        guard let part = try? JSONDecoder().decode(CasePart.self, from: Data(json.utf8)) else { return nil }
        client = ClientID(part.client)
        holder = AgentID(part.holder)
        kind = part.kind
        reference = part.reference
        contact = part.contact
    }

    static func json(_ file: Case) throws -> String {
        try shape(
            CasePart(
                client: file.client.description, holder: file.holder.description, kind: file.kind.rawValue,
                reference: file.reference, contact: file.contact))
    }
}

// The keys are those of the tables' columns.

private struct CasePart: Codable {
    let client: String
    let holder: String
    let kind: String
    let reference: String?
    let contact: String?
}

private struct AbsencePart: Codable {
    let agent: String
    let kind: String
    let start: Int64
    let end: Int64?
    let note: String?
    let hours: String?
    let weeks: Int?
    let firstDay: String?
    let exceptions: String?
    let source: String?
    let uid: String?
    let recurrence: String?

    private enum CodingKeys: String, CodingKey {
        case agent, kind, start, end, note, hours, weeks, exceptions, source, uid, recurrence
        case firstDay = "first_day"
    }
}

private struct DeputyshipPart: Codable {
    let deputy: String
    let agent: String?
    let client: String?
    let start: Int64
    let end: Int64
    let note: String?
}

private struct NumberPart: Codable {
    let client: String?
    let contact: String?
    let function: String?
}

private func shape(_ part: some Encodable) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(part), as: UTF8.self)
}
