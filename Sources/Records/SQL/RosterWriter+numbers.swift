import Routing
import Time

// Learned numbers and calendars.
extension RosterWriter {
    func learn(_ number: PhoneNumber, _ meaning: LearnedNumber.Meaning) throws {
        let was = try remove(number)
        var (client, person, function): (ClientID?, String?, String?) = (nil, nil, nil)
        if case .client(let id, let contact, let itsFunction) = meaning {
            (client, person, function) = (id, contact, itsFunction)
        }
        try session.execute(
            """
            INSERT INTO learned_number (number, client, contact, function, entered_by, entered_at)
            VALUES ($1, $2, $3, $4, $5, $6)
            """,
            [
                .text("\(number)"), SQLValue(client?.description), SQLValue(person), SQLValue(function),
                .text(writing.user), SQLValue(writing.instant),
            ])
        try note(
            client == nil ? .refused : .learned, .number(number), at: client, was: was, became: KeptNumber.json(meaning)
        )
    }

    /// One that is not there is no error: it is gone.
    func unlearn(_ number: PhoneNumber) throws {
        guard let was = try remove(number) else { return }
        try note(.removed, .number(number), at: KeptNumber(json: was)?.client, was: was)
    }

    /// - Returns: What it was.
    private func remove(_ number: PhoneNumber) throws -> String? {
        let row = try session.checked(
            "learned_number", "SELECT * FROM learned_number WHERE number = $1", [.text("\(number)")]
        ).first
        guard let known = try row.map(NumberRow.number) else { return nil }
        try session.execute("DELETE FROM learned_number WHERE number = $1", [.text("\(number)")])
        return try KeptNumber.json(known.meaning)
    }

    func noteRead(_ calendar: CalendarID, _ absences: Int, isChanged: Bool) throws {
        try session.execute(
            """
            INSERT INTO calendar (source, agent, read_at, absences, changed_at) VALUES ($1, $2, $3, $4, $5)
            ON CONFLICT (source, agent) DO UPDATE
                SET read_at = $3, absences = $4, failed_at = NULL, failure = NULL,
                    changed_at = COALESCE($5, calendar.changed_at)
            """,
            [
                .text(calendar.source), SQLValue(calendar.agent), SQLValue(writing.instant), SQLValue(absences),
                SQLValue(isChanged ? writing.instant : nil),
            ])
    }

    func noteFailure(_ calendar: CalendarID, _ why: String) throws {
        try session.execute(
            """
            INSERT INTO calendar (source, agent, absences, failed_at, failure) VALUES ($1, $2, 0, $3, $4)
            ON CONFLICT (source, agent) DO UPDATE SET failed_at = $3, failure = $4
            """, [.text(calendar.source), SQLValue(calendar.agent), SQLValue(writing.instant), .text(why)])
    }
}
