import Foundation
import Time

/// What fields of a form say, on the service's clock.
enum ServiceMoment {
    /// Of `2026-12-24T08:30`, as a browser writes a local time; nil for anything else.
    static func rfc3339(_ text: String, in zone: String) -> String? {
        let parts = text.split(separator: "T")
        guard parts.count == 2, let day = CalendarDay(text: String(parts[0])),
            let time = LocalTime(written: parts[1].prefix(5)), let zone = TimeZone(identifier: zone)
        else { return nil }
        let clock = ServiceClock(zone)
        return clock.rfc3339(clock.instant(day, time))
    }

    /// The beginning of a day.
    static func rfc3339(_ day: CalendarDay, in zone: String) -> String? {
        guard let zone = TimeZone(identifier: zone) else { return nil }
        let clock = ServiceClock(zone)
        return clock.rfc3339(clock.instant(day, .startOfDay))
    }
}
