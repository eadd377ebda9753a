package import DirectoryFiles
import Foundation
package import Logging
package import Records
package import Routing
import Synchronization
package import Time
import Wording

/// The daemon's heart: takes changes one at a time, makes them durable, compiles the next routing table and publishes it.
///
/// `ChangeQueue` makes the order of changes: that it is an actor does not, since a command waits for the ledger.
/// Readers never wait for it: they take what is published from the desk.
package actor Switchboard {
    /// How many absences that are over stay in the roster: what a clock that is ahead takes for over is among them, and so most calls of
    /// late are explained without the ledger. The ledger has all.
    static let endedInRoster = 1_000

    package nonisolated let desk: Desk
    package nonisolated let recorder: CallRecorder
    package nonisolated let forgetter: Forgetter
    package nonisolated let missedCalls: MissedCallKeeper
    package nonisolated let health: ServiceHealth
    package nonisolated let calendars: CalendarStandings
    package nonisolated let eventCounts: EventCounts
    package nonisolated let gapsAhead = GapsAhead()
    package nonisolated let siteFiles = SiteFiles()
    private nonisolated let overviews: Mutex<Overview>
    let ledger: Ledger
    let logger: Logger
    let now: @Sendable () -> Instant
    package nonisolated let configuration: String
    let missingUsers: MissingUsers
    /// When the table of the start came into force.
    let started: Instant
    /// After how many connections to a database it was looked last what is there.
    var caughtUp: Int
    /// Calls that kept agents busy when it was looked last, until it is known which of them do in the records.
    var heldBefore: (calls: [String: Instant], at: Instant)?
    /// Why the database has not been usable since it was last.
    var toldOutages = ToldOutages()
    /// The sites of which nothing was heard when it was looked last.
    var silentSites: Set<String> = []
    /// What was read at the start, until it is kept for a start with broken files, or is in force no longer.
    var unkept: DirectoryLoad?
    /// What somebody has done to the ledger's files, as it was told last.
    var ledgerHindrance: LedgerHindrance?
    /// The word that was left of what is in the ledger's log alone.
    var lostLog: LedgerFolder.LostRecords?
    /// The Unix users that were named at the start, until somebody has looked whether there are such users.
    var uncheckedUsers: [NamedUser]
    /// Of which calendars it was told that they are stale.
    var staleCalendars: Set<CalendarID> = []
    /// Those who have left leave of a calendar behind, as the directory had them last.
    var formerAgents: [AgentID: FormerAgent] = [:]
    /// When the roster was read, or an absence was ended since: a clock that shows less makes what was ended seem in force again.
    var lastEnding: Instant
    /// What is told once for as long as it holds.
    var conditions: ToldConditions
    /// Why the files were refused when they were read last; nil where they were taken.
    var refusal: DirectoryRefusal?
    /// What only passing time brings.
    var outlook: Outlook
    /// Writes and reads of the roster.
    let rosterWork = WorkQueue("majord-roster")
    /// Whose turn it is to change what is in force.
    var changeQueue = ChangeQueue()
    /// Whether the change whose turn it is was made of what somebody else has changed since.
    var isOvertaken = false
    /// Whether this site told events when it was looked last.
    var wasTeller = true
    /// Ends when every directory that was to be kept so far has been.
    var lastKeeping: Task<Void, Never>?
    /// Those that could not be kept, in the order in which they came into force.
    var waitingToBeKept: [(directory: KeptDirectory, events: [NewEvent])] = []
    /// Ends when every reload that was asked for so far has ended.
    var lastReload: Task<Void, Never>?
    /// How often something was forgotten that was to be overwritten in the ledger's log; what a start finds there counts as once.
    var erasures = Switchboard.erasuresAtStart
    /// Up to which of them it is.
    var overwritten = 0
    /// Why the log was not emptied when it was tried last.
    var lastOverwriting = Overwriting.done
    /// Whether a copy of the ledger is being made.
    var isCopying = false
    /// Whether something is being forgotten.
    var isForgetting = false
    private var watchers: [Int: AsyncStream<Void>.Continuation] = [:]
    private var lastWatcher = 0

    /// Reads the directory and the ledger, and publishes the first table. Where the directory has errors, the one that was in force last
    /// is used, as the ledger has kept it.
    ///
    /// - Parameters:
    ///   - configuration: The directory's path, as `DirectoryReader` takes it.
    ///   - directory: Its files, where somebody has begun to read them.
    ///   - missingUsers: Finds out which Unix users there are not. It is not asked before `checkUsers`: callers wait for the start.
    ///   - now: The clock.
    ///   - uptime: The clock that only goes on, by which jumps of the other one are noticed.
    /// - Throws: What keeps the daemon from starting.
    package init(
        configuration: String, directory: DirectoryAhead? = nil, ledger: Ledger, logger: Logger,
        missingUsers: @escaping MissingUsers = { _ in [] }, now: @escaping @Sendable () -> Instant,
        uptime: @escaping @Sendable () -> Milliseconds = systemUptime
    ) throws(StartError) {
        let instant = now()
        let directory = directory ?? DirectoryAhead(configuration, at: instant)
        let source = ledger.atStart
        let (load, lastGood) = try Self.load(configuration, directory, source, logger, at: instant)
        let warnings = RosterWarnings.findings(
            load.table, before: nil, isInForce: true, gaps: [], path: configuration, at: instant)
        logger.report(load.warnings + warnings, in: configuration)
        let notes = CallNotes()
        // What waits to be in the records is in force.
        let table = Self.table(load.table, withWishesOf: ledger.lastKnown)
        var tellBusy: (@Sendable () -> Void)?
        if let sites = ledger.sites { tellBusy = { [weak sites] in sites?.ring() } }
        desk = Desk(
            Published(table: table, numbers: load.numbers), notes: notes, site: ledger.sites?.number,
            tellBusy: tellBusy, now: now)
        recorder = CallRecorder(
            notes: notes, ledger: ledger.calls, events: ledger.events, logger: logger, now: now,
            leaveWord: { [folder = ledger.folder] in folder?.note($0) })
        health = ServiceHealth(lastGood: lastGood) { [known = ledger.lastKnown] in known?.wishes.count ?? 0 }
        overviews = Mutex(load.table.overview(at: instant))
        do throws(LedgerError) {
            calendars = CalendarStandings(try source.calendars.calendars())
            conditions = ToldConditions(try source.events.conditions())
            outlook = Outlook(seenUntil: try source.events.gapsSeen())
            eventCounts = EventCounts(after: try source.events.lastEvent())
            missedCalls = try MissedCallKeeper(
                ledger: ledger.missed, from: source.missed, desk: desk, logger: logger, now: now)
            forgetter = try Forgetter(
                ledger: ledger.forgetting, from: source.forgetting, logger: logger, now: now, uptime: uptime)
            let future = instant.advanced(by: .minutes(1))
            // A PBX asks again at once; the calls before are taken up while it is answered.
            let since = TakeUp(at: instant, maxCall: load.table.directory.settings.maxCall)
            desk.takeUp(
                try source.calls.calls(
                    toTakeUp: since, from: since.held, until: future, withHeld: true, limit: Self.takenUpAtOnce))
            let dialled = try source.calls.dialledCalls(
                since: instant.advanced(by: Milliseconds(-Desk.callBackMemory.count)),
                limit: BusyAgents.callBackCapacity)
            desk.takeUpDialled(dialled)
            desk.takeUpPassedOver(try source.calls.callsPassedOver(since: since.held, limit: Desk.ignoredCapacity))
            let untrue = try source.calls.countHeldCalls(from: future)
            if untrue > 0 {
                logger.report(
                    .answeredInFuture,
                    "\(counted(untrue, .call)) in the ledger \(untrue == 1 ? "was" : "were") answered in the future, as a clock that was wrong wrote it: nobody is held busy by \(untrue == 1 ? "it" : "them")"
                )
            }
        } catch {
            throw .ledger(error)
        }
        if let folder = ledger.folder { health.note(setAside: folder.damaged) }
        health.also { [calendars, desk] language in
            let table = desk.current.value.table
            return calendars.stale(table, at: now()).map { Trouble(.calendar, $0.sentence(table.clock, language)) }
        }
        siteFiles.note(load.copy?.files, below: configuration)
        health.also { [siteFiles, weak sites = ledger.sites] language in
            let words = TroubleWords(language)
            // Without the database nothing is heard of anybody, which is told already.
            let away = sites?.isConnected == true ? sites?.sites.filter(\.isAway) ?? [] : []
            return siteFiles.differences.map { Trouble(.sites, words.filesDiffer($0.site, $0.difference)) }
                + away.map { Trouble(.sites, words.siteIsAway($0.name)) }
        }
        if let known = ledger.lastKnown {
            health.also { language in
                known.trouble.map { [Trouble(.ledger, TroubleWords(language).lastKnownIsOld("\($0)"))] } ?? []
            }
        }
        caughtUp = source.database == nil && ledger.database != nil ? 0 : ledger.upkeep.connections
        lastEnding = instant
        started = instant
        unkept = lastGood == nil ? load : nil
        uncheckedUsers = load.users
        self.missingUsers = missingUsers
        self.configuration = configuration
        self.ledger = ledger
        self.logger = logger
        self.now = now
    }

    /// The directory in its files, or else the last good one.
    private static func load(
        _ configuration: String, _ directory: DirectoryAhead, _ ledger: Ledger, _ logger: Logger, at instant: Instant
    ) throws(StartError) -> (DirectoryLoad, ServiceHealth.LastGood?) {
        let roster: Roster
        do throws(LedgerError) {
            roster = try ledger.roster.load(from: instant, ended: endedInRoster)
        } catch {
            throw .ledger(error)
        }
        do throws(DirectoryLoad.Failure) {
            return (try DirectoryLoad(directory.reading, isKept: false, roster: roster, generation: 1), nil)
        } catch {
            guard case .findings(let findings) = error else { throw StartError(error) }
            // Another directory's files would be a surprise.
            guard let kept = try? ledger.directories.keptDirectory(), kept.path == DirectoryCopy.path(configuration),
                let load = try? DirectoryLoad(kept, roster: roster, generation: 1, at: instant)
            else { throw .directory(findings) }
            let errors = findings.filter { $0.severity == .error }
            let count = errors.count(of: .error)
            logger.report(
                .lastGoodDirectory,
                "\(configuration) has \(counted(count, .error)), so the directory read at "
                    + "\(load.table.clock.noted(kept.instant)) is used; mend the files and reload",
                ["errors": "\(count)"])
            logger.report(errors, in: configuration)
            return (
                load,
                ServiceHealth.LastGood(read: kept.instant, errors: count, what: DirectoryRefusal.what(errors))
            )
        }
    }

    package nonisolated var table: RoutingTable { desk.current.value.table }

    /// What is not as it should be, a sentence each.
    package nonisolated var troubles: [String] { troubles(in: .en).map(\.text) }

    package nonisolated func troubles(in language: Language) -> [Trouble] {
        health.troubles(recorder.backlog, table.clock, in: language)
    }

    /// Whether files or ledger cannot be used.
    package nonisolated var isDegraded: Bool { !health.failures(recorder.backlog, table.clock).isEmpty }

    /// How the service stands, in one line: coverage first, then what is not as it should be. It is looked at anew.
    package nonisolated func sentence(at instant: Instant) -> String {
        let overview = table.overview(at: instant)
        overviews.withLock { $0 = overview }
        return ([CoverageWords().sentence(overview)] + troubles).joined(separator: "; ")
    }

    /// How the service stood when it was looked at last: for those whose question may not cost more the larger the directory is.
    package nonisolated var lastOverview: Overview { overviews.withLock { $0 } }

    /// A signal after each change of the table or of the troubles, the first at once; ends when its reader goes away.
    package func changes() -> AsyncStream<Void> {
        let (stream, continuation) = AsyncStream<Void>.makeStream(bufferingPolicy: .bufferingNewest(1))
        lastWatcher += 1
        let watcher = lastWatcher
        watchers[watcher] = continuation
        continuation.onTermination = { _ in
            Task { await self.removeWatcher(watcher) }
        }
        continuation.yield()
        return stream
    }

    /// Ends every stream of changes, so that those who watch are let go.
    package func finish() {
        for watcher in watchers.values { watcher.finish() }
        watchers = [:]
    }

    func publish(_ published: Published) {
        desk.current.publish(published)
        noteChange()
    }

    /// Tells those who watch that the status is another.
    package func noteChange() {
        for watcher in watchers.values { watcher.yield() }
    }

    private func removeWatcher(_ watcher: Int) {
        watchers[watcher] = nil
    }
}

/// What keeps the daemon from starting.
package enum StartError: Error, Sendable {
    case directory([Finding])
    case ledger(LedgerError)
    /// A directory without findings that cannot be compiled: a mistake in majord.
    case `internal`(String)

    init(_ failure: DirectoryLoad.Failure) {
        switch failure {
        case .findings(let findings): self = .directory(findings)
        case .mistake(let text): self = .internal(text)
        }
    }
}
