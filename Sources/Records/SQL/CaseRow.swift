import Routing
import Time

/// A case as a row of the table `client_case`.
enum CaseRow {
    static let columns = "client, holder, kind, reference, contact, caller, opened_by, opened_at, touched_at"

    /// Those of `columns`, in their order.
    static func values(_ file: Case) -> [SQLValue] {
        [
            .text(file.client.description), SQLValue(file.holder), .text(file.kind.rawValue), SQLValue(file.reference),
            SQLValue(file.contact), SQLValue(file.caller?.description), .text(file.openedBy), SQLValue(file.openedAt),
            SQLValue(file.touched),
        ]
    }

    static func file(_ row: CheckedRow) throws -> Case {
        Case(
            id: try row.number("id"), client: ClientID(try row.text("client")), holder: try row.agent("holder"),
            kind: try row.word("kind"), reference: try row.optionalText("reference"),
            contact: try row.optionalText("contact"),
            caller: try NumberRow.optionalNumber(row, "caller"),
            openedBy: try row.text("opened_by"), openedAt: try row.instant("opened_at"),
            touched: try row.instant("touched_at"))
    }
}

/// Cases in the steps of a change.
extension RosterWriter {
    mutating func open(_ new: NewCase) throws {
        let values = CaseRow.values(new.numbered(0, by: writing.user, at: writing.instant))
        let id = try number(
            "client_case",
            "INSERT INTO client_case (\(CaseRow.columns)) VALUES (\(Self.places(values.count))) RETURNING id",
            values)
        let file = new.numbered(id, by: writing.user, at: writing.instant)
        try note(.opened, .file(id), of: file.holder, at: file.client, became: KeptCase.json(file))
    }

    func giveCase(_ id: Int64, to agent: AgentID) throws {
        let was = try file(id)
        var became = was
        became.holder = agent
        try session.execute(
            "UPDATE client_case SET holder = $2, touched_at = $3 WHERE id = $1",
            [SQLValue(id), SQLValue(agent), SQLValue(writing.instant)])
        try note(
            .given, .file(id), of: agent, at: was.client, was: KeptCase.json(was), became: KeptCase.json(became))
    }

    func noteCase(_ id: Int64) throws {
        let file = try file(id)
        try session.execute(
            "UPDATE client_case SET touched_at = $2 WHERE id = $1", [SQLValue(id), SQLValue(writing.instant)])
        try note(.noted, .file(id), of: file.holder, at: file.client)
    }

    func closeCase(_ id: Int64) throws {
        let file = try file(id)
        try session.execute(
            "UPDATE client_case SET closed_by = $2, closed_at = $3 WHERE id = $1",
            [SQLValue(id), .text(writing.user), SQLValue(writing.instant)])
        try note(.closed, .file(id), of: file.holder, at: file.client, was: KeptCase.json(file))
    }

    /// An open case.
    private func file(_ id: Int64) throws -> Case {
        let row = try session.checked(
            "client_case", "SELECT * FROM client_case WHERE id = $1 AND closed_at IS NULL", [SQLValue(id)]
        ).first
        guard let row else { throw LedgerError.unknownCase(id) }
        return try CaseRow.file(row)
    }
}
