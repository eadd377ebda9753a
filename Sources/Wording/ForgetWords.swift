package import Time

/// What is forgotten before its time, and where it was.
package struct ForgetWords: Sendable {
    /// Where it was.
    package enum Place: Sendable {
        case calls, missed, cases, learned, history, events, notes, files
    }

    private let language: Language

    package init(_ language: Language = .en) {
        self.language = language
    }

    package var nothingNamed: String {
        language.said(
            en: "name a telephone number, or with --contact a client and his contact",
            nl: "noem een telefoonnummer, of met --contact een klant en zijn contactpersoon")
    }

    private func list(_ counts: [(Int, Place)]) -> String? {
        let parts = counts.filter { $0.0 > 0 }.map { count, place in "\(name(place)) \(count)" }
        return parts.isEmpty ? nil : parts.joined(separator: ", ")
    }

    private func name(_ place: Place) -> String {
        switch place {
        case .calls: language.said(en: "calls", nl: "gesprekken")
        case .missed: language.said(en: "missed calls", nl: "gemiste gesprekken")
        case .cases: language.said(en: "cases", nl: "zaken")
        case .learned: language.said(en: "learned numbers", nl: "geleerde nummers")
        case .history: language.said(en: "lines of the history", nl: "regels van de geschiedenis")
        case .events: language.said(en: "events", nl: "gebeurtenissen")
        case .notes: language.said(en: "notes", nl: "opmerkingen")
        case .files: language.said(en: "old texts of the directory", nl: "oude teksten van de bestanden")
        }
    }

    private var nothing: String { language.said(en: "It is nowhere.", nl: "Het staat nergens.") }

    /// `It is in: calls 12, cases 1.`
    package func found(_ counts: [(Int, Place)]) -> String {
        list(counts).map { language.said(en: "It is in: \($0).", nl: "Het staat in: \($0).") } ?? nothing
    }

    package func forgotten(_ counts: [(Int, Place)]) -> String {
        list(counts).map { language.said(en: "Forgotten in: \($0).", nl: "Vergeten in: \($0).") } ?? nothing
    }

    /// What follows is asked back.
    package var forget: String {
        language.said(
            en: "Forget it for ever? [y/N]", nl: "Voorgoed vergeten? [j/N]")
    }

    /// What stands in its place: `Where it was stands forgotten-12ab or the client's block.` Nil where nothing does.
    package func places(_ tokens: [String], block: Bool) -> String? {
        let block = block ? [language.said(en: "the client's block", nl: "het blok van de klant")] : []
        let all = tokens + block
        guard let last = all.last else { return nil }
        let rest = all.dropLast().joined(separator: ", ")
        let list = rest.isEmpty ? last : language.said(en: "\(rest) or \(last)", nl: "\(rest) of \(last)")
        return language.said(en: "Where it was stands \(list).", nl: "Waar het stond staat nu \(list).")
    }

    /// - Parameter numbers: Of missed calls.
    package func openMissed(_ numbers: [String]) -> String {
        let list = numbers.joined(separator: ", ")
        return language.said(
            en:
                "Missed calls that wait, with no number to call back: \(list). Say when one is done: majorctl missed done N.",
            nl:
                "Gemiste gesprekken die nog open staan, zonder nummer om terug te bellen: \(list). Meld wat is afgehandeld: majorctl missed done N."
        )
    }

    package func left(_ count: Int) -> String {
        language.said(
            en:
                "\(count) of the contact's numbers and addresses stay where they are others', or since the directory names them.",
            nl:
                "\(count) van de nummers en adressen van de contactpersoon blijven waar ze van anderen zijn, of omdat de bestanden ze noemen."
        )
    }

    /// A contact's name of one word stays there; nil where there is none.
    package func leftNames(_ counts: [(Int, Place)]) -> String? {
        list(counts).map { list in
            language.said(
                en: "A name of one word may be anybody's where it is not about this client; it stays in: \(list).",
                nl:
                    "Een naam van één woord kan van ieder zijn waar het niet over deze klant gaat; hij blijft staan in: \(list)."
            )
        }
    }

    /// - Parameter count: Of calls that go on.
    package func ongoing(_ count: Int) -> String {
        language.said(
            en:
                "\(counted(count, .call)) going on with it in the PBX's id or among the phones, until it is over: ask again afterwards.",
            nl:
                "Nog gaande met het nummer in het id van de centrale of bij de toestellen: \(counted(count, .call, in: language)). Vraag het daarna nog eens."
        )
    }

    package func unfinished(_ cause: String) -> String {
        language.said(
            en: "a part of it is forgotten, ask again for the rest: \(cause)",
            nl: "een deel ervan is vergeten, vraag het nog eens voor de rest: \(cause)")
    }

    package var isBeingForgotten: String {
        language.said(
            en: "something else is being forgotten, perhaps for somebody who has left; ask again when that is done",
            nl:
                "er wordt al iets anders vergeten, misschien voor iemand die weg is; vraag het nog eens als dat klaar is"
        )
    }

    /// How far it has come, while somebody waits.
    package func forgetting(_ done: Int, of total: Int?) -> String {
        guard let total else { return language.said(en: "looking for it", nl: "zoekt het op") }
        return language.said(en: "forgetting \(done) of \(total)", nl: "vergeet \(done) van \(total)")
    }

    package var notOverwritten: String {
        language.said(
            en: "The ledger's log may have it until those who read are done; majord tries again until then.",
            nl:
                "Het logboek van het register kan het hebben tot wie nog leest klaar is; majord probeert het tot dan steeds weer."
        )
    }

    package func backups(until moment: String) -> String {
        language.said(
            en: "Nightly backups (majord-backup.timer) have it until \(moment); others until you remove them.",
            nl: "Nachtelijke reservekopieën (majord-backup.timer) hebben het tot \(moment); andere tot u ze verwijdert."
        )
    }

    /// How numbers stand in the journal (`log_numbers`).
    package enum Journal: Sendable {
        case masked, full, none
    }

    package func journal(_ journal: Journal) -> String {
        let numbers =
            switch journal {
            case .full: language.said(en: "numbers whole", nl: "nummers geheel")
            case .masked:
                language.said(
                    en: "numbers without their last four digits", nl: "nummers zonder de laatste vier cijfers")
            case .none: language.said(en: "no numbers", nl: "geen nummers")
            }
        let setting = "(log_numbers: \(journal))"
        return language.said(
            en:
                "What the journal has of it stays until journald drops it: \(numbers) \(setting), names of contacts, ids of calls and references of cases as they were.",
            nl:
                "Wat het journaal ervan heeft blijft tot journald het weggooit: \(numbers) \(setting), namen van contactpersonen, id's van gesprekken en kenmerken van zaken zoals ze waren."
        )
    }

    /// - Parameter names: Of files in the ledger's folder.
    package func aside(_ names: [String]) -> String {
        let list = names.joined(separator: ", ")
        return language.said(
            en: "Ledgers that were put aside may have it until you remove them: \(list).",
            nl: "Registers die opzij zijn gezet kunnen het hebben tot u ze verwijdert: \(list).")
    }

    /// - Parameter line: 0: the file's path names it.
    package func inFiles(_ file: String, line: Int) -> String {
        guard line > 0 else {
            return language.said(
                en: "\(file) has it in its name; give the file another, reload, and ask again",
                nl: "\(file) heeft het in zijn naam; geef het bestand een andere, laad opnieuw, en vraag het nog eens")
        }
        return language.said(
            en: "\(file):\(line) names it; take it out of there, reload, and ask again",
            nl: "\(file):\(line) noemt het; haal het daar weg, laad opnieuw, en vraag het nog eens")
    }
}
