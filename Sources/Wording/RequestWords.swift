import Routing
import Time

/// Leave that is asked for, and what becomes of it.
package struct RequestWords: Sendable {
    /// Where a request stands; raw values are the words of the control interface.
    package enum State: String, CaseIterable, Sendable {
        case waiting, approved, declined, withdrawn
        /// It began before anybody decided it.
        case lapsed
    }

    private let time: TimeWords
    private var language: Language { time.language }

    package init(_ time: TimeWords) {
        self.time = time
    }

    /// `Asked for: leave on … (request 7), with Piet de Boer to stand in. A manager decides.`
    ///
    /// - Parameter period: As `TimeWords.period` or `SeriesWords.text` have it.
    package func entered(_ id: String, _ period: String, deputy: String?) -> String {
        let leave = AbsenceWords(language).noun(.leave)
        return language.said(
            en: "Asked for: \(leave) \(period) (\(numbered(id)))\(standIn(deputy)). A manager decides.",
            nl: "Aangevraagd: \(leave) \(period) (\(numbered(id)))\(standIn(deputy)). Een manager beslist.")
    }

    /// Of one that is only looked at.
    package var wouldBe: String {
        language.said(
            en: "It would be asked of a manager, since clients are left without anybody.",
            nl: "Het zou aan een manager worden gevraagd, want klanten blijven zonder iemand.")
    }

    /// For lists: `Joke de Vries: leave Monday 28 December 2026, the whole day, with Piet de Boer to stand in; waiting`
    package func line(_ agent: String, _ period: String, deputy: String?, _ state: String) -> String {
        "\(agent): \(AbsenceWords(language).noun(.leave)) \(period)\(standIn(deputy)); \(state)"
    }

    /// `waiting`, `declined on Wednesday 23 December 2026 10:15 by emulder: too many are away`
    package func state(_ state: State, by user: String? = nil, at instant: String? = nil, why: String? = nil) -> String
    {
        let when = instant.map { language.said(en: " on \(time.time($0))", nl: " op \(time.time($0))") } ?? ""
        let who = user.map(by) ?? ""
        return "\(word(state))\(when)\(who)" + (why.map { ": \($0)" } ?? "")
    }

    /// Behind the state of one whose leave was cancelled: `the leave was cancelled on … by emulder`
    package func cancelled(by user: String?, at instant: String) -> String {
        let who = user.map(by) ?? ""
        return language.said(
            en: "the leave was cancelled on \(time.time(instant))\(who)",
            nl: "het verlof is ingetrokken op \(time.time(instant))\(who)")
    }

    /// ` by emulder`
    private func by(_ user: String) -> String {
        let name = time.person(user)
        return language.said(en: " by \(name)", nl: " door \(name)")
    }

    private func word(_ state: State) -> String {
        switch state {
        case .waiting: language.said(en: "waiting for a manager", nl: "wacht op een manager")
        case .approved: language.said(en: "approved", nl: "goedgekeurd")
        case .declined: language.said(en: "declined", nl: "afgewezen")
        case .withdrawn: language.said(en: "withdrawn", nl: "teruggetrokken")
        case .lapsed:
            language.said(
                en: "lapsed, since nobody decided before it began",
                nl: "vervallen, want niemand besliste voor het begin")
        }
    }

    /// What was done to one: `Request 7 of Joke de Vries is declined: too many are away.`
    package func done(_ state: State, _ id: String, of agent: String, why: String? = nil) -> String {
        let what = "\(word(state))" + (why.map { ": \($0)" } ?? "")
        return language.said(
            en: "\(numbered(id).capitalizingFirst) of \(agent) is \(what).",
            nl: "\(numbered(id).capitalizingFirst) van \(agent) is \(what).")
    }

    /// `The decision on request 7 is taken back: leave of Joke de Vries on … waits for a manager again, as request 9.`
    ///
    /// - Parameter period: As `TimeWords.period` or `SeriesWords.text` have it.
    package func reopened(_ id: String, of agent: String, _ period: String, as number: String) -> String {
        let leave = AbsenceWords(language).noun(.leave)
        return language.said(
            en:
                "The decision on \(numbered(id)) is taken back: \(leave) of \(agent) \(period) waits for a manager again, as \(numbered(number)).",
            nl:
                "Het besluit over \(numbered(id)) is teruggenomen: \(leave) van \(agent) \(period) wacht weer op een manager, als \(numbered(number))."
        )
    }

    /// Beside leave, or a request, of the same agent for some of the same time.
    package func overlapping(_ ids: [String]) -> String {
        let all = language.joined(ids)
        let noun = Noun.request.word(ids.count, in: language)
        let one = ids.count == 1
        return language.said(
            en:
                "It overlaps \(noun) \(all), which \(one ? "waits" : "wait") for a manager"
                + time.atShell("; to take \(one ? "it" : "one") back: majorctl withdraw \(ids.first ?? "")"),
            nl: "Het overlapt met \(noun) \(all), die op een manager \(one ? "wacht" : "wachten")"
                + time.atShell("; terugtrekken: majorctl withdraw \(ids.first ?? "")"))
    }

    package var none: String {
        language.said(en: "No request waits.", nl: "Er wacht geen aanvraag.")
    }

    package func unknown(_ id: String) -> String {
        guard !time.isOnPage else {
            return language.said(
                en: "this request does not wait any more: it was decided, or taken back",
                nl: "deze aanvraag wacht niet meer: er is over beslist, of ze is teruggetrokken")
        }
        return language.said(
            en: "there is no \(numbered(id)) that waits; see majorctl requests",
            nl: "er wacht geen \(numbered(id)); zie majorctl requests")
    }

    /// Why one cannot be decided any more.
    package func decided(_ id: String, _ state: String) -> String {
        guard !time.isOnPage else {
            return language.said(
                en: "this request does not wait any more: \(state)", nl: "deze aanvraag wacht niet meer: \(state)")
        }
        return language.said(
            en: "\(numbered(id)) is not waiting: \(state)", nl: "\(numbered(id)) wacht niet: \(state)")
    }

    /// Why there is no decision on one that can be taken back.
    package func notDecided(_ id: String, _ state: String) -> String {
        language.said(
            en: "no decision on \(numbered(id)) can be taken back: it is \(state); the leave can be asked for anew",
            nl:
                "over \(numbered(id)) is geen besluit dat kan worden teruggenomen: \(state); het verlof kan opnieuw worden aangevraagd"
        )
    }

    /// `request 7`
    package func numbered(_ id: String) -> String { "\(Noun.request.word(1, in: language)) \(id)" }

    private func standIn(_ deputy: String?) -> String {
        deputy.map { language.said(en: ", with \($0) to stand in", nl: ", met \($0) als vervanger") } ?? ""
    }
}
