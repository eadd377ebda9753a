package import Time

/// What is counted, as one and as several.
package struct Noun: Sendable, Equatable {
    private let en: (one: String, many: String)
    private let nl: (one: String, many: String)

    private init(_ en: (one: String, many: String), _ nl: (one: String, many: String)) {
        self.en = en
        self.nl = nl
    }

    package static let agent = Noun(("agent", "agents"), ("medewerker", "medewerkers"))
    package static let event = Noun(("event", "events"), ("gebeurtenis", "gebeurtenissen"))
    package static let absence = Noun(("absence", "absences"), ("afwezigheid", "afwezigheden"))
    package static let call = Noun(("call", "calls"), ("gesprek", "gesprekken"))
    package static let client = Noun(("client", "clients"), ("klant", "klanten"))
    package static let connection = Noun(("connection", "connections"), ("verbinding", "verbindingen"))
    package static let day = Noun(("day", "days"), ("dag", "dagen"))
    package static let deputyship = Noun(("deputyship", "deputyships"), ("vervanging", "vervangingen"))
    package static let error = Noun(("error", "errors"), ("fout", "fouten"))
    package static let file = Noun(("file", "files"), ("bestand", "bestanden"))
    package static let missedCall = Noun(("missed call", "missed calls"), ("gemist gesprek", "gemiste gesprekken"))
    package static let number = Noun(("number", "numbers"), ("nummer", "nummers"))
    package static let pair = Noun(("pair", "pairs"), ("vast paar", "vaste paren"))
    package static let record = Noun(("record", "records"), ("vastlegging", "vastleggingen"))
    package static let request = Noun(("request", "requests"), ("aanvraag", "aanvragen"))
    /// An occasion, as in three times.
    package static let time = Noun(("time", "times"), ("keer", "keer"))
    package static let warning = Noun(("warning", "warnings"), ("waarschuwing", "waarschuwingen"))
    package static let wish = Noun(("wish", "wishes"), ("wens", "wensen"))

    package static func == (one: Noun, other: Noun) -> Bool {
        one.en == other.en
    }

    /// The word for so many of it: `client`, `clients`.
    package func word(_ number: Int, in language: Language = .en) -> String {
        let (one, many) = language == .en ? en : nl
        return number == 1 ? one : many
    }
}

/// A number of things: `1 client`, `2 klanten`.
package func counted(_ number: Int, _ noun: Noun, in language: Language = .en) -> String {
    "\(number) \(noun.word(number, in: language))"
}

/// What is left out of a list: `3 more clients`, `nog 3 klanten`.
package func countedMore(_ number: Int, _ noun: Noun, in language: Language = .en) -> String {
    language.said(en: "\(number) more \(noun.word(number))", nl: "nog \(counted(number, noun, in: .nl))")
}
