package import Routing
package import Time

/// Who is to be there for clients.
package struct ForecastWords: Sendable {
    private let language: Language

    package init(_ language: Language = .en) {
        self.language = language
    }

    package var title: String { language.said(en: "Coverage", nl: "Dekking") }

    /// `Coverage from Thursday 26 November 2026 to Sunday 17 January 2027`
    package func heading(from first: CalendarDay, through last: CalendarDay) -> String {
        let (from, until) = (first.spelled(in: language), last.spelled(in: language))
        return language.said(
            en: "\(title) from \(from) to \(until)", nl: "\(title) van \(from) tot en met \(until)")
    }

    /// What a day of a picture means.
    package func meaning(_ day: ForecastDay) -> String {
        switch day {
        case .served(.both): language.said(en: "both", nl: "beiden")
        case .served(.one): language.said(en: "one of the two", nl: "één van beiden")
        case .served(.deputy): language.said(en: "a deputy", nl: "een vervanger")
        case .served(.nobody): language.said(en: "nobody", nl: "niemand")
        case .closed: language.said(en: "closed", nl: "gesloten")
        case .noAgreement: language.said(en: "no agreement", nl: "geen overeenkomst")
        }
    }

    /// How a day is read: the worst of it counts.
    package var worst: String {
        language.said(
            en: "A day shows the worst of its service hours.", nl: "Een dag toont het slechtste van de servicetijd.")
    }

    /// The same of a chart, whose days have two halves.
    /// `Holidays (dotted): Fri 25 Dec Eerste Kerstdag.`
    package func holidays(_ named: [String]) -> String {
        let all = named.joined(separator: ", ")
        return language.said(en: "Holidays (dotted): \(all).", nl: "Feestdagen (gestippeld): \(all).")
    }

    package var worstOfHalves: String {
        language.said(
            en: "Morning and afternoon each show the worst of their service hours.",
            nl: "Ochtend en middag tonen elk het slechtste van hun servicetijd.")
    }

    /// `nobody`, `Mark Bakker alone`, `Piet de Boer as a deputy`, `Mark Bakker, then Piet de Boer`
    package func there(_ state: CoverState, _ agents: [String]) -> String {
        let names = agents.joined(separator: language.said(en: ", then ", nl: ", dan "))
        return switch state {
        case .nobody: meaning(.served(.nobody))
        case .deputy:
            language.said(en: "\(names) as a deputy", nl: "\(names) als vervanger")
        case .one where agents.count == 1: language.said(en: "\(names) alone", nl: "\(names) alleen")
        case .one, .both: names
        }
    }

    /// What precedes a list of clients and times.
    package var gaps: String {
        language.said(en: "Nobody is there, in service hours:", nl: "Er is niemand, binnen servicetijd:")
    }

    /// Who would be there, and is not: `Jan, Mia away`
    package func away(_ names: [String]) -> String {
        let all = names.joined(separator: ", ")
        return language.said(en: "\(all) away", nl: "\(all) afwezig")
    }

    /// Who could stand in: `could: Piet, Anna`
    package func could(_ names: [String]) -> String {
        guard !names.isEmpty else {
            return language.said(en: "nobody else has capacity then", nl: "dan heeft verder niemand ruimte")
        }
        let all = names.joined(separator: ", ")
        return language.said(en: "could: \(all)", nl: "kan: \(all)")
    }

    /// A client with gaps ahead, for the status: `nobody for Noord: Monday 28 December 2026, 09:00 to 12:00, and 3 more times until …`
    ///
    /// - Parameter goesOn: Whether the end of the last one is only as far as was looked.
    package func ahead(
        _ client: String, from: String, until: String, more: Int, moreUntil: String?, goesOn: Bool? = nil,
        _ time: TimeWords
    ) -> String {
        let later = moreUntil.map { ", \(GapWords(time).more(more, until: $0, goesOn: goesOn))" }
        let first = time.stretch(from: from, until: until, goesOn: later == nil ? goesOn : nil)
        return "\(CoverageWords(language).nobody(for: client)): \(first)\(later ?? "")"
    }

    /// `No gaps until the end of Sunday 17 January 2027.`
    package func noGaps(through last: CalendarDay) -> String {
        let day = last.spelled(in: language)
        return language.said(en: "No gaps until the end of \(day).", nl: "Geen gaten tot en met \(day).")
    }

    /// `and 43 more`
    package func more(_ count: Int) -> String {
        language.said(en: "and \(count) more", nl: "en nog \(count)")
    }

    /// `84 clients always have both`: rows that are folded away.
    package func whole(_ count: Int) -> String {
        let clients = counted(count, .client, in: language)
        return language.said(en: "\(clients) fully covered", nl: "\(clients) volledig gedekt")
    }

    /// Leave that is asked for and not decided yet.
    package var asked: String { language.said(en: "leave asked for", nl: "verlof aangevraagd") }

    /// Before a deputy's initials.
    package var deputyMark: String { language.said(en: "D", nl: "V") }

    package var noClients: String {
        language.said(en: "There are no clients.", nl: "Er zijn geen klanten.")
    }

    /// All that a stranger is told.
    package func uncovered(_ clients: [String], through last: CalendarDay) -> String {
        guard !clients.isEmpty else { return noGaps(through: last) }
        let day = last.spelled(in: language)
        let all = clients.joined(separator: ", ")
        return language.said(
            en: "Nobody is there at times until the end of \(day) for: \(all).",
            nl: "Tot en met \(day) is er soms niemand voor: \(all).")
    }

    /// `wk 49`
    package func week(_ day: CalendarDay) -> String { "wk \(day.week)" }

    /// `30 Nov`, `30 nov`
    package func shortDate(_ day: CalendarDay) -> String {
        let (_, month, number) = day.date
        let name = CalendarDay.monthNames(language)[month - 1]
        // March alone has an abbreviation of its own in Dutch.
        return "\(number) \(language == .nl && month == 3 ? "mrt" : String(name.prefix(3)))"
    }

    /// The first letter of a day: `M`, `d`.
    package func initial(_ weekday: Weekday) -> String { String(weekday.name(in: language).prefix(1)) }

    /// `primary Joke de Vries, backup Mark Bakker`
    package func pair(primary: String, backup: String) -> String {
        let words = ReasonWords(language)
        return "\(words.text("primary")) \(primary), \(words.text("backup")) \(backup)"
    }

    /// `from Monday 1 February 2027`
    package func from(_ day: CalendarDay) -> String {
        let name = day.spelled(in: language)
        return language.said(en: "from \(name)", nl: "vanaf \(name)")
    }

    /// When a page was made.
    package func made(_ moment: String) -> String {
        language.said(en: "Made \(moment)", nl: "Gemaakt op \(moment)")
    }

    package var asTable: String { language.said(en: "As a table", nl: "Als tabel") }
    package var client: String { Noun.client.word(1, in: language).capitalizingFirst }
    package var when: String { language.said(en: "When", nl: "Wanneer") }
    package var who: String { language.said(en: "Who is there", nl: "Wie er is") }
}
