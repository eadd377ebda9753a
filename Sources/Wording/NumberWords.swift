package import Time

/// Numbers that nobody knows, and those that managers enter.
package struct NumberWords: Sendable {
    private let language: Language

    package init(_ language: Language = .en) {
        self.language = language
    }

    /// `3 calls, last Wednesday 25 November 10:00`
    package func calls(_ count: Int, last: String) -> String {
        "\(counted(count, .call, in: language)), \(language.said(en: "the last", nl: "het laatste")) \(last)"
    }

    /// `near 050 555 01 00 of Scholengroep Noord (noord)`
    package func near(_ block: String, of client: String, _ id: String) -> String {
        language.said(en: "near \(block) of \(client) (\(id))", nl: "dicht bij \(block) van \(client) (\(id))")
    }

    package var noUnknown: String {
        language.said(en: "Everybody who called is known.", nl: "Iedereen die belde is bekend.")
    }

    package var more: String { language.said(en: "There are more.", nl: "Er zijn er meer.") }

    package var none: String { language.said(en: "No number was entered.", nl: "Er is geen nummer ingevoerd.") }

    package var refused: String { language.said(en: "refused", nl: "geweigerd") }

    /// `entered by emulder on Wednesday 25 November 2026 10:00`
    package func entered(by user: String, at time: String) -> String {
        language.said(en: "entered by \(user) on \(time)", nl: "ingevoerd door \(user) op \(time)")
    }

    /// `entered by els at 21:35`, `entered by els on Tue 24 Nov 08:00`, where there is little room.
    package func entered(by user: String, at rfc3339: String, _ time: TimeWords) -> String {
        let when = time.compactMoment(rfc3339)
        return language.said(en: "entered by \(user) \(when)", nl: "ingevoerd door \(user) \(when)")
    }

    /// What a number is from now on: `+31612345678 is Scholengroep Noord's from now on, Piet, ICT calling.`
    package func added(_ number: String, client: String, contact: String?) -> String {
        let who = contact.map { language.said(en: ": \($0) calls from there", nl: ": \($0) belt daarvandaan") } ?? ""
        return language.said(
            en: "\(number) is a number of \(client) from now on\(who).",
            nl: "\(number) is vanaf nu een nummer van \(client)\(who).")
    }

    package func isRefused(_ number: String) -> String {
        language.said(
            en: "Calls from \(number) go to the overflow from now on.",
            nl: "Oproepen van \(number) worden vanaf nu doorgeschakeld.")
    }

    package func removed(_ number: String) -> String {
        language.said(
            en: "What was entered of \(number) is forgotten.", nl: "Wat over \(number) was ingevoerd, is vergeten.")
    }

    /// What a number was until now: `Until now: Lyceumgroep Oost.`
    package func before(_ meaning: String) -> String {
        language.said(en: "Until now: \(meaning).", nl: "Tot nu toe: \(meaning).")
    }

    /// Why a number that was entered does nothing.
    package func contradicted(at place: String) -> String {
        language.said(
            en: "does nothing: the files say otherwise in \(place)",
            nl: "doet niets: de bestanden zeggen iets anders in \(place)"
        )
    }

    package func inFiles(at place: String) -> String {
        language.said(
            en: "does nothing: it stands in \(place) by now", nl: "doet niets: het staat inmiddels in \(place)")
    }

    package func unknownClient(_ id: String) -> String {
        language.said(en: "does nothing: there is no client \(id)", nl: "doet niets: er is geen klant \(id)")
    }

    // Why nothing was done.

    /// Why a text is no number that can be entered; the words of the control interface.
    package enum Unfit: String, CaseIterable, Sendable {
        case tooLong = "too_long"
        case noNumber = "no_number"
        case wrongLength = "wrong_length"
        /// It is one on which clients call.
        case exclusive
    }

    /// As it follows the number: `is no telephone number; …`
    package func reason(_ unfit: Unfit) -> String {
        switch unfit {
        case .tooLong:
            language.said(
                en: "is longer than the 32 characters that a number may take",
                nl: "is langer dan de 32 tekens die een nummer mag hebben")
        case .noNumber:
            language.said(
                en: "is no telephone number; write it as +31 50 555 01 00 or in the region's national form",
                nl: "is geen telefoonnummer; schrijf het als +31 50 555 01 00 of zoals het in eigen land wordt gebeld")
        case .wrongLength:
            language.said(
                en: "has fewer or more digits than a telephone number of its region; write all of them",
                nl: "heeft minder of meer cijfers dan een telefoonnummer uit die streek; schrijf ze allemaal")
        case .exclusive:
            language.said(
                en: "is an exclusive number of this service: clients call it, and nobody calls from it",
                nl: "is een exclusief nummer van deze dienst: klanten bellen het, en niemand belt ermee")
        }
    }

    /// - Parameters:
    ///   - kind: The word of the control interface; nil where majord tells none.
    ///   - reason: What majord says, for a kind without words here.
    package func invalid(_ number: String, kind: String?, reason: String) -> String {
        "\(number) \(kind.flatMap(Unfit.init).map(self.reason) ?? reason)"
    }

    package var invalidContact: String {
        language.said(
            en: "a contact's name and function are lines of 1 to 200 characters, and a function belongs to a contact",
            nl:
                "naam en functie van een contactpersoon zijn regels van 1 tot 200 tekens, en een functie hoort bij een contactpersoon"
        )
    }

    package func inFiles(_ number: String, _ client: String, _ place: String) -> String {
        language.said(
            en: "\(number) is \(client)'s in the files, which count (\(place)); change it there and reload",
            nl: "\(number) is in de bestanden van \(client), en die gelden (\(place)); wijzig het daar en herlaad")
    }

    package func notLearned(_ number: String) -> String {
        language.said(
            en: "nothing was entered of \(number); see majorctl number list",
            nl: "over \(number) is niets ingevoerd; zie majorctl number list")
    }
}
