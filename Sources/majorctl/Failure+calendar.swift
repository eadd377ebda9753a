import MajorAPI
import Time
import Varlink
import Wording

extension Failure {
    /// What went wrong with a calendar; nil for another error.
    static func calendar(_ error: VarlinkError, _ language: Language) -> Failure? {
        let words = LeaveImportWords(language)
        switch CalendarAPI.Failure(error) {
        case .noCalendar(let told): return .refused(words.noCalendar(told.agentName))
        case .noEvents(let told): return .refused(words.noEvents(told.expected))
        case .notOfCalendar(let told): return .refused(words.notOfCalendar(told.absence))
        case .invalidCalendar(let told): return .refused(told.reason)
        case .unknownClient(let told):
            return .refused(UnknownWords(language).client(told.client, known: told.known))
        case .unknownFeed: return .refused(CalendarWords(language).noFeed)
        case .other: return nil
        }
    }
}
