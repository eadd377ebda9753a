/// Why a text is no moment, or no period of time.
package enum MomentError: Error, Equatable {
    case unreadable(String)
    case noSuchDate(String)
    /// No day or time where one is needed.
    case missing
    /// A beginning with a time and no end.
    case missingEnd
    case tooMany
    case endsBeforeStart(start: LocalDateTime, end: LocalDateTime)
    /// It ends when it begins.
    case noLength(LocalDateTime)
    /// All of it is past.
    case over(end: LocalDateTime)
    /// Somebody is to be back at a moment that is past.
    case passed(String, LocalDateTime)

    /// Whether the text was understood, and what it asks for makes no sense.
    package var isRefusal: Bool {
        switch self {
        case .endsBeforeStart, .noLength, .over, .passed: true
        case .unreadable, .noSuchDate, .missing, .missingEnd, .tooMany: false
        }
    }
}
