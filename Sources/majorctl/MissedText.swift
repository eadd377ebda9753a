import MajorAPI
import Time
import Wording

/// Missed calls in words.
enum MissedText {
    /// `3  10:04  Scholengroep Noord, Karin Smit (+31612345678): hung up before answer; call back before 11:04 (Joke de Vries, Mark Bakker)`
    static func line(_ missed: CallsAPI.Missed, _ time: TimeWords, _ style: Style) -> String {
        let words = CallRecordWords(time.language)
        let whose = [missed.clientName, missed.contact].compactMap(\.self).joined(separator: ", ")
        let caller = missed.caller.map { " (\($0.hasPrefix("+") ? $0 : words.forgotten($0)))" } ?? ""
        var line = "\(missed.missed)  \(time.shortTime(missed.first))  \(whose)\(caller): \(words.outcome(missed.how))"
        if missed.calls > 1 { line += ", \(words.times(missed.calls))" }
        if missed.attempts > 0 { line += "; \(words.attempts(missed.attempts))" }
        if let how = missed.closedHow, let by = missed.closedBy, let at = missed.closedAt {
            line += "; \(words.closed(how, by: by, time.shortTime(at)))" + (missed.note.map { " (\"\($0)\")" } ?? "")
        } else if let due = missed.due {
            let text = words.due(time.shortTime(due), isOverdue: missed.overdue)
            line += "; \(missed.overdue ? style.red(text) : text)"
            line += " (\(missed.ownerNames.joined(separator: ", ")))"
        }
        return line
    }
}
