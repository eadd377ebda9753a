import Time

/// Which whole days of the service's calendar an event with times means.
///
/// Calendars that know no days, and those that were copied between zones, write an all-day event as midnight to midnight somewhere. It means
/// the days that its owner sees, not the hours of that place:
/// - midnight to midnight on the service's clock is those days;
/// - midnight to midnight on the clock on which it is written is the same dates here;
/// - one that says that it is all-day (X-MICROSOFT-CDO-ALLDAYEVENT) and whose midnights have been lost by a conversion (to UTC, say) begins
///   and ends with the nearest ones.
///
/// An end at 23:59 is the midnight after it.
struct WholeDays {
    let clock: ServiceClock
    /// On whose wall the event is written.
    let written: ServiceClock?
    /// Whether it says that it is all-day.
    let isMarked: Bool

    /// Nil where a part of a day is meant.
    func days(_ start: Instant, _ end: Instant) -> Range<CalendarDay>? {
        guard start < end else { return nil }
        if let days = midnights(start, end, clock) { return days }
        if let written, let days = midnights(start, end, written) { return days }
        guard isMarked else { return nil }
        let first = nearest(start)
        let last = nearest(end)
        return first..<max(last, first.advanced(by: 1))
    }

    private func midnights(_ start: Instant, _ end: Instant, _ clock: ServiceClock) -> Range<CalendarDay>? {
        let first = clock.day(of: start)
        guard clock.instant(first, .startOfDay) == start else { return nil }
        let ending = clock.local(end)
        var last = ending.day
        if clock.instant(last, .startOfDay) != end {
            guard ending.millisecondOfDay >= 86_340_000 else { return nil }
            last = last.advanced(by: 1)
        }
        return first < last ? first..<last : nil
    }

    private func nearest(_ instant: Instant) -> CalendarDay {
        clock.day(of: instant.advanced(by: .hours(12)))
    }
}
