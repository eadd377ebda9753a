/// Makes moments of tokens.
///
/// A time belongs to the day before it. What stands behind `to`, `through` or `t/m` is the end and is included; behind `until` or `tot` a
/// day is the one on which somebody is back.
struct MomentParser {
    private let tokens: [Token]
    private let noon: LocalTime
    private var moments: [Moment] = []
    /// What stood before the next day or time.
    private var link: MomentWords.Link?
    private var isBetween = false
    /// Whether what stood there says that it begins then.
    private var isBeginning = false
    /// Whether a day or a time is to follow.
    private var isOpen = false

    init(_ tokens: [Token], noon: LocalTime) {
        self.tokens = tokens
        self.noon = noon
    }

    mutating func read() throws(MomentError) -> [Moment] {
        for index in tokens.indices { try take(tokens[index], at: index) }
        guard !moments.isEmpty, !isOpen else { throw .missing }
        return moments
    }

    private mutating func take(_ token: Token, at index: Int) throws(MomentError) {
        switch token.kind {
        case .exact(let instant): append(Moment(exact: instant, text: token.text))
        case .ahead(let minutes): append(Moment(minutesAhead: minutes, text: token.text))
        case .length(let span): append(Moment(length: span, text: token.text))
        case .link(let link):
            isBeginning = isBeginning || link == .plain && MomentWords.beginnings.contains(token.text)
            take(link)
            return
        case .day(let day):
            if token.text == "morgen", let last = moments.last, last.takesTime, link == nil, last.day?.isToday == false
            {
                note(.morning, token.text)
            } else {
                take(day, token.text)
            }
        case .time(let time): note(time, token.text)
        case .precise(let time, let seconds):
            note(time, token.text)
            moments[moments.count - 1].seconds = seconds
        case .noon: note(noon, token.text)
        case .part(let part): note(part, token.text)
        case .hour(let time):
            guard index > 0 || isHourFirst else { throw .unreadable(token.text) }
            // `30 november to 2`
            if link == .through, let last = moments.last, last.takesTime, case .date = last.day {
                throw .dayOrHour(token.text)
            }
            note(time, token.text)
        case .every, .plural, .days: throw .comesBack(token.text)
        case .open: throw .endless(token.text)
        case .wholeDay, .filler: return
        }
        isOpen = false
    }

    /// Whether a number that comes first is an hour: where nothing follows, or an end.
    private var isHourFirst: Bool {
        guard tokens.count > 1 else { return true }
        if case .link = tokens[1].kind { return true } else { return false }
    }

    private mutating func take(_ link: MomentWords.Link) {
        isOpen = true
        switch link {
        case .between: isBetween = true
        case .also where isBetween:
            isBetween = false
            self.link = .through
        // `from monday until`: what was said last holds, apart from words that only stand before a time.
        case .plain, .on: self.link = self.link ?? (link == .on ? .on : nil)
        case .also, .through, .until: self.link = link
        }
    }

    private mutating func take(_ day: Moment.Day, _ text: String) {
        // `from 9 to 12 on friday`
        if link == .on, !moments.isEmpty, moments.allSatisfy({ $0.day == nil && $0.time != nil }) {
            moments[0].day = day
            moments[0].text = "\(text) \(moments[0].text)"
            link = nil
            return
        }
        append(Moment(day: day, text: text))
    }

    private mutating func append(_ moment: Moment) {
        var moment = moment
        moment.isEnd = link == .through || link == .until
        moment.isReturn = link == .until
        moment.isAlso = link == .also
        moment.isBeginning = isBeginning
        moments.append(moment)
        (link, isBeginning) = (nil, false)
    }

    private mutating func note(_ time: LocalTime, _ word: String) {
        if link == nil || link == .on, let last = moments.last, last.takesTime {
            moments[moments.count - 1].time = time
            moments[moments.count - 1].text += last.text == word ? "" : " \(word)"
            link = nil
        } else {
            append(Moment(time: time, text: word))
        }
    }

    private mutating func note(_ part: Moment.Part, _ word: String) {
        let times = part.times(noon: noon)
        note(times.start, word)
        moments[moments.count - 1].partEnd = times.end
    }
}
