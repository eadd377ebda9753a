package import Time

/// Times as one reader understands them: weekday, date and year, and the zone where the reader's own clock shows other times.
///
/// A midnight that ends something is said as the end of the day before, which is what people mean by it.
package struct TimeWords: Sendable {
    package let language: Language
    package let now: LocalDateTime
    /// The service's zone; nil where the reader's clock shows the same.
    package let zone: String?
    /// Whether it is read on a page, which has buttons where a shell has commands, and shows whose numbers these are itself.
    package let isOnPage: Bool
    /// The year that need not be said.
    private let thisYear: Int
    /// Tells which times come twice, where the clocks are set back; nil: that is not told.
    private let clock: ServiceClock?

    /// - Parameters:
    ///   - now: From when times are seen: those of this day have no day.
    ///   - thisYear: The year that need not be said, where `now` is another time than the reader's; nil: that of `now`.
    ///   - clock: The service's.
    package init(
        _ language: Language = .en, now: LocalDateTime, thisYear: Int? = nil, zone: String? = nil,
        clock: ServiceClock? = nil, isOnPage: Bool = false
    ) {
        self.isOnPage = isOnPage
        self.clock = clock
        self.language = language
        self.now = now
        self.zone = zone
        self.thisYear = thisYear ?? now.day.date.year
    }

    /// What can be typed at a shell, or numbers by which something is named there; nothing on a page.
    func atShell(_ text: String) -> String { isOnPage ? "" : text }

    /// Who did something, as the history has him; on a page without the program that spoke for him: `els via majord-web`.
    package func person(_ user: String) -> String {
        isOnPage ? user.split(separator: " ").first.map(String.init) ?? user : user
    }

    /// `Monday 4 January 2027 09:00`, `Sunday 25 October 2026 02:30 (UTC+2)`
    package func time(_ time: LocalDateTime) -> String {
        zoned(time.spelled(in: language) + which(time))
    }

    /// Which of the two it is, of a time that the clock shows twice that day.
    private func which(_ time: LocalDateTime) -> String {
        clock?.showing(time.day, time.time) == .twice ? " (\(time.utcOffset))" : ""
    }

    /// `the end of Monday 4 January 2027`, or a time as above.
    package func end(_ time: LocalDateTime) -> String {
        time.isMidnight ? endOfDay(lastDay(time).spelled(in: language)) : self.time(time)
    }

    /// `until the end of Monday 4 January 2027`, `until Monday 4 January 2027 09:00`, `until further notice`
    package func until(_ end: LocalDateTime?) -> String {
        guard let end else { return untilFurtherNotice }
        return end.isMidnight ? through(lastDay(end).spelled(in: language)) : before(time(end))
    }

    package var untilFurtherNotice: String {
        language.said(en: "until further notice", nl: "tot nader bericht")
    }

    /// A beginning for lists: `09:00` for today, `Monday 4 January 09:00`, `Monday 4 January`.
    package func shortStart(_ time: LocalDateTime) -> String {
        time.isMidnight ? time.day.spoken(thisYear: thisYear, in: language) : short(time)
    }

    /// An end for lists: `until 09:00`, `until the end of Monday 4 January`.
    package func shortUntil(_ end: LocalDateTime) -> String {
        end.isMidnight ? through(lastDay(end).spoken(thisYear: thisYear, in: language)) : before(short(end))
    }

    /// A time of today or of another day: `09:00`, `Monday 4 January 09:00`.
    package func short(_ time: LocalDateTime) -> String {
        zoned(time.spoken(today: now.day, thisYear: thisYear, in: language) + which(time))
    }

    /// `on Thursday 26 November 2026, 09:00 to 12:00`, `on …, the whole day`, or `from … until …`.
    package func period(from start: LocalDateTime, until end: LocalDateTime) -> String {
        if let day = oneDay(start, end) { return language.said(en: "on \(day)", nl: "op \(day)") }
        return "\(from(beginning(start))) \(until(end))"
    }

    /// The same for lists: `Thursday 26 November 2026, 09:00 to 12:00`.
    package func stretch(from start: LocalDateTime, until end: LocalDateTime) -> String {
        oneDay(start, end)
            ?? language.said(
                en: "\(beginning(start)) to \(self.end(end))", nl: "\(beginning(start)) \(until(end))")
    }

    /// The same hours on days that follow each other, from the beginning of the first to the end of the last: `Thursday 5 March 2026 to Tuesday
    /// 10 March 2026, each time 12:00 to 18:00`.
    package func hours(from start: LocalDateTime, until end: LocalDateTime) -> String {
        let last = end.isMidnight ? lastDay(end) : end.day
        let days = (start.day.spelled(in: language), last.spelled(in: language))
        let close = end.isMidnight ? LocalTime.endOfDay : end.time
        return zoned(
            language.said(
                en: "\(days.0) to \(days.1), each time \(start.time) to \(close)",
                nl: "\(days.0) tot en met \(days.1), telkens \(start.time) tot \(close)"))
    }

    /// The same for lists, with the year where it is another one: `on Thursday 26 November, the whole day`, `today, 09:00 to 12:00`.
    package func shortPeriod(from start: LocalDateTime, until end: LocalDateTime?) -> String {
        guard let end, let hours = hoursOfDay(start, end) else {
            return "\(from(shortStart(start))) \(end.map(shortUntil) ?? untilFurtherNotice)"
        }
        guard start.day != now.day else { return "\(language.said(en: "today", nl: "vandaag")), \(hours)" }
        let day = start.day.spoken(thisYear: thisYear, in: language)
        return "\(language.said(en: "on", nl: "op")) \(day), \(hours)"
    }

    /// `from 09:00`
    package func from(_ beginning: String) -> String {
        language.said(en: "from \(beginning)", nl: "van \(beginning)")
    }

    package var wholeDay: String { language.said(en: "the whole day", nl: "de hele dag") }

    /// A time with its zone where that is not the reader's.
    package func zoned(_ text: String) -> String {
        zone.map { "\(text) \($0)" } ?? text
    }

    private func beginning(_ start: LocalDateTime) -> String {
        start.isMidnight ? start.day.spelled(in: language) : time(start)
    }

    private func lastDay(_ end: LocalDateTime) -> CalendarDay { end.day.advanced(by: -1) }

    private func endOfDay(_ day: String) -> String {
        language.said(en: "the end of \(day)", nl: "het einde van \(day)")
    }

    private func through(_ day: String) -> String {
        language.said(en: "until the end of \(day)", nl: "tot en met \(day)")
    }

    private func before(_ text: String) -> String {
        language.said(en: "until \(text)", nl: "tot \(text)")
    }

    private func oneDay(_ start: LocalDateTime, _ end: LocalDateTime) -> String? {
        hoursOfDay(start, end).map { "\(start.day.spelled(in: language)), \($0)" }
    }

    /// `09:00 to 12:00`, `the whole day`; nil where it is not all on one day.
    private func hoursOfDay(_ start: LocalDateTime, _ end: LocalDateTime) -> String? {
        let endsAtMidnight = end.isMidnight && end.day == start.day.advanced(by: 1)
        guard endsAtMidnight || end.day == start.day else { return nil }
        if endsAtMidnight, start.isMidnight { return wholeDay }
        let close = endsAtMidnight ? "\(LocalTime.endOfDay)" : "\(end.time)\(which(end))"
        return zoned("\(start.time)\(which(start)) \(language.said(en: "to", nl: "tot")) \(close)")
    }
}
