/// A day, a time, or both, as a person says it; what it means is for a ``MomentReader`` to tell.
package struct Moment: Equatable, Sendable {
    package enum Day: Equatable, Sendable {
        /// So many days from today: `tomorrow` is 1.
        case fromToday(Int)
        /// So many months from today.
        case monthsFromToday(Int)
        case weekday(Weekday)
        /// The first one after today: `komende maandag`.
        case coming(Weekday)
        /// The last one before today: `last monday`.
        case previous(Weekday)
        /// The first one from today on, and so many weeks later: `maandag over een week`.
        case weeksAfter(Int, Weekday)
        /// Of the week that begins on Monday and lies so many weeks after this one; nil: the whole week.
        case week(Int, Weekday?)
        /// All of a week of the calendar, by its number (ISO 8601): 1 to 53.
        case calendarWeek(Int, year: Int?)
        /// The day of the week, where it was named, is to be that day's. A year of two digits is as it was written.
        case date(day: Int, month: Int, year: Int?, Weekday? = nil)

        /// Whether one of several days must be chosen.
        package var isChosen: Bool {
            switch self {
            case .weekday, .date(_, _, nil, _), .calendarWeek(_, year: nil): true
            case .fromToday, .monthsFromToday, .coming, .previous, .weeksAfter, .week, .date, .calendarWeek: false
            }
        }

        /// Whether it is told as seen from today.
        var isToday: Bool { if case .fromToday = self { true } else { false } }
    }

    /// A part of a day that has a name.
    package enum Part: Equatable, Sendable {
        case morning, afternoon, evening

        /// From 6:00 to noon, from there to 18:00, from there to 24:00.
        func times(noon: LocalTime) -> (start: LocalTime, end: LocalTime) {
            let (six, evening) = (LocalTime(hour: 6, minute: 0), LocalTime(hour: 18, minute: 0))
            return switch self {
            case .morning: (six ?? .startOfDay, noon)
            case .afternoon: (noon, evening ?? .endOfDay)
            case .evening: (evening ?? .startOfDay, .endOfDay)
            }
        }
    }

    package var day: Day?
    package var time: LocalTime?
    /// So many after the time, where that was written: nobody is away by the second, but calls are.
    package var seconds = 0
    /// When the part of the day ends that the time begins; as an end it is meant with its end.
    package var partEnd: LocalTime?
    /// Given as RFC 3339, which needs no clock.
    package var exact: Instant?
    /// So many minutes from now.
    package var minutesAhead: Int?
    /// No moment, but how long it is.
    package var length: TimeSpan?
    /// Whether it was said to be a beginning, or an end, by what stood before it.
    package var isBeginning = false
    package var isEnd = false
    /// Whether somebody is back then: as an end a day without a time is not a part of it.
    package var isReturn = false
    /// Whether it is said to come on top of the one before: `24 and 25 december`.
    package var isAlso = false
    /// As it was typed, for messages.
    package var text: String

    /// Whether it says which week is meant.
    var namesWeek: Bool { text.contains("week") || text.contains("weken") }

    /// Whether it is a length that is said to be one from here on: `+2h`.
    var isAhead: Bool { text.hasPrefix("+") }

    /// Whether a time that follows belongs to it.
    var takesTime: Bool { day != nil && time == nil }
}

extension Moment {
    /// Reads moments from words, each of which may hold several.
    package static func read(_ words: [String], noon: LocalTime = .noon) throws(MomentError) -> [Moment] {
        var parser = MomentParser(try TokenReader.read(words), noon: noon)
        return try parser.read()
    }

    /// The single words that a day or a time is said with, in every language.
    package static let knownWords: Set<String> = {
        let phrases = MomentWords.phrases.keys.flatMap { $0.split(separator: " ").map(String.init) }
        let starters = [MomentWords.next, MomentWords.this, MomentWords.coming, MomentWords.last, MomentWords.every]
        return Set(phrases).union(MomentWords.months.keys).union(MomentWords.units.keys).union(starters.joined())
    }()
}
