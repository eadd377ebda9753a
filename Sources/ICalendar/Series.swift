import Time

/// All occurrences of one event: what its rules and dates mean, without those that are taken away or changed.
struct Series {
    struct Slot {
        /// Days, or seconds on DTSTART's wall, since 1970-01-01.
        var wall: Int
        /// Days, or seconds since 1970, UTC: what identifies it.
        var key: Int
        /// A PERIOD's own end, counted as `key`.
        var end: Int?
        /// Its place in the series that it was taken from; nil where that is `key`.
        var place: CalendarEvent.Place?
    }

    let event: EventParts
    let service: ServiceClock
    private(set) var slots: [Slot] = []
    private var isRemoved: [Bool] = []
    /// By the day on the service's calendar on which they begin; made when first needed.
    private var days: [Int: [Int]]?

    /// - Parameter window: Occurrences outside are not looked for, as far as they need not be counted.
    init(
        _ event: EventParts, window: ClosedRange<CalendarDay>, service: ServiceClock, _ budget: inout ReadingBudget,
        _ findings: inout CalendarFindings
    ) throws(Unusable) {
        self.event = event
        self.service = service
        var walls = Set(try walls(event.rules, window, &budget))
        var isMeant = event.rules.isEmpty
        for rule in event.rules where !isMeant { isMeant = try expansion(rule, window).meansFirst(&budget) }
        if !isMeant, let rule = event.rules.first {
            findings.warn(rule.line, "RRULE does not mean the event's own start (DTSTART), which counts all the same")
        }
        walls.insert(first)
        walls.subtract(try self.walls(event.exceptionRules, window, &budget))
        var byKey: [Int: Slot] = [:]
        for wall in walls {
            let slot = slot(wall: wall)
            byKey[slot.key] = slot
        }
        for extra in event.extras {
            let slot = try slot(extra, &findings)
            // A period says more than the date that it repeats.
            if byKey[slot.key]?.end == nil { byKey[slot.key] = slot }
        }
        slots = byKey.values.sorted { $0.key < $1.key }
        isRemoved = Array(repeating: false, count: slots.count)
        for _ in slots { try budget.takeOccurrence(line: event.line) }
        for removal in event.removals { try remove(removal, window, &budget, &findings) }
    }

    /// Takes an occurrence away that another event changes, or all from it on; its place is nil where there is none.
    mutating func replace(
        _ moment: Moment, andFuture: Bool, line: Int, _ budget: inout ReadingBudget
    ) throws(Unusable) -> (place: CalendarEvent.Place?, later: [Slot]) {
        let found = indices(of: moment)
        try budget.take(1 + found.count + (andFuture ? slots.count : 0), line: line)
        var later: [Slot] = []
        for index in found { isRemoved[index] = true }
        if andFuture, let first = found.first {
            for index in slots.indices where index > first && !isRemoved[index] {
                var slot = slots[index]
                slot.place = place(slot)
                later.append(slot)
                isRemoved[index] = true
            }
        }
        return (found.first.map { place(slots[$0]) }, later)
    }

    /// Where one of its occurrences stands in it.
    func place(_ slot: Slot) -> CalendarEvent.Place {
        if let place = slot.place { return place }
        return event.isAllDay
            ? .day(CalendarDay(daysSince1970: slot.key)) : .time(Instant(clamping: Int64(slot.key) * 1_000))
    }

    /// What is left.
    var remaining: [Slot] { zip(slots, isRemoved).filter { !$0.1 }.map(\.0) }

    private var first: Int {
        switch event.start {
        case .day(let day): day
        case .time(let time): time.wall
        }
    }

    private func slot(wall: Int) -> Slot {
        switch event.start {
        case .day: Slot(wall: wall, key: wall)
        case .time(let time): Slot(wall: wall, key: time.zone.epochSeconds(wall: wall))
        }
    }

    private func expansion(_ rule: (rule: RecurrenceRule, line: Int), _ window: ClosedRange<CalendarDay>)
        -> RecurrenceExpansion
    {
        let unit = event.isAllDay ? 1 : 86_400
        let lower = window.lowerBound.daysSince1970 - 1 - min(lengthInDays, 36_525)
        let upper = window.upperBound.daysSince1970 + 2
        return RecurrenceExpansion(
            rule: rule.rule, first: first, isAllDay: event.isAllDay, range: lower * unit...upper * unit,
            isOver: rule.rule.until.map(isAfter) ?? { _ in false }, line: rule.line)
    }

    private func walls(
        _ rules: [(rule: RecurrenceRule, line: Int)], _ window: ClosedRange<CalendarDay>, _ budget: inout ReadingBudget
    ) throws(Unusable) -> [Int] {
        var all: [Int] = []
        for rule in rules { all += try expansion(rule, window).results(&budget) }
        return all
    }

    private var lengthInDays: Int {
        switch event.length {
        case .days(let days): days
        case .time(let length): length.wholeDays
        }
    }

    /// Whether a wall time lies after UNTIL, which is converted to DTSTART's kind.
    private func isAfter(_ until: DateValue) -> (Int) -> Bool {
        // A value of UNTIL cannot name a zone: without one it is on DTSTART's clock.
        var zone: ServiceClock?
        if case .time(let time) = event.start { zone = time.zone }
        let end = Moment(until, zone: event.isAllDay ? nil : zone, service: service)
        switch (event.start, end) {
        case (.day, _):
            let last = end.day(service)
            return { $0 > last }
        case (.time(let time), .time(let end)):
            return { time.zone.epochSeconds(wall: $0) > end.instant }
        case (.time(let time), .day(let last)):
            // A day goes on to its end.
            return { service.day(epochSeconds: time.zone.epochSeconds(wall: $0)) > last }
        }
    }

    /// An RDATE, converted to DTSTART's kind.
    private func slot(_ extra: EventParts.Extra, _ findings: inout CalendarFindings) throws(Unusable) -> Slot {
        var slot: Slot
        switch (event.start, extra.start) {
        case (.day, _):
            let day = extra.start.day(service)
            if !extra.start.beginsDay(service) {
                findings.warn(extra.line, "RDATE has a time, but DTSTART has none: the whole day is taken")
            }
            slot = Slot(wall: day, key: day)
        case (.time(let time), .time(let other)):
            slot = Slot(wall: time.zone.wallSeconds(epoch: other.instant), key: other.instant)
        case (.time(let time), .day(let day)):
            findings.warn(extra.line, "RDATE has a day without a time; the event's own time is taken")
            slot = self.slot(wall: day * 86_400 + time.wall.flooredRemainder(by: 86_400))
        }
        switch extra.end {
        case nil: break
        case .moment(let end):
            slot.end = event.isAllDay ? end.dayNotBefore(service) : end.instant(service)
        case .duration(let duration):
            slot.end =
                switch extra.start {
                case .day(let day): day + duration.wholeDays
                case .time(let other):
                    other.zone.epochSeconds(wall: other.wall + duration.days * 86_400) + duration.seconds
                }
            if event.isAllDay, case .time = extra.start, let end = slot.end {
                slot.end = -((-service.wallSeconds(epoch: end)).flooredQuotient(by: 86_400))
            }
        }
        if let end = slot.end, end < slot.key {
            throw Unusable(extra.line, "RDATE has a period that ends before its start")
        }
        return slot
    }

    /// The occurrences that a value of EXDATE or RECURRENCE-ID means, which is converted to DTSTART's kind.
    private mutating func indices(of moment: Moment) -> [Int] {
        switch (event.start, moment) {
        case (.day, _): return index(ofKey: moment.day(service)).map { [$0] } ?? []
        case (.time(let time), .time(let other)):
            if let index = index(ofKey: other.instant) { return [index] }
            // Some programs leave out the zone that DTSTART names.
            guard other.isFloating else { return [] }
            return index(ofKey: time.zone.epochSeconds(wall: other.wall)).map { [$0] } ?? []
        case (.time, .day(let day)):
            if days == nil {
                days = Dictionary(grouping: slots.indices) { service.day(epochSeconds: slots[$0].key) }
            }
            return days?[day] ?? []
        }
    }

    private func index(ofKey key: Int) -> Int? {
        var low = 0
        var high = slots.count
        while low < high {
            let middle = (low + high) / 2
            if slots[middle].key < key { low = middle + 1 } else { high = middle }
        }
        return low < slots.count && slots[low].key == key ? low : nil
    }

    private mutating func remove(
        _ removal: EventParts.Removal, _ window: ClosedRange<CalendarDay>, _ budget: inout ReadingBudget,
        _ findings: inout CalendarFindings
    ) throws(Unusable) {
        var missed = 0
        for moment in removal.moments {
            let found = indices(of: moment)
            // One has been counted with the value.
            try budget.take(max(found.count - 1, 0), line: removal.line)
            for index in found { isRemoved[index] = true }
            let isLookedFor = window.contains(CalendarDay(daysSince1970: moment.day(service)))
            if found.isEmpty, isLookedFor { missed += 1 }
        }
        guard missed > 0 else { return }
        let what = removal.moments.count == 1 ? quoted(removal.text) : "\(missed) of \(removal.moments.count) values"
        findings.warn(removal.line, "EXDATE takes nothing away with \(what): the event does not occur then")
    }
}
