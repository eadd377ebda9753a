import Time

/// One VEVENT with its values read (RFC 5545, section 3.6.1), before it is spread out.
struct EventParts {
    /// How long each occurrence takes.
    enum Length {
        /// All-day.
        case days(Int)
        /// The same exact time each (DTEND; section 3.8.5.3), or days of the calendar and an exact time (DURATION).
        case time(CalendarDuration)
    }

    struct Extra {
        let start: Moment
        /// A PERIOD's own end.
        let end: End?
        let line: Int

        enum End {
            case moment(Moment)
            case duration(CalendarDuration)
        }
    }

    struct Removal {
        let moments: [Moment]
        let line: Int
        let text: String
    }

    let component: Component
    let uid: String?
    let summary: String?
    let sequence: Int
    let start: Moment
    let length: Length
    let rules: [(rule: RecurrenceRule, line: Int)]
    let exceptionRules: [(rule: RecurrenceRule, line: Int)]
    let extras: [Extra]
    let removals: [Removal]
    /// Which occurrence of its series it changes.
    let changes: (moment: Moment, text: String, andFuture: Bool, line: Int)?

    var line: Int { component.line }

    /// Whether it has occurrences of its own besides its start.
    var isSeries: Bool { !rules.isEmpty || !extras.isEmpty }

    var isAllDay: Bool { if case .day = start { true } else { false } }

    var status: CalendarEvent.Status? { Self.status(component) }

    static func status(_ event: Component) -> CalendarEvent.Status? {
        event.first("STATUS").flatMap { CalendarEvent.Status(rawValue: $0.value.trimmed.uppercased()) }
    }
}

/// Reads events' values; keeps the zones and the findings of the file.
struct EventReader {
    var zones: CalendarZones
    var budget: ReadingBudget
    var findings: CalendarFindings
    /// Whether findings name events by their titles.
    let namesEvents: Bool

    mutating func read(_ event: Component) throws(Unusable) -> EventParts {
        for name in ["DTSTART", "DTEND", "DURATION", "RECURRENCE-ID"] where event.all(name).count > 1 {
            throw Unusable(event.all(name)[1].line, "\(name) stands twice in one event")
        }
        var changes: (moment: Moment, text: String, andFuture: Bool, line: Int)?
        if let line = try filled(event, "RECURRENCE-ID") {
            let range = line.parameter("RANGE")?.uppercased()
            guard range == nil || range == "THISANDFUTURE" else {
                throw Unusable(line.line, "RANGE=\(range?.prefix(64) ?? "") is not known; write THISANDFUTURE")
            }
            changes = (try moment(line.value, of: line), line.value.trimmed, range != nil, line.line)
        }
        let start: Moment
        var length = EventParts.Length.days(1)
        if let line = try filled(event, "DTSTART") {
            start = try moment(line.value, of: line)
            length = try self.length(event, start)
        } else if let changes, EventParts.status(event) == .cancelled {
            // An occurrence that does not take place needs no start of its own.
            start = changes.moment
            if case .time = start { length = .time(CalendarDuration()) }
        } else {
            throw Unusable(event.first("DTSTART")?.line ?? event.line, "has no start (DTSTART)")
        }
        return EventParts(
            component: event, uid: text(event, "UID"), summary: text(event, "SUMMARY"),
            sequence: event.first("SEQUENCE").flatMap { Int($0.value.trimmed) } ?? 0, start: start,
            length: length, rules: try rules(event, "RRULE"),
            exceptionRules: try rules(event, "EXRULE"), extras: try extras(event), removals: try removals(event),
            changes: changes)
    }

    private func text(_ event: Component, _ name: String) -> String? {
        guard let text = event.first(name)?.text.trimmed, !text.isEmpty else { return nil }
        return text
    }

    /// A property that has a value; one that is empty says nothing, and is told of.
    private mutating func filled(_ event: Component, _ name: String) throws(Unusable) -> ContentLine? {
        guard let line = event.first(name) else { return nil }
        return filled(line) ? line : nil
    }

    private mutating func filled(_ line: ContentLine) -> Bool {
        guard line.value.trimmed.isEmpty else { return true }
        findings.warn(line.line, "\(line.name) is empty; it is passed over")
        return false
    }

    private mutating func rules(
        _ event: Component, _ name: String
    ) throws(Unusable) -> [(rule: RecurrenceRule, line: Int)] {
        var rules: [(rule: RecurrenceRule, line: Int)] = []
        for line in event.all(name) where filled(line) {
            rules.append((try RecurrenceRule(line, &budget), line.line))
        }
        return rules
    }

    private mutating func extras(_ event: Component) throws(Unusable) -> [EventParts.Extra] {
        var extras: [EventParts.Extra] = []
        for line in event.all("RDATE") where filled(line) {
            for text in line.value.split(separator: ",") {
                try budget.take(ReadingBudget.stepsOfValue, line: line.line)
                let parts = text.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false)
                let start = try moment(parts[0], of: line)
                guard parts.count == 2 else {
                    extras.append(EventParts.Extra(start: start, end: nil, line: line.line))
                    continue
                }
                let end: EventParts.Extra.End =
                    if let duration = CalendarDuration(parts[1]) { .duration(duration) } else {
                        .moment(try moment(parts[1], of: line))
                    }
                extras.append(EventParts.Extra(start: start, end: end, line: line.line))
            }
        }
        return extras
    }

    private mutating func removals(_ event: Component) throws(Unusable) -> [EventParts.Removal] {
        var removals: [EventParts.Removal] = []
        for line in event.all("EXDATE") where filled(line) {
            var moments: [Moment] = []
            for text in line.value.split(separator: ",") {
                try budget.take(ReadingBudget.stepsOfValue, line: line.line)
                moments.append(try moment(text, of: line))
            }
            removals.append(EventParts.Removal(moments: moments, line: line.line, text: line.value))
        }
        return removals
    }

    /// A value in the zone that its own property names.
    mutating func moment(_ text: some StringProtocol, of line: ContentLine) throws(Unusable) -> Moment {
        guard var value = DateValue(text) else {
            throw Unusable(
                line.line,
                "\(line.name) \(quoted(text)) is no date or time of the years 1 to 9999; write 20270426, 20270426T130000 or 20270426T110000Z"
            )
        }
        if line.parameter("VALUE")?.uppercased() == "DATE", case .local(let wall) = value {
            guard wall.flooredRemainder(by: 86_400) == 0 else {
                throw Unusable(line.line, "\(line.name) \(quoted(text)) has a time, but says VALUE=DATE")
            }
            value = .day(wall.flooredQuotient(by: 86_400))
        }
        guard case .local = value, let name = line.parameter("TZID") else {
            return Moment(value, zone: nil, service: zones.service)
        }
        return Moment(value, zone: try zones.clock(name, line: line.line, &budget), service: zones.service)
    }

    private mutating func length(_ event: Component, _ start: Moment) throws(Unusable) -> EventParts.Length {
        let end = try filled(event, "DTEND")
        let durationLine = try filled(event, "DURATION")
        if let end {
            if let durationLine {
                findings.warn(durationLine.line, "DURATION stands beside DTEND, which counts")
            }
            let moment = try moment(end.value, of: end)
            switch start {
            case .day(let day):
                let days = moment.dayNotBefore(zones.service) - day
                guard days >= 0 else { throw Self.reversed(end.line) }
                if !moment.beginsDay(zones.service) {
                    let last = CalendarDay(daysSince1970: day + max(days, 1) - 1)
                    findings.warn(
                        end.line,
                        "DTEND has a time, but DTSTART has none: whole days are taken, the last is \(last); write both with a time, or both without"
                    )
                }
                // Some programs write the same day as the start and the end.
                return .days(max(days, 1))
            case .time(let time):
                let seconds = moment.instant(zones.service) - time.instant
                guard seconds >= 0 else { throw Self.reversed(end.line) }
                if case .day(let day) = moment {
                    findings.warn(
                        end.line,
                        "DTEND has no time, but DTSTART has one: it ends when \(CalendarDay(daysSince1970: day)) begins; write both with a time, or both without"
                    )
                }
                return .time(CalendarDuration(seconds: seconds))
            }
        }
        guard let durationLine else {
            // Section 3.6.1: an all-day event without an end takes one day, another one no time at all.
            return if case .day = start { .days(1) } else { .time(CalendarDuration()) }
        }
        guard let duration = CalendarDuration(durationLine.value) else {
            throw Unusable(durationLine.line, "DURATION \(quoted(durationLine.value)) is none; write P1D or PT90M")
        }
        guard duration.days >= 0, duration.seconds >= 0 else { throw Self.reversed(durationLine.line) }
        guard case .day = start else { return .time(duration) }
        let days = max(duration.wholeDays, 1)
        if duration.seconds.flooredRemainder(by: 86_400) != 0 {
            findings.warn(
                durationLine.line,
                "DURATION has a time, but DTSTART has none: \(days == 1 ? "a whole day is" : "\(days) whole days are") taken; write both with a time, or both without"
            )
        }
        return .days(days)
    }

    private static func reversed(_ line: Int) -> Unusable { Unusable(line, "does not end after its start") }
}
