import Routing
import Time

/// Writes the steps of one change in one transaction, each with its line of the history.
///
/// What becomes of a row is what the domain makes of the absence or deputyship in it.
struct RosterWriter<Session: SQLSession> {
    let session: Session
    let writing: RosterWriting
    /// Of what is new so far, in its order.
    private(set) var numbers: [Int64] = []

    init(session: Session, writing: RosterWriting) {
        self.session = session
        self.writing = writing
    }

    private var user: String { writing.user }
    private var instant: Instant { writing.instant }

    mutating func write(_ step: RosterWriting.Step) throws {
        switch step {
        case .enter(let new): try insert(new, new.origin == nil ? .entered : .imported)
        case .request(let new, let deputy):
            let absence = try insert(new, .requested)
            try session.execute(
                "INSERT INTO request (id, deputy, state) VALUES ($1, $2, 'waiting')",
                [SQLValue(absence.id), SQLValue(deputy?.description)])
        case .change(let absence): try change(absence, .changed)
        case .except(let absence): try change(absence, .excepted)
        case .end(let id): try end(id)
        case .vanish(let id):
            try end(id)
            try session.execute("UPDATE absence SET read_from = NULL, read_until = NULL WHERE id = $1", [SQLValue(id)])
        case .remember(let id, let origin):
            try session.execute(
                """
                UPDATE absence SET source = $2, uid = $3, recurrence = $4, read_from = $5, read_until = $6 WHERE id = $1
                """, [SQLValue(id)] + AbsenceRow.values(origin))
        case .give(let id, let agent): try give(id, to: agent)
        case .approve(let id): try decide(id, "approved", .approved)
        case .decline(let id): try decide(id, "declined", .declined)
        case .withdraw(let id): try decide(id, "withdrawn", .withdrawn)
        case .depute(let new): try insert(new)
        case .endDeputyship(let id): try endDeputyship(id)
        case .learn(let number, let meaning): try learn(number, meaning)
        case .unlearn(let number): try unlearn(number)
        case .open(let new): try open(new)
        case .giveCase(let id, let agent): try giveCase(id, to: agent)
        case .noteCase(let id): try noteCase(id)
        case .closeCase(let id): try closeCase(id)
        case .calendarRead(let calendar, let absences, let isChanged):
            try noteRead(calendar, absences, isChanged: isChanged)
        case .calendarFailed(let calendar, let why): try noteFailure(calendar, why)
        }
    }

    @discardableResult
    private mutating func insert(_ new: NewAbsence, _ deed: RosterChange.Deed) throws -> Absence {
        let values = AbsenceRow.values(new.numbered(0, by: user, at: instant))
        let id = try number(
            "absence", "INSERT INTO absence (\(AbsenceRow.columns)) VALUES (\(Self.places(values.count))) RETURNING id",
            values)
        let absence = new.numbered(id, by: user, at: instant)
        try note(deed, .absence(id), of: absence.agent, became: KeptAbsence.json(absence))
        return absence
    }

    private mutating func insert(_ new: NewDeputyship) throws {
        let values = DeputyshipRow.values(new.numbered(0, by: user, at: instant))
        let id = try number(
            "deputyship",
            "INSERT INTO deputyship (\(DeputyshipRow.columns)) VALUES (\(Self.places(values.count))) RETURNING id",
            values)
        let deputyship = new.numbered(id, by: user, at: instant)
        try note(
            .entered, .deputyship(id), of: deputyship.deputy, at: deputyship.client,
            became: KeptDeputyship.json(deputyship))
    }

    private func change(_ absence: Absence, _ deed: RosterChange.Deed) throws {
        let was = try self.absence(absence.id)
        var changed = was
        changed.start = absence.start
        changed.end = absence.end
        changed.series = absence.series
        changed.note = absence.note
        changed.origin = absence.origin
        try session.execute(
            """
            UPDATE absence SET start = $2, "end" = $3, note = $4, hours = $5, weeks = $6, first_day = $7, exceptions = $8,
                source = $9, uid = $10, recurrence = $11, read_from = $12, read_until = $13
            WHERE id = $1
            """,
            [SQLValue(was.id), SQLValue(changed.start), SQLValue(changed.end), SQLValue(changed.note)]
                + AbsenceRow.values(changed.series) + AbsenceRow.values(changed.origin))
        // Only its calendar says when an entry of a calendar is.
        try note(changed.origin == was.origin ? deed : .imported, was: was, became: changed)
    }

    private func end(_ id: Int64) throws {
        let was = try absence(id)
        let ended = was.ended(at: instant)
        try session.execute(
            #"UPDATE absence SET "end" = $2, ended_by = $3, ended_at = $4 WHERE id = $1"#,
            [SQLValue(id), SQLValue(ended.end), .text(user), SQLValue(instant)])
        try note(ended.interval == nil ? .cancelled : .ended, was: was, became: ended)
    }

    private func give(_ id: Int64, to agent: AgentID) throws {
        let was = try absence(id)
        try session.execute(
            "UPDATE absence SET given_from = agent, agent = $2, given_by = $3, given_at = $4 WHERE id = $1",
            [SQLValue(id), SQLValue(agent), .text(user), SQLValue(instant)])
        try note(.given, was: was, became: was.given(to: agent))
    }

    private func decide(_ id: Int64, _ state: String, _ deed: RosterChange.Deed) throws {
        let changed = try session.execute(
            """
            UPDATE request SET state = $2, decided_by = $3, decided_at = $4, why = $5
            WHERE id = $1 AND state = 'waiting'
            """, [SQLValue(id), .text(state), .text(user), SQLValue(instant), SQLValue(writing.why)])
        guard changed == 1 else { throw LedgerError.undecidable(id) }
        let leave = try absence(id)
        try note(deed, .absence(id), of: leave.agent, became: KeptAbsence.json(leave))
    }

    private func endDeputyship(_ id: Int64) throws {
        let row = try session.checked(
            "deputyship", "SELECT * FROM deputyship WHERE id = $1", [SQLValue(id)]
        ).first
        guard let row else { throw LedgerError.unknownDeputyship(id) }
        let was = try DeputyshipRow.deputyship(row)
        let ended = was.ended(at: instant)
        try session.execute(
            #"UPDATE deputyship SET "end" = $2, ended_by = $3, ended_at = $4 WHERE id = $1"#,
            [SQLValue(id), SQLValue(ended.end), .text(user), SQLValue(instant)])
        try note(
            ended.interval == nil ? .cancelled : .ended, .deputyship(id), of: was.deputy, at: was.client,
            was: KeptDeputyship.json(was), became: KeptDeputyship.json(ended))
    }

    private func absence(_ id: Int64) throws -> Absence {
        let row = try session.checked("absence", "SELECT * FROM absence WHERE id = $1", [SQLValue(id)]).first
        guard let row else { throw LedgerError.unknownAbsence(id) }
        return try AbsenceRow.absence(row)
    }

    mutating func number(_ table: String, _ statement: String, _ values: [SQLValue]) throws -> Int64 {
        guard let id = try session.checked(table, statement, values).first?.number("id") else {
            throw LedgerError.unavailable(cause: "no number was given to the \(table)")
        }
        numbers.append(id)
        return id
    }

    /// `$1, $2, $3`
    static func places(_ count: Int) -> String {
        (1...count).map { "$\($0)" }.joined(separator: ", ")
    }
}

// The history.
extension RosterWriter {
    func note(_ deed: RosterChange.Deed, was: Absence, became: Absence) throws {
        try note(
            deed, .absence(was.id), of: became.agent, was: KeptAbsence.json(was), became: KeptAbsence.json(became))
    }

    func note(
        _ deed: RosterChange.Deed, _ subject: RosterChange.Subject, of agent: AgentID? = nil,
        at client: ClientID? = nil,
        was: String? = nil, became: String? = nil
    ) throws {
        try session.execute(
            """
            INSERT INTO roster_change
                (changed_at, changed_by, deed, absence, deputyship, number, client_case, agent, client, why, was, became)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)
            """,
            [SQLValue(writing.instant), .text(writing.user), .text(deed.rawValue)]
                + ChangeRow.values(subject) + [
                    SQLValue(agent?.description), SQLValue(client?.description), SQLValue(writing.why), SQLValue(was),
                    SQLValue(became),
                ])
    }
}
