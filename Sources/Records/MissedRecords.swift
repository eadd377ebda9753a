package import Routing
package import Time

/// What is kept of missed calls, and which calls wait to be settled. The methods block, and are durable, as those of `RosterRecords`.
package protocol MissedRecords: Sendable {
    /// Those that are open.
    func openMissedCalls() throws(LedgerError) -> MissedCalls

    /// Those of the open ones of which it was told that they are overdue.
    func toldOverdue() throws(LedgerError) -> Set<Int64>

    /// Calls of which it may be known by an instant what their callers got, in the order in which that came about.
    func unsettledCalls(until instant: Instant, limit: Int) throws(LedgerError) -> [UnsettledCall]

    /// Writes what calls that were settled have changed, with the events of it, in one transaction.
    func settle(_ calls: [SettledCall], _ events: [NewEvent]) throws(LedgerError)

    /// Missed calls, the newest first, open or not.
    func missedCalls(_ query: MissedQuery) throws(LedgerError) -> [MissedCall]
}

/// A call that waits to be settled.
package struct UnsettledCall: Sendable {
    /// The ledger's number of the call's record.
    package let row: Int64
    package let record: CallRecord
    /// The missed call of which it is part already.
    package let missed: Int64?
    /// As it stands among those that wait: what has been reported since lets it wait on.
    let at: Instant
}

/// What a call has changed that was settled.
package struct SettledCall: Sendable {
    package let call: UnsettledCall?
    package let steps: [MissedCalls.Step]
    /// The missed call of which it is part.
    package let missed: Int64?

    /// - Parameter call: Nil where missed calls change without a call, as when somebody closes one.
    package init(_ call: UnsettledCall?, _ steps: [MissedCalls.Step], missed: Int64? = nil) {
        self.call = call
        self.steps = steps
        self.missed = missed
    }
}

/// Which missed calls are asked for.
package struct MissedQuery: Sendable, Equatable {
    package var clients: [ClientID]?
    package var id: Int64?
    package var since: Instant?
    package var limit: Int

    /// - Parameter clients: Nil: of all.
    package init(clients: [ClientID]? = nil, id: Int64? = nil, since: Instant? = nil, limit: Int = 200) {
        self.clients = clients
        self.id = id
        self.since = since
        self.limit = limit
    }
}
