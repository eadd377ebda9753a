/// Makes hours that come back, and their term, of tokens: `every friday afternoon from 4 december`, `om de week op dinsdag`,
/// `mondays and fridays from 9 to 12 until 1 march`.
///
/// Days of the week and times make the hours: a day without a time of its own has the one that follows, `monday and friday afternoon`.
/// Other days are the term's.
struct SeriesParser {
    /// Days, and their times; all of the day where there are none.
    private struct Group {
        var days: [Weekday] = []
        var ranges: [WeeklyHours.Range] = []
        var start: LocalTime?

        var hasTimes: Bool { !ranges.isEmpty || start != nil }
    }

    private let noon: LocalTime
    private var groups: [Group] = []
    private var link: MomentWords.Link?
    private var linkText = ""
    private var isBetween = false
    private var isOpen = false
    /// Whether the token before was a day of the week, from which others can be counted.
    private var isAfterDay = false

    private var rhythm: Int?
    /// Every so many weeks.
    var weeks: Int { rhythm ?? 1 }
    private(set) var hours = WeeklyHours()
    var first: Moment?
    var last: Moment?
    private(set) var length: TimeSpan?
    /// Whether it was said that it has no end.
    private(set) var isWithoutEnd = false

    /// Whether the words are of something that comes back.
    static func isSeries(_ tokens: [Token]) -> Bool {
        tokens.contains {
            switch $0.kind {
            case .every, .plural, .days: true
            default: false
            }
        }
    }

    init(_ tokens: [Token], noon: LocalTime) throws(MomentError) {
        self.noon = noon
        for token in tokens { try take(token) }
        guard !isOpen else { throw .missing }
        hours = try weekly()
    }

    private mutating func take(_ token: Token) throws(MomentError) {
        var isDay = false
        isOpen = false
        switch token.kind {
        case .every(let weeks):
            // `every monday and every other friday` are two.
            guard rhythm == nil || rhythm == weeks else { throw .tooMany }
            rhythm = weeks
        case .open:
            guard last == nil, length == nil else { throw .tooMany }
            isWithoutEnd = true
        case .wholeDay:
            try note(.startOfDay)
            try close(.endOfDay)
        case .plural, .filler: return
        case .link(let link):
            isOpen = true
            return take(link, token.text)
        case .days(let days): add(days)
        case .day(.weekday(let weekday)):
            isDay = try take(weekday, token.text)
        case .day(let day): try term(day, token.text)
        case .length(let span):
            guard length == nil, last == nil else { throw .tooMany }
            length = span
        case .part(let part):
            let times = part.times(noon: noon)
            try note(times.start)
            try close(times.end)
        case .time(let time), .hour(let time): try note(time)
        case .noon: try note(noon)
        case .precise: throw .byTheMinute(token.text)
        case .exact, .ahead: throw .unreadable(token.text)
        }
        isAfterDay = isDay
        link = nil
    }

    private mutating func take(_ link: MomentWords.Link, _ text: String) {
        switch link {
        case .between: isBetween = true
        case .also where isBetween:
            isBetween = false
            self.link = .through
        // `on` and `at` stand before days and times of the rhythm.
        case .plain, .on: if self.link == nil { (self.link, linkText) = (link, text) }
        case .also, .through, .until: (self.link, linkText) = (link, text)
        }
    }

    /// A day of the week begins or ends the term, or is among the days; tells whether it is.
    private mutating func take(_ weekday: Weekday, _ text: String) throws(MomentError) -> Bool {
        let isThrough = link == .through && isAfterDay
        // `at` and `om` stand before times.
        let isBeginning = link == .plain && !groups.isEmpty && linkText != "at" && linkText != "om"
        if isThrough, let first = groups.last?.days.last {
            let count = (weekday.rawValue - first.rawValue + 7) % 7
            guard count > 0 else { throw .tooMany }
            add((1...count).map { Weekday.allCases[(first.rawValue + $0) % 7] })
        } else if isBeginning || link == .until || link == .through {
            try term(.weekday(weekday), text)
            return false
        } else {
            add([weekday])
        }
        return true
    }

    private mutating func add(_ days: [Weekday]) {
        if groups.isEmpty || groups[groups.count - 1].hasTimes && !groups[groups.count - 1].days.isEmpty {
            groups.append(Group())
        }
        groups[groups.count - 1].days += days
    }

    private mutating func term(_ day: Moment.Day, _ text: String) throws(MomentError) {
        var moment = Moment(day: day, text: text)
        switch link {
        case .through, .until:
            guard last == nil, length == nil else { throw .tooMany }
            moment.isEnd = true
            moment.isReturn = link == .until
            last = moment
        default:
            guard first == nil else { throw .tooMany }
            first = moment
        }
    }

    private mutating func note(_ time: LocalTime) throws(MomentError) {
        if groups.isEmpty { groups.append(Group()) }
        if groups[groups.count - 1].start != nil { return try close(time) }
        guard groups[groups.count - 1].ranges.isEmpty || link == .also else { throw .tooMany }
        groups[groups.count - 1].start = time
    }

    private mutating func close(_ time: LocalTime) throws(MomentError) {
        guard let start = groups[groups.count - 1].start else { return }
        guard let range = WeeklyHours.Range(from: start, until: time) else {
            throw .hoursBackwards(from: start, until: time)
        }
        groups[groups.count - 1].ranges.append(range)
        groups[groups.count - 1].start = nil
    }

    private func weekly() throws(MomentError) -> WeeklyHours {
        var hours = WeeklyHours()
        guard let only = groups.first else { throw .missing }
        // `every morning`
        let all = only.days.isEmpty && groups.count == 1
        for group in groups {
            guard group.start == nil else { throw .missingEnd }
            let ranges =
                group.ranges.isEmpty
                ? [WeeklyHours.Range(from: .startOfDay, until: .endOfDay)].compactMap(\.self) : group.ranges
            for day in all ? Weekday.allCases : group.days {
                for range in ranges {
                    guard !hours[day].contains(where: { $0.from < range.until && range.from < $0.until }) else {
                        throw .tooMany
                    }
                    hours[day].append(range)
                }
            }
        }
        guard !hours.isEmpty else { throw .missing }
        return hours
    }
}
