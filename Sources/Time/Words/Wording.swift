/// Times as one reader understands them: weekday, date and year, and the zone where the reader's own clock shows other times.
package struct Wording: Sendable {
    package let now: LocalDateTime
    /// The service's zone; nil where the reader's clock shows the same.
    package let zone: String?

    package init(now: LocalDateTime, zone: String?) {
        self.now = now
        self.zone = zone
    }

    /// `Monday 4 January 2027 09:00`, or the text itself when it is no instant.
    package func time(_ rfc3339: String) -> String {
        LocalDateTime(rfc3339: rfc3339).map { zoned($0.spelled) } ?? rfc3339
    }

    /// `the end of Monday 4 January 2027`, or a time as above.
    package func end(_ rfc3339: String) -> String {
        LocalDateTime(rfc3339: rfc3339).map { $0.isMidnight ? $0.spelledAsEnd : zoned($0.spelled) } ?? rfc3339
    }

    /// `09:00` for today, `Monday 4 January 09:00` for another day, `the end of Monday 4 January`; for lists.
    package func shortEnd(_ rfc3339: String) -> String {
        guard let time = LocalDateTime(rfc3339: rfc3339) else { return rfc3339 }
        return time.isMidnight
            ? "the end of \(time.day.advanced(by: -1).spoken(today: now.day))" : zoned(time.spoken(today: now.day))
    }

    /// A beginning for lists: `09:00`, `Monday 4 January`.
    package func shortStart(_ rfc3339: String) -> String {
        guard let time = LocalDateTime(rfc3339: rfc3339) else { return rfc3339 }
        return time.isMidnight ? time.day.spoken(today: now.day) : zoned(time.spoken(today: now.day))
    }

    /// `on Thursday 26 November 2026, 09:00 to 12:00`, `on …, the whole day`, or `from … until …`.
    package func period(from: String, until: String) -> String {
        guard let start = LocalDateTime(rfc3339: from), let end = LocalDateTime(rfc3339: until) else {
            return "from \(from) until \(until)"
        }
        if let day = oneDay(start, end) { return "on \(day)" }
        let first = start.isMidnight ? start.day.spelled : zoned(start.spelled)
        return "from \(first) until \(self.end(until))"
    }

    /// The same for lists: `Thursday 26 November 2026, 09:00 to 12:00`.
    package func stretch(from: String, until: String) -> String {
        guard let start = LocalDateTime(rfc3339: from), let end = LocalDateTime(rfc3339: until) else {
            return "\(from) to \(until)"
        }
        return oneDay(start, end)
            ?? "\(start.isMidnight ? start.day.spelled : zoned(start.spelled)) to \(self.end(until))"
    }

    /// A time with its zone where that is not the reader's.
    package func zoned(_ text: String) -> String {
        zone.map { "\(text) \($0)" } ?? text
    }

    private func oneDay(_ start: LocalDateTime, _ end: LocalDateTime) -> String? {
        let endsAtMidnight = end.isMidnight && end.day == start.day.advanced(by: 1)
        guard endsAtMidnight || end.day == start.day else { return nil }
        if endsAtMidnight, start.isMidnight { return "\(start.day.spelled), the whole day" }
        let close = endsAtMidnight ? LocalTime.endOfDay : end.time
        return zoned("\(start.day.spelled), \(start.time) to \(close)")
    }
}
