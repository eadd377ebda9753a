import Foundation
import Sheets
import Time
import Wording

/// The time zone of whoever reads the terminal: `$TZ`, else the machine's.
enum ReaderZone {
    /// The service's zone, where its clocks show other times than the reader's, now or in half a year; nil where they do not.
    static func label(_ service: String, now: Instant, reader: TimeZone = .current) -> String? {
        AnswerReader(.en, zone: reader).label(service, now: now)
    }
}

extension AnswerReader {
    /// Whoever sits at the terminal.
    init(terminal language: Language) { self.init(language, zone: .current) }
}

extension TimeWords {
    /// For an answer that says its zone itself.
    ///
    /// - Parameter saysZone: Whether the zone is said with each time where the reader's clock shows others.
    init(_ language: Language, at rfc3339: String?, in zone: String?, saysZone: Bool = true) {
        self = AnswerReader(language, zone: saysZone ? .current : nil).time(at: rfc3339, in: zone)
    }
}
