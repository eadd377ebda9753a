package import Time

extension Ledger {
    /// Opens the ledger in a PostgreSQL, and brings its schema up to date.
    package init(_ server: PostgreSQLServer) throws(LedgerError) {
        self.init(try PostgreSQLEngine(server))
    }

    /// The same with a copy of what a start needs on this machine: where the database cannot be reached and there is such a copy, the ledger is
    /// opened all the same, and refuses whoever asks until it can.
    ///
    /// - Parameter folder: Where the copy is.
    package init(
        _ server: PostgreSQLServer, keeping folder: DatabaseFolder, at instant: Instant
    ) throws(LedgerError) {
        let engine = try PostgreSQLEngine(server, mayBeAway: true)
        let known = try LastKnown(folder: folder.path, engine)
        if engine.counts.connections > 0 {
            known.refresh(whole: true, at: instant)
        } else if known.instant == nil, let cause = engine.cause {
            throw cause
        }
        self.init(engine, lastKnown: known)
    }

    init(_ engine: PostgreSQLEngine, lastKnown: LastKnown? = nil) {
        self.init(
            engine, upkeep: PostgreSQLUpkeep(engine: engine, lastKnown: lastKnown), folder: nil,
            database: engine.server.shown, lastKnown: lastKnown)
    }

    /// What a start reads: the copy while the database is away.
    package var atStart: Ledger { upkeep.connections == 0 ? lastKnown?.ledger ?? self : self }

    /// The records that engines share.
    init(
        _ engine: some SQLEngine, upkeep: any UpkeepRecords, folder: LedgerFolder?, database: String? = nil,
        lastKnown: LastKnown? = nil
    ) {
        self.init(
            roster: SQLRoster(engine: engine), history: SQLHistory(engine: engine),
            calendars: SQLCalendars(engine: engine), calls: SQLCalls(engine: engine),
            cases: SQLCases(engine: engine), missed: SQLMissed(engine: engine), events: SQLEvents(engine: engine),
            directories: SQLDirectories(engine: engine), forgetting: SQLForgetting(engine: engine),
            reports: SQLReports(engine: engine), upkeep: upkeep, erasing: SQLErasing(engine: engine), folder: folder,
            database: database, lastKnown: lastKnown)
    }
}
