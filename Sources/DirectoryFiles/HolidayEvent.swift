import CLibical
import Routing

/// One event of a holiday calendar.
struct HolidayEvent {
    private let component: OpaquePointer
    private let calendar: HolidayCalendar
    private let start: icaltimetype
    private let isAllDay: Bool

    init(_ component: OpaquePointer, calendar: HolidayCalendar) {
        self.component = component
        self.calendar = calendar
        start = icalcomponent_get_dtstart(component)
        isAllDay = start.is_date != 0
    }

    /// Adds the days of an all-day event, or the times of another.
    func read(_ days: inout Set<CalendarDay>, _ closures: inout [Interval], _ budget: inout Int) {
        if let status = first(ICAL_STATUS_PROPERTY), icalproperty_get_status(status) == ICAL_STATUS_CANCELLED { return }
        if first(ICAL_RECURRENCEID_PROPERTY) != nil {
            return error("changes one occurrence of another event; write both as events of their own")
        }
        guard first(ICAL_DTSTART_PROPERTY) != nil, let position = position(start) else {
            return error("has no start (DTSTART) between the years 1900 and 2199")
        }
        guard let length = length(from: position) else { return }
        guard let positions = occurrences(from: position, &budget) else { return }
        for position in positions {
            if isAllDay {
                budget -= length
                guard budget >= 0 else { return error("lasts too many days") }
                for day in position..<position + length { days.insert(CalendarDay(daysSince1970: day)) }
            } else if let interval = Interval(from: instant(position), until: instant(position + length)) {
                closures.append(interval)
            }
        }
    }

    /// How long the event lasts: days, or seconds; at least one. Nil, with a finding, where it ends before it starts.
    private func length(from position: Int) -> Int? {
        // RFC 5545, section 3.6.1: an all-day event without an end takes one day, another one none at all.
        var length = isAllDay ? 1 : 0
        if first(ICAL_DTEND_PROPERTY) != nil {
            guard let end = self.position(icalcomponent_get_dtend(component)) else {
                error("has an end (DTEND) outside the years 1900 to 2199")
                return nil
            }
            length = end - position
            // Some programs write the same day as the start and the end.
            if isAllDay, length == 0 { length = 1 }
        } else if let duration = first(ICAL_DURATION_PROPERTY) {
            let seconds = Int(icaldurationtype_as_int(icalproperty_get_duration(duration)))
            length = isAllDay ? (seconds + 86_399) / 86_400 : seconds
        }
        guard length > 0 else {
            error("does not end after its start")
            return nil
        }
        return length
    }

    /// Where the event occurs between 2000 and 2099. Nil, with a finding, where that is too often.
    private func occurrences(from position: Int, _ budget: inout Int) -> Set<Int>? {
        var positions = Set([position])
        var rule = first(ICAL_RRULE_PROPERTY)
        if rule != nil { positions = [] }
        while let property = rule {
            let recurrence = icalproperty_get_rrule(property)
            let isDaily = [
                ICAL_DAILY_RECURRENCE, ICAL_WEEKLY_RECURRENCE, ICAL_MONTHLY_RECURRENCE, ICAL_YEARLY_RECURRENCE,
            ]
            .contains(recurrence.freq)
            guard isDaily, let iterator = icalrecur_iterator_new(recurrence, start) else {
                error("repeats (RRULE) neither daily, weekly, monthly nor yearly")
                return nil
            }
            defer { icalrecur_iterator_free(iterator) }
            while true {
                let next = icalrecur_iterator_next(iterator)
                guard icaltime_is_null_time(next) == 0, Int(next.year) <= HolidayCalendar.years.upperBound else {
                    break
                }
                budget -= 1
                guard budget >= 0 else {
                    error("repeats too often")
                    return nil
                }
                if Int(next.year) >= HolidayCalendar.years.lowerBound, let position = self.position(next) {
                    positions.insert(position)
                }
            }
            rule = icalcomponent_get_next_property(component, ICAL_RRULE_PROPERTY)
        }
        each(ICAL_RDATE_PROPERTY) { property in
            let date = icalproperty_get_rdate(property)
            let time = icaltime_is_null_time(date.time) == 0 ? date.time : date.period.start
            if let position = self.position(zoned(time, property)) { positions.insert(position) }
        }
        each(ICAL_EXDATE_PROPERTY) { property in
            if let position = self.position(zoned(icalproperty_get_exdate(property), property)) {
                positions.remove(position)
            }
        }
        return positions
    }

    /// Days or seconds since 1970; nil outside the years that majord accepts.
    private func position(_ time: icaltimetype) -> Int? {
        guard let day = CalendarDay(year: Int(time.year), month: Int(time.month), day: Int(time.day)) else {
            return nil
        }
        if isAllDay { return day.daysSince1970 }
        if let zone = time.zone, time.is_date == 0 { return Int(icaltime_as_timet_with_zone(time, zone)) }
        // A time without zone is one on the service's own clock.
        guard let clockTime = LocalTime(hour: Int(time.hour), minute: Int(time.minute)) else { return nil }
        return Int(calendar.clock.instant(day, clockTime).milliseconds / 1_000) + Int(time.second)
    }

    /// A date of a list with the zone that its property names; libical gives it to DTSTART and DTEND only.
    private func zoned(_ time: icaltimetype, _ property: OpaquePointer) -> icaltimetype {
        guard time.zone == nil, icalproperty_get_first_parameter(property, ICAL_TZID_PARAMETER) != nil else {
            return time
        }
        var time = time
        return icaltime_set_timezone(&time, start.zone)
    }

    private func instant(_ seconds: Int) -> Instant {
        Instant(clamping: Milliseconds.seconds(seconds).count)
    }

    private func first(_ kind: icalproperty_kind) -> OpaquePointer? {
        icalcomponent_get_first_property(component, kind)
    }

    private func each(_ kind: icalproperty_kind, _ body: (OpaquePointer) -> Void) {
        var next = icalcomponent_get_first_property(component, kind)
        while let property = next {
            body(property)
            next = icalcomponent_get_next_property(component, kind)
        }
    }

    private func error(_ text: String) {
        let name = icalcomponent_get_summary(component).map { " `\(String(cString: $0).prefix(64))`" } ?? ""
        calendar.error("event\(name) \(text)")
    }
}
