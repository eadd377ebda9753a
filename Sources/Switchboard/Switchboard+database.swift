import Logging
import Records
import Routing
import Time

/// Records that are in a database, which may be away and come back.
extension Switchboard {
    /// Looks at the database anew where somebody has connected to it since: what was committed without an answer is there, what a server before it
    /// had and it has not is gone. Then keeps what a start needs on this machine. To be called each second.
    package func followDatabase() async {
        guard let known = ledger.lastKnown else { return }
        tellOutage()
        let (connections, recorder) = (ledger.upkeep.connections, recorder)
        // What a call came to may wait on this machine.
        if connections != caughtUp, caughtUp == 0 || recorder.backlog.waiting > 0 {
            await BackgroundThread.run("majord-upkeep") { recorder.maintain() }
        }
        if connections != caughtUp, await catchUp() {
            logger.report(
                .databaseRead, "The records were read anew from \(ledger.database ?? "the database")",
                ["generation": "\(table.generation)"])
            let isFirst = caughtUp == 0
            caughtUp = connections
            heldBefore = (desk.held, now())
            if isFirst { await takeUpRecordedCalls() }
            await BackgroundThread.run("majord-upkeep") { recorder.maintain() }
        }
        await letGoHeldBefore()
        if known.hasWishes, known.isConnected { await change {} }
        await followSites()
        await keepLastKnown()
    }

    /// Lets go whoever was held while the database was away for a call that keeps nobody busy in the records: it was over there, or somebody at another
    /// site has freed him.
    private func letGoHeldBefore() async {
        guard let (held, at) = heldBefore, !held.isEmpty else { return heldBefore = nil }
        // What was reported before that is in the records first.
        guard recorder.backlog.isAvailable, recorder.backlog.oldest.map({ $0 > at }) ?? true else { return }
        let (calls, maxCall) = (ledger.calls, table.directory.settings.maxCall)
        let since = TakeUp(decided: .latest, ended: .latest, held: at.advanced(by: Milliseconds(-maxCall.count)))
        let records = await BackgroundThread.run("majord-take-up") {
            try? calls.calls(toTakeUp: since, from: .latest, until: .latest, withHeld: true, limit: 0)
        }
        guard let records else { return }
        heldBefore = nil
        let over = desk.letGo(held, but: Set(records.map(\.callID)))
        guard !over.isEmpty else { return }
        for (agent, call) in over {
            logger.report(
                .agentFreed, "\(agent) was freed from call \(call), which keeps nobody busy in the records by now",
                ["user": "majord", "agent": "\(agent)", "call": "\(call)"])
        }
        noteChange()
    }

    /// Keeps what a start needs on this machine, where it has changed.
    package func keepLastKnown() async {
        guard let known = ledger.lastKnown, known.isConnected else { return }
        let instant = now()
        _ = await BackgroundThread.run("majord-last-known") { known.refresh(at: instant) }
    }

    /// Tells of a database that is away although nobody has asked it meanwhile, and of each other cause that shows while it is.
    private func tellOutage() {
        guard let outage = ledger.upkeep.outage else { return toldOutages = ToldOutages() }
        let isNew = toldOutages.take("\(outage)")
        // Whoever was refused for it has told of it.
        guard isNew, recorder.backlog.trouble?.contains("\(outage)") != true else { return }
        recorder.noteUnavailable("Calls go on, and changes wait or are refused: \(outage)", outage)
    }

    /// Tells of records that cannot be changed, each cause once until they can: whoever wanted to change something is told himself.
    func tellRefusal(_ text: String, _ error: LedgerError) {
        guard error.isOutage else { return }
        if recorder.backlog.isAvailable { toldOutages = ToldOutages() }
        if toldOutages.take("\(error)") { recorder.noteUnavailable("\(text): \(error)", error) }
    }

    /// - Returns: Whether all of it could be read.
    func catchUp() async -> Bool {
        let missedCalls = missedCalls
        let isRead = await BackgroundThread.run("majord-missed") { (try? missedCalls.reload()) != nil }
        guard isRead else { return false }
        return await change { await readAnew() }
    }

    /// Reads the roster anew, and with all else that is told of it where `isWhole`. Whoever calls this has the turn.
    func readAnew(isWhole: Bool = true) async -> Bool {
        let (instant, ledger) = (now(), ledger)
        let read = try? await consult { roster throws(LedgerError) in
            (
                told: isWhole ? (try ledger.events.conditions(), try ledger.events.gapsSeen()) : nil,
                calendars: try ledger.calendars.calendars(),
                roster: try roster.load(from: instant, ended: Self.endedInRoster)
            )
        }
        // Whoever cannot read the ledger now hears of it from the recorder, and this is tried again.
        guard let read else { return false }
        if let (told, seen) = read.told {
            conditions = ToldConditions(told)
            outlook = Outlook(seenUntil: seen)
        }
        calendars.take(read.calendars)
        lastEnding = instant
        let old = desk.current.value
        let table = RoutingTable(old.table, roster: read.roster, generation: old.table.generation + 1)
        publish(Published(table: Self.table(table, withWishesOf: ledger.lastKnown), numbers: old.numbers))
        return true
    }
}
