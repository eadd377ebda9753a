package import Routing
package import Time

/// What is kept of the roster.
///
/// Each method blocks its thread until it is done, which may take as long as a disk or a network hangs: it is for a thread that nobody
/// waits for. A change that returns is durable, all of it; of one that throws nothing has happened.
package protocol RosterRecords: Sendable {
    /// The absences that are in force at an instant or begin after it, and those that ended last before it. One that somebody has ended is
    /// over, also where the clock was ahead when he did.
    ///
    /// - Parameter limit: How many of the latter; a history that grows must not grow the roster.
    func load(from instant: Instant, ended limit: Int) throws(LedgerError) -> Roster

    /// The absences that are in force at an instant, however long ago. Changes go on meanwhile.
    func absences(at instant: Instant) throws(LedgerError) -> [Absence]

    /// An absence that has an end, by its number; nil for others.
    func endedAbsence(_ id: Int64) throws(LedgerError) -> EndedAbsence?

    /// Enters an absence and, in the same transaction, ends those it takes the place of.
    func enter(
        _ new: NewAbsence, by user: String, at instant: Instant, replacing: [Int64]
    ) throws(LedgerError) -> Absence

    /// Ends absences at an instant; one that has not begun is cancelled.
    ///
    /// - Throws: `unknownAbsence` for a number that none has.
    func end(_ absences: [Int64], by user: String, at instant: Instant) throws(LedgerError)

    /// Gives an absence to another agent, and keeps whose it was.
    ///
    /// - Throws: `unknownAbsence` for a number that none has.
    func give(_ id: Int64, to agent: AgentID, by user: String, at instant: Instant) throws(LedgerError)
}

extension RosterRecords {
    /// The absences that are in force at an instant or begin after it.
    package func load(from instant: Instant) throws(LedgerError) -> Roster { try load(from: instant, ended: 0) }

    /// Enters an absence beside those there are.
    package func enter(_ new: NewAbsence, by user: String, at instant: Instant) throws(LedgerError) -> Absence {
        try enter(new, by: user, at: instant, replacing: [])
    }
}
