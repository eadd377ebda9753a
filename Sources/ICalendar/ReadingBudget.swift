/// How much work one calendar may make, whatever it says.
///
/// A step is a period of a rule that is looked at, a day or time that it could mean, or a value of a list: some ten nanoseconds. Counting
/// them holds where a limit of time would depend on the machine.
struct ReadingBudget {
    /// Of one rule: 270 years of days.
    static let stepsOfRule = 100_000
    /// Of all rules of a file.
    static let steps = 2_000_000
    /// Days and times of all events of a file together.
    static let occurrences = 100_000
    /// Different names of time zones in a file.
    static let zones = 64

    private(set) var steps = Self.steps
    private(set) var occurrences = Self.occurrences

    /// What all expansions have used.
    var used: Int { Self.steps - steps }

    mutating func take(_ count: Int, line: Int) throws(Unusable) {
        steps -= count
        guard steps >= 0 else {
            throw Unusable(line, "the rules (RRULE) up to here take more work than a calendar may; split the file")
        }
    }

    mutating func takeOccurrence(line: Int) throws(Unusable) {
        occurrences -= 1
        guard occurrences >= 0 else {
            throw Unusable(
                line,
                "the events up to here have more than \(Self.occurrences) days and times; let them end (UNTIL), or split the file"
            )
        }
    }
}
