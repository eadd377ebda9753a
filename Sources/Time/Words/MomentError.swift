/// Why a text is no moment, or no period of time. Moments in it are in words.
package enum MomentError: Error, Equatable {
    case unreadable(String)
    case noSuchDate(String)
    /// No day or time where one is needed.
    case missing
    /// A beginning with a time and no end.
    case missingEnd
    case tooMany
    case endsBeforeStart(start: String, end: String)
    /// It ends when it begins.
    case noLength(String)
    /// All of it is past.
    case over(end: String)
    /// Somebody is to be back at a moment that is past.
    case passed(String, moment: String)

    /// Whether the text was understood, and what it asks for makes no sense.
    package var isRefusal: Bool {
        switch self {
        case .endsBeforeStart, .noLength, .over, .passed: true
        case .unreadable, .noSuchDate, .missing, .missingEnd, .tooMany: false
        }
    }
}

extension MomentError: CustomStringConvertible {
    package var description: String {
        switch self {
        case .unreadable(let text):
            "`\(text)` is no day or time; write for example tomorrow, monday, 24-12, 2026-12-24, 09:00 or \"monday 09:00\""
        case .noSuchDate(let text): "there is no such date as \(text)"
        case .missing: "a day or a time is missing"
        case .missingEnd: "until when? Write a day or a time after it, such as 12:00 or \"tomorrow 12:00\""
        case .tooMany: "more days and times than expected"
        case .endsBeforeStart(let start, let end): "it ends before it begins: from \(start) until \(end)"
        case .noLength(let moment): "it has no length: it begins and ends on \(moment)"
        case .over(let end): "it is over already, since \(end)"
        case .passed(let text, let moment): "`\(text)` is \(moment), which is over; --until tells when you are back"
        }
    }
}
