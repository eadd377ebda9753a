/// The durable record as the daemon's parts know it: each takes the records that it needs, whatever engine keeps them.
package struct Ledger: Sendable {
    package let roster: any RosterRecords
    package let history: any HistoryRecords
    package let calendars: any CalendarRecords
    package let calls: any CallRecords
    package let cases: any CaseRecords
    package let missed: any MissedRecords
    package let events: any EventRecords
    package let directories: any DirectoryRecords
    package let forgetting: any ForgettingRecords
    package let reports: any ReportRecords
    package let upkeep: any UpkeepRecords
    package let erasing: any ErasingRecords
    /// Where it is; nil where it is in no folder.
    package let folder: LedgerFolder?
    /// The database in which it is, as people are told; nil where it is a file.
    package let database: String?
    /// What this machine has of it, where it is in a database.
    package let lastKnown: LastKnown?

    package init(
        roster: any RosterRecords, history: any HistoryRecords, calendars: any CalendarRecords,
        calls: any CallRecords, cases: any CaseRecords, missed: any MissedRecords, events: any EventRecords,
        directories: any DirectoryRecords,
        forgetting: any ForgettingRecords, reports: any ReportRecords, upkeep: any UpkeepRecords,
        erasing: any ErasingRecords,
        folder: LedgerFolder? = nil, database: String? = nil, lastKnown: LastKnown? = nil
    ) {
        self.roster = roster
        self.history = history
        self.calendars = calendars
        self.calls = calls
        self.cases = cases
        self.missed = missed
        self.events = events
        self.directories = directories
        self.forgetting = forgetting
        self.reports = reports
        self.upkeep = upkeep
        self.erasing = erasing
        self.folder = folder
        self.database = database
        self.lastKnown = lastKnown
    }
}
