import Routing
import Time

/// A request as a row of the tables `absence` and `request` together.
enum RequestRow {
    static let columns = """
        absence.*, deputy, state, decided_by, decided_at, why,
            (SELECT became FROM roster_change WHERE roster_change.absence = request.id AND deed = 'requested') AS became
        """

    static func request(_ row: CheckedRow) throws -> LeaveRequest {
        let own = row.of("request")
        let deputy = try own.optionalText("deputy") == nil ? nil : try own.agent("deputy")
        let (leave, state) = (try AbsenceRow.absence(row), try state(own))
        // Of what was cancelled before it began nothing is left but when it would have begun.
        guard leave.interval == nil, let user = try row.optionalText("ended_by"),
            let instant = try row.optionalInstant("ended_at")
        else { return LeaveRequest(leave: leave, deputy: deputy, state: state) }
        var asked = leave
        if let kept = try row.of("roster_change").optionalText("became").flatMap({ KeptAbsence(json: $0) }) {
            (asked.start, asked.end, asked.series) = (kept.start, kept.end, kept.series)
        }
        return LeaveRequest(
            leave: asked, deputy: deputy, state: state,
            cancellation: LeaveRequest.Cancellation(by: user, at: instant))
    }

    private static func state(_ row: CheckedRow) throws -> LeaveRequest.State {
        switch try row.text("state") {
        case "waiting": return .waiting
        case "approved":
            // Without a reason it is empty.
            let why = try row.optionalText("why").flatMap { $0.isEmpty ? nil : $0 }
            return .approved(by: try row.text("decided_by"), at: try row.instant("decided_at"), why: why)
        case "withdrawn": return .withdrawn(by: try row.text("decided_by"), at: try row.instant("decided_at"))
        case "declined":
            return .declined(
                by: try row.text("decided_by"), at: try row.instant("decided_at"), why: try row.text("why"))
        case let word: throw row.foreign("state", word.debugDescription)
        }
    }
}
