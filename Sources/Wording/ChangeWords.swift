package import Routing
package import Time

/// What a change of somebody's availability means, sentence by sentence.
package struct ChangeWords: Sendable {
    /// Whose availability it is: the reader's own, or that of somebody with this name.
    package enum Who: Sendable {
        case you
        case other(String)

        /// `You are`, `Joke de Vries is`
        func subject(in language: Language) -> String {
            switch self {
            case .you: language.said(en: "You are", nl: "Je bent")
            case .other(let name): "\(name) is"
            }
        }
    }

    private let time: TimeWords
    private var language: Language { time.language }
    private var absences: AbsenceWords { AbsenceWords(language) }

    package init(_ time: TimeWords) {
        self.time = time
    }

    /// A change that no other site knows of yet.
    package var waits: String {
        language.said(
            en: "It is kept on this machine, and other sites know of it once the database is back.",
            nl: "Het staat op deze machine; andere locaties weten het zodra de database terug is.")
    }

    /// `You are on leave on Thursday … (absence 7).`, or where others keep somebody away for longer `Noted: leave on … (absence 7).`
    ///
    /// - Parameter isLast: Whether nothing keeps the agent away for longer.
    package func entered(
        _ kind: Absence.Kind?, _ id: String, from: String, until end: String?, _ who: Who, isLast: Bool
    ) -> String {
        let form = absences.times(kind)
        let times =
            switch form {
            case .period: " \(period(from: from, until: end))"
            case .end: since(from) + ((isLast ? dayOfReturn(end) : nil) ?? " \(time.until(end))")
            case .shortEnd: end.map { " \(time.shortUntil($0))" } ?? ""
            }
        let number = "(\(Noun.absence.word(1, in: language)) \(id))"
        guard isLast else {
            return "\(language.said(en: "Noted", nl: "Genoteerd")): \(absences.noted(kind))\(times) \(number)."
        }
        let numbered = if case .period = form { " \(number)" } else { "" }
        return "\(who.subject(in: language)) \(absences.entered(kind))\(times)\(numbered)."
    }

    /// `from now until the end of Friday 27 November 2026`, or what `TimeWords.period` says.
    package func period(from: String, until end: String?) -> String {
        let hasBegun = instant(from) <= time.now.instant
        guard let end, !hasBegun else {
            let start = hasBegun ? language.said(en: "from now", nl: "vanaf nu") : time.from(time.time(from))
            return "\(start) \(time.until(end))"
        }
        return time.period(from: from, until: end)
    }

    /// ` since Wednesday 25 November 2026 09:00` where that is past.
    private func since(_ start: String) -> String {
        guard let start = LocalDateTime(rfc3339: start), start.instant < time.now.instant else { return "" }
        let when = start.isMidnight ? start.day.spelled(in: language) : time.time(start)
        return language.said(en: " since \(when)", nl: " sinds \(when)")
    }

    /// `, back on Monday 30 November 2026` where that day begins the return, nil at other times.
    private func dayOfReturn(_ end: String?) -> String? {
        guard let end = end.flatMap({ LocalDateTime(rfc3339: $0) }), end.isMidnight else { return nil }
        return ", \(back(on: end.day.spelled(in: language)))"
    }

    /// `back on Monday 30 November 2026`
    package func back(on moment: String) -> String {
        language.said(en: "back on \(moment)", nl: "weer bereikbaar op \(moment)")
    }

    /// What goes on when a new absence is over, and how to change that.
    ///
    /// - Parameter lasting: What keeps the agent away, in words, and the numbers.
    package func stillAway(until end: String?, _ lasting: [String], _ numbers: [String], _ who: Who) -> String {
        let which = language.joined(lasting)
        let all = language.joined(numbers)
        let one = lasting.count == 1
        return language.said(
            en: "\(who.subject(in: language)) away \(time.until(end)): \(which) \(one ? "is" : "are") still there"
                + time.atShell("; majorctl change or cancel shortens \(one ? "it" : "them") (\(all))") + ".",
            nl: "\(who.subject(in: language)) afwezig \(time.until(end)): \(which) \(one ? "blijft" : "blijven") staan"
                + time.atShell("; inkorten kan met majorctl change of cancel (\(all))") + ".")
    }

    /// `Joke de Vries is away on …, with leave 8.`
    package func alsoAway(_ period: String, with others: [String], _ who: Who) -> String {
        let which = language.joined(others)
        return language.said(
            en: "\(who.subject(in: language)) away \(period), with \(which).",
            nl: "\(who.subject(in: language)) afwezig \(period), met \(which)."
        )
    }

    /// `Calls for your 2 clients go to Mark, at times to Piet, until …, except when nobody is there: Noord, Oost.`
    ///
    /// - Parameters:
    ///   - others: Who gets them at other times.
    ///   - comesBack: Whether it is at hours that come back until the end, and not all the time.
    package func takeover(
        by agent: String, others: [String] = [], _ clients: [String], until end: String?, comesBack: Bool = false,
        always: Bool, _ who: Who
    ) -> String {
        let hours = comesBack ? language.said(en: " at those hours", nl: " op die uren") : ""
        let until = end.map { " \(time.until($0))" } ?? ""
        let except =
            always ? "" : language.said(en: ", except when nobody is there", nl: ", behalve als er niemand is")
        let names = language.joined(others)
        let comma = language.said(en: hours + until, nl: until).isEmpty ? "" : ","
        let agents =
            others.isEmpty
            ? agent
            : language.said(en: "\(agent), at times to \(names)\(comma)", nl: "\(agent), soms naar \(names)\(comma)")
        let count = clients.count == 1 ? "" : "\(clients.count) "
        let noun = Noun.client.word(clients.count, in: language)
        let all = clients.joined(separator: ", ")
        let whose =
            switch who {
            case .you: language.said(en: "your \(count)\(noun)", nl: "je \(count)\(noun)")
            case .other(let name):
                language.said(en: "\(name)'s \(count)\(noun)", nl: "de \(count)\(noun) van \(name)")
            }
        return language.said(
            en: "Calls for \(whose) go to \(agents)\(hours)\(until)\(except): \(all).",
            nl: "Gesprekken van \(whose) gaan\(hours) naar \(agents)\(until)\(except): \(all).")
    }

    package func noTakeover(_ who: Who) -> String {
        language.said(
            en: "No client's calls come to \(object(who)) first in that time.",
            nl: "Van geen enkele klant komen de gesprekken in die tijd eerst bij \(object(who)).")
    }

    /// `Welcome back: calls come to you again (sickness ended).`
    package func back(_ ended: [Absence.Kind?], _ who: Who) -> String {
        let kinds = language.joined(ended.map(absences.noun))
        return switch who {
        case .you:
            language.said(
                en: "Welcome back: calls come to you again (\(kinds) ended).",
                nl: "Welkom terug: gesprekken komen weer bij jou binnen (\(kinds) beëindigd).")
        case .other(let name):
            language.said(
                en: "\(name) is back: calls come there again (\(kinds) ended).",
                nl: "\(name) is weer bereikbaar: gesprekken komen daar weer binnen (\(kinds) beëindigd).")
        }
    }

    /// Whoever was freed from calls, which are told.
    package func released(_ who: Who, _ calls: String) -> String {
        language.said(
            en: "\(who.subject(in: language)) not counted as busy any more (\(calls)).",
            nl: "\(name(who)) telt niet meer als in gesprek (\(calls)).")
    }

    package func cancelled(_ numbers: [String], of who: Who) -> String {
        let all = language.joined(numbers)
        return switch who {
        case .you: language.said(en: "Your absence \(all) is cancelled.", nl: "Je afwezigheid \(all) is ingetrokken.")
        case .other(let name):
            language.said(
                en: "Absence \(all) of \(name) is cancelled.", nl: "Afwezigheid \(all) van \(name) is ingetrokken.")
        }
    }

    /// Why nobody comes back.
    package func notAbsent(_ who: Who) -> String {
        language.said(en: "\(who.subject(in: .en)) not absent", nl: "\(who.subject(in: .nl)) niet afwezig")
    }

    /// Where only what is on one day of hours that come back is cancelled.
    package func cancelled(_ number: String, of name: String, on day: CalendarDay) -> String {
        let when = day.spelled(in: language)
        return language.said(
            en: "Absence \(number) of \(name) is cancelled on \(when); on other days it stays.",
            nl: "Afwezigheid \(number) van \(name) vervalt op \(when); op andere dagen blijft ze staan.")
    }

    /// What keeps somebody away of whom an absence was cancelled.
    package func awayAllTheSame(_ who: Who, _ period: String, _ others: [String]) -> String {
        let which = language.joined(others)
        let one = others.count == 1
        return language.said(
            en: "\(who.subject(in: language)) away \(period) all the same: \(which) \(one ? "is" : "are") still there.",
            nl: "\(who.subject(in: language)) toch afwezig \(period): \(which) \(one ? "blijft" : "blijven") staan.")
    }

    /// Why there is nothing to cancel any more.
    package func over(_ number: String, of name: String, at instant: String, by user: String?, cancelled: Bool)
        -> String
    {
        let shown = time.atShell("\(number) ")
        let which = language.said(en: "absence \(shown)of \(name)", nl: "afwezigheid \(shown)van \(name)")
        guard let user = user.map(time.person) else {
            return language.said(
                en: "\(which) was over at \(time.end(instant))", nl: "\(which) was voorbij op \(time.end(instant))")
        }
        return language.said(
            en: "\(which) was \(cancelled ? "cancelled" : "ended") on \(time.time(instant)) by \(user)",
            nl: "\(which) is op \(time.time(instant)) \(cancelled ? "ingetrokken" : "beëindigd") door \(user)")
    }

    private func name(_ who: Who) -> String {
        switch who {
        case .you: language.said(en: "You", nl: "Je")
        case .other(let name): name
        }
    }

    private func object(_ who: Who) -> String {
        switch who {
        case .you: language.said(en: "you", nl: "jou")
        case .other(let name): name
        }
    }

    private func instant(_ rfc3339: String) -> Instant {
        LocalDateTime(rfc3339: rfc3339)?.instant ?? .latest
    }
}
