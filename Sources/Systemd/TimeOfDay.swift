import Glibc

/// A time on the clock on the wall, written `18:04:05.123`.
package struct TimeOfDay: Sendable, Equatable, CustomStringConvertible {
    package let hour: Int
    package let minute: Int
    package let second: Int
    package let millisecond: Int

    package init(hour: Int, minute: Int, second: Int, millisecond: Int) {
        self.hour = hour
        self.minute = minute
        self.second = second
        self.millisecond = millisecond
    }

    /// The time now, in the process's time zone.
    package static func now() -> TimeOfDay {
        var instant = timespec()
        clock_gettime(CLOCK_REALTIME, &instant)
        var local = tm()
        localtime_r(&instant.tv_sec, &local)
        return TimeOfDay(
            hour: Int(local.tm_hour), minute: Int(local.tm_min), second: Int(local.tm_sec),
            millisecond: instant.tv_nsec / 1_000_000)
    }

    package var description: String {
        "\(Self.padded(hour, 2)):\(Self.padded(minute, 2)):\(Self.padded(second, 2)).\(Self.padded(millisecond, 3))"
    }

    private static func padded(_ number: Int, _ width: Int) -> String {
        let digits = String(number)
        return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
}
