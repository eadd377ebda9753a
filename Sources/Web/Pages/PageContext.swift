import Foundation
import MajorAPI
package import Time
import Wording

/// What every page is made with: who looks, in which language, and when.
package struct PageContext: Sendable {
    package let visitor: Visitor
    package let language: Language
    /// On a television: no navigation, nothing to click.
    package let isWall: Bool
    /// What forms carry; empty where nothing can be entered.
    package let token: String

    package init(visitor: Visitor, language: Language, isWall: Bool = false, token: String = "") {
        self.visitor = visitor
        self.language = language
        self.isWall = isWall
        self.token = token
    }

    var words: PageWords { PageWords(language) }

    /// A text of the pages by its key, as templates ask for it: `{{say.nobody}}`.
    var say: [String: String] {
        Dictionary(uniqueKeysWithValues: PageWords.Label.allCases.map { ($0.rawValue, words.label($0)) })
    }
}

extension TimeWords {
    /// Of an answer that says its zone: pages show the service's clock.
    init(_ language: Language, at rfc3339: String, in zone: String) {
        self.init(
            language,
            now: LocalDateTime(rfc3339: rfc3339)
                ?? LocalDateTime(day: CalendarDay(daysSince1970: 0), millisecondOfDay: 0, offset: 0),
            clock: TimeZone(identifier: zone).map { ServiceClock($0) })
    }

    /// A time for lists; of today no day.
    func brief(_ rfc3339: String) -> String { LocalDateTime(rfc3339: rfc3339).map(short) ?? rfc3339 }
}

extension String {
    /// How many whole minutes from this moment until another; both RFC 3339.
    func minutes(until later: String) -> Int? {
        guard let start = LocalDateTime(rfc3339: self), let end = LocalDateTime(rfc3339: later) else { return nil }
        return end.instant.since(start.instant).wholeSeconds / 60
    }

    /// The clock of an RFC 3339 moment, with its seconds: `10:42:07`.
    var clock: String {
        guard let moment = LocalDateTime(rfc3339: self) else { return self }
        let seconds = moment.millisecondOfDay / 1_000 % 60
        return "\(moment.time):\(seconds < 10 ? "0" : "")\(seconds)"
    }
}
