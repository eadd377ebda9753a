package import Routing
package import Time

/// What is kept of calls. The methods block, and are durable, as those of `RosterRecords`.
package protocol CallRecords: Sendable {
    /// Writes changes of calls' records in one transaction, in their order. What a change makes of a record is `CallRecord.take`.
    ///
    /// A report of a call that has no record makes one: what a PBX reports is kept even when its question was lost.
    ///
    /// - Throws: `LedgerError.undecided` where nobody knows whether they were written: `isRecorded` tells, once that is known; `kept` where they
    ///   are on this machine's disk, and wait.
    func record(_ changes: [CallRecord.Change]) throws(LedgerError)

    /// What was taken, and waits on this machine for its database: `record` brings it in first, also where it has nothing new.
    var waiting: WaitingRecords { get }

    /// Whether the changes of an `undecided` were written.
    func isRecorded(_ mark: String) throws(LedgerError) -> Bool

    /// The calls of a time that may still be asked about or reported of, the newest first.
    ///
    /// - Parameters:
    ///   - start: When they were noted, as `end`.
    ///   - isWithHeld: Whether all calls that somebody has, or that ring, are among them, whenever they were noted and however many they are.
    ///   - limit: How many others at the most.
    func calls(
        toTakeUp since: TakeUp, from start: Instant, until end: Instant, withHeld isWithHeld: Bool, limit: Int
    ) throws(LedgerError) -> [CallRecord]

    /// Calls, the newest first. Calls go on meanwhile.
    func calls(_ query: CallQuery) throws(LedgerError) -> [KeptCall]

    /// The calls with an id of the PBX, or of a decision, the newest first. Calls go on meanwhile.
    func calls(named name: String, limit: Int) throws(LedgerError) -> [KeptCall]

    /// The calls that agents dialled since an instant, the oldest first.
    func dialledCalls(since start: Instant, limit: Int) throws(LedgerError) -> [CallRecord]

    /// The calls of agents to others than clients since an instant, the newest first.
    func callsPassedOver(since start: Instant, limit: Int) throws(LedgerError) -> [CallMark]

    /// How many calls agents have had since an instant or later: in the future, that is what a clock that was wrong leaves.
    func countHeldCalls(from instant: Instant) throws(LedgerError) -> Int

    /// The callers of calls that were decided for a reason, with how many and when last, who called last first. Calls go on meanwhile.
    ///
    /// - Parameter start: When the first of them was noted. Numbers that have been forgotten are not told.
    func callersDecided(as reason: Decision.Reason, since start: Instant) throws(LedgerError) -> [DecidedCaller]

    /// When the first call that is kept was noted; nil where none is.
    func firstCall() throws(LedgerError) -> Instant?

    /// How many calls of a time are kept.
    func countCalls(from start: Instant, until end: Instant) throws(LedgerError) -> Int

    /// The next calls of a time in the order in which they came, for being decided again. Calls go on meanwhile.
    ///
    /// - Parameters:
    ///   - last: Behind which call, by when it was noted and its row.
    ///   - texts: What was read before, for whoever goes on.
    /// - Returns: Those that were asked about; how many were looked at, fewer than the limit at the end; and the last of them.
    func decidedCalls(
        after last: (noted: Instant, row: Int64), until end: Instant, limit: Int, _ texts: inout DecidedTexts
    ) throws(LedgerError) -> (calls: [RecordedCall], looked: Int, last: (noted: Instant, row: Int64))

    /// Writes something of no meaning, to find out whether that is possible.
    func probe() throws(LedgerError)
}

extension CallRecords {
    package var waiting: WaitingRecords { WaitingRecords() }
}

/// A number that calls came from.
package struct DecidedCaller: Sendable, Equatable {
    package let number: PhoneNumber
    package let calls: Int
    package let last: Instant

    package init(number: PhoneNumber, calls: Int, last: Instant) {
        self.number = number
        self.calls = calls
        self.last = last
    }
}

/// Since when calls are taken up after a restart.
package struct TakeUp: Sendable {
    /// Those that were decided may be asked about again.
    package let decided: Instant
    /// Of those that have ended something may still be reported.
    package let ended: Instant
    /// Those that somebody has are his.
    package let held: Instant

    package init(decided: Instant, ended: Instant, held: Instant) {
        self.decided = decided
        self.ended = ended
        self.held = held
    }
}
