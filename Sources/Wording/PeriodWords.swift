package import Time

/// Why a change of the roster makes no sense as it was asked.
package struct PeriodWords: Sendable {
    private let time: TimeWords
    private var language: Language { time.language }

    package init(_ time: TimeWords) {
        self.time = time
    }

    /// Only hours that come back may go on.
    package var noEnd: String {
        language.said(
            en: "leave has an end; only hours that come back every week may go on without one",
            nl: "verlof heeft een einde; alleen uren die elke week terugkomen mogen zonder einde doorgaan")
    }

    /// - Parameter earliest: The first moment since which somebody may be reported sick.
    package func sicknessStart(earliest: LocalDateTime) -> String {
        let since = earliest.isMidnight ? earliest.day.spelled(in: language) : time.time(earliest)
        return language.said(
            en: "sickness begins now, or since \(since) at the earliest; for days to come, plan leave",
            nl: "ziekte begint nu, of op zijn vroegst sinds \(since); voer voor later verlof in")
    }

    package func hasBegun(_ absence: String) -> String {
        language.said(
            en: "absence \(absence) has begun, so its start stays; give it another end, or end it with back or cancel",
            nl:
                "afwezigheid \(absence) is begonnen, dus het begin blijft; geef een ander einde op, of beëindig haar met back of cancel"
        )
    }

    package func noChange(_ absence: String) -> String {
        language.said(en: "absence \(absence) is that already", nl: "afwezigheid \(absence) is al zo")
    }

    package func noSeries(_ absence: String) -> String {
        language.said(
            en: "absence \(absence) does not come back, so it has no days to cancel by themselves; change or cancel it",
            nl:
                "afwezigheid \(absence) komt niet terug, dus er zijn geen losse dagen in te trekken; wijzig haar met change of trek haar in met cancel"
        )
    }

    /// Why one day does not become all of what comes back, and how either is changed, a sentence each.
    ///
    /// - Parameters:
    ///   - rhythm: As `SeriesWords.text` has it.
    ///   - day: The one that was named, where it happens then.
    package func comesBack(_ absence: String, _ rhythm: String?, on day: CalendarDay?) -> [String] {
        let (when, wann) = (day?.description ?? "DAY", day?.description ?? "DAG")
        let told = rhythm.map { " (\($0))" } ?? ""
        return [
            language.said(
                en:
                    "absence \(absence) comes back\(told): with one day nothing else would be left of it, so nothing is changed.",
                nl:
                    "afwezigheid \(absence) komt terug\(told): met één dag bleef er verder niets van over, dus er is niets gewijzigd."
            ),
            language.said(
                en:
                    "To leave out one day: majorctl cancel \(absence) --on \(when); to be away then at other times, enter them after that with majorctl leave.",
                nl:
                    "Om één dag te laten vervallen: majorctl cancel \(absence) --on \(wann); voer andere tijden op die dag daarna in met majorctl leave."
            ),
            language.said(
                en:
                    "To change all of it: majorctl change \(absence) every …, with its days and hours; to let it end: majorctl change \(absence) --until DAY.",
                nl:
                    "Om alles te wijzigen: majorctl change \(absence) elke …, met de dagen en uren; om het te laten eindigen: majorctl change \(absence) --until DAG."
            ),
        ]
    }

    /// - Parameter next: The day on which it comes next.
    package func noOccurrence(_ absence: String, on day: CalendarDay, next: CalendarDay?) -> String {
        let when = day.spelled(in: language)
        let then = next.map { next in
            let next = next.spelled(in: language)
            return language.said(en: "; it comes next on \(next)", nl: "; de eerstvolgende keer is \(next)")
        }
        return language.said(
            en: "absence \(absence) has nothing left on \(when)",
            nl: "afwezigheid \(absence) heeft niets meer op \(when)")
            + (then ?? "")
    }

    package var requestBegun: String {
        language.said(
            en: "only leave to come can be asked for", nl: "alleen verlof dat nog komt kan worden aangevraagd")
    }
}
