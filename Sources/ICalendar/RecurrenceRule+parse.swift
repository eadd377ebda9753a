extension RecurrenceRule {
    /// Reading a rule takes as long as its text is.
    init(_ line: ContentLine, _ budget: inout ReadingBudget) throws(Unusable) {
        try budget.take(line.value.utf8.count, line: line.line)
        try self.init(line.value, line: line.line)
    }

    /// Reads a rule's parts, and refuses those that RFC 5545 forbids together, since programs do not agree on what they mean.
    init(_ text: String, line: Int) throws(Unusable) {
        func refuse(_ reason: String) -> Unusable { Unusable(line, "RRULE \(quoted(text)) \(reason)") }
        var parts: [String: String] = [:]
        // A semicolon too many does no harm.
        for part in text.split(separator: ";") {
            let pair = part.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            let name = pair[0].filter { !$0.isWhitespace }.uppercased()
            if name.isEmpty, pair.count == 1 { continue }
            guard pair.count == 2 else { throw refuse("has \(quoted(part)), which is no part with a value") }
            guard parts[name] == nil else { throw refuse("has \(quoted(name)) twice") }
            parts[name] = pair[1].filter { !$0.isWhitespace }.uppercased()
        }
        guard let frequency = parts.removeValue(forKey: "FREQ") else { throw refuse("has no FREQ") }
        guard let frequency = Frequency(rawValue: frequency) else {
            throw refuse("repeats neither daily, weekly, monthly nor yearly")
        }
        self.init(frequency: frequency)
        for (name, value) in parts {
            guard try set(name, value, refuse) else {
                throw refuse("has \(quoted("\(name)=\(value)")), which is no such part")
            }
        }
        if let reason = contradiction { throw refuse(reason) }
    }

    /// False where the value does not fit.
    private mutating func set(
        _ name: String, _ value: String, _ refuse: (String) -> Unusable
    ) throws(Unusable) -> Bool {
        switch name {
        case "INTERVAL":
            guard let number = Self.number(value), number > 0 else { return false }
            interval = number
        case "COUNT":
            guard let number = Self.number(value), number > 0 else { return false }
            count = number
        case "UNTIL":
            guard let moment = DateValue(value) else { return false }
            until = moment
        case "BYMONTH": return Self.list(value, 1...12, into: &months)
        case "BYWEEKNO": return Self.list(value, 1...53, signed: true, into: &weeks)
        case "BYYEARDAY": return Self.list(value, 1...366, signed: true, into: &yearDays)
        case "BYMONTHDAY": return Self.list(value, 1...31, signed: true, into: &monthDays)
        case "BYHOUR": return Self.list(value, 0...23, into: &hours)
        case "BYMINUTE": return Self.list(value, 0...59, into: &minutes)
        case "BYSECOND": return Self.list(value, 0...60, into: &seconds)
        case "BYSETPOS": return Self.list(value, 1...366, signed: true, into: &positions)
        case "BYDAY": return setDays(value)
        case "WKST":
            guard let day = Self.weekday(value[...]) else { return false }
            weekStart = day
        // RFC 7529: the calendar and the behaviour that hold without it, too.
        case "RSCALE": return value == "GREGORIAN"
        case "SKIP": return value == "OMIT"
        default: throw refuse("has the unknown part \(quoted(name))")
        }
        return true
    }

    private mutating func setDays(_ value: String) -> Bool {
        var all: Set<Day> = []
        for item in value.split(separator: ",") {
            guard let weekday = Self.weekday(item.suffix(2)) else { return false }
            let digits = item.dropLast(2)
            var ordinal = 0
            if !digits.isEmpty {
                guard let number = Self.signed(digits), (1...53).contains(abs(number)) else { return false }
                ordinal = number
            }
            all.insert(Day(ordinal: ordinal, weekday: weekday))
        }
        days = all.sorted { ($0.ordinal, $0.weekday) < ($1.ordinal, $1.weekday) }
        return !days.isEmpty
    }

    /// What RFC 5545 says that parts must not do together.
    private var contradiction: String? {
        let isCounted = days.contains { $0.ordinal != 0 }
        if isCounted, frequency == .daily || frequency == .weekly {
            return "counts weekdays (BYDAY), which goes with MONTHLY and YEARLY only"
        }
        if isCounted, !weeks.isEmpty { return "counts weekdays (BYDAY) within weeks (BYWEEKNO)" }
        if !weeks.isEmpty, frequency != .yearly { return "has BYWEEKNO, which goes with YEARLY only" }
        if !yearDays.isEmpty, frequency != .yearly { return "has BYYEARDAY, which goes with YEARLY only" }
        if !monthDays.isEmpty, frequency == .weekly { return "has BYMONTHDAY, which does not go with WEEKLY" }
        let isNarrowed =
            !months.isEmpty || !weeks.isEmpty || !yearDays.isEmpty || !monthDays.isEmpty || !days.isEmpty || hasTimes
        if !positions.isEmpty, !isNarrowed { return "has BYSETPOS, but no other part from which it could choose" }
        return nil
    }

    private static func list(_ value: String, _ range: ClosedRange<Int>, signed: Bool = false, into list: inout [Int])
        -> Bool
    {
        var all: Set<Int> = []
        for item in value.split(separator: ",") {
            guard let number = signed ? self.signed(item) : number(item), range.contains(abs(number)) else {
                return false
            }
            all.insert(number)
        }
        list = all.sorted()
        return !list.isEmpty
    }

    private static func signed(_ text: Substring) -> Int? {
        if text.hasPrefix("-") { return number(text.dropFirst()).map { -$0 } }
        return number(text.hasPrefix("+") ? text.dropFirst() : text)
    }

    /// One to nine digits.
    private static func number(_ text: some StringProtocol) -> Int? {
        let digits = text.utf8
        guard (1...9).contains(digits.count), digits.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
        return Int(text)
    }

    private static func weekday(_ text: Substring) -> Int? {
        ["MO", "TU", "WE", "TH", "FR", "SA", "SU"].firstIndex { $0 == text }
    }
}
