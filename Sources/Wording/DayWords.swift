package import Time

extension CalendarDay {
    /// `Monday 4 January`, with the year when it is another one than today's.
    package func spoken(today: CalendarDay, in language: Language = .en) -> String {
        date.year == today.date.year ? named(language) : spelled(in: language)
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
    package func spoken(today: CalendarDay, in language: Language = .en) -> String {
        day == today ? time.description : "\(day.spoken(today: today, in: language)) \(time)"
    }

    /// `Monday 4 January 2027 09:00`: what was understood, with nothing left to guess.
    package func spelled(in language: Language = .en) -> String { "\(day.spelled(in: language)) \(time)" }

    /// Midnight as an end means the end of the day before.
    package var isMidnight: Bool { millisecondOfDay == 0 }

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
