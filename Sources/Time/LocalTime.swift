/// A time on the wall clock of a day: minutes since midnight, 0 to 1440 (24:00, the end of the day).
package struct LocalTime: Hashable, Comparable, Sendable {
    package let minutes: Int

    package static let startOfDay = LocalTime(trusted: 0)
    package static let endOfDay = LocalTime(trusted: 1_440)
    /// 12:30: where morning ends and afternoon begins, unless a service says otherwise.
    package static let noon = LocalTime(trusted: 750)

    private init(trusted minutes: Int) {
        self.minutes = minutes
    }

    /// The time with this hour and minute, or nil where a clock shows none; 24:00 is the end of the day.
    package init?(hour: Int, minute: Int) {
        guard (0...24).contains(hour), (0...59).contains(minute), hour < 24 || minute == 0 else { return nil }
        minutes = hour * 60 + minute
    }

    /// The time of `7:30` or `07:30`; nil for anything else.
    package init?(written text: some StringProtocol) {
        let parts = text.split(separator: ":", omittingEmptySubsequences: false)
        guard parts.count == 2, (1...2).contains(parts[0].count), parts[1].count == 2,
            parts.allSatisfy({ $0.utf8.allSatisfy { $0 >= 0x30 && $0 <= 0x39 } }),
            let hour = Int(parts[0]), let minute = Int(parts[1])
        else { return nil }
        self.init(hour: hour, minute: minute)
    }

    package static func < (one: LocalTime, other: LocalTime) -> Bool {
        one.minutes < other.minutes
    }
}

extension LocalTime: CustomStringConvertible {
    /// `07:30`
    package var description: String {
        "\(twoDigits(minutes / 60)):\(twoDigits(minutes % 60))"
    }
}

/// A date and a time on the wall clock, with the zone's offset that was in force.
package struct LocalDateTime: Hashable, Sendable {
    package let day: CalendarDay
    /// Milliseconds since midnight on the wall clock, 0 to 86,399,999.
    package let millisecondOfDay: Int
    /// Seconds east of UTC.
    package let offset: Int

    package init(day: CalendarDay, millisecondOfDay: Int, offset: Int) {
        self.day = day
        self.millisecondOfDay = millisecondOfDay
        self.offset = offset
    }

    /// Hour and minute, without seconds.
    package var time: LocalTime {
        LocalTime(hour: millisecondOfDay / 3_600_000, minute: millisecondOfDay / 60_000 % 60) ?? .startOfDay
    }

    /// `2026-12-24T09:00:00+01:00`, with milliseconds where there are any (RFC 3339).
    package var rfc3339: String {
        let seconds = millisecondOfDay / 1_000
        let clock = "\(twoDigits(seconds / 3_600)):\(twoDigits(seconds / 60 % 60)):\(twoDigits(seconds % 60))"
        let rest = millisecondOfDay % 1_000
        let fraction = rest == 0 ? "" : "." + String(String(1_000 + rest).dropFirst())
        let minutesEast = offset.magnitude / 60
        let zone = "\(twoDigits(Int(minutesEast) / 60)):\(twoDigits(Int(minutesEast) % 60))"
        return "\(day)T\(clock)\(fraction)\(offset < 0 ? "-" : "+")\(zone)"
    }
}
