import Foundation
import MajorAPI
import Routing
import Time
import Wording

/// The time zone of whoever reads the terminal: `$TZ`, else the machine's.
enum ReaderZone {
    /// The service's zone, where its clocks show other times than the reader's, now or in half a year; nil where they do not.
    static func label(_ service: String, now: Instant, reader: TimeZone = .current) -> String? {
        guard let zone = TimeZone(identifier: service) else { return service }
        let isSame = [0, 182].allSatisfy { days in
            let date = Date(timeIntervalSince1970: Double(now.milliseconds) / 1_000 + Double(days) * 86_400)
            return zone.secondsFromGMT(for: date) == reader.secondsFromGMT(for: date)
        }
        return isSame ? nil : service
    }
}

extension TimeWords {
    /// For an answer that says its zone itself.
    ///
    /// - Parameter saysZone: Whether the zone is said with each time where the reader's clock shows others.
    init(_ language: Language, at rfc3339: String?, in zone: String?, saysZone: Bool = true) {
        let now =
            rfc3339.flatMap(LocalDateTime.init(rfc3339:))
            ?? LocalDateTime(day: CalendarDay(daysSince1970: 0), millisecondOfDay: 0, offset: 0)
        self.init(
            language, now: now, zone: zone.flatMap { saysZone ? ReaderZone.label($0, now: now.instant) : nil },
            clock: zone.flatMap(TimeZone.init(identifier:)).map { ServiceClock($0) })
    }
}
