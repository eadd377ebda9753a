/// A day, a time, or both, as a person says it; what it means is for a ``MomentReader`` to tell.
package struct Moment: Equatable, Sendable {
    package enum Day: Equatable, Sendable {
        /// So many days from today: `tomorrow` is 1.
        case fromToday(Int)
        case weekday(Weekday)
        /// The one of the week after this one, which begins on Monday.
        case nextWeek(Weekday)
        case date(day: Int, month: Int, year: Int?)

        /// Whether one of several days must be chosen.
        package var isChosen: Bool {
            switch self {
            case .weekday, .date(_, _, nil): true
            case .fromToday, .nextWeek, .date: false
            }
        }

        /// Whether it is told as seen from today.
        var isToday: Bool { if case .fromToday = self { true } else { false } }
    }

    /// A part of a day that has a name.
    package enum Part: Equatable, Sendable {
        case morning, afternoon, evening

        /// When it begins: 6:00, 12:00, 18:00.
        package var start: LocalTime { times.start }
        /// When it ends: 12:00, 18:00, 24:00.
        package var end: LocalTime { times.end }

        private var times: (start: LocalTime, end: LocalTime) {
            let (six, noon, evening) = (
                LocalTime(hour: 6, minute: 0), LocalTime(hour: 12, minute: 0), LocalTime(hour: 18, minute: 0)
            )
            return switch self {
            case .morning: (six ?? .startOfDay, noon ?? .endOfDay)
            case .afternoon: (noon ?? .startOfDay, evening ?? .endOfDay)
            case .evening: (evening ?? .startOfDay, .endOfDay)
            }
        }
    }

    package var day: Day?
    package var time: LocalTime?
    /// The part of the day that the time begins; as an end it is meant with its end.
    package var part: Part?
    /// Given as RFC 3339, which needs no clock.
    package var exact: Instant?
    /// Whether it was said to be an end, by what stood before it.
    package var isEnd = false
    /// Whether somebody is back then: as an end a day without a time is not a part of it.
    package var isReturn = false
    /// As it was typed, for messages.
    package var text: String

    /// Whether a time that follows belongs to it.
    var takesTime: Bool { day != nil && time == nil }
}

extension Moment {
    /// Reads moments from words, each of which may hold several.
    package static func read(_ words: [String]) throws(MomentError) -> [Moment] {
        var all: [String] = []
        for word in words {
            let parts = word.split(whereSeparator: \.isWhitespace).map { $0.lowercased() }
            // A script whose variable is empty must not get a shorter leave than it meant.
            guard !parts.isEmpty else { throw .missing }
            all += parts
        }
        var parser = MomentParser(all)
        return try parser.read()
    }
}
