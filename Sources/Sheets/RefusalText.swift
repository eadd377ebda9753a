import Foundation
package import MajorAPI
import Routing
import Time
import Wording

/// Why majord refuses a period or a note, in the reader's language; in its own words where this version does not know the kind.
package enum RefusalText {
    package static func text(_ told: RosterAPI.InvalidPeriod, _ reader: AnswerReader) -> String {
        let (language, time) = (reader.language, reader.time(at: told.until ?? told.from, in: told.timeZone))
        let start = told.from.flatMap { LocalDateTime(rfc3339: $0) }
        let end = told.until.flatMap { LocalDateTime(rfc3339: $0) }
        switch (told.kind, start, end) {
        case (.noLength, let start?, _): return time.noLength(start)
        case (.endsBeforeStart, let start?, let end?): return time.endsBeforeStart(start, end)
        case (.over, _, let end?): return time.over(end)
        case (.pauseLength, _, _): return DurationWords(language).pauseRefused
        case (.leaveLength, _, _): return DurationWords(language).leaveRefused
        case (.neverHappens, let start?, let end?):
            guard let series = told.series?.weekly, let zone = told.timeZone.flatMap({ TimeZone(identifier: $0) })
            else {
                return told.reason
            }
            return SeriesWords(time).never(
                series, from: start.day, through: end.day.advanced(by: -1), ServiceClock(zone))
        default: return rest(told, start, time)
        }
    }

    private static func rest(_ told: RosterAPI.InvalidPeriod, _ start: LocalDateTime?, _ time: TimeWords) -> String {
        let words = PeriodWords(time)
        switch (told.kind, told.absence) {
        case (.noEnd, _): return words.noEnd
        case (.requestBegun, _): return words.requestBegun
        case (.sicknessStart, _): return start.map(words.sicknessStart) ?? told.reason
        case (.ownDeputy, _): return told.agentName.map(DeputyWords(time).standsInForHimself) ?? told.reason
        case (.hasBegun, let absence?): return words.hasBegun(absence)
        case (.noChange, let absence?): return words.noChange(absence)
        case (.noSeries, let absence?): return words.noSeries(absence)
        case (.comesBack, let absence?):
            let day = told.next.flatMap { LocalDateTime(rfc3339: $0) }?.day
            let rhythm = told.series.flatMap { PlanningText.rhythm($0, until: told.until, time) }
            return words.comesBack(absence, rhythm, on: day).joined(separator: "\n")
        case (.noOccurrence, let absence?):
            let next = told.next.flatMap { LocalDateTime(rfc3339: $0) }?.day
            return start.map { words.noOccurrence(absence, on: $0.day, next: next) } ?? told.reason
        default: return told.reason
        }
    }

    package static func text(_ told: RosterAPI.InvalidNote, _ reader: AnswerReader) -> String {
        switch (told.kind, told.limit) {
        case (.tooLong, let limit?): NoteWords(reader.language).tooLong(limit: limit)
        case (.notShowable, _): NoteWords(reader.language).notShowable
        case (.whyMissing, _): NoteWords(reader.language).whyMissing
        default: told.reason
        }
    }
}
