/// What is kept of the directory's files, for a start at which they are broken. The methods block, and are durable, as those of
/// `RosterRecords`.
package protocol DirectoryRecords: Sendable {
    /// Keeps the files of a directory in place of those kept before. Only texts that have changed are written.
    func keep(_ directory: KeptDirectory) throws(LedgerError)

    /// The directory that was kept last; nil before the first one.
    func keptDirectory() throws(LedgerError) -> KeptDirectory?
}
