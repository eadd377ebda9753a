package import Logging
package import Records
package import Routing
import Synchronization
package import Time

/// Forgets what has been kept long enough: calls, cases, missed calls, the roster, events: a few at a time, never more than a month's in a day, and not at all while
/// the clock may be wrong. What is forgotten by mistake is gone for ever, and nobody waits for what is forgotten late.
package final class Forgetter: Sendable {
    /// The most records that one transaction takes: reports of calls have their turn at the ledger in between.
    package static let rowsAtOnce = 500
    /// How much of the recorded time is forgotten in a day at the most.
    package static let dayBudget = Milliseconds.days(30)

    private let ledger: any ForgettingRecords
    private let logger: Logger
    private let now: @Sendable () -> Instant
    private let uptime: @Sendable () -> Milliseconds
    private let watch: Mutex<ClockWatch>

    /// - Throws: What the ledger says when it cannot be read.
    package init(
        ledger: any ForgettingRecords, from source: (any ForgettingRecords)? = nil, logger: Logger,
        now: @escaping @Sendable () -> Instant,
        uptime: @escaping @Sendable () -> Milliseconds
    ) throws(LedgerError) {
        self.ledger = ledger
        self.logger = logger
        self.now = now
        self.uptime = uptime
        let watch = ClockWatch(
            wall: now(), uptime: uptime(), newestRecord: try (source ?? ledger).newestRecord(),
            distrustedUntil: try (source ?? ledger).distrustedUntil())
        self.watch = Mutex(watch)
        if !watch.isTrusted(at: uptime()) {
            remember(watch)
            logger.report(
                .clockJumped,
                "The clock is over a week after the newest record, or has jumped lately; no records are forgotten for a day"
            )
        }
    }

    /// Looks whether the clock has jumped. To be called every few seconds.
    ///
    /// - Returns: Whether the clock can be trusted.
    @discardableResult
    package func observe() -> Bool {
        let (wall, uptime) = (now(), uptime())
        let (jump, watch) = watch.withLock { ($0.observe(wall: wall, uptime: uptime), $0) }
        if let jump {
            remember(watch)
            let direction = jump.count < 0 ? "back" : "ahead"
            logger.report(
                .clockJumped,
                "The clock was put \(direction) by \(abs(jump.count) / 60_000) minutes; no records are forgotten for a day"
            )
        }
        return watch.isTrusted(at: uptime)
    }

    /// Forgets what is to be forgotten today. Blocks its thread for as long as that takes, in small transactions.
    ///
    /// - Parameters:
    ///   - block: The client's block that a number is in, to which it is cut; nil where it is in none.
    ///   - pause: Called between two transactions, to give way; false ends it.
    package func forget(
        _ retention: Settings.Retention, block: (PhoneNumber) -> NumberBlock? = { _ in nil }, pause: () -> Bool
    ) throws(LedgerError) {
        while observe() {
            let instant = now()
            guard let day = try ledger.forgettingDay(at: instant, budget: Self.dayBudget) else { return }
            let kept = ForgettingDay(
                callsBefore: instant.advanced(by: Milliseconds(-retention.calls.count)),
                numbersBefore: instant.advanced(by: Milliseconds(-retention.numbers.count)),
                absencesBefore: instant.advanced(by: Milliseconds(-retention.absences.count)),
                eventsBefore: instant.advanced(by: Milliseconds(-retention.events.count)))
            let forgotten = try ledger.forget(kept.limited(to: day), atMost: Self.rowsAtOnce, block: block)
            guard forgotten == Self.rowsAtOnce, pause() else { return }
        }
    }

    /// Keeps for the next start until when the clock is not trusted. Failing to is no reason to stop: the start has rules of its own.
    private func remember(_ watch: ClockWatch) {
        guard let until = watch.distrustedUntil else { return }
        try? ledger.distrust(until: until)
    }
}
