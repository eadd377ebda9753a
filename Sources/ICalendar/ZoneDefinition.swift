import Time

/// A time zone that a calendar defines itself (VTIMEZONE; RFC 5545, section 3.6.5).
struct ZoneDefinition {
    private let component: Component

    /// Observances are looked at over the years in which clocks change (`ServiceClock`), from a year before on.
    private static let range = 6_940 * 86_400...40_176 * 86_400

    init(_ component: Component) {
        self.component = component
    }

    func clock(named name: String, _ budget: inout ReadingBudget) throws(Unusable) -> ServiceClock {
        guard !component.parts.isEmpty else {
            throw Unusable(component.line, "time zone \(quoted(name)) has neither STANDARD nor DAYLIGHT")
        }
        var changes: [(start: Int, offset: Int, before: Int)] = []
        for part in component.parts {
            let before = try offset(part, "TZOFFSETFROM")
            let after = try offset(part, "TZOFFSETTO")
            for wall in try onsets(part, before: before, &budget) { changes.append((wall - before, after, before)) }
        }
        changes.sort { $0.start < $1.start }
        guard let first = changes.first else {
            throw Unusable(component.line, "time zone \(quoted(name)) has no start (DTSTART)")
        }
        return ServiceClock(
            zone: name, offset: first.before, changes: changes.map { ($0.start, $0.offset) })
    }

    /// When the observance begins, on the wall that its own TZOFFSETFROM shows.
    private func onsets(_ part: Component, before: Int, _ budget: inout ReadingBudget) throws(Unusable) -> [Int] {
        guard let start = part.first("DTSTART"), let value = DateValue(start.value) else {
            throw Unusable(
                part.first("DTSTART")?.line ?? part.line, "\(part.name) of a time zone has no start (DTSTART)")
        }
        let first = Self.wall(value, before: before)
        var walls: Set<Int> = [first]
        for line in part.all("RRULE") where !line.value.trimmed.isEmpty {
            let rule = try RecurrenceRule(line, &budget)
            let until = rule.until.map { value in
                // A day goes on to its end.
                if case .day(let day) = value { (day + 1) * 86_400 - 1 } else { Self.wall(value, before: before) }
            }
            let expansion = RecurrenceExpansion(
                rule: rule, first: first, isAllDay: false, range: Self.range, isOver: { $0 > until ?? .max },
                line: line.line)
            walls.formUnion(try expansion.results(&budget))
        }
        for line in part.all("RDATE") {
            for text in line.value.split(separator: ",") {
                guard let value = DateValue(text) else {
                    throw Unusable(line.line, "RDATE \(quoted(text)) is no date and time")
                }
                try budget.take(ReadingBudget.stepsOfValue, line: line.line)
                walls.insert(Self.wall(value, before: before))
            }
        }
        return Array(walls)
    }

    private static func wall(_ value: DateValue, before: Int) -> Int {
        switch value {
        case .day(let day): day * 86_400
        case .local(let wall): wall
        case .utc(let instant): instant + before
        }
    }

    /// Seconds east of UTC: `+0100`, `-0330`, `+001932` (RFC 5545, section 3.3.14).
    private func offset(_ part: Component, _ name: String) throws(Unusable) -> Int {
        guard let property = part.first(name) else {
            throw Unusable(part.line, "\(part.name) of a time zone has no \(name)")
        }
        let text = property.value.trimmed.utf8.filter { $0 != UInt8(ascii: ":") }
        let digits = text.dropFirst().map { Int($0) - 0x30 }
        guard let sign = text.first, sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-"),
            digits.count == 4 || digits.count == 6, digits.allSatisfy({ (0...9).contains($0) })
        else { throw Unusable(property.line, "\(name) \(quoted(property.value)) is no offset such as +0100") }
        let seconds = digits.count == 6 ? digits[4] * 10 + digits[5] : 0
        let all = (digits[0] * 10 + digits[1]) * 3_600 + (digits[2] * 10 + digits[3]) * 60 + seconds
        guard all < 86_400 else {
            throw Unusable(property.line, "\(name) \(quoted(property.value)) is no offset such as +0100")
        }
        return sign == UInt8(ascii: "-") ? -all : all
    }
}
