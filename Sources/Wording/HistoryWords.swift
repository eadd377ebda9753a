package import Routing
package import Time

/// Lines of the roster's history: who changed what, when, and why.
package struct HistoryWords: Sendable {
    /// What was changed, by names.
    package enum Subject: Sendable {
        /// The kind is nil where the reader may not know it.
        case absence(Absence.Kind?, String, of: String)
        case request(String, of: String)
        case deputyship(String, of: String, DeputyWords.Post)
        case number(String, client: String?)
        /// One who was forgotten, by what stands in his name's place.
        case contact(String, client: String)
        /// - Parameter holder: Who has it since.
        case file(String, client: String, holder: String)
    }

    /// What of it is told with what was done.
    package enum Detail: Sendable {
        /// Whose it was before it was given to another agent.
        case from(String)
        /// The day on which a series does not happen.
        case day(CalendarDay)
        /// When its occurrence of a day was ended.
        case endedAt(LocalDateTime)
    }

    private let time: TimeWords
    private var language: Language { time.language }

    package init(_ time: TimeWords) {
        self.time = time
    }

    /// `Wednesday 23 December 2026 10:15  emulder  leave 7 of Joke de Vries changed: on …; before: on … (why)`
    ///
    /// - Parameters:
    ///   - user: Who did it; empty where the reader may not know.
    ///   - before: How its times were, in words; nil where nothing was, or they are the same.
    ///   - after: How they are since; nil where nothing is.
    ///   - why: Empty: the guard was overridden without a reason.
    package func line(
        at instant: String, by user: String, _ subject: Subject, _ deed: RosterChange.Deed, _ detail: Detail? = nil,
        before: String? = nil,
        after: String? = nil, why: String? = nil
    ) -> String {
        let was = before.map { language.said(en: "before: \($0)", nl: "eerst: \($0)") }
        let times = (after.map { ": \($0)" } ?? "") + (was.map { "; \($0)" } ?? "")
        let done =
            if case (.file(_, _, let holder), .given) = (subject, deed) {
                CaseWords(language).given(to: holder)
            } else {
                detail.map(self.deed) ?? self.deed(deed)
            }
        return "\(time.time(instant))  \(user.isEmpty ? "" : "\(user)  ")\(self.subject(subject)) \(done)"
            + times + (why.map { " (\($0.isEmpty ? withoutReason : $0))" } ?? "")
    }

    private var withoutReason: String {
        language.said(en: "overridden without a reason", nl: "toch doorgevoerd, zonder reden")
    }

    /// `leave 7 of Joke de Vries`
    package func subject(_ subject: Subject) -> String {
        switch subject {
        case .absence(let kind, let id, let name):
            language.said(
                en: "\(AbsenceWords(language).noun(kind)) \(id) of \(name)",
                nl: "\(AbsenceWords(language).noun(kind)) \(id) van \(name)")
        case .request(let id, let name):
            language.said(
                en: "\(RequestWords(time).numbered(id)) of \(name)",
                nl: "\(RequestWords(time).numbered(id)) van \(name)")
        case .deputyship(let id, let name, let post):
            language.said(
                en: "\(DeputyWords(time).numbered(id)) of \(name) \(DeputyWords(time).post(post))",
                nl: "\(DeputyWords(time).numbered(id)) van \(name) \(DeputyWords(time).post(post))")
        case .number(let number, let client):
            language.said(
                en: "number \(number)" + (client.map { " of \($0)" } ?? ""),
                nl: "nummer \(number)" + (client.map { " van \($0)" } ?? ""))
        case .contact(let name, let client):
            language.said(en: "contact \(name) of \(client)", nl: "contactpersoon \(name) van \(client)")
        case .file(let id, let client, _):
            language.said(
                en: "case \(CaseName.numbered(id)) of \(client)", nl: "zaak \(CaseName.numbered(id)) van \(client)")
        }
    }

    /// What was done, where it can be told closer: `left out on Friday 11 December 2026`.
    private func deed(_ detail: Detail) -> String {
        switch detail {
        case .from(let name): language.said(en: "taken over from \(name)", nl: "overgenomen van \(name)")
        case .day(let day):
            language.said(
                en: "left out on \(day.spelled(in: language))", nl: "vervallen op \(day.spelled(in: language))")
        case .endedAt(let end):
            language.said(
                en: "ended for that day on \(time.time(end))", nl: "voor die dag beëindigd op \(time.time(end))")
        }
    }

    /// What was done, as it follows what it was done to: `entered`, `ingevoerd`.
    package func deed(_ deed: RosterChange.Deed) -> String {
        switch deed {
        case .entered: language.said(en: "entered", nl: "ingevoerd")
        case .changed: language.said(en: "changed", nl: "gewijzigd")
        case .ended: language.said(en: "ended", nl: "beëindigd")
        case .cancelled: language.said(en: "cancelled", nl: "ingetrokken")
        case .excepted: language.said(en: "left out on one day", nl: "op één dag vervallen")
        case .given: language.said(en: "given to another agent", nl: "overgezet naar een andere medewerker")
        case .requested: language.said(en: "asked for", nl: "aangevraagd")
        case .approved: language.said(en: "approved", nl: "goedgekeurd")
        case .declined: language.said(en: "declined", nl: "afgewezen")
        case .forgotten: language.said(en: "forgotten", nl: "vergeten")
        case .withdrawn: language.said(en: "withdrawn", nl: "teruggetrokken")
        case .imported: language.said(en: "read from a calendar", nl: "uit een agenda gelezen")
        case .learned: language.said(en: "learned", nl: "toegevoegd")
        case .refused: language.said(en: "refused from now on", nl: "voortaan geweigerd")
        case .removed: language.said(en: "removed", nl: "verwijderd")
        case .lapsed:
            language.said(
                en: "lapsed, since nobody decided before it began",
                nl: "vervallen, want niemand besliste voor het begin")
        case .opened: language.said(en: "opened", nl: "geopend")
        case .noted: language.said(en: "noted", nl: "met een notitie")
        case .closed: language.said(en: "closed", nl: "gesloten")
        }
    }

    package var nothing: String {
        language.said(en: "Nothing has changed in that time.", nl: "In die tijd is niets gewijzigd.")
    }
}
