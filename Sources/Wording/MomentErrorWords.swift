package import Time

extension TimeWords {
    /// Why a text is no moment, or no period of time.
    package func text(_ error: MomentError) -> String {
        switch error {
        case .unreadable(let text):
            language.said(
                en:
                    "`\(text)` is no day or time; write for example tomorrow, monday, 24-12, 2026-12-24, 09:00 or \"monday 09:00\"",
                nl:
                    "`\(text)` is geen dag of tijd; schrijf bijvoorbeeld morgen, maandag, 24-12, 2026-12-24, 09:00 of \"maandag 09:00\""
            )
        case .noSuchDate(let text):
            language.said(en: "there is no such date as \(text)", nl: "de datum \(text) bestaat niet")
        case .missing: language.said(en: "a day or a time is missing", nl: "er ontbreekt een dag of een tijd")
        case .missingEnd:
            language.said(
                en: "until when? Write a day or a time after it, such as 12:00 or \"tomorrow 12:00\"",
                nl: "tot wanneer? Schrijf er een dag of een tijd achter, zoals 12:00 of \"morgen 12:00\"")
        case .tooMany:
            language.said(en: "more days and times than expected", nl: "meer dagen en tijden dan verwacht")
        case .endsBeforeStart(let start, let end): endsBeforeStart(start, end)
        case .noLength(let moment): noLength(moment)
        case .over(let end): over(end)
        case .passed(let text, let moment):
            language.said(
                en: "`\(text)` is \(time(moment)), which is over; --until tells when you are back",
                nl: "`\(text)` is \(time(moment)), en dat is voorbij; --until zegt wanneer je weer bereikbaar bent")
        }
    }

    package func endsBeforeStart(_ start: LocalDateTime, _ end: LocalDateTime) -> String {
        language.said(
            en: "it ends before it begins: from \(time(start)) \(until(end))",
            nl: "het eindigt voordat het begint: van \(time(start)) \(until(end))")
    }

    package func noLength(_ moment: LocalDateTime) -> String {
        language.said(
            en: "it has no length: it begins and ends on \(time(moment))",
            nl: "het duurt niets: het begint en eindigt op \(time(moment))")
    }

    package func over(_ end: LocalDateTime) -> String {
        language.said(
            en: "it is over already, since \(self.end(end))", nl: "het is al voorbij, sinds \(self.end(end))")
    }

    /// How a moment was read that a person may not have meant so.
    package func text(_ remark: Remark) -> String {
        switch remark {
        case .anotherYear(let typed, let day):
            language.said(
                en: "`\(typed)` means \(day.spelled()): another year.",
                nl: "`\(typed)` is \(day.spelled(in: .nl)): een ander jaar.")
        case .anotherWeek(let typed, let day):
            language.said(
                en: "`\(typed)` means \(day.spelled()): another week.",
                nl: "`\(typed)` is \(day.spelled(in: .nl)): een andere week.")
        case .began(let day):
            language.said(
                en: "It began on \(day.spelled()); what was before now stays as it was.",
                nl: "Het begon op \(day.spelled(in: .nl)); wat voor nu was, blijft zoals het was.")
        case .back(let day):
            language.said(en: "Back on \(day.spelled()).", nl: "Terug op \(day.spelled(in: .nl)).")
        }
    }
}
