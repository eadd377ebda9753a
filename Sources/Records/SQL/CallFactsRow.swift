import Routing
import Time

/// Reads what of a call tells what its caller got from the few columns that it takes. Words come again and again, so each is read once.
struct CallFactsRow {
    /// In the order in which they are read, by their places.
    static let columns = """
        id, noted_at, client, action, reason, dialled_by, answered_by, answered_at, agent, role, ended, ended_at, heard IS NULL,
        rang_at, held_since, up_at, decision IS NULL,
        CASE WHEN role IS NULL AND agent IS NOT NULL THEN candidates END,
        CASE WHEN client IS NULL AND reason = 'unknown-caller' THEN caller END
        """

    private var clients: [String: ClientID] = [:]
    private var agents: [String: AgentID] = [:]
    private let reasons = Dictionary(
        uniqueKeysWithValues: Decision.Reason.allCases.map { ($0.word, $0) })

    mutating func read(_ row: any SQLPlacedRow) throws -> (facts: CallFacts, caller: PhoneNumber?, id: Int64) {
        let row = CheckedPlaces(row: row)
        let noted = try row.instant(1, "noted_at")
        let answered = try row.optionalInstant(7, "answered_at")
        let ended = try row.optionalInstant(11, "ended_at")
        var last = noted
        for instant in [answered, ended] { last = max(last, instant ?? last) }
        for (place, column) in [(13, "rang_at"), (14, "held_since"), (15, "up_at")] {
            last = max(last, try row.optionalInstant(place, column) ?? last)
        }
        let facts = CallFacts(
            noted: noted, lastNoted: last, client: try row.optionalText(2, "client").map { client(of: $0) },
            decided: try row.number(16, "decision") == 0 ? try decided(row) : nil,
            isDialled: try row.optionalText(5, "dialled_by") != nil, answer: try answer(row, answered),
            end: try ended.map { CallRecord.Course.End(status: try row.word(10, "ended"), instant: $0) },
            isHeard: try row.number(12, "heard") == 0)
        let caller = try row.optionalText(18, "caller")
        return (
            facts, caller.flatMap { $0.hasPrefix("+") ? PhoneNumber($0.dropFirst()) : nil }, try row.number(0, "id")
        )
    }

    private func decided(_ row: CheckedPlaces) throws -> CallFacts.Decided {
        let word = try row.text(4, "reason")
        guard let reason = reasons[word] else { throw row.foreign("reason", word.debugDescription) }
        return CallFacts.Decided(action: try row.word(3, "action"), reason: reason)
    }

    private mutating func answer(_ row: CheckedPlaces, _ answered: Instant?) throws -> CallFacts.Answer? {
        guard try row.optionalText(6, "answered_by") != nil else { return nil }
        guard let answered else { throw row.foreign("answered_at", "NULL") }
        let agent = try row.optionalText(8, "agent").map { self.agent(of: $0) }
        let part: Target.Part? = try row.optionalText(9, "role").map { word in
            guard let part = Target.Part(word: word) else { throw row.foreign("role", word.debugDescription) }
            return part
        }
        let role = try CallRecord.answeringRole(as: part, of: agent) {
            try row.optionalText(17, "candidates").map { text in
                guard let candidates = CallRow.candidates(text) else {
                    throw row.foreign("candidates", text.debugDescription)
                }
                return candidates
            } ?? []
        }
        return CallFacts.Answer(instant: answered, agent: agent, role: role)
    }

    private mutating func client(of text: String) -> ClientID {
        if let known = clients[text] { return known }
        let made = ClientID(text)
        clients[text] = made
        return made
    }

    private mutating func agent(of text: String) -> AgentID {
        if let known = agents[text] { return known }
        let made = AgentID(text)
        agents[text] = made
        return made
    }
}

/// Values of a call's row by their places, each checked.
private struct CheckedPlaces {
    let row: any SQLPlacedRow

    func optionalText(_ place: Int, _ column: String) throws -> String? {
        switch row.value(at: place) {
        case .null: nil
        case .text(let text): text
        case let value: throw foreign(column, value.description)
        }
    }

    func text(_ place: Int, _ column: String) throws -> String {
        guard let text = try optionalText(place, column) else { throw foreign(column, "NULL") }
        return text
    }

    func optionalNumber(_ place: Int, _ column: String) throws -> Int64? {
        switch row.value(at: place) {
        case .null: nil
        case .integer(let number): number
        case let value: throw foreign(column, value.description)
        }
    }

    func number(_ place: Int, _ column: String) throws -> Int64 {
        guard let number = try optionalNumber(place, column) else { throw foreign(column, "NULL") }
        return number
    }

    func instant(_ place: Int, _ column: String) throws -> Instant {
        guard let instant = try optionalInstant(place, column) else { throw foreign(column, "NULL") }
        return instant
    }

    func optionalInstant(_ place: Int, _ column: String) throws -> Instant? {
        guard let number = try optionalNumber(place, column) else { return nil }
        let instant = Instant(clamping: number)
        guard instant.milliseconds == number else { throw foreign(column, "\(number)") }
        return instant
    }

    func word<Word: RawRepresentable>(_ place: Int, _ column: String) throws -> Word where Word.RawValue == String {
        let text = try text(place, column)
        guard let word = Word(rawValue: text) else { throw foreign(column, text.debugDescription) }
        return word
    }

    func foreign(_ column: String, _ value: String) -> ForeignRow {
        ForeignRow(table: "call", column: column, value: value)
    }
}
