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
        let connections = ledger.upkeep.connections
        if connections != caughtUp, await catchUp() {
            let isFirst = caughtUp == 0
            caughtUp = connections
            if isFirst { await takeUpRecordedCalls() }
            recorder.maintain()
        }
        let instant = now()
        await BackgroundThread.run("majord-last-known") { known.refresh(at: instant) }
    }

    /// - Returns: Whether all of it could be read.
    private func catchUp() async -> Bool {
        let (ledger, missedCalls) = (ledger, missedCalls)
        return await change {
            let instant = now()
            let read = try? await consult { roster throws(LedgerError) in
                try missedCalls.changing { () throws(LedgerError) in }
                return (
                    roster: try roster.load(from: instant, ended: Self.endedInRoster),
                    conditions: try ledger.events.conditions(), seen: try ledger.events.gapsSeen(),
                    calendars: try ledger.calendars.calendars()
                )
            }
            // Whoever cannot read the ledger now hears of it from the recorder, and this is tried again.
            guard let read else { return false }
            conditions = ToldConditions(read.conditions)
            outlook = Outlook(seenUntil: read.seen)
            calendars.take(read.calendars)
            lastEnding = instant
            let old = desk.current.value
            publish(
                Published(
                    table: RoutingTable(old.table, roster: read.roster, generation: old.table.generation + 1),
                    numbers: old.numbers))
            logger.report(
                .databaseRead, "The records were read anew from \(ledger.database ?? "the database")",
                ["generation": "\(old.table.generation + 1)"])
            return true
        }
    }
}
