package import Time

extension Ledger {
    /// Opens the ledger in a PostgreSQL, and brings its schema up to date.
    package init(_ server: PostgreSQLServer) throws(LedgerError) {
        self.init(try PostgreSQLEngine(server))
    }

    /// The same with a copy of what a start needs on this machine: where the database cannot be reached and there is such a copy, the ledger is
    /// opened all the same, and refuses whoever asks until it can. Calls wait, so that the database is not waited for then.
    ///
    /// - Parameter folder: Where the copy is.
    package init(
        _ server: PostgreSQLServer, keeping folder: DatabaseFolder, at instant: Instant
    ) throws(LedgerError) {
        let engine = PostgreSQLEngine(unconnected: server, number: folder.number)
        let known = try LastKnown(folder: folder.path, engine)
        // Whoever has nothing to begin with waits for the database.
        try engine.begin(within: known.instant == nil ? nil : Self.patience)
        if let number = engine.number { try folder.note(number: number) }
        if engine.counts.connections > 0 {
            try? known.calls.bringIn(within: Self.patience)
            known.refresh(whole: true, at: instant)
        }
        self.init(engine, lastKnown: known)
    }

    /// So long a start waits for a database that it could do without, in seconds.
    private static let patience = 0.5

    init(_ engine: PostgreSQLEngine, lastKnown: LastKnown? = nil) {
        let calls = SQLCalls(engine: engine)
        let queued = lastKnown.map { QueuedCalls(base: calls, queue: $0.calls) }
        self.init(
            engine, calls: queued, upkeep: PostgreSQLUpkeep(engine: engine, lastKnown: lastKnown), folder: nil,
            database: engine.server.shown, lastKnown: lastKnown, sites: SiteExchange(engine))
    }

    /// What a start reads: the copy while the database is away, or has not what waits on this machine.
    package var atStart: Ledger {
        let isBehind =
            upkeep.connections == 0 || lastKnown.map { $0.calls.waiting.count > 0 && $0.instant != nil } ?? false
        return isBehind ? lastKnown?.ledger ?? self : self
    }

    /// The records that engines share.
    init(
        _ engine: some SQLEngine, calls: (any CallRecords)? = nil, upkeep: any UpkeepRecords, folder: LedgerFolder?,
        database: String? = nil,
        lastKnown: LastKnown? = nil, sites: SiteExchange? = nil
    ) {
        self.init(
            roster: SQLRoster(engine: engine), history: SQLHistory(engine: engine),
            calendars: SQLCalendars(engine: engine), calls: calls ?? SQLCalls(engine: engine),
            cases: SQLCases(engine: engine), missed: SQLMissed(engine: engine), events: SQLEvents(engine: engine),
            directories: SQLDirectories(engine: engine), forgetting: SQLForgetting(engine: engine),
            reports: SQLReports(engine: engine), upkeep: upkeep, erasing: SQLErasing(engine: engine),
            feeds: SQLFeeds(engine: engine), folder: folder, database: database, lastKnown: lastKnown, sites: sites)
    }
}
