package import Time

extension CalendarDay {
    /// `Monday 4 January`, with the year when it is another one than today's.
    package func spoken(today: CalendarDay, in language: Language = .en) -> String {
        spoken(thisYear: today.date.year, in: language)
    }

    /// - Parameter thisYear: The one that need not be said.
    package func spoken(thisYear: Int, in language: Language = .en) -> String {
        date.year == thisYear ? named(language) : spelled(in: language)
    }

    /// `Monday 4 January 2027`
    package func spelled(in language: Language = .en) -> String { "\(named(language)) \(date.year)" }

    private func named(_ language: Language) -> String {
        let (_, month, day) = date
        return "\(weekday.name(in: language)) \(day) \(Self.monthNames(language)[month - 1])"
    }
}

extension LocalDateTime {
    /// `09:00` today, `Monday 4 January 09:00` on another day, with the year when it is another one.
    ///
    /// - Parameter thisYear: The year that need not be said; nil: today's.
    package func spoken(today: CalendarDay, thisYear: Int? = nil, in language: Language = .en) -> String {
        let year = thisYear ?? today.date.year
        return day == today ? time.description : "\(day.spoken(thisYear: year, in: language)) \(time)"
    }

    /// `Monday 4 January 2027 09:00`: what was understood, with nothing left to guess.
    package func spelled(in language: Language = .en) -> String { "\(day.spelled(in: language)) \(time)" }

    /// Midnight as an end means the end of the day before.
    package var isMidnight: Bool { millisecondOfDay == 0 }

    /// `UTC+2`, `UTC-3:30`
    package var utcOffset: String {
        let minutes = Int(offset.magnitude) / 60
        let rest = minutes % 60
        return "UTC\(offset < 0 ? "-" : "+")\(minutes / 60)" + (rest == 0 ? "" : ":\(rest < 10 ? "0" : "")\(rest)")
    }

    /// `14:03:12`
    package var clock: String {
        let second = millisecondOfDay / 1_000 % 60
        return "\(time):\(second < 10 ? "0" : "")\(second)"
    }
}

extension ServiceClock {
    /// `2026-12-23 10:00 Europe/Amsterdam`, for sentences of the daemon: who reads them may be in another zone, and so may be the machine.
    package func noted(_ instant: Instant) -> String {
        let time = local(instant)
        return "\(time.day) \(time.time) \(zone)"
    }
}
