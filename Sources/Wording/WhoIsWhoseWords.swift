package import Time

/// Who is whose, who gets the calls, and what changes next.
package struct WhoIsWhoseWords: Sendable {
    private let time: TimeWords
    private var language: Language { time.language }

    package init(_ time: TimeWords) {
        self.time = time
    }

    /// Why there is nothing to tell of an agent and a client together.
    package static func notStanding(_ agent: String, _ client: String, _ language: Language) -> String {
        language.said(
            en: "\(agent) does not stand for \(client), neither in the pair nor as a deputy, now or later",
            nl: "\(agent) staat niet voor \(client), niet in het vaste paar en niet als vervanger, nu en later niet")
    }

    /// How much of an agent's capacity is taken: `load 67%`
    package func load(percent: Int) -> String {
        language.said(en: "load \(percent)%", nl: "bezetting \(percent)%")
    }

    package var noClients: String { language.said(en: "no clients", nl: "geen klanten") }
    package var noAgents: String { language.said(en: "There are no agents yet.", nl: "Er zijn nog geen medewerkers.") }
    package var noClientsYet: String { language.said(en: "There are no clients yet.", nl: "Er zijn nog geen klanten.") }

    /// What an answer says of what changes next: `next: …`
    package func next(_ change: String) -> String {
        language.said(en: "next: \(change)", nl: "hierna: \(change)")
    }

    /// A change to come, of the words of the control interface: `Joke de Vries away from Monday 7 December`.
    ///
    /// - Parameters:
    ///   - agent: Whose it is; nil: that is said before.
    ///   - client: The same.
    ///   - at: RFC 3339.
    ///   - leaves: Of a handover that is told of an agent, whether he leaves the pair or comes into it; nil: it is told of the client.
    package func change(
        _ word: String, agent: String?, client: String?, at: String, leaves: Bool? = nil
    ) -> String {
        if word == "handover", let leaves, let client { return handover(of: client, at: at, leaves: leaves) }
        let (who, start) = (agent.map { "\($0) " } ?? "", time.shortStart(at))
        let forClient = client.map { language.said(en: " for \($0)", nl: " voor \($0)") } ?? ""
        return switch word {
        case "away": language.said(en: "\(who)away from \(start)", nl: "\(who)afwezig vanaf \(start)")
        case "back": language.said(en: "\(who)back from \(start)", nl: "\(who)terug vanaf \(start)")
        case "deputy":
            language.said(
                en: "\(who)deputy\(forClient) from \(start)", nl: "\(who)vervanger\(forClient) vanaf \(start)")
        case "deputy_ends":
            language.said(
                en: "\(who)deputy\(forClient) \(time.shortUntil(at))",
                nl: "\(who)vervanger\(forClient) \(time.shortUntil(at))")
        case "handover":
            language.said(
                en: "another pair\(forClient) from \(start)", nl: "ander vast paar\(forClient) vanaf \(start)")
        case "agreement_starts":
            language.said(en: "agreement begins \(start)", nl: "overeenkomst gaat in \(start)")
        case "agreement_ends":
            language.said(en: "agreement \(time.shortUntil(at))", nl: "overeenkomst \(time.shortUntil(at))")
        case "employment_ends":
            language.said(
                en: "\(who)employed \(time.shortUntil(at))", nl: "\(who)in dienst \(time.shortUntil(at))")
        default: "\(word) \(start)"
        }
    }

    /// What a handover is for an agent: `takes over Noord on Monday 7 December`, `hands over Noord on …`
    private func handover(of client: String, at: String, leaves: Bool) -> String {
        let start = time.shortStart(at)
        return leaves
            ? language.said(en: "hands over \(client) on \(start)", nl: "draagt \(client) over op \(start)")
            : language.said(en: "takes over \(client) on \(start)", nl: "neemt \(client) over op \(start)")
    }

    /// `employed until the end of Friday 30 April 2027`
    ///
    /// - Parameter day: The last one, such as `2027-04-30`.
    package func employed(until day: String) -> String {
        language.said(en: "employed \(lastDay(day))", nl: "in dienst \(lastDay(day))")
    }

    /// `until the end of Friday 30 April 2027`
    private func lastDay(_ text: String) -> String {
        guard let last = CalendarDay(text: text) else { return text }
        return time.shortUntil(LocalDateTime(day: last.advanced(by: 1), millisecondOfDay: 0, offset: time.now.offset))
    }

    /// `stale calendar: hr, never read; leave may be missing`
    package func stale(_ source: String, read: String?) -> String {
        CalendarWords(language).stale(source, read.map(time.time))
    }

    /// `Calls go to Mark Bakker (backup).`
    package func calls(to agent: String, as role: String) -> String {
        let role = ReasonWords(language).role(role)
        return language.said(en: "Calls go to \(agent) (\(role)).", nl: "Gesprekken gaan naar \(agent) (\(role)).")
    }

    /// `open until 17:00`
    ///
    /// - Parameter closes: When service ends, RFC 3339.
    package func open(until closes: String) -> String {
        "Open \(time.shortUntil(closes))."
    }

    /// Why calls go to the overflow, of the client's state in the words of the control interface.
    ///
    /// - Parameter opens: When service opens next, RFC 3339.
    package func overflow(state: String, opens: String?) -> String {
        let why: String =
            switch state {
            case "closed":
                opens.map { opens in
                    language.said(
                        en: "closed until \(time.shortStart(opens))", nl: "gesloten tot \(time.shortStart(opens))")
                } ?? language.said(en: "closed", nl: "gesloten")
            case "without_agreement": language.said(en: "no agreement is in force", nl: "er geldt geen overeenkomst")
            default: language.said(en: "nobody can take them", nl: "niemand kan ze aannemen")
            }
        return language.said(en: "Calls go to the overflow: \(why).", nl: "Gesprekken worden doorgeschakeld: \(why).")
    }

    /// `agreement Afspraken Noord (MA-1), niveau-1, until the end of Friday 31 December 2027`
    ///
    /// - Parameters:
    ///   - start: The first day, as `2026-01-01`; it is told while it is to come.
    ///   - end: The last day; nil: it goes on.
    package func agreement(_ title: String, references: [String], level: String, start: String, end: String?) -> String
    {
        let marks = references.isEmpty ? "" : " (\(references.joined(separator: ", ")))"
        let named = language.said(
            en: "agreement \(title)\(marks), \(level)", nl: "overeenkomst \(title)\(marks), \(level)")
        let begins = start > time.now.day.description ? ", \(time.from(start))" : ""
        let until = end.map(lastDay) ?? time.untilFurtherNotice
        return "\(named)\(begins), \(until)"
    }

    package var numbers: String { language.said(en: "numbers", nl: "nummers") }
    /// Numbers that managers have entered.
    package var learned: String { language.said(en: "learned numbers", nl: "geleerde nummers") }

    /// What the weeks ahead hold: `Nobody is there:`, before the gaps.
    package var gaps: String {
        language.said(en: "In the next 26 weeks nobody is there:", nl: "In de komende 26 weken is er niemand:")
    }

    package var noGaps: String {
        language.said(
            en: "In the next 26 weeks somebody is there in all of the service time.",
            nl: "In de komende 26 weken is er in alle servicetijd iemand.")
    }

    /// `3 more`
    package func more(_ count: Int) -> String {
        language.said(en: "and \(count) more", nl: "en nog \(count)")
    }

    /// Where all of a client's gaps are told.
    package func allOfThem(_ client: String) -> String {
        language.said(
            en: "majorctl coverage --weeks 27 --client \(client) shows all",
            nl: "majorctl coverage --weeks 27 --client \(client) toont ze allemaal")
    }

    /// Before a list of an agent's absences.
    package var absences: String { language.said(en: "absences:", nl: "afwezigheid:") }
    package var noAbsences: String {
        language.said(en: "no absence in force or to come", nl: "nu en later niet afwezig")
    }
    package var you: String { language.said(en: "(you)", nl: "(jij)") }
}
