import MajorAPI
import Routing
import Time
import Wording

/// Why majord refuses a period or a note, in the reader's language; in its own words where this version does not know the kind.
enum RefusalText {
    static func text(_ told: RosterAPI.InvalidPeriod, _ language: Language) -> String {
        let time = TimeWords(language, at: told.until, in: told.timeZone)
        let start = told.from.flatMap { LocalDateTime(rfc3339: $0) }
        let end = told.until.flatMap { LocalDateTime(rfc3339: $0) }
        switch (told.kind, start, end) {
        case (.noLength, let start?, _): return time.noLength(start)
        case (.endsBeforeStart, let start?, let end?): return time.endsBeforeStart(start, end)
        case (.over, _, let end?): return time.over(end)
        case (.pauseLength, _, _): return DurationWords(language).pauseRefused
        case (.leaveLength, _, _): return DurationWords(language).leaveRefused
        default: return told.reason
        }
    }

    static func text(_ told: RosterAPI.InvalidNote, _ language: Language) -> String {
        switch (told.kind, told.limit) {
        case (.tooLong, let limit?): NoteWords(language).tooLong(limit: limit)
        case (.notShowable, _): NoteWords(language).notShowable
        default: told.reason
        }
    }
}
