import Routing
import Time

/// A request as a row of the tables `absence` and `request` together.
enum RequestRow {
    static let columns = "absence.*, deputy, state, decided_by, decided_at, why"

    static func request(_ row: CheckedRow) throws -> LeaveRequest {
        let own = CheckedRow(row: row.row, table: "request")
        return LeaveRequest(
            leave: try AbsenceRow.absence(row),
            deputy: try own.optionalText("deputy") == nil ? nil : try own.agent("deputy"), state: try state(own))
    }

    private static func state(_ row: CheckedRow) throws -> LeaveRequest.State {
        switch try row.text("state") {
        case "waiting": return .waiting
        case "approved": return .approved(by: try row.text("decided_by"), at: try row.instant("decided_at"))
        case "withdrawn": return .withdrawn(by: try row.text("decided_by"), at: try row.instant("decided_at"))
        case "declined":
            return .declined(
                by: try row.text("decided_by"), at: try row.instant("decided_at"), why: try row.text("why"))
        case let word: throw row.foreign("state", word.debugDescription)
        }
    }
}
