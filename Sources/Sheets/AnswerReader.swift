package import Foundation
package import Time
package import Wording

/// Who reads an answer of majord.
package struct AnswerReader: Sendable {
    package let language: Language
    /// That of his own clock; nil: he reads the service's.
    private let zone: TimeZone?
    /// Whether he reads it on a page.
    private let isOnPage: Bool
    /// The id of the agent who he is; nil where that is not known.
    private let agent: String?

    package init(_ language: Language, zone: TimeZone? = nil, isOnPage: Bool = false, agent: String? = nil) {
        self.agent = agent
        self.isOnPage = isOnPage
        self.language = language
        self.zone = zone
    }

    /// Himself, or the agent with this id and name.
    package func who(_ id: String, _ name: String) -> ChangeWords.Who { id == agent ? .you : .other(name) }

    /// What puts times into words for him, of an answer that says its zone itself.
    package func time(at rfc3339: String?, in service: String?) -> TimeWords {
        let now =
            rfc3339.flatMap(LocalDateTime.init(rfc3339:))
            ?? LocalDateTime(day: CalendarDay(daysSince1970: 0), millisecondOfDay: 0, offset: 0)
        return TimeWords(
            language, now: now, zone: service.flatMap { label($0, now: now.instant) },
            clock: service.flatMap(TimeZone.init(identifier:)).map { ServiceClock($0) }, isOnPage: isOnPage)
    }

    /// The service's zone, where its clocks show other times than the reader's, now or in half a year; nil where they do not.
    package func label(_ service: String, now: Instant) -> String? {
        guard let reader = zone else { return nil }
        guard let zone = TimeZone(identifier: service) else { return service }
        let isSame = [0, 182].allSatisfy { days in
            let date = Date(timeIntervalSince1970: Double(now.milliseconds) / 1_000 + Double(days) * 86_400)
            return zone.secondsFromGMT(for: date) == reader.secondsFromGMT(for: date)
        }
        return isSame ? nil : service
    }
}
