package import Time

extension TimeWords {
    /// Why a text is no moment, or no period of time.
    package func text(_ error: MomentError) -> String {
        switch error {
        case .unreadable(let text): unreadable(text)
        case .byTheMinute(let text):
            language.said(
                en: "`\(text)` has seconds, and here minutes count; leave them out",
                nl: "`\(text)` heeft seconden, en hier tellen minuten; laat ze weg")
        case .yearUnclear(let text, let one, let other):
            language.said(
                en: "`\(text)` may be \(one.spelled()) or \(other.spelled()); write the year in four digits",
                nl:
                    "`\(text)` kan \(one.spelled(in: .nl)) of \(other.spelled(in: .nl)) zijn; schrijf het jaar in vier cijfers"
            )
        case .wholeWeek(let text, let monday):
            language.said(
                en:
                    "`\(text)` is from \(monday.spelled()) to \(monday.advanced(by: 6).spelled()), and here one day is meant; write its date, such as \(dayMonth(monday))",
                nl:
                    "`\(text)` is van \(monday.spelled(in: .nl)) tot en met \(monday.advanced(by: 6).spelled(in: .nl)), en hier is één dag bedoeld; schrijf de datum, zoals \(dayMonth(monday))"
            )
        case .movable(let text):
            language.said(
                en: "`\(text)` is on another date each year; write the date, such as 6-5 or 6 may",
                nl: "`\(text)` is elk jaar op een andere datum; schrijf de datum, zoals 6-5 of 6 mei")
        case .ambiguous(let text, let one, let other):
            language.said(
                en: "`\(text)` is \(one) to some and \(other) to others; write one of them",
                nl: "`\(text)` is voor de een \(one) en voor de ander \(other); schrijf een van beide")
        case .otherWeekday(let text, let day):
            language.said(
                en: "`\(text)` is \(day.spelled()); for all the days from one to the other write `to` between them",
                nl:
                    "`\(text)` is \(day.spelled(in: .nl)); schrijf voor alle dagen van de een tot de ander er `t/m` tussen"
            )
        case .comesBack(let text):
            language.said(
                en: "`\(text)` is for what comes back every week, and here one day or one stretch of time is meant",
                nl: "`\(text)` is voor wat elke week terugkomt, en hier is één dag of één periode bedoeld")
        case .dayOnly(let text):
            language.said(
                en: "`\(text)` has a time, and here a day is meant",
                nl: "`\(text)` heeft een tijd, en hier is een dag bedoeld")
        case .apart(let one, let other):
            language.said(
                en:
                    "`\(one)` and `\(other)` do not follow each other; enter them one by one, or write `to` between them",
                nl: "`\(one)` en `\(other)` sluiten niet op elkaar aan; voer ze los in, of schrijf er `t/m` tussen")
        case .hoursBackwards(let from, let until):
            language.said(
                en: "the hours end before they begin: \(from) to \(until)",
                nl: "de uren eindigen voordat ze beginnen: \(from) tot \(until)")
        case .notYet(let text, let moment):
            language.said(
                en: "`\(text)` is \(time(moment)), which is still to come",
                nl: "`\(text)` is \(time(moment)), en dat moet nog komen")
        case .neverFalls(let days, let first, let last): SeriesWords(self).never(days, from: first, through: last)
        case .noSuchDate(let text):
            language.said(en: "there is no such date as \(text)", nl: "de datum \(text) bestaat niet")
        case .noSuchWeek(let text, let weeks, let year):
            language.said(
                en: "there is no \(text): \(year) has \(weeks) weeks; write 1 to \(weeks)",
                nl: "\(text) bestaat niet: \(year) heeft \(weeks) weken; schrijf 1 tot en met \(weeks)")
        case .missing: language.said(en: "a day or a time is missing", nl: "er ontbreekt een dag of een tijd")
        case .missingEnd:
            language.said(
                en: "until when? Write a day or a time after it, such as 12:00 or \"tomorrow 12:00\"",
                nl: "tot wanneer? Schrijf er een dag of een tijd achter, zoals 12:00 of \"morgen 12:00\"")
        case .openEnd(let text):
            language.said(
                en:
                    "from `\(text)` until when? For that day alone leave out `from`; else write `to` and the last day",
                nl:
                    "van `\(text)` tot wanneer? Voor alleen die dag laat je `vanaf` weg; schrijf anders `t/m` en de laatste dag"
            )
        case .endless(let text):
            language.said(
                en:
                    "`\(text)`: it needs an end; write the last day that it can be, and make it shorter once that is known",
                nl:
                    "`\(text)`: er moet een eind zijn; schrijf de laatste dag die het kan zijn, en maak het later korter"
            )
        case .dayOrHour(let text):
            language.said(
                en: "`\(text)` may be a day or an hour; write for example 2 december, or 2:00",
                nl: "`\(text)` kan een dag of een uur zijn; schrijf bijvoorbeeld 2 december, of 2:00")
        case .rhythm(let text):
            language.said(
                en:
                    "`\(text)` cannot be entered: what comes back does so every 1 to 52 weeks, such as `every 2 weeks on monday`",
                nl: "`\(text)` kan niet: wat terugkomt doet dat elke 1 tot 52 weken, zoals `om de 2 weken op maandag`")
        case .tooMany:
            language.said(en: "more days and times than expected", nl: "meer dagen en tijden dan verwacht")
        case .endsBeforeStart(let start, let end): endsBeforeStart(start, end)
        case .noLength(let moment): noLength(moment)
        case .over(let end): over(end)
        case .passed(let text, let moment):
            language.said(
                en: "`\(text)` is \(time(moment)), which is over; say when you are back",
                nl: "`\(text)` is \(time(moment)), en dat is voorbij; zeg wanneer je weer bereikbaar bent")
        }
    }

    private func unreadable(_ text: String) -> String {
        if let meant = MomentSpelling.suggestion(for: text) {
            return language.said(
                en: "`\(text)` is no day or time; did you mean `\(meant)`?",
                nl: "`\(text)` is geen dag of tijd; bedoel je `\(meant)`?")
        }
        return language.said(
            en:
                "`\(text)` is no day or time; write for example tomorrow, monday, 24-12, 24 dec, 09:00 or \"monday 09:00\"",
            nl:
                "`\(text)` is geen dag of tijd; schrijf bijvoorbeeld morgen, maandag, 24-12, 24 dec, 09:00 of \"maandag 09:00\""
        )
    }

    private func dayMonth(_ day: CalendarDay) -> String { "\(day.date.day)-\(day.date.month)" }

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
        case .skipped(let typed, let moment):
            language.said(
                en:
                    "`\(typed)` is not on the clock that day, which is set forward then: it counts from \(time(moment)).",
                nl:
                    "`\(typed)` komt die dag niet op de klok, want dan gaat die vooruit: het geldt vanaf \(time(moment))."
            )
        case .doubled(let typed, let moment):
            language.said(
                en:
                    "`\(typed)` comes twice that day, as the clock is set back: the first of the two counts (\(moment.utcOffset)).",
                nl:
                    "`\(typed)` komt die dag twee keer, want de klok gaat terug: de eerste van de twee geldt (\(moment.utcOffset))."
            )
        }
    }
}
