/// The durable record as the daemon's parts know it: each takes the records that it needs, whatever engine keeps them.
package struct Ledger: Sendable {
    package let roster: any RosterRecords
    package let calls: any CallRecords
    package let directories: any DirectoryRecords
    package let forgetting: any ForgettingRecords

    package init(
        roster: any RosterRecords, calls: any CallRecords, directories: any DirectoryRecords,
        forgetting: any ForgettingRecords
    ) {
        self.roster = roster
        self.calls = calls
        self.directories = directories
        self.forgetting = forgetting
    }
}
