import Glibc
import Logging
import Records
import Routing
import Time

extension Switchboard {
    /// Puts in force again what a clock that was ahead had taken for over, and keeps ended what was ended meanwhile. To be called every few
    /// seconds.
    package func followClock() async {
        guard isClockBehind(at: now()) else { return }
        await change {
            let instant = now()
            guard isClockBehind(at: instant) else { return }
            let roster = try? await consult { roster throws(LedgerError) in
                try roster.load(from: instant, ended: Self.endedInRoster)
            }
            // Whoever cannot read the ledger now hears of it from the recorder, and this is tried again.
            guard let roster else { return }
            lastEnding = instant
            let old = desk.current.value
            publish(
                Published(
                    table: RoutingTable(old.table, roster: roster, generation: old.table.generation + 1),
                    numbers: old.numbers))
        }
    }

    /// Whether absences that are over by then are in force again at an instant.
    private func isClockBehind(at instant: Instant) -> Bool {
        instant < max(table.roster.completeFrom, lastEnding)
    }

    /// Forgets what has been kept long enough, on a thread of its own.
    package nonisolated func forget() async {
        guard isTeller else { return }
        let (forgetter, notes, logger, table) = (forgetter, desk.notes, logger, table)
        await BackgroundThread.run("majord-forget") {
            do throws(LedgerError) {
                try forgetter.forget(table.directory.settings.retention, block: table.block(around:)) {
                    usleep(Self.givingWay)
                    return !notes.isFinished
                }
            } catch {
                logger.error("Old records could not be removed: \(error)")
            }
        }
    }

    /// How long the forgetter stays away from the ledger between two transactions, in microseconds.
    private static let givingWay: UInt32 = 20_000
}
