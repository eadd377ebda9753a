/// What is done with the ledger as a whole. The methods block, as those of `RosterRecords`; others read and write meanwhile.
package protocol UpkeepRecords: Sendable {
    /// Whether all of the ledger was looked at for damage when it was opened.
    var isChecked: Bool { get }

    /// How often somebody has connected to the database: after each time it may have what majord does not know. 0 for a file.
    var connections: Int { get }

    /// Why the database cannot be used, also where nobody has asked it since; nil where it can, and for a file.
    var outage: LedgerError? { get }

    /// What somebody has done to the ledger's files since they were opened; nil: nothing. Asks the file system.
    var hindrance: LedgerHindrance? { get }

    /// Makes anew what somebody has removed and what can be made anew: the ledger's log and its lock.
    ///
    /// - Returns: What was mended since this was asked last, also before a change was written.
    func mend() -> [LedgerHindrance]

    /// Looks at all of it.
    ///
    /// - Returns: What is damaged; nil where nothing is.
    func damage() throws(LedgerError) -> String?

    /// Makes a copy of the ledger as it is at one instant, and looks at all of the copy.
    ///
    /// - Parameter progress: Told how many bytes of how many are copied; returns whether to go on.
    func copy(_ progress: @escaping (_ done: Int, _ total: Int) -> Bool) throws(LedgerError) -> LedgerCopy

    /// Moves what is in the ledger's log into it, so that what was there before is nowhere any more.
    ///
    /// - Returns: Whether that was possible; not while somebody reads what was before.
    /// - Throws: Also `locked`, where somebody has it locked.
    func emptyLog() throws(LedgerError) -> Bool
}
