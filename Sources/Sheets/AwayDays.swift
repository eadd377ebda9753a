import Foundation
package import MajorAPI
import Routing
package import Time

/// On which days somebody is away, as absences tell it: for calendars and charts.
package struct AwayDays {
    private let clock: ServiceClock
    private let stretches: [(from: Instant, until: Instant, series: WeeklySeries?)]

    package init(_ absences: [RosterAPI.Absence], _ clock: ServiceClock) {
        self.clock = clock
        stretches = absences.compactMap { absence in
            guard let from = LocalDateTime(rfc3339: absence.from)?.instant else { return nil }
            let until = absence.until.flatMap { LocalDateTime(rfc3339: $0)?.instant } ?? .latest
            return (from, until, absence.series?.weekly)
        }
    }

    /// Whether he is away at any time of a day.
    package func contains(_ day: CalendarDay) -> Bool {
        let (start, end) = (clock.instant(day, .startOfDay), clock.instant(day.advanced(by: 1), .startOfDay))
        return stretches.contains { stretch in
            guard stretch.from < end, stretch.until > start else { return false }
            guard let series = stretch.series else { return true }
            return series.occurrences(on: day, clock).contains { $0.start < stretch.until && $0.end > stretch.from }
        }
    }
}

extension RosterAPI.Series {
    /// As decisions know it; nil for hours that this version cannot read.
    var weekly: WeeklySeries? {
        guard let hours = weeklyHours, let first = CalendarDay(text: firstDay) else { return nil }
        let series = WeeklySeries(hours: hours, weeks: weeks, firstDay: first)
        return (exceptions ?? []).reduce(series) { series, exception in
            guard let day = CalendarDay(text: exception.day) else { return series }
            return series.excepting(day, end: exception.until.flatMap { LocalDateTime(rfc3339: $0)?.instant })
        }
    }
}
