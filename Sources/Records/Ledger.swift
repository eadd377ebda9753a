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
    package let feeds: any FeedRecords
    /// Where it is; nil where it is in no folder.
    package let folder: LedgerFolder?
    /// The database in which it is, as people are told; nil where it is a file.
    package let database: String?
    /// What this machine has of it, where it is in a database.
    package let lastKnown: LastKnown?
    /// The other sites that have their records there.
    package let sites: SiteExchange?

    package init(
        roster: any RosterRecords, history: any HistoryRecords, calendars: any CalendarRecords,
        calls: any CallRecords, cases: any CaseRecords, missed: any MissedRecords, events: any EventRecords,
        directories: any DirectoryRecords,
        forgetting: any ForgettingRecords, reports: any ReportRecords, upkeep: any UpkeepRecords,
        erasing: any ErasingRecords, feeds: any FeedRecords,
        folder: LedgerFolder? = nil, database: String? = nil, lastKnown: LastKnown? = nil,
        sites: SiteExchange? = nil
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
        self.feeds = feeds
        self.folder = folder
        self.database = database
        self.lastKnown = lastKnown
        self.sites = sites
    }
}
