package import Time

/// What a manager has to know of the weeks to come, in a text for a mail.
package struct DigestWords: Sendable {
    /// What is looked at, in the order in which it is told.
    package enum Topic: CaseIterable, Sendable {
        case gaps, missed, alone, requests, sicknesses, departures, deputyshipEnds, calendars, agreements,
            introductions, orphans, cases
    }

    private let time: TimeWords
    private var language: Language { time.language }

    package init(_ time: TimeWords) {
        self.time = time
    }

    /// `Coverage on Thursday 26 November 2026`
    package var title: String {
        let day = time.now.day.spelled(in: language)
        return language.said(en: "Coverage on \(day)", nl: "Dekking op \(day)")
    }

    /// Why there is no mail.
    package static func nobody(_ language: Language) -> String {
        language.said(
            en: "there is nobody to send it to: no manager in majord.yaml has an email; name somebody with --to",
            nl: "er is niemand om het aan te sturen: geen manager in majord.yaml heeft een email; noem iemand met --to")
    }

    /// A mail's subject: `majord: 2 gaps, 1 request`
    package func subject(_ counts: [(topic: Topic, count: Int)]) -> String {
        let told = counts.filter { $0.count > 0 }.map { "\($0.count) \(noun($0.topic, $0.count))" }
        return "majord: "
            + (told.isEmpty
                ? language.said(en: "nothing to do for coverage", nl: "niets te doen voor de dekking")
                : told.joined(separator: ", "))
    }

    private func noun(_ topic: Topic, _ count: Int) -> String {
        func word(_ en: (String, String), _ nl: (String, String)) -> String {
            language.said(en: count == 1 ? en.0 : en.1, nl: count == 1 ? nl.0 : nl.1)
        }
        return switch topic {
        case .gaps: word(("gap", "gaps"), ("gat", "gaten"))
        case .alone: word(("backup alone", "backups alone"), ("tweede alleen", "tweeden alleen"))
        case .requests: word(("request", "requests"), ("aanvraag", "aanvragen"))
        case .sicknesses: word(("long sickness", "long sicknesses"), ("lange ziekte", "lange ziektes"))
        case .departures:
            word(
                ("employment that ends", "employments that end"),
                ("aflopend dienstverband", "aflopende dienstverbanden"))
        case .deputyshipEnds:
            word(
                ("deputyship that ends early", "deputyships that end early"),
                ("vervanging die eerder afloopt", "vervangingen die eerder aflopen"))
        case .calendars: word(("stale calendar", "stale calendars"), ("verouderde agenda", "verouderde agenda's"))
        case .agreements:
            word(("agreement that ends", "agreements that end"), ("aflopende overeenkomst", "aflopende overeenkomsten"))
        case .introductions:
            word(("introduction to do", "introductions to do"), ("kennismaking te doen", "kennismakingen te doen"))
        case .orphans: word(("orphan", "orphans"), ("zonder medewerker", "zonder medewerker"))
        case .missed: word(("missed call", "missed calls"), ("gemist gesprek", "gemiste gesprekken"))
        case .cases:
            word(("case without a holder", "cases without a holder"), ("zaak zonder houder", "zaken zonder houder"))
        }
    }

    /// What precedes the lines of a topic.
    ///
    /// - Parameters:
    ///   - last: How far ahead it was looked; the day is included.
    ///   - days: After so many days a sickness is long, or until when an agreement ends soon.
    package func heading(_ topic: Topic, through last: CalendarDay? = nil, days: Int = 0) -> String {
        let until = last.map { " \(time.until(midnight(after: $0)))" } ?? ""
        return switch topic {
        case .gaps:
            language.said(
                en: "Nobody is there, in service hours,\(until):", nl: "Er is niemand, binnen servicetijd,\(until):")
        case .alone:
            language.said(
                en: "The backup is there alone\(until):", nl: "De tweede contactpersoon is er alleen\(until):")
        case .requests:
            language.said(en: "Requests for leave that wait:", nl: "Aanvragen voor verlof die wachten:")
        case .sicknesses:
            language.said(
                en: "Sick for longer than \(counted(days, .day)), without an end:",
                nl: "Langer dan \(counted(days, .day, in: .nl)) ziek, zonder einde:")
        case .departures:
            language.said(en: "Agents who leave\(until):", nl: "Medewerkers die vertrekken\(until):")
        case .deputyshipEnds:
            language.said(
                en: "Deputyships that end before their last day\(until):",
                nl: "Vervangingen die voor hun laatste dag aflopen\(until):")
        case .calendars:
            language.said(
                en: "Calendars that were read too long ago, so that leave may be missing:",
                nl: "Agenda's die te lang geleden gelezen zijn, zodat verlof kan ontbreken:")
        case .agreements:
            language.said(
                en: "Agreements that end within \(counted(days, .day)):",
                nl: "Overeenkomsten die binnen \(counted(days, .day, in: .nl)) aflopen:")
        case .introductions:
            language.said(en: "Pairs that were never introduced:", nl: "Vaste paren zonder kennismaking:")
        case .missed:
            language.said(
                en: "Missed calls that nobody has called back:",
                nl: "Gemiste gesprekken waarop niemand heeft teruggebeld:")
        case .cases:
            language.said(
                en: "Open cases whose holder has gone (majorctl case give):",
                nl: "Open zaken waarvan de houder weg is (majorctl case give):")
        case .orphans:
            language.said(
                en: "Absences not in force, because there is no such agent (majorctl give, or cancel):",
                nl: "Afwezigheden die niet van kracht zijn, want die medewerker is er niet (majorctl give, of cancel):")
        }
    }

    /// A gap, or the same hours on several days.
    package struct Gap: Sendable {
        let from: String
        let until: String
        let days: Int

        package init(from: String, until: String, days: Int) {
            self.from = from
            self.until = until
            self.days = days
        }
    }

    /// How many gaps of one client are told one by one.
    private static let gapLimit = 5

    /// `Noord: Monday 28 December 2026, 09:00 to 12:00; Tuesday 5 January 2027, 12:00 to 17:00`
    package func gaps(_ client: String, _ gaps: [Gap]) -> String {
        let told = gaps.prefix(Self.gapLimit).map { gap in
            gap.days > 1 ? time.hours(from: gap.from, until: gap.until) : time.stretch(from: gap.from, until: gap.until)
        }
        let left = gaps.dropFirst(Self.gapLimit).reduce(0) { $0 + $1.days }
        let more = gaps.last.map { GapWords(time).more(left, until: $0.until) }
        return "\(client): \((told + (left > 0 ? [more].compactMap(\.self) : [])).joined(separator: "; "))"
    }

    /// `Noord: Mark Bakker, Monday 28 December to Thursday 31 December; Monday 4 January 2027`
    package func alone(_ client: String, _ agent: String, _ days: [(first: CalendarDay, last: CalendarDay)]) -> String {
        let told = days.map { first, last in
            let from = first.spoken(today: time.now.day, in: language)
            guard first != last else { return from }
            let until = last.spoken(today: time.now.day, in: language)
            return language.said(en: "\(from) to \(until)", nl: "\(from) tot en met \(until)")
        }
        return "\(client): \(agent), \(told.joined(separator: "; "))"
    }

    /// `Joke de Vries: last day Friday 30 April 2027; still in the pair of Noord, Oost`
    package func departure(_ agent: String, last: CalendarDay, clients: [String]) -> String {
        let day = last.spelled(in: language)
        let all = clients.joined(separator: ", ")
        return language.said(en: "\(agent): last day \(day)", nl: "\(agent): laatste dag \(day)")
            + (clients.isEmpty
                ? "" : language.said(en: "; still in the pair of \(all)", nl: "; nog in het vaste paar van \(all)"))
    }

    /// `Piet de Boer for Joke de Vries with Noord: until the end of Sunday 31 January 2027, when Joke de Vries hands over (deputyship 3)`
    ///
    /// - Parameter handsOver: Who does so; nil: it is the deputy's last day.
    package func deputyshipEnd(
        _ number: String, _ deputy: String, _ post: DeputyWords.Post, last: CalendarDay, handsOver agent: String?
    ) -> String {
        let words = DeputyWords(time)
        let why =
            agent.map { language.said(en: "when \($0) hands over", nl: "door de overdracht van \($0)") }
            ?? language.said(en: "the last day of \(deputy)", nl: "de laatste dag van \(deputy)")
        return "\(deputy) \(words.post(post)): \(time.until(midnight(after: last))), \(why) (\(words.numbered(number)))"
    }

    /// `Joke de Vries: hr, read last on Wednesday 18 November 2026 09:00: it is no calendar`
    package func calendar(_ agent: String, _ source: String, read: String?, why: String?) -> String {
        "\(agent): \(CalendarWords(language).read(source, read.map(time.time)))\(why.map { ": \($0)" } ?? "")"
    }

    /// `7  Joke de Vries: Monday 28 December 2026, the whole day, with Piet de Boer to stand in; asked on …`
    package func request(
        _ number: String, _ agent: String, from: String, until: String?, deputy: String?, asked: String, lapsed: Bool
    ) -> String {
        let times =
            until.map { time.stretch(from: from, until: $0) }
            ?? "\(time.from(time.time(from))) \(time.untilFurtherNotice)"
        let who = deputy.map { language.said(en: ", with \($0) to stand in", nl: ", met \($0) als vervanger") } ?? ""
        let state =
            lapsed
            ? language.said(
                en: "; lapsed, since nobody decided before it began",
                nl: "; vervallen, want niemand besliste voor het begin")
            : language.said(en: "; asked on \(time.time(asked))", nl: "; aangevraagd op \(time.time(asked))")
        return "\(number)  \(agent): \(times)\(who)\(state)"
    }

    /// `Joke de Vries, since Monday 2 November (absence 7)`
    package func sickness(_ agent: String, since: String, _ number: String) -> String {
        let start = time.shortStart(since)
        let which = "\(Noun.absence.word(1, in: language)) \(number)"
        return language.said(en: "\(agent), since \(start) (\(which))", nl: "\(agent), sinds \(start) (\(which))")
    }

    /// `Noord: Prestatie-afspraken MOO 2026, until the end of Thursday 31 December 2026`
    package func agreement(_ client: String, _ title: String, last: CalendarDay) -> String {
        "\(client): \(title), \(time.until(midnight(after: last)))"
    }

    /// `Noord`, `Noord, the pair from Monday 1 February 2027`
    package func introduction(_ client: String, from day: CalendarDay?) -> String {
        guard let day = day?.spelled(in: language) else { return client }
        return language.said(en: "\(client), the pair from \(day)", nl: "\(client), het vaste paar vanaf \(day)")
    }

    /// `absence 7 of jdevries`
    package func orphan(_ number: String, of agent: String) -> String {
        let which = "\(Noun.absence.word(1, in: language)) \(number)"
        return language.said(en: "\(which) of \(agent)", nl: "\(which) van \(agent)")
    }

    /// `3  Noord: Thursday 26 November 09:24, overdue since 10:24`
    package func missed(_ number: String, _ client: String, at: String, due: String?, isOverdue: Bool) -> String {
        let until = due.map { due in
            isOverdue
                ? language.said(
                    en: ", overdue since \(time.shortStart(due))", nl: ", te laat sinds \(time.shortStart(due))")
                : language.said(
                    en: ", call back before \(time.shortStart(due))", nl: ", bel terug vóór \(time.shortStart(due))")
        }
        return "\(number)  \(client): \(time.shortStart(at))\(until ?? "")"
    }

    /// `case 3 (INC-2041) of Noord, Joke de Vries's`
    package func orphanedCase(_ number: String, _ reference: String?, of client: String, holder: String) -> String {
        let which = CaseWords(language).numbered(number, reference)
        return language.said(en: "\(which) of \(client), \(holder)'s", nl: "\(which) van \(client), van \(holder)")
    }

    package func more(_ count: Int) -> String { ForecastWords(language).more(count) }

    /// What was looked at without finding anything: `Nothing found: no gaps until …, no requests.`
    package func clear(_ topics: [Topic], gapsThrough last: CalendarDay) -> String {
        let told = topics.map { topic in
            topic == .gaps
                ? noun(.gaps, 2) + " \(time.until(midnight(after: last)))" : noun(topic, 2)
        }
        return language.said(
            en: "Looked for, and not found: \(told.joined(separator: "; ")).",
            nl: "Gezocht, en niet gevonden: \(told.joined(separator: "; ")).")
    }

    private func midnight(after day: CalendarDay) -> LocalDateTime {
        LocalDateTime(day: day.advanced(by: 1), millisecondOfDay: 0, offset: time.now.offset)
    }
}
