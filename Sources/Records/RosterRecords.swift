package import Routing
package import Time

/// What is kept of the roster.
///
/// Each method blocks its thread until it is done, which may take as long as a disk or a network hangs: it is for a thread that nobody
/// waits for. A change that returns is durable, all of it; of one that throws nothing has happened.
package protocol RosterRecords: Sendable {
    /// The roster as it stands at an instant: absences and deputyships in force or to come, those that ended last before it, requests that
    /// wait, and learned numbers. An absence that somebody has ended is over, also where the clock was ahead when he did.
    ///
    /// - Parameter limit: How many that are over; a history that grows must not grow the roster.
    func load(from instant: Instant, ended limit: Int) throws(LedgerError) -> Roster

    /// The roster as it stood at an instant, however long ago: what was in force or to come then, requests that waited, learned numbers and open
    /// cases. What was entered, changed, ended or given later does not count, whatever time it is about. Changes go on meanwhile.
    func roster(at instant: Instant) throws(LedgerError) -> Roster

    /// An absence that has an end, by its number; nil for others.
    func endedAbsence(_ id: Int64) throws(LedgerError) -> EndedAbsence?

    /// The requests for leave that is not over at an instant, and what became of them, in the order of their numbers.
    func requests(from instant: Instant) throws(LedgerError) -> [LeaveRequest]

    /// Makes a change, and keeps its history and the events that it makes with it.
    ///
    /// - Parameter look: What the change comes to, and what is told of it, by the numbers of what is new: asked when they are given and
    ///   nothing is durable yet. An event whose mark an earlier one has is left out.
    /// - Returns: The numbers of the absences, requests and deputyships that are new, in the order of the steps.
    /// - Throws: `unknownAbsence`, `unknownDeputyship` or `undecidable` for a number that none has.
    func write<Value>(
        _ writing: RosterWriting, look: ([Int64]) -> (value: Value, events: [NewEvent])
    ) throws(LedgerError) -> (numbers: [Int64], value: Value)
}

extension RosterRecords {
    /// Makes a change that nobody needs to be told of.
    package func write(_ writing: RosterWriting) throws(LedgerError) -> [Int64] {
        try write(writing) { _ in ((), []) }.numbers
    }
}
