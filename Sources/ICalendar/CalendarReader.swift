package import Time

/// Reads iCalendar (RFC 5545) as Outlook, Exchange, Google, Apple and people write it.
///
/// What majord does not use is passed over; a value that it uses and cannot understand is an error, never left out without a word.
/// Values that do not fit together are converted to DTSTART's kind on the service's clock. Depth and work are bounded whatever a file says
/// (`ReadingBudget`); nothing but the text, the clock and the window counts.
package struct CalendarReader {
    /// Times without a zone are on this clock.
    private let clock: ServiceClock
    /// Occurrences that lie in it at least in part are told.
    private let window: ClosedRange<CalendarDay>
    /// Whether findings name events by their titles.
    private let namesEvents: Bool

    /// - Parameter namesEvents: Whether findings name events by their titles: of a calendar whose titles are nobody's business they have
    ///   lines alone.
    package init(clock: ServiceClock, window: ClosedRange<CalendarDay>, namesEvents: Bool = true) {
        self.clock = clock
        self.window = window
        self.namesEvents = namesEvents
    }

    /// - Returns: The events in the file's order. Where there is an error among the findings, events or occurrences are missing.
    package func read(_ text: String) -> (events: [CalendarEvent], findings: [CalendarFinding]) {
        var budget = ReadingBudget()
        return read(text, &budget)
    }

    /// - Parameter budget: Of all calendars that are read together. Where it is used up, that is the file's last error, and there are no
    ///   events.
    package func read(
        _ text: String, _ budget: inout ReadingBudget
    ) -> (events: [CalendarEvent], findings: [CalendarFinding]) {
        var findings = CalendarFindings()
        budget.beginFile()
        let components: CalendarComponents
        do throws(Unusable) {
            try budget.take(text.utf8.count / ReadingBudget.bytesOfStep, line: 1)
            components = try CalendarComponents(text, &budget, &findings)
        } catch {
            findings.add(error)
            return ([], findings.all)
        }
        var reader = EventReader(
            zones: CalendarZones(service: clock, definitions: components.zones), budget: budget, findings: findings,
            namesEvents: namesEvents)
        var events: [CalendarEvent] = []
        do throws(Unusable) {
            var all: [EventParts] = []
            for component in components.events {
                let parts = try reader.tolerating(component) { reader throws(Unusable) in
                    try reader.budget.take(ReadingBudget.stepsOfEvent, line: component.line)
                    return try reader.read(component)
                }
                if let parts { all.append(parts) }
            }
            events = try spread(all, &reader)
        } catch {
            reader.findings.add(error)
        }
        budget = reader.budget
        return (events, reader.findings.all)
    }

    /// The events with their occurrences: series first, so that those who change one find it.
    private func spread(_ all: [EventParts], _ reader: inout EventReader) throws(Unusable) -> [CalendarEvent] {
        let all = Self.newest(all, &reader)
        let window = wider(all)
        var series: [Int: Series] = [:]
        var byUID: [String: [Int]] = [:]
        for (index, event) in all.enumerated() where event.changes == nil && event.status != .cancelled {
            series[index] = try reader.tolerating(event.component) { reader throws(Unusable) in
                try Series(event, window: window, service: clock, &reader.budget, &reader.findings)
            }
            if series[index] != nil, let uid = event.uid { byUID[uid, default: []].append(index) }
        }
        var changed: [Int: [Series.Slot]] = [:]
        for index in Self.inOrder(all) {
            let event = all[index]
            let ofUID = event.uid.flatMap { byUID[$0] } ?? []
            changed[index] = try reader.tolerating(event.component) { reader throws(Unusable) in
                try change(event, &series, ofUID, &reader)
            }
        }
        return all.indices.map { index in
            let event = all[index]
            var slots = changed[index] ?? series[index]?.remaining ?? []
            if let series = series[index], event.isSeries {
                for slot in slots.indices { slots[slot].place = series.place(slots[slot]) }
            }
            return calendarEvent(event, event.status == .cancelled ? [] : slots)
        }
    }

    /// The events without older versions of them: of those with one UID the ones with the highest SEQUENCE count (RFC 5545, section 3.8.7.4).
    /// What changes an occurrence is looked at with its series.
    private static func newest(_ all: [EventParts], _ reader: inout EventReader) -> [EventParts] {
        var newest: [String: EventParts] = [:]
        for event in all where event.changes == nil {
            guard let uid = event.uid, newest[uid].map({ $0.sequence < event.sequence }) ?? true else { continue }
            newest[uid] = event
        }
        return all.filter { event in
            guard event.changes == nil, let uid = event.uid, let last = newest[uid], event.sequence < last.sequence
            else { return true }
            reader.findings.warn(
                event.line,
                "the event has a newer version in line \(last.line) (SEQUENCE \(last.sequence), and \(event.sequence) here); it is passed over"
            )
            return false
        }
    }

    /// The events that change an occurrence: of those that change the same one, the newest alone. Those that change all later ones come
    /// last, latest first, so that each finds what is its own.
    private static func inOrder(_ all: [EventParts]) -> [Int] {
        var newest: [String: Int] = [:]
        var single: [Int] = []
        for (index, event) in all.enumerated() {
            guard let changes = event.changes else { continue }
            guard let uid = event.uid else {
                single.append(index)
                continue
            }
            let key = "\(changes.text)\u{0}\(uid)"
            if let other = newest[key], all[other].sequence > event.sequence { continue }
            newest[key] = index
        }
        func rank(_ index: Int) -> (Int, Int) {
            guard let changes = all[index].changes, changes.andFuture else { return (0, index) }
            return (1, -changes.moment.instant(.utc))
        }
        return (single + newest.values).sorted { rank($0) < rank($1) }
    }

    /// Where series are looked at: in the window, and as far around it as events move all later occurrences, at most a year.
    private func wider(_ all: [EventParts]) -> ClosedRange<CalendarDay> {
        var most = 0
        for event in all {
            guard let changes = event.changes, changes.andFuture else { continue }
            most = max(most, abs(event.start.day(clock) - changes.moment.day(clock)) + 1)
        }
        most = min(most, 366)
        return window.lowerBound.advanced(by: -most)...window.upperBound.advanced(by: most)
    }

    /// What an event that changes an occurrence puts in its place.
    private func change(
        _ event: EventParts, _ series: inout [Int: Series], _ ofUID: [Int], _ reader: inout EventReader
    ) throws(Unusable) -> [Series.Slot] {
        guard let changes = event.changes else { return [] }
        guard event.rules.isEmpty, event.extras.isEmpty else {
            throw Unusable(changes.line, "changes one occurrence (RECURRENCE-ID), and repeats itself (RRULE, RDATE)")
        }
        try reader.budget.takeOccurrence(line: event.line)
        var slots = try Series(event, window: window, service: clock, &reader.budget, &reader.findings).slots
        var place: CalendarEvent.Place?
        for key in ofUID {
            guard let isAllDay = series[key]?.event.isAllDay else { continue }
            let isMoved = changes.andFuture && event.status != .cancelled
            guard !isMoved || isAllDay == event.isAllDay else {
                throw Unusable(
                    changes.line,
                    "changes all later occurrences (THISANDFUTURE) from days to times or back; write them as an event of their own"
                )
            }
            guard
                let replaced = try series[key]?.replace(
                    changes.moment, andFuture: changes.andFuture, line: changes.line, &reader.budget)
            else { continue }
            place = place ?? replaced.place
            slots += replaced.later.map { moved($0, event, changes.moment) }
        }
        let isLookedFor = window.contains(CalendarDay(daysSince1970: changes.moment.day(clock)))
        if place == nil, !ofUID.isEmpty, isLookedFor {
            let result = event.status == .cancelled ? "nothing is cancelled" : "the event counts by itself"
            reader.findings.warn(
                changes.line, "RECURRENCE-ID \(quoted(changes.text)) is no occurrence of its series; \(result)")
        }
        for slot in slots.indices where slots[slot].place == nil {
            slots[slot].place = place ?? changes.moment.place
        }
        return slots
    }

    /// A later occurrence of a series of which all from one on are changed: as far from where it was as that one.
    private func moved(_ slot: Series.Slot, _ event: EventParts, _ moment: Moment) -> Series.Slot {
        switch event.start {
        case .day(let day):
            let key = slot.key + day - moment.day(clock)
            return Series.Slot(wall: key, key: key, place: slot.place)
        case .time(let time):
            let was = time.zone.wallSeconds(epoch: moment.instant(clock))
            let wall = time.zone.wallSeconds(epoch: slot.key) + time.wall - was
            return Series.Slot(wall: wall, key: time.zone.epochSeconds(wall: wall), place: slot.place)
        }
    }

    private func calendarEvent(_ event: EventParts, _ slots: [Series.Slot]) -> CalendarEvent {
        var occurrences: [CalendarEvent.Occurrence] = []
        var places: [CalendarEvent.Place?] = []
        for slot in slots.sorted(by: { $0.key < $1.key }) {
            guard let occurrence = occurrence(slot, event) else { continue }
            occurrences.append(occurrence)
            places.append(slot.place)
        }
        let marks = EventMarks(event.component)
        return CalendarEvent(
            uid: event.uid, recurrenceID: event.changes?.text, summary: event.summary, status: event.status,
            isOpaque: marks.isOpaque, busyStatus: marks.busyStatus, isOutOfOffice: marks.isOutOfOffice,
            isAllDay: event.isAllDay, isMarkedAllDay: marks.isAllDay, zone: event.start.zone, line: event.line,
            occurrences: occurrences, places: places)
    }

    private func occurrence(_ slot: Series.Slot, _ event: EventParts) -> CalendarEvent.Occurrence? {
        switch (event.start, event.length) {
        case (.day, .days(let length)):
            let end = max(slot.end ?? slot.key + length, slot.key + 1)
            guard slot.key <= window.upperBound.daysSince1970, end > window.lowerBound.daysSince1970 else { return nil }
            return .days(CalendarDay(daysSince1970: slot.key)..<CalendarDay(daysSince1970: end))
        case (.time(let time), .time(let length)):
            let end = slot.end ?? time.zone.epochSeconds(wall: slot.wall + length.days * 86_400) + length.seconds
            guard clock.day(epochSeconds: slot.key) <= window.upperBound.daysSince1970,
                clock.day(epochSeconds: end) >= window.lowerBound.daysSince1970
            else { return nil }
            return .time(
                from: Instant(clamping: Int64(slot.key) * 1_000), until: Instant(clamping: Int64(end) * 1_000))
        default: return nil
        }
    }
}

extension EventReader {
    /// What `body` makes of an event; nil where that cannot be used, which is then a finding that names the event.
    ///
    /// - Throws: What ends the whole file.
    fileprivate mutating func tolerating<Result>(
        _ event: Component, _ body: (inout EventReader) throws(Unusable) -> Result
    ) throws(Unusable) -> Result? {
        do throws(Unusable) {
            return try body(&self)
        } catch {
            guard !error.endsReading else { throw error }
            let name = namesEvents ? event.first("SUMMARY")?.text.trimmed ?? "" : ""
            findings.add(Unusable(error.line, "event\(name.isEmpty ? "" : " \(quoted(name))"): \(error.text)"))
            return nil
        }
    }
}
