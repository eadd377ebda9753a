/// A moment in time: milliseconds since 1970-01-01T00:00:00Z, without leap seconds (as POSIX counts).
///
/// Comparing two instants compares two integers. The usable range is 1900 to 2200; arithmetic saturates at its ends, so that no
/// value from a peer or a file can overflow.
package struct Instant: Hashable, Comparable, Sendable {
    package let milliseconds: Int64

    /// The start of the year 1900, UTC: before everything that majord knows of.
    package static let earliest = Instant(clamping: .min)
    /// The start of the year 2200, UTC: the end of an absence that is open-ended.
    package static let latest = Instant(clamping: .max)

    private static let limits: ClosedRange<Int64> = -2_208_988_800_000...7_258_118_400_000

    /// The instant that many milliseconds from the epoch, moved into the usable range where it lies outside.
    package init(clamping milliseconds: Int64) {
        self.milliseconds = min(max(milliseconds, Self.limits.lowerBound), Self.limits.upperBound)
    }

    /// This instant moved by a duration (negative: back), saturating at the ends of the range.
    package func advanced(by duration: Milliseconds) -> Instant {
        let (sum, overflow) = milliseconds.addingReportingOverflow(duration.count)
        return Instant(clamping: overflow ? (duration.count < 0 ? .min : .max) : sum)
    }

    /// The time from `other` to this instant; negative when `other` is later.
    package func since(_ other: Instant) -> Milliseconds {
        // Both lie within the limits, so the difference fits by far.
        Milliseconds(milliseconds - other.milliseconds)
    }

    package static func < (one: Instant, other: Instant) -> Bool {
        one.milliseconds < other.milliseconds
    }
}

/// A length of time in milliseconds.
package struct Milliseconds: Hashable, Comparable, Sendable {
    package let count: Int64

    package init(_ count: Int64) {
        self.count = count
    }

    package static func seconds(_ count: Int) -> Milliseconds { scaled(count, by: 1_000) }
    package static func minutes(_ count: Int) -> Milliseconds { scaled(count, by: 60_000) }
    package static func hours(_ count: Int) -> Milliseconds { scaled(count, by: 3_600_000) }
    package static func days(_ count: Int) -> Milliseconds { scaled(count, by: 86_400_000) }

    /// Whole seconds, without the rest.
    package var wholeSeconds: Int { Int(count / 1_000) }

    /// Whole seconds, and one for the rest: what lasts until a time does not end before it. For lengths of 0 or more.
    package var roundedUpToSeconds: Int { Int(count / 1_000) + (count % 1_000 > 0 ? 1 : 0) }

    package static func < (one: Milliseconds, other: Milliseconds) -> Bool {
        one.count < other.count
    }

    private static func scaled(_ count: Int, by factor: Int64) -> Milliseconds {
        let (product, overflow) = Int64(count).multipliedReportingOverflow(by: factor)
        return Milliseconds(overflow ? (count < 0 ? .min : .max) : product)
    }
}
