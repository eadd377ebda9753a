import Routing
package import Time

/// Cases of clients, and what becomes of them.
package struct CaseWords: Sendable {
    private let language: Language

    package init(_ language: Language = .en) {
        self.language = language
    }

    package func kind(_ word: String) -> String {
        switch word {
        case "incident": language.said(en: "incident", nl: "storing")
        case "request": language.said(en: "request", nl: "verzoek")
        default: word
        }
    }

    /// `case #12 (INC-2041)`
    package func numbered(_ id: String, _ reference: String?) -> String {
        language.said(en: "case", nl: "zaak") + " " + Self.short(id, reference)
    }

    /// `#12 (INC-2041)`
    package static func short(_ id: String, _ reference: String?) -> String {
        CaseName.numbered(id) + (reference.map { " (\($0))" } ?? "")
    }

    /// How many cases are named where there are more.
    private static let namedLimit = 10

    /// `case INC-2041`, `cases #3, #4 and 2 more`
    ///
    /// - Parameter names: References, or else numbers.
    package func list(_ names: [String]) -> String {
        let noun =
            names.count > 1 ? language.said(en: "cases", nl: "zaken") : language.said(en: "case", nl: "zaak")
        let more = names.count - Self.namedLimit
        let others = more > 0 ? language.said(en: " and \(more) more", nl: " en nog \(more)") : ""
        return "\(noun) \(names.prefix(Self.namedLimit).joined(separator: ", "))\(others)"
    }

    /// - Parameter contact: For whose calls the holder comes first; nil: for all of the client's.
    package func opened(
        _ name: String, client: String, holder: String, contact: String? = nil, isNew: Bool
    ) -> String {
        let whose = language.said(en: "of \(client)", nl: "van \(client)")
        guard isNew else {
            return language.said(
                en: "\(name.capitalizingFirst) \(whose) was open already; \(holder) has it.",
                nl: "\(name.capitalizingFirst) \(whose) was al open; \(holder) heeft hem.")
        }
        let calls =
            contact.map { language.said(en: "calls of \($0)", nl: "gesprekken van \($0)") }
            ?? language.said(en: "their calls", nl: "hun gesprekken")
        return language.said(
            en: "\(name.capitalizingFirst) \(whose) is open; \(holder) comes first for \(calls).",
            nl: "\(name.capitalizingFirst) \(whose) is geopend; \(holder) komt als eerste aan de beurt voor \(calls).")
    }

    // What becomes of a wish for a case that was open already.

    /// - Parameter isNew: Whether it did not have the note yet.
    package func noteOfOpen(isNew: Bool) -> String {
        isNew
            ? language.said(en: "The note is kept with it.", nl: "De notitie is erbij gezet.")
            : language.said(en: "It has that note already.", nl: "Die notitie staat er al bij.")
    }

    /// - Parameter command: The one that changes that.
    package func holderStays(_ holder: String, _ command: String) -> String {
        language.said(
            en: "\(holder) keeps it; \(command) gives it to the other.",
            nl: "\(holder) houdt hem; \(command) geeft hem aan de ander.")
    }

    package func kindStays(_ word: String) -> String {
        language.said(en: "Its kind stays \(kind(word)).", nl: "De soort blijft \(kind(word)).")
    }

    /// - Parameter contact: Nil: anybody's at the client.
    package func contactStays(_ contact: String?) -> String {
        contact.map {
            language.said(en: "It stays a case of \($0).", nl: "Het blijft een zaak van \($0).")
        } ?? language.said(en: "It stays a case without a contact.", nl: "Het blijft een zaak zonder contactpersoon.")
    }

    package func given(_ name: String, client: String, holder: String) -> String {
        language.said(
            en: "\(name.capitalizingFirst) of \(client) is \(holder)'s from now on.",
            nl: "\(name.capitalizingFirst) van \(client) is vanaf nu van \(holder).")
    }

    package func noted(_ name: String, client: String) -> String {
        language.said(
            en: "Noted of \(name) of \(client).", nl: "Notitie gemaakt bij \(name) van \(client).")
    }

    /// What is noted where an agent takes or gets a case: `given to Mark Bakker`
    package func given(to holder: String) -> String {
        language.said(en: "given to \(holder)", nl: "gegeven aan \(holder)")
    }

    package func closed(_ name: String, client: String) -> String {
        language.said(
            en: "\(name.capitalizingFirst) of \(client) is closed.",
            nl: "\(name.capitalizingFirst) van \(client) is gesloten.")
    }

    package var none: String { language.said(en: "No case is open.", nl: "Er is geen zaak open.") }
    package var noneAtAll: String { language.said(en: "There are no cases.", nl: "Er zijn geen zaken.") }

    /// Why a holder's case shows to others, or pins nobody.
    package func awayUntil(_ until: String) -> String {
        language.said(en: "away \(until)", nl: "afwezig \(until)")
    }

    package var holderGone: String {
        language.said(
            en: "its holder has gone: give it to somebody", nl: "de houder is weg: geef de zaak aan iemand")
    }

    package var pinsNobody: String {
        language.said(
            en: "nobody has touched it for long: it pins nobody",
            nl: "lang niet aangeraakt: niemand krijgt hierdoor voorrang")
    }

    package func since(_ moment: String) -> String { language.said(en: "since \(moment)", nl: "sinds \(moment)") }
    package func closedBy(_ user: String, _ moment: String) -> String {
        language.said(en: "closed \(moment) by \(user)", nl: "gesloten \(moment) door \(user)")
    }

    // Refusals.

    /// - Parameter isAny: Whether closed ones were looked at, too.
    package func unknown(_ name: String, isAny: Bool = false) -> String {
        guard !name.isBlank else {
            return language.said(
                en: "name a case by its reference or its number; see majorctl case list",
                nl: "noem een zaak bij haar referentie of nummer; zie majorctl case list")
        }
        guard !isAny else {
            return language.said(
                en: "there is no case \(name); see majorctl case list --closed",
                nl: "er is geen zaak \(name); zie majorctl case list --closed")
        }
        return language.said(
            en: "there is no open case \(name); see majorctl case list",
            nl: "er is geen open zaak \(name); zie majorctl case list")
    }

    /// - Parameters:
    ///   - name: As it was named.
    ///   - id: The case's number.
    package func closedAlready(_ name: String, _ id: String, by user: String, _ moment: String) -> String {
        let number = CaseName.numbered(id)
        let which = name == number ? number : "\(name) (\(number))"
        return language.said(
            en: "case \(which) is closed already: \(moment) by \(user)",
            nl: "zaak \(which) is al gesloten: \(moment) door \(user)")
    }

    package var noHolder: String {
        language.said(
            en: "you are no agent; give the case to one: majorctl case give CASE AGENT",
            nl: "je bent geen medewerker; geef de zaak aan een: majorctl case give ZAAK MEDEWERKER")
    }

    package func unknownContact(_ name: String, client: String, known: [String]) -> String {
        let list = known.joined(separator: ", ")
        guard !name.isBlank || known.isEmpty else {
            return language.said(
                en: "name a contact of \(client): \(list)", nl: "noem een contactpersoon van \(client): \(list)")
        }
        return known.isEmpty
            ? language.said(en: "\(client) has no contacts", nl: "\(client) heeft geen contactpersonen")
            : language.said(
                en: "\(client) has no contact \(name); there are \(list)",
                nl: "\(client) heeft geen contactpersoon \(name); er zijn \(list)")
    }

    package var invalidReference: String {
        language.said(
            en: "a reference is one readable line of up to 100 bytes, and no number behind #, which is majord's own",
            nl:
                "een referentie is één leesbare regel van hooguit 100 bytes, en geen nummer achter #, want dat is van majord"
        )
    }

    package var invalidNote: String {
        language.said(
            en: "a note is one readable line of up to 2,000 bytes",
            nl: "een notitie is één leesbare regel van hooguit 2.000 bytes")
    }

    /// - Parameter client: Nil for those who do not work for him.
    package func referenceTaken(_ reference: String, _ id: String, client: String?) -> String {
        language.said(
            en: "\(reference) is open as case \(CaseName.numbered(id)) of \(client ?? "another client")",
            nl: "\(reference) is al open als zaak \(CaseName.numbered(id)) van \(client ?? "een andere klant")")
    }

    package func alreadyHolds(_ agent: String, _ id: String) -> String {
        language.said(
            en: "\(agent) has case \(CaseName.numbered(id)) already",
            nl: "\(agent) heeft zaak \(CaseName.numbered(id)) al")
    }

    package func holdsNothing(_ agent: String) -> String {
        language.said(en: "\(agent) holds no case", nl: "\(agent) heeft geen zaken")
    }
}
