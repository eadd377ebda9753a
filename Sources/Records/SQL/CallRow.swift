import Routing
import Time

/// A call's record as a row of the table `call`: what is one thing has a column, so that reports ask in plain SQL; phones are a list with
/// commas; and what has parts, targets and candidates, is JSON, which SQLite and PostgreSQL read alike (`targets -> 0`) and which
/// says of each part what it is.
enum CallRow {
    static let decidedNames = [
        "call_id", "noted_at", "asked_at", "decision", "caller", "client", "contact", "action", "reason", "targets",
        "candidates", "opens_at", "generation", "dialled", "dialled_by", "called",
    ]
    static let courseNames = [
        "rang", "rang_at", "answered_by", "agent", "role", "answered_at", "released", "held_at", "holder", "held_since",
        "held_as", "up_at", "ended", "ended_at", "late", "heard", "turns",
    ]
    static let columns = (decidedNames + courseNames).joined(separator: ", ")
    static let courseColumns = courseNames.joined(separator: ", ")
    // Statements of the way of every record are texts that are there already.
    /// With `values(_:)` of a record.
    static let insertion = "INSERT INTO call (\(columns)) VALUES (\(places))"
    /// With `values(_:)` of a course; the row's number comes after it.
    static let courseUpdate = "UPDATE call SET \(courseAssignments) WHERE id = "
    private static let courseAssignments = courseNames.enumerated().map { "\($1) = $\($0 + 1)" }
        .joined(separator: ", ")
    private static let places = (decidedNames + courseNames).indices.map { "$\($0 + 1)" }.joined(separator: ", ")

    static func values(_ record: CallRecord) -> [SQLValue] {
        let (decided, dialled) = (record.decided, record.dialled)
        let generation = decided.map { SQLValue(Int64(clamping: $0.generation)) }
        return [
            .text(record.callID), SQLValue(record.noted), SQLValue(decided == nil ? nil : record.noted),
            SQLValue(decided?.id.description), SQLValue(decided?.caller?.word),
            SQLValue((decided?.client ?? dialled?.client)?.description),
            SQLValue(decided?.contact ?? dialled?.contact), SQLValue(decided?.action.rawValue),
            SQLValue(decided?.reason.word),
            SQLValue(decided.map { json($0.targets) }), SQLValue(decided.flatMap { json($0.candidates) }),
            SQLValue(decided?.opens),
            generation ?? .null, SQLValue(dialled?.number?.description), SQLValue(dialled?.agent.description),
            SQLValue(decided?.called?.description),
        ] + values(record.course)
    }

    static func values(_ course: CallRecord.Course) -> [SQLValue] {
        let (answer, holding, end) = (course.answer, course.holding, course.end)
        return [
            list(course.rang.map(\.description)), SQLValue(course.firstRang), SQLValue(answer?.phone.description),
            SQLValue(answer?.agent?.description), SQLValue(answer?.part?.word), SQLValue(answer?.instant),
            list(course.released.map(\.description)), SQLValue(holding?.phone.description),
            SQLValue(holding?.agent?.description), SQLValue(holding?.since),
            SQLValue(holding.map { $0.isAnswered ? "answered" : "ringing" }), SQLValue(course.lastUp),
            SQLValue(end?.status.rawValue), SQLValue(end?.instant), list(course.late),
            list(course.heard.map(\.description)), SQLValue(json(course.turns)),
        ]
    }

    static func kept(_ row: CheckedRow) throws -> KeptCall {
        KeptCall(row: try row.number("id"), record: try record(row), missed: try row.optionalNumber("missed"))
    }

    static func record(_ row: CheckedRow) throws -> CallRecord {
        CallRecord(
            callID: try row.text("call_id"), noted: try row.instant("noted_at"), decided: try decided(row),
            dialled: try dialled(row), course: try course(row))
    }

    /// Nil for a call that was not asked about, and where the decision's id is none.
    private static func decided(_ row: CheckedRow) throws -> CallRecord.Decided? {
        guard let id = (try row.optionalText("decision")).flatMap({ DecisionID($0) }) else { return nil }
        let caller = try row.optionalText("caller")
        var decided = CallRecord.Decided(
            id: id, caller: caller.flatMap { Party(word: $0) },
            client: try row.optionalText("client").map { ClientID($0) }, contact: try row.optionalText("contact"),
            action: try row.word("action"), reason: try row.word("reason") { Decision.Reason(word: $0) },
            targets: try targets(row), candidates: try candidates(row),
            opens: try row.optionalInstant("opens_at"), generation: try row.count("generation"),
            called: try NumberRow.optionalNumber(row, "called"))
        switch caller.flatMap(ForgottenText.init) {
        case .block(let block)?: decided.block = block
        case .token(let token)?: decided.token = token
        case nil: break
        }
        return decided
    }

    /// Whether it matters what the caller got, as `CallRecord.isSettled`.
    static func isSettled(_ row: CheckedRow) throws -> Bool {
        if try row.optionalText("dialled_by") != nil { return true }
        let reason = try row.optionalWord("reason") { Decision.Reason(word: $0) }
        return try row.optionalText("client") != nil && reason?.isToOwnPeople == true
    }

    /// When the call was asked about; nil where it was not.
    static func asked(_ row: CheckedRow) throws -> Instant? {
        try row.optionalText("decision") == nil ? nil : try row.instant("noted_at")
    }

    /// Nil but for a call that an agent dialled.
    private static func dialled(_ row: CheckedRow) throws -> CallRecord.Dialled? {
        guard try row.optionalText("dialled_by") != nil else { return nil }
        var dialled = CallRecord.Dialled(
            agent: try row.agent("dialled_by"),
            number: try NumberRow.optionalNumber(row, "dialled"),
            client: ClientID(try row.text("client")), contact: try row.optionalText("contact"))
        dialled.token = try ForgottenText.token(row, "dialled")
        return dialled
    }

    static func course(_ row: CheckedRow) throws -> CallRecord.Course {
        var course = CallRecord.Course()
        course.rang = try phones(row, "rang")
        course.firstRang = try row.optionalInstant("rang_at")
        course.answer = try phone(row, "answered_by").map { phone in
            CallRecord.Course.Answer(
                phone: phone, agent: try agent(row, "agent"),
                part: try row.optionalWord("role") { Target.Part(word: $0) },
                instant: try row.instant("answered_at"))
        }
        course.released = try phones(row, "released")
        course.holding = try phone(row, "held_at").map { phone in
            CallRecord.Course.Holding(
                phone: phone, agent: try agent(row, "holder"), since: try row.instant("held_since"),
                isAnswered: try row.optionalWord("held_as") { heldAs[$0] } ?? true)
        }
        course.lastUp = try row.optionalInstant("up_at")
        course.end = try row.optionalWord("ended").map { (status: DialStatus) in
            CallRecord.Course.End(status: status, instant: try row.instant("ended_at"))
        }
        course.late = try texts(row, "late")
        course.heard = try phones(row, "heard")
        course.turns = try turns(row)
        return course
    }

    /// How an agent has a call; a row of an earlier majord does not tell.
    private static let heldAs = ["answered": true, "ringing": false]

    private static func list(_ texts: [String]) -> SQLValue {
        texts.isEmpty ? .null : .text(texts.joined(separator: ","))
    }

    private static func texts(_ row: CheckedRow, _ column: String) throws -> [String] {
        try row.optionalText(column)?.split(separator: ",").map(String.init) ?? []
    }

    private static func phones(_ row: CheckedRow, _ column: String) throws -> [Extension] {
        try texts(row, column).compactMap { Extension($0) }
    }

    private static func phone(_ row: CheckedRow, _ column: String) throws -> Extension? {
        try row.optionalText(column).flatMap { Extension($0) }
    }

    private static func agent(_ row: CheckedRow, _ column: String) throws -> AgentID? {
        try row.optionalText(column) == nil ? nil : try row.agent(column)
    }
}

/// A target in a row's JSON: `{"agent": "jdevries", "extension": "2101", "ring": 20, "role": "primary"}`. There is no agent for the
/// overflow, and where an earlier majord did not record him.
private func target(_ part: RowJSONReader.Members) throws(RowJSONReader.Misfit) -> Target {
    let (role, agent) = (Target.Part(word: try part.text("role")), try part.optionalText("agent"))
    guard let role, let phone = Extension(try part.text("extension")), let ring = Int(exactly: try part.number("ring"))
    else {
        throw RowJSONReader.Misfit()
    }
    return switch role {
    case .role(let role): Target(.candidate(agent.map { AgentID($0) }, role), phone: phone, ring: ring)
    case .overflow: Target(.overflow, phone: phone, ring: ring)
    }
}

/// A candidate in a row's JSON: `{"agent": "jdevries", "hindrance": "absent", "role": "primary", "until": 1800000000000}`;
/// `"behind": "wrap-up,unreachable"` for one who could take the call and came behind others.
private func candidate(_ part: RowJSONReader.Members) throws(RowJSONReader.Misfit) -> CallRecord.Considered {
    let hindrance = try part.optionalText("hindrance")
    let known = hindrance.flatMap { Candidate.Hindrance(rawValue: $0) }
    // A word that is none is not taken for no hindrance.
    guard let role = Role(rawValue: try part.text("role")), (known == nil) == (hindrance == nil) else {
        throw RowJSONReader.Misfit()
    }
    return CallRecord.Considered(
        agent: AgentID(try part.text("agent")), role: role, hindrance: known,
        until: try part.optionalNumber("until").map { Instant(clamping: $0) },
        behind: Candidate.Behind(words: try part.optionalText("behind")?.split(separator: ",").map(String.init) ?? []))
}

/// Who had the call for a time, in a row's JSON: `{"agent": "jdevries", "extension": "2101", "since": 1800000000000, "until": 1800000060000}`.
private func turn(_ part: RowJSONReader.Members) throws(RowJSONReader.Misfit) -> CallRecord.Course.Turn {
    guard let phone = Extension(try part.text("extension")) else { throw RowJSONReader.Misfit() }
    return CallRecord.Course.Turn(
        phone: phone, agent: try part.optionalText("agent").map { AgentID($0) },
        since: Instant(clamping: try part.number("since")), until: Instant(clamping: try part.number("until")))
}

extension CallRow {
    private static func json(_ targets: [Target]) -> String {
        RowJSON.list(targets) { target, json in
            RowJSON.object(
                [
                    "agent": .text(target.agent?.description), "extension": .text(target.phone.description),
                    "ring": .number(Int64(target.ring)), "role": .text(target.roleWord),
                ], to: &json)
        }
    }

    /// Nil where nobody was considered.
    private static func json(_ candidates: [CallRecord.Considered]) -> String? {
        guard !candidates.isEmpty else { return nil }
        return RowJSON.list(candidates) { candidate, json in
            RowJSON.object(
                [
                    "agent": .text(candidate.agent.description),
                    "behind": .text(
                        candidate.behind.isEmpty ? nil : candidate.behind.words.joined(separator: ",")),
                    "hindrance": .text(candidate.hindrance?.rawValue),
                    "role": .text(candidate.role.rawValue), "until": .number(candidate.until?.milliseconds),
                ], to: &json)
        }
    }

    /// Nil where nobody gave the call on.
    private static func json(_ turns: [CallRecord.Course.Turn]) -> String? {
        guard !turns.isEmpty else { return nil }
        return RowJSON.list(turns) { turn, json in
            RowJSON.object(
                [
                    "agent": .text(turn.agent?.description), "extension": .text(turn.phone.description),
                    "since": .number(turn.since.milliseconds), "until": .number(turn.until.milliseconds),
                ], to: &json)
        }
    }

    private static func turns(_ row: CheckedRow) throws -> [CallRecord.Course.Turn] {
        guard let text = try row.optionalText("turns") else { return [] }
        do {
            return try RowJSONReader.list(text).map(turn)
        } catch {
            throw row.foreign("turns", text.debugDescription)
        }
    }

    private static func targets(_ row: CheckedRow) throws -> [Target] {
        let text = try row.text("targets")
        guard let targets = targets(text) else { throw row.foreign("targets", text.debugDescription) }
        return targets
    }

    private static func candidates(_ row: CheckedRow) throws -> [CallRecord.Considered] {
        guard let text = try row.optionalText("candidates") else { return [] }
        guard let candidates = candidates(text) else { throw row.foreign("candidates", text.debugDescription) }
        return candidates
    }

    /// Nil where the text is none that majord writes.
    static func targets(_ text: String) -> [Target]? { try? RowJSONReader.list(text).map(target) }

    /// Nil where the text is none that majord writes.
    static func candidates(_ text: String) -> [CallRecord.Considered]? {
        try? RowJSONReader.list(text).map(candidate)
    }
}
