package import Routing
import Time

/// Events in a sentence each.
package struct EventWords: Sendable {
    private let time: TimeWords
    private var language: Language { time.language }

    package init(_ time: TimeWords) {
        self.time = time
    }

    /// Whom and what an event is about, by names and local times.
    package struct Told: Sendable {
        package var client: String?
        package var agent: String?
        /// RFC 3339.
        package var start: String?
        package var end: String?
        package var number: String?
        /// Who called.
        package var contact: String?
        package var detail: String?

        package init(
            client: String? = nil, agent: String? = nil, start: String? = nil, end: String? = nil,
            number: String? = nil, contact: String? = nil, detail: String? = nil
        ) {
            self.client = client
            self.agent = agent
            self.start = start
            self.end = end
            self.number = number
            self.contact = contact
            self.detail = detail
        }
    }

    /// `A call from Noord was missed, Wednesday 25 November 2026 10:04: the caller hung up; …`
    package func sentence(_ kind: Event.Kind, _ told: Told) -> String {
        let client = told.client ?? "?"
        let agent = told.agent ?? "?"
        let number = told.number ?? "?"
        let start = told.start.map(time.time)
        let end = told.end.map(time.time)
        let until = time.until(told.end)
        let span = told.start.map { start in
            told.end.map { time.period(from: start, until: $0) } ?? time.from(time.time(start))
        }
        let period = span.map { " \($0)" } ?? ""
        // Whom to call back, and what to say is done.
        let caller = client + (told.contact.map { " (\($0))" } ?? "")
        let missed =
            told.number.map { language.said(en: " (missed call \($0))", nl: " (gemist gesprek \($0))") } ?? ""
        switch kind {
        case .clientUncovered:
            return language.said(en: "\(client) has nobody\(period)", nl: "\(client) heeft niemand\(period)")
        case .callMissed:
            let how = told.detail.map { ": \(CallRecordWords(language).outcome($0))" } ?? ""
            let due = end.map { language.said(en: "; call back before \($0)", nl: "; bel terug vóór \($0)") } ?? ""
            return language.said(
                en: "A call from \(caller) was missed, \(start ?? "")\(how)\(due)\(missed)",
                nl: "Een gesprek van \(caller) is gemist, \(start ?? "")\(how)\(due)\(missed)")
        case .callOverdue:
            return language.said(
                en: "\(caller) was to be called back before \(end ?? "")\(missed)",
                nl: "\(caller) had teruggebeld moeten zijn vóór \(end ?? "")\(missed)")
        case .overflowTaken:
            let why = told.detail.map { ": \(ReasonWords(language).text($0))" } ?? ""
            return language.said(
                en: "A call from \(client) went to the overflow\(why)",
                nl: "Een gesprek van \(client) is doorgeschakeld\(why)")
        case .directoryRefused:
            return language.said(
                en: "The directory was not read again\(colon(told.detail)); the one before stays in force",
                nl: "De gegevens zijn niet opnieuw gelezen\(colon(told.detail)); de vorige blijven gelden")
        case .directoryDegraded:
            return language.said(
                en: "majord was started with the last good directory\(colon(told.detail))",
                nl: "majord is gestart met de laatste goede gegevens\(colon(told.detail))")
        case .ledgerUnavailable:
            return language.said(
                en: "The ledger could not be written\(period)\(colon(told.detail))",
                nl: "Het register kon niet geschreven worden\(period)\(colon(told.detail))")
        case .ledgerSetAside:
            return language.said(
                en: "The ledger was damaged and was set aside\(colon(told.detail))",
                nl: "Het register was beschadigd en is opzij gezet\(colon(told.detail))")
        case .calendarStale:
            let en = start.map { "was read last \($0)" } ?? "was never read"
            let nl = start.map { "is voor het laatst gelezen \($0)" } ?? "is nog nooit gelezen"
            return language.said(
                en: "The calendar of \(agent) \(en)\(colon(told.detail)); leave may be missing",
                nl: "De agenda van \(agent) \(nl)\(colon(told.detail)); er kan verlof ontbreken")
        case .calendarRefused:
            return language.said(
                en: "The calendar of \(agent) could not be read\(colon(told.detail))",
                nl: "De agenda van \(agent) kon niet gelezen worden\(colon(told.detail))")
        case .requestWaiting:
            return language.said(
                en: "\(agent) asks to be away\(period): request \(number) waits to be decided",
                nl: "\(agent) vraagt vrij\(period): aanvraag \(number) wacht op een besluit")
        case .requestUrgent:
            return language.said(
                en:
                    "\(agent) has asked to be away\(period), which begins soon: request \(number) still waits to be decided",
                nl:
                    "\(agent) heeft vrij gevraagd\(period), en dat begint binnenkort: aanvraag \(number) wacht nog op een besluit"
            )
        case .deputyNamed:
            let whom = told.detail.map { language.said(en: " for \($0)", nl: " voor \($0)") } ?? ""
            let client = told.client.map { language.said(en: " with \($0)", nl: " bij \($0)") } ?? ""
            return language.said(
                en: "\(agent) stands in\(whom)\(client)\(period)", nl: "\(agent) valt in\(whom)\(client)\(period)")
        case .handoverAhead:
            return language.said(
                en: "\(client) has another pair from \(start ?? "") on\(colon(told.detail))",
                nl: "\(client) heeft een ander paar vanaf \(start ?? "")\(colon(told.detail))")
        case .agreementEnding:
            return language.said(
                en: "The agreement of \(client) ends: it is in force \(until)",
                nl: "De overeenkomst van \(client) loopt af: zij geldt \(until)")
        case .absenceOrphaned:
            return language.said(
                en:
                    "Absence \(number) of \(agent)\(period) is not in force: nobody in the directory has that id; give it to the new one, or cancel it",
                nl:
                    "Afwezigheid \(number) van \(agent)\(period) geldt niet: niemand in de bestanden heeft dat id; geef die aan het nieuwe id, of annuleer die"
            )
        case .phoneUnreachable:
            return language.said(
                en: "The phone of \(agent) cannot be reached\(colon(told.detail))",
                nl: "Het toestel van \(agent) is niet bereikbaar\(colon(told.detail))")
        }
    }

    package var none: String { language.said(en: "Nothing has happened.", nl: "Er is niets gebeurd.") }

    /// What is said behind the newest ones, where there are others before them.
    package var older: String {
        language.said(
            en: "There are older ones: --limit shows more.", nl: "Er zijn oudere: --limit laat er meer zien.")
    }

    private func colon(_ detail: String?) -> String {
        detail.map { ": \($0)" } ?? ""
    }
}
