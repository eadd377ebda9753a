import Routing
package import Time

/// Whether the wall clock can be trusted with what is forgotten for ever: it is compared with one that only goes on, and at a start with
/// the newest record.
///
/// A struct without a clock of its own. `uptime` is the time since the machine was started, sleep included (CLOCK_BOOTTIME,
/// clock_gettime(2)), which nobody can set.
package struct ClockWatch: Sendable {
    /// The clocks may come apart by so much: more than a clock that is disciplined ever does, less than matters here.
    static let tolerance = Milliseconds.minutes(5)
    /// How long after a jump the clock is not trusted: somebody notices a wrong date within a day.
    package static let settling = Milliseconds.hours(24)
    /// A start longer than this after the newest record counts as a jump.
    static let longestRest = Milliseconds.days(7)

    /// What both clocks showed at the start, or after the last jump.
    private var wall: Instant
    private var uptime: Milliseconds
    /// From which uptime on the clock is trusted; nil: since before the start.
    private var trustedFrom: Milliseconds?

    /// - Parameters:
    ///   - newestRecord: When something was recorded last; nil when nothing ever was.
    ///   - distrustedUntil: What `distrustedUntil` was before the start; nil: the clock was trusted.
    package init(wall: Instant, uptime: Milliseconds, newestRecord: Instant?, distrustedUntil: Instant?) {
        self.wall = wall
        self.uptime = uptime
        if let newestRecord, wall.since(newestRecord) > Self.longestRest {
            distrust(for: Self.settling)
        } else if let distrustedUntil, distrustedUntil > wall {
            // The clock may have been put back since.
            distrust(for: min(distrustedUntil.since(wall), Self.settling))
        }
    }

    /// Compares the clocks.
    ///
    /// - Returns: By how much the wall clock has jumped since the last time (negative: back), when it has.
    package mutating func observe(wall: Instant, uptime: Milliseconds) -> Milliseconds? {
        let jump = Milliseconds(wall.since(self.wall).count - (uptime.count - self.uptime.count))
        guard abs(jump.count) > Self.tolerance.count else { return nil }
        self.wall = wall
        self.uptime = uptime
        distrust(for: Self.settling)
        return jump
    }

    package func isTrusted(at uptime: Milliseconds) -> Bool {
        trustedFrom.map { $0 <= uptime } ?? true
    }

    /// When the wall clock, as it goes now, will be trusted; nil: since before the start.
    package var distrustedUntil: Instant? {
        trustedFrom.map { wall.advanced(by: Milliseconds($0.count - uptime.count)) }
    }

    private mutating func distrust(for time: Milliseconds) {
        trustedFrom = Milliseconds(uptime.count + time.count)
    }
}
