package import Time

/// What is kept of the directory's files, version by version: for a start at which they are broken, and for decisions of long ago. The methods
/// block, and are durable, as those of `RosterRecords`.
package protocol DirectoryRecords: Sendable {
    /// Keeps the files of a directory that is in force from now on, as a new version where something in them is new. A text that did not change
    /// is kept once. With it, or not at all, what it brings about is told: who keeps the files alone and breaks off would never tell it, since a start
    /// compares with them.
    func keep(_ directory: KeptDirectory, telling events: [NewEvent]) throws(LedgerError)

    /// The directory that was kept last; nil before the first one.
    func keptDirectory() throws(LedgerError) -> KeptDirectory?

    /// The same of a site, by its id.
    func keptDirectory(ofSite site: String) throws(LedgerError) -> KeptDirectory?

    /// The directory that decided at an instant; before the first one was kept, that one. Changes go on meanwhile.
    func directory(at instant: Instant) throws(LedgerError) -> KeptDirectory?

    /// Which version that was, and since when it decided.
    func version(at instant: Instant) throws(LedgerError) -> (number: Int64, since: Instant)?
}

extension DirectoryRecords {
    package func keptDirectory(ofSite site: String) throws(LedgerError) -> KeptDirectory? { try keptDirectory() }

    /// Keeps a directory that brings nothing about.
    package func keep(_ directory: KeptDirectory) throws(LedgerError) {
        try keep(directory, telling: [])
    }
}
