import Foundation
import MajorAPI
import Sheets
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
    /// Under which name the browser knows the pages; empty where that is not told.
    package let host: String

    package init(visitor: Visitor, language: Language, isWall: Bool = false, token: String = "", host: String = "") {
        self.host = host
        self.visitor = visitor
        self.language = language
        self.isWall = isWall
        self.token = token
    }

    var words: PageWords { PageWords(language) }
    var reader: AnswerReader { AnswerReader(language, isOnPage: true, agent: visitor.agent) }

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
            clock: TimeZone(identifier: zone).map { ServiceClock($0) }, isOnPage: true)
    }

    /// Until when a client has nobody; what goes on for as long as majord looks ahead has no end that is known.
    func outlook(_ rfc3339: String) -> String {
        guard let end = LocalDateTime(rfc3339: rfc3339), end.day.daysSince1970 - now.day.daysSince1970 < 170 else {
            return untilFurtherNotice
        }
        return compactUntil(rfc3339)
    }

    /// A time for lists; of today no day.
    func brief(_ rfc3339: String) -> String { compact(rfc3339) }
}

extension String {
    /// How many whole minutes from this moment until another; both RFC 3339.
    func minutes(until later: String) -> Int? {
        guard let start = LocalDateTime(rfc3339: self), let end = LocalDateTime(rfc3339: later) else { return nil }
        return end.instant.since(start.instant).wholeSeconds / 60
    }

    /// A sentence of majord's without what could be typed at a shell: `…; majorctl give or cancel settles it`.
    var withoutCommands: String {
        split(separator: "; ").filter { !$0.contains("majorctl") }.joined(separator: "; ")
    }

    /// What a shell quotes, as people write it: “0505550100”.
    var withQuotes: String {
        split(separator: "`", omittingEmptySubsequences: false).enumerated()
            .map { $0.offset == 0 ? String($0.element) : ($0.offset % 2 == 1 ? "“" : "”") + $0.element }.joined()
    }

    /// The clock of an RFC 3339 moment, with its seconds: `10:42:07`.
    var clock: String {
        guard let moment = LocalDateTime(rfc3339: self) else { return self }
        let seconds = moment.millisecondOfDay / 1_000 % 60
        return "\(moment.time):\(seconds < 10 ? "0" : "")\(seconds)"
    }
}
