import MajorAPI
import Routing

/// A day, a time, or both, as a person says it.
struct Moment: Equatable {
    enum Day: Equatable {
        case today, tomorrow
        /// The first such day that is not over.
        case weekday(Weekday)
        /// Without a year: the first such date that is not over.
        case date(day: Int, month: Int, year: Int?)
    }

    var day: Day?
    var time: LocalTime?
    /// Given as RFC 3339, which needs no clock.
    var exact: Instant?
}

/// Why a text is no moment, or no moments.
enum MomentError: Error, Equatable {
    case unreadable(String)
    case noSuchDate(String)
    case missing
    case tooMany
}

extension MomentError: CustomStringConvertible {
    var description: String {
        switch self {
        case .unreadable(let text):
            "`\(text)` is no day or time; write for example tomorrow, monday, 24-12, 2026-12-24, 09:00 or \"monday 09:00\""
        case .noSuchDate(let text): "there is no such date as \(text)"
        case .missing: "a day or a time is missing"
        case .tooMany: "more days and times than expected"
        }
    }
}

extension Moment {
    /// Reads moments from words: a time belongs to the day before it.
    static func read(_ words: [String]) throws(MomentError) -> [Moment] {
        var moments: [Moment] = []
        for word in words.flatMap({ $0.split(separator: " ").map { $0.lowercased() } }) {
            if let exact = LocalDateTime(rfc3339: word.uppercased()) {
                moments.append(Moment(exact: exact.instant))
            } else if let time = time(word) {
                if let last = moments.last, last.day != nil, last.time == nil {
                    moments[moments.count - 1].time = time
                } else {
                    moments.append(Moment(time: time))
                }
            } else if let day = day(word) {
                moments.append(Moment(day: day))
            } else {
                throw .unreadable(word)
            }
        }
        return moments
    }

    /// When it begins: a day without a time begins at midnight. Never before `reference`'s day.
    func start(_ clock: ServiceClock, from reference: Instant) throws(MomentError) -> Instant {
        try instant(clock, from: reference, isEnd: false)
    }

    /// When it ends: a day without a time counts to its end.
    func end(_ clock: ServiceClock, from reference: Instant) throws(MomentError) -> Instant {
        try instant(clock, from: reference, isEnd: true)
    }

    private func instant(_ clock: ServiceClock, from reference: Instant, isEnd: Bool) throws(MomentError) -> Instant {
        if let exact { return exact }
        let today = clock.day(of: reference)
        func moment(_ day: CalendarDay) -> Instant {
            if let time { return clock.instant(day, time) }
            return clock.instant(isEnd ? day.advanced(by: 1) : day, .startOfDay)
        }
        switch day {
        case nil, .today: return moment(today)
        case .tomorrow: return moment(today.advanced(by: 1))
        case .weekday(let weekday):
            let ahead = (weekday.rawValue - today.weekday.rawValue + 7) % 7
            let first = today.advanced(by: ahead)
            // A time that is over today means next week's.
            return time != nil && moment(first) <= reference ? moment(first.advanced(by: 7)) : moment(first)
        case .date(let day, let month, let year):
            if let year {
                guard let date = CalendarDay(year: year, month: month, day: day) else { throw .noSuchDate(text) }
                return moment(date)
            }
            // 29 February comes within eight years.
            for year in today.date.year...(today.date.year + 8) {
                if let date = CalendarDay(year: year, month: month, day: day), date >= today { return moment(date) }
            }
            throw .noSuchDate(text)
        }
    }

    private var text: String {
        guard case .date(let day, let month, let year) = day else { return "" }
        return "\(day)-\(month)" + (year.map { "-\($0)" } ?? "")
    }

    private static func time(_ word: String) -> LocalTime? {
        let parts = word.split(separator: ":", omittingEmptySubsequences: false)
        guard parts.count == 2, (1...2).contains(parts[0].count), parts[1].count == 2,
            let hour = Self.number(parts[0]), let minute = Self.number(parts[1])
        else { return nil }
        return LocalTime(hour: hour, minute: minute)
    }

    private static func day(_ word: String) -> Day? {
        if let known = days[word] { return known }
        let parts = word.split(whereSeparator: { $0 == "-" || $0 == "/" })
        let numbers = parts.compactMap(Self.number)
        guard numbers.count == parts.count else { return nil }
        switch (numbers.count, parts.first?.count) {
        case (2, 1), (2, 2): return .date(day: numbers[0], month: numbers[1], year: nil)
        case (3, 4): return .date(day: numbers[2], month: numbers[1], year: numbers[0])
        case (3, 1) where parts[2].count == 4, (3, 2) where parts[2].count == 4:
            return .date(day: numbers[0], month: numbers[1], year: numbers[2])
        default: return nil
        }
    }

    private static func number(_ text: Substring) -> Int? {
        guard !text.isEmpty, text.count <= 4, text.utf8.allSatisfy({ $0 >= 0x30 && $0 <= 0x39 }) else { return nil }
        return Int(text)
    }

    private static let days: [String: Day] = {
        var days: [String: Day] = ["today": .today, "tomorrow": .tomorrow]
        for weekday in Weekday.allCases {
            let name = weekday.name.lowercased()
            days[name] = .weekday(weekday)
            days[String(name.prefix(3))] = .weekday(weekday)
        }
        return days
    }()
}
