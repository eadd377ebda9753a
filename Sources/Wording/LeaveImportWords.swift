package import Time

/// What was read of an agent's calendar.
package struct LeaveImportWords: Sendable {
    private let language: Language

    package init(_ language: Language) {
        self.language = language
    }

    package var unreadable: String {
        language.said(
            en: "the calendar cannot be read, so nothing was changed:",
            nl: "de agenda kan niet worden gelezen, dus er is niets gewijzigd:")
    }

    package func line(_ number: Int) -> String {
        language.said(en: "line \(number)", nl: "regel \(number)")
    }

    package func summary(
        _ agent: String, new: Int, changed: Int, gone: Int, same: Int, isDryRun: Bool
    ) -> String {
        let counts = language.said(
            en: "\(new) new, \(changed) changed, \(gone) gone, \(same) as before",
            nl: "\(new) nieuw, \(changed) gewijzigd, \(gone) vervallen, \(same) als eerst")
        guard isDryRun else {
            return language.said(en: "Leave of \(agent): \(counts).", nl: "Verlof van \(agent): \(counts).")
        }
        return language.said(
            en: "Leave of \(agent) would be: \(counts). Nothing was changed.",
            nl: "Verlof van \(agent) zou worden: \(counts). Er is niets gewijzigd.")
    }

    /// Of the interface's words `new`, `changed`, `gone` and `kept`.
    package func word(_ what: String) -> String {
        switch what {
        case "new": language.said(en: "new", nl: "nieuw")
        case "changed": language.said(en: "changed", nl: "gewijzigd")
        case "gone": language.said(en: "gone", nl: "vervallen")
        case "kept":
            language.said(en: "stays", nl: "blijft")
        default: what
        }
    }

    /// Behind the time that it has: that which it had.
    package func was(_ period: String) -> String {
        language.said(en: "before: \(period)", nl: "eerst: \(period)")
    }

    /// Behind what stays as a person left it.
    package var changedByHand: String {
        language.said(en: "changed by hand", nl: "met de hand gewijzigd")
    }

    package var cancelledByHand: String {
        language.said(en: "cancelled by hand", nl: "met de hand ingetrokken")
    }

    /// Behind the number of what has begun or was cancelled, and is another absence from now on: the one before.
    package func insteadOf(_ number: String) -> String {
        language.said(en: "instead of \(number)", nl: "in plaats van \(number)")
    }

    /// Behind what was changed by hand.
    package var isGone: String {
        language.said(en: "its event is gone from the calendar", nl: "de afspraak staat niet meer in de agenda")
    }

    /// Behind that: what the calendar says.
    package func calendarSays(_ period: String) -> String {
        language.said(en: "the calendar says \(period)", nl: "de agenda zegt \(period)")
    }

    /// How what stays by hand follows the calendar again.
    package func follow(_ numbers: [String]) -> String {
        let options = numbers.map { "--follow \($0)" }.joined(separator: " ")
        return language.said(
            en: "To follow the calendar again: the same with \(options).",
            nl: "Om de agenda weer te volgen: hetzelfde met \(options).")
    }

    package func notOfCalendar(_ number: String) -> String {
        language.said(
            en: "absence \(number) is none that this calendar brought, so it cannot follow it",
            nl: "afwezigheid \(number) komt niet uit deze agenda, en kan hem dus niet volgen")
    }

    package var doesNotCount: String { language.said(en: "does not count:", nl: "telt niet:") }

    package func times(_ count: Int) -> String {
        language.said(en: " and \(count - 1) times more", nl: " en nog \(count - 1) keer")
    }

    /// Why an event is no leave, by the reader's word for it.
    package func reason(_ word: String) -> String {
        switch word {
        case "free": language.said(en: "it takes up no time", nl: "het neemt geen tijd in")
        case "tentative": language.said(en: "it is tentative", nl: "het is onder voorbehoud")
        case "elsewhere": language.said(en: "it is work in another place", nl: "het is werk op een andere plek")
        case "meeting":
            language.said(
                en: "it is a part of a day, and not marked as out of office",
                nl: "het is een deel van een dag, en niet gemarkeerd als afwezig")
        case "momentary": language.said(en: "it takes no time", nl: "het duurt niet")
        default: word
        }
    }

    package func cancelled(_ count: Int) -> String {
        language.said(
            en: "\(count) cancelled \(count == 1 ? "event does" : "events do") not count",
            nl: "\(count) geannuleerde \(count == 1 ? "afspraak telt" : "afspraken tellen") niet")
    }

    package func more(_ times: Int) -> String {
        language.said(en: ", and \(times) times more", nl: ", en nog \(times) keer")
    }

    package func noEvents(_ expected: Int) -> String {
        language.said(
            en:
                "the calendar has no event at all, and \(expected) \(expected == 1 ? "absence" : "absences") that it brought \(expected == 1 ? "is" : "are") to come: nothing was changed. If it is true, cancel \(expected == 1 ? "it" : "them") by hand",
            nl:
                "de agenda heeft geen enkele afspraak, terwijl er nog \(expected) \(expected == 1 ? "afwezigheid komt die hij heeft" : "afwezigheden komen die hij heeft") gebracht: er is niets gewijzigd. Klopt het, trek \(expected == 1 ? "haar" : "ze") dan met de hand in"
        )
    }

    package func noCalendar(_ agent: String) -> String {
        language.said(
            en: "\(agent)'s entry in the directory names no calendar",
            nl: "bij \(agent) staat in de bestanden geen agenda")
    }

    // Why there is no text of a calendar, of the file with its name.

    package var standardInput: String { language.said(en: "stdin", nl: "de standaardinvoer") }

    package func missing(_ file: String) -> String {
        language.said(en: "there is no file \(file)", nl: "er is geen bestand \(file)")
    }

    package func notAllowed(_ file: String) -> String {
        language.said(
            en:
                "you may not read \(file): have it made readable for you, or give what is in it on stdin, with - as the file",
            nl:
                "je mag \(file) niet lezen: laat het voor jou leesbaar maken, of geef de inhoud op de standaardinvoer, met - als bestand"
        )
    }

    package func isFolder(_ file: String) -> String {
        language.said(
            en: "\(file) is a folder; name the calendar's file in it",
            nl: "\(file) is een map; noem het bestand met de agenda erin")
    }

    package func encoding(_ file: String, _ encoding: String) -> String {
        language.said(
            en: "\(file) is \(encoding), and a calendar is UTF-8; export it anew, or save it as UTF-8",
            nl: "\(file) is \(encoding), en een agenda is UTF-8; exporteer hem opnieuw, of sla hem op als UTF-8")
    }

    /// - Parameter reason: What the system says.
    package func failed(_ file: String, _ reason: String) -> String {
        language.said(en: "\(file) cannot be read: \(reason)", nl: "\(file) kan niet worden gelezen: \(reason)")
    }
}
