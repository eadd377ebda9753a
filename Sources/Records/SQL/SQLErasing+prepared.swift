import Routing

/// What takes the place of what is forgotten.
extension SQLErasing {
    func prepared(_ terms: [Erasure.Term]) throws(LedgerError) -> [Erasure.Term] {
        try engine.readLong { session in
            let begun = try session.checked(
                "roster_change", "SELECT number, was FROM roster_change WHERE deed = $1 AND was IS NOT NULL",
                [.text(RosterChange.Deed.forgotten.rawValue)]
            ).map { (token: try $0.optionalText("number").flatMap(ForgottenText.init), was: try $0.text("was")) }
            var taken: Set<String> = []
            return try terms.map { term in
                for line in begun {
                    guard case .token(let token)? = line.token, line.was.hasPrefix(term.identifier.mark(token)) else {
                        continue
                    }
                    return term.with(token: token, standIn: JSONTexts.value(of: "standIn", in: line.was) ?? "")
                }
                guard case .number = term.identifier else { return term }
                let number = try standIn(session, besides: taken)
                taken.insert(number)
                return term.with(token: term.token, standIn: number)
            }
        }
    }

    /// Ofcom keeps a thousand numbers behind each for plays, so that nobody has them.
    private static var ofPlays: [String] {
        [
            "+44 7700 900", "+44 1632 960", "+44 20 7946 0", "+44 113 496 0", "+44 114 496 0", "+44 115 496 0",
            "+44 116 496 0", "+44 117 496 0", "+44 118 496 0", "+44 121 496 0", "+44 131 496 0", "+44 141 496 0",
        ]
    }

    /// A number that nobody has, and no version of the files: two clients may not have the same one.
    private func standIn(_ session: Engine.Session, besides taken: Set<String>) throws -> String {
        var number = ""
        for attempt in 0..<100 {
            // The first are those of mobile phones, as what they stand for mostly was.
            let start = attempt < 10 ? Self.ofPlays.first : Self.ofPlays.randomElement()
            number = (start ?? "") + String(Int.random(in: 1_000..<2_000)).dropFirst()
            guard !taken.contains(number) else { continue }
            let isTaken = try !session.rows(
                "SELECT id FROM directory_text WHERE \(engine.dialect.contains("text", "$1")) LIMIT 1", [.text(number)]
            ).isEmpty
            if !isTaken { break }
        }
        return number
    }

    /// Tells of it in the history, and leaves a mark there: where it is broken off, it goes on with the same tokens. `noteDone` takes that away.
    static func note(_ erasure: Erasure, _ session: Engine.Session) throws {
        let deed = SQLValue.text(RosterChange.Deed.forgotten.rawValue)
        for term in erasure.terms {
            let token = SQLValue.text(ForgottenText.token(term.token).text)
            let known = try session.rows(
                "SELECT id FROM roster_change WHERE number = $1 AND deed = $2", [token, deed])
            guard known.isEmpty else { continue }
            var client: String?
            if case .contact(_, let id) = term.identifier { client = id.description }
            try session.execute(
                "INSERT INTO roster_change (changed_at, changed_by, deed, number, client, was) VALUES ($1, $2, $3, $4, $5, $6)",
                [
                    SQLValue(erasure.instant), .text(erasure.user), deed, token, SQLValue(client),
                    .text(term.identifier.mark(term.token) + "\"standIn\":\"\(term.standIn)\"}"),
                ])
        }
    }

    static func noteDone(_ erasure: Erasure, _ session: Engine.Session) throws {
        for term in erasure.terms {
            try session.execute(
                "UPDATE roster_change SET was = NULL WHERE number = $1 AND deed = $2",
                [
                    .text(ForgottenText.token(term.token).text), .text(RosterChange.Deed.forgotten.rawValue),
                ])
        }
    }
}

extension Erasure.Term.Identifier {
    /// What a token stands for, for who knows it, with what follows to be JSON: nothing else is told by it.
    fileprivate func mark(_ token: String) -> String {
        let text =
            switch self {
            case .number(let number): "\(number)"
            case .contact(let name, let client): "\(client)\n\(ContactName.key(name))"
            }
        return "{\"mark\":\(CallMark("\(token)\n\(text)").number),"
    }
}
