import Routing
import Switchboard
import Time

extension Switchboard {
    /// Leave of one stretch of time, as most tests plan it.
    func planLeave(
        agent: String?, from start: Instant, until end: Instant, note: String?, override: Bool, by requester: Requester
    ) async throws(RosterRefusal) -> Entered {
        try await planLeave(
            LeavePlan(from: start, until: end, note: note, override: override ? Override(reason: "test") : nil),
            agent: agent, by: requester)
    }
}
