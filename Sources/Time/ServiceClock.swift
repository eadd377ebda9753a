package import Foundation

/// The wall clock of the service's time zone, compiled into sorted changes of the offset.
///
/// Converting takes a binary search among integers and no calendar. Changes are known from 1990 to 2080; before and after that the
/// nearest offset holds.
package struct ServiceClock: Sendable {
    /// The zone's IANA name, such as `Europe/Amsterdam`.
    package let zone: String
    /// From `starts[i]` on (milliseconds since 1970) the offset is `offsets[i]` (milliseconds east of UTC).
    private let starts: [Int64]
    private let offsets: [Int64]

    package init(_ timeZone: TimeZone) {
        zone = timeZone.identifier
        var date = Date(timeIntervalSince1970: 631_152_000)
        let end = Date(timeIntervalSince1970: 3_471_292_800)
        var starts: [Int64] = [.min]
        var offsets = [Int64(timeZone.secondsFromGMT(for: date)) * 1_000]
        while let change = timeZone.nextDaylightSavingTimeTransition(after: date), change > date, change < end {
            starts.append(Int64(change.timeIntervalSince1970) * 1_000)
            offsets.append(Int64(timeZone.secondsFromGMT(for: change)) * 1_000)
            date = change
        }
        self.starts = starts
        self.offsets = offsets
    }

    /// A clock whose changes are known otherwise.
    ///
    /// - Parameters:
    ///   - offset: Seconds east of UTC before the first change.
    ///   - changes: From `start` on (seconds since 1970) the clock is that many seconds east of UTC; in rising order.
    package init(zone: String, offset: Int, changes: [(start: Int, offset: Int)]) {
        self.zone = zone
        starts = [.min] + changes.map { Int64($0.start) * 1_000 }
        offsets = [Int64(offset) * 1_000] + changes.map { Int64($0.offset) * 1_000 }
    }

    /// What the clock on the wall shows at an instant.
    package func local(_ instant: Instant) -> LocalDateTime {
        let offset = offset(at: instant.milliseconds)
        let shown = instant.milliseconds + offset
        let day = shown.flooredQuotient(by: 86_400_000)
        return LocalDateTime(
            day: CalendarDay(daysSince1970: Int(day)), millisecondOfDay: Int(shown - day * 86_400_000),
            offset: Int(offset / 1_000))
    }

    /// The calendar day of an instant.
    package func day(of instant: Instant) -> CalendarDay {
        let shown = instant.milliseconds + offset(at: instant.milliseconds)
        return CalendarDay(daysSince1970: Int(shown.flooredQuotient(by: 86_400_000)))
    }

    /// The instant at which the clock shows this time on this day.
    ///
    /// A time that occurs twice (clocks set back) is its first occurrence; one that is skipped (clocks set forward) is the instant of
    /// the change.
    package func instant(_ day: CalendarDay, _ time: LocalTime) -> Instant {
        let shown = Int64(day.daysSince1970) * 86_400_000 + Int64(time.minutes) * 60_000
        // Two offsets can be meant; the one in force a day earlier comes first.
        let earlier = index(at: shown - 86_400_000)
        let before = offsets[earlier]
        // Nearly always the clock does not change in between.
        guard earlier + 1 < starts.count, starts[earlier + 1] <= shown + 86_400_000 else {
            return Instant(clamping: shown - before)
        }
        let after = offset(at: shown + 86_400_000)
        guard before != after else { return Instant(clamping: shown - before) }
        if offset(at: shown - before) == before { return Instant(clamping: shown - before) }
        if offset(at: shown - after) == after { return Instant(clamping: shown - after) }
        return Instant(clamping: starts[index(at: shown - before)])
    }

    /// How often the clock shows a time on a day: once, but for the hour that is skipped or comes twice where clocks change.
    package enum Showing: Equatable, Sendable {
        case once, never, twice
    }

    package func showing(_ day: CalendarDay, _ time: LocalTime) -> Showing {
        let shown = Int64(day.daysSince1970) * 86_400_000 + Int64(time.minutes) * 60_000
        let offsets = Set([offset(at: shown - 86_400_000), offset(at: shown + 86_400_000)])
        switch offsets.count(where: { offset(at: shown - $0) == $0 }) {
        case 0: return .never
        case 1: return .once
        default: return .twice
        }
    }

    /// When the clock shows this time as calendars mean it (RFC 5545, section 3.3.5).
    ///
    /// A time that occurs twice is its first occurrence; one that is skipped is as long after the change as it would have been without.
    ///
    /// - Parameter wall: Seconds since 1970-01-01T00:00:00 on the wall.
    /// - Returns: Seconds since 1970, UTC; of any year.
    package func epochSeconds(wall: Int) -> Int {
        let shown = Int64(wall) * 1_000
        let before = offset(at: shown - 86_400_000)
        let after = offset(at: shown + 86_400_000)
        guard before != after, offset(at: shown - before) != before, offset(at: shown - after) == after else {
            return Int((shown - before) / 1_000)
        }
        return Int((shown - after) / 1_000)
    }

    /// What the clock shows, in seconds since 1970-01-01T00:00:00 on the wall, that many seconds after 1970, UTC.
    package func wallSeconds(epoch: Int) -> Int {
        Int((Int64(epoch) * 1_000 + offset(at: Int64(epoch) * 1_000)) / 1_000)
    }

    /// The current instant's text for people and programs, in the service's own time (RFC 3339).
    package func rfc3339(_ instant: Instant) -> String {
        local(instant).rfc3339
    }

    private func offset(at milliseconds: Int64) -> Int64 {
        offsets[index(at: milliseconds)]
    }

    private func index(at milliseconds: Int64) -> Int {
        var low = 0
        var high = starts.count
        while high - low > 1 {
            let middle = (low + high) / 2
            if starts[middle] <= milliseconds { low = middle } else { high = middle }
        }
        return low
    }
}

extension Int64 {
    /// The quotient rounded towards minus infinity; the divisor is positive.
    fileprivate func flooredQuotient(by divisor: Int64) -> Int64 {
        let quotient = self / divisor
        return self % divisor < 0 ? quotient - 1 : quotient
    }
}
