package import Routing
package import Time

/// What is kept of calls. The methods block, and are durable, as those of `RosterRecords`.
package protocol CallRecords: Sendable {
    /// Writes changes of calls' records in one transaction, in their order.
    ///
    /// An event of a call that has no record makes one: what a PBX reports is kept even when its question was lost.
    func record(_ records: [CallRecord]) throws(LedgerError)

    /// The calls that an agent has had since a time and that are not over, as far as was reported.
    func heldCalls(
        from start: Instant, until end: Instant
    ) throws(LedgerError) -> [(callID: String, agent: AgentID, since: Instant, progress: RecordedProgress)]

    /// How many of them agents have had since an instant or later: in the future, that is what a clock that was wrong leaves.
    func countHeldCalls(from instant: Instant) throws(LedgerError) -> Int

    /// The newest calls to clients' agents or the overflow that were decided in a time, the oldest first.
    func recentDecisions(
        from start: Instant, until end: Instant, limit: Int
    ) throws(LedgerError) -> [(record: CallRecord, progress: RecordedProgress)]

    /// How far the newest calls of a time had come, of which something was reported, the newest first. Of those that are over only those
    /// that ended late enough.
    func progress(
        from start: Instant, until end: Instant, endedSince ended: Instant, limit: Int
    ) throws(LedgerError) -> [(callID: String, progress: RecordedProgress)]

    /// Writes something of no meaning, to find out whether that is possible.
    func probe() throws(LedgerError)
}
