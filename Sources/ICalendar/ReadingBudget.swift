/// How much work calendars may make that are read together, whatever they say.
///
/// A step is a period of a rule that is looked at, a day or time that it could mean, or what takes about as long: less than ten
/// microseconds in a debug build, some ten nanoseconds in a release build. Counting them holds where a limit of time would depend on the
/// machine.
package struct ReadingBudget: Sendable {
    /// Of one rule: 270 years of days.
    static let stepsOfRule = 100_000
    /// Of all calendars together.
    package static let steps = 1_000_000
    /// Days and times of all events of a file together.
    static let occurrences = 100_000
    /// Different names of time zones in a file.
    static let zones = 64

    /// What takes longer than a step counts as several; of a text, so many bytes are one.
    static let bytesOfStep = 16
    static let stepsOfLine = 2
    static let stepsOfEvent = 3
    static let stepsOfValue = 4
    static let stepsOfOccurrence = 3
    static let stepsOfZone = 1_000

    private(set) var left = Self.steps
    private(set) var occurrences = Self.occurrences

    package init() {}

    /// What has been used until now.
    package var used: Int { Self.steps - left }

    /// What counts for each file begins again.
    mutating func beginFile() { occurrences = Self.occurrences }

    /// False where the steps are used up, also for all that comes later.
    package mutating func spend(_ count: Int) -> Bool {
        // Nothing more is counted once they are.
        guard left >= 0 else { return false }
        left -= count
        return left >= 0
    }

    mutating func take(_ count: Int, line: Int) throws(Unusable) {
        guard spend(count) else {
            throw Unusable(
                line,
                "the calendars up to here take more work than all of them together may; leave old events out, and let rules end (UNTIL)",
                endsReading: true)
        }
    }

    mutating func takeOccurrence(line: Int) throws(Unusable) {
        occurrences -= 1
        guard occurrences >= 0 else {
            throw Unusable(
                line,
                "the events up to here have more than \(Self.occurrences) days and times; let them end (UNTIL), or leave old ones out",
                endsReading: true)
        }
        try take(Self.stepsOfOccurrence, line: line)
    }
}
