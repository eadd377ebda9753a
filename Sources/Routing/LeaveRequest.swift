package import Time

/// Leave that an agent asks for, which a manager approves or declines.
///
/// While it waits and has not begun it counts as away when others' leave is looked at, and not when calls are decided.
package struct LeaveRequest: Hashable, Sendable {
    package enum State: Hashable, Sendable {
        case waiting
        /// Why, where it leaves clients without anybody and was approved all the same.
        case approved(by: String, at: Instant, why: String? = nil)
        case declined(by: String, at: Instant, why: String)
        case withdrawn(by: String, at: Instant)
    }

    /// The leave as it would be; its number is the request's.
    package let leave: Absence
    /// Who is asked to stand in.
    package let deputy: AgentID?
    package let state: State
    /// That the leave was cancelled after it was approved; `leave` is as it was asked for then.
    package let cancellation: Cancellation?

    package struct Cancellation: Hashable, Sendable {
        package let by: String
        package let at: Instant

        package init(by user: String, at instant: Instant) {
            by = user
            at = instant
        }
    }

    package init(
        leave: Absence, deputy: AgentID? = nil, state: State = .waiting, cancellation: Cancellation? = nil
    ) {
        self.leave = leave
        self.deputy = deputy
        self.state = state
        self.cancellation = cancellation
    }

    package var id: Int64 { leave.id }

    /// Whether nobody has decided it and it has not begun: one that has lapsed reserves nothing.
    package func isWaiting(at instant: Instant) -> Bool { state == .waiting && instant < leave.start }

    /// Whether it began before anybody decided it.
    package func hasLapsed(at instant: Instant) -> Bool { state == .waiting && instant >= leave.start }
}
