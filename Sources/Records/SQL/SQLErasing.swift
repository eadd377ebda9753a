import Routing
import Time

/// Forgetting one number or person in a database.
struct SQLErasing<Engine: SQLEngine>: ErasingRecords {
    let engine: Engine

    func known(
        ofContact name: String, of client: ClientID, _ read: @escaping @Sendable (String) -> PhoneNumber?
    ) throws(LedgerError) -> ContactTraces {
        var traces = ContactTraces(numbers: try numbers(ofContact: name, of: client))
        let place = ErasureSearch.Place(table: "directory_text", texts: ["text"])
        let entries = ContactEntries(name: name, client: client)
        var numbers = Set(traces.numbers)
        var addresses: [String: String] = [:]
        try inSlices(place, after: 0) { session, first, last in
            try session.forEach(
                "SELECT text FROM directory_text WHERE id > $1 AND id <= $2", [SQLValue(first), SQLValue(last)]
            ) { row in
                guard case .text(let text) = row.value(at: 0) else { return }
                for mobile in entries.values(of: "mobile", in: text) {
                    if let number = read(String(text[mobile])) { numbers.insert(number) }
                }
                for address in entries.values(of: "email", in: text) where text[address].contains("@") {
                    addresses[text[address].lowercased()] = String(text[address])
                }
            }
        }
        let files = try newestFiles()
        traces.numbers = numbers.sorted()
        for address in addresses.values.sorted() {
            if files.contains(where: { !ErasureText.address(address, in: $0.value).isEmpty }) {
                traces.addressesInFiles += 1
            } else {
                traces.addresses.append(address)
            }
        }
        return traces
    }

    private func numbers(ofContact name: String, of client: ClientID) throws(LedgerError) -> [PhoneNumber] {
        let columns = [
            ("call", "caller"), ("call", "dialled"), ("missed_call", "caller"), ("client_case", "caller"),
            ("learned_number", "number"),
        ]
        var numbers: [PhoneNumber] = []
        for (table, column) in columns {
            numbers += try engine.readLong { session in
                try session.checked(
                    table,
                    "SELECT DISTINCT contact, \(column) FROM \(table) WHERE client = $1 AND contact IS NOT NULL",
                    [.text(client.description)]
                ).compactMap { row in
                    guard Erasure.isSameName(try row.text("contact"), name),
                        case .number(let number)? = try row.optionalText(column).flatMap({ Party(word: $0) })
                    else { return nil }
                    return number
                }
            }
        }
        return numbers
    }

    private func newestFiles() throws(LedgerError) -> [(key: String, value: String)] {
        let kept = try engine.readLong { try SQLDirectories<Engine>.newest($0) }
        return (kept?.files ?? [:]).sorted { $0.key < $1.key }
    }

    func places(
        inFilesOf terms: [Erasure.Term], _ read: @escaping @Sendable (String) -> PhoneNumber?
    ) throws(LedgerError) -> [Place?] {
        let files = try newestFiles()
        return terms.map { term in
            let text = ErasureText(term: term, read: read)
            for (path, written) in files {
                if let line = text.line(in: written) { return Place(file: path, line: line) }
            }
            return nil
        }
    }

    func find(_ erasure: Erasure) throws(LedgerError) -> ErasureFinding {
        let search = ErasureSearch(erasure)
        var finding = ErasureFinding()
        finding.last[Self.versions] = try engine.readLong { try ErasureSearch.last(Self.versions, $0) }
        for place in ErasureSearch.places {
            finding.last[place.table] = try inSlices(place, after: 0) { session, first, last in
                try search.look(in: place, after: first, through: last, session, &finding)
            }
        }
        return finding
    }

    func erase(_ erasure: Erasure, _ found: ErasureFinding) throws(LedgerError) -> ErasureFinding? {
        try engine.write { session in
            guard try ErasureSearch.last(Self.versions, session) == found.last[Self.versions] else { return nil }
            var all = found
            let search = ErasureSearch(erasure)
            for place in ErasureSearch.places {
                // What came meanwhile.
                try search.look(
                    in: place, after: found.last[place.table] ?? 0,
                    through: try ErasureSearch.last(place.table, session), session, &all)
            }
            for trace in all.traces { guard try trace.isThere(session) else { return nil } }
            for trace in all.traces { try trace.write(to: session) }
            if !all.traces.isEmpty { try Self.note(erasure, session) }
            return all
        }
    }

    private static func note(_ erasure: Erasure, _ session: Engine.Session) throws {
        for term in erasure.terms {
            var client: String?
            if case .contact(_, let id) = term.identifier { client = id.description }
            try session.execute(
                "INSERT INTO roster_change (changed_at, changed_by, deed, number, client) VALUES ($1, $2, $3, $4, $5)",
                [
                    SQLValue(erasure.instant), .text(erasure.user), .text(RosterChange.Deed.forgotten.rawValue),
                    .text(ForgottenText.token(term.token).text), SQLValue(client),
                ])
        }
    }

    private static var versions: String { "directory_version" }

    /// Goes through a table's rows, a stretch of their numbers after the other.
    ///
    /// - Returns: The last one.
    @discardableResult
    private func inSlices(
        _ place: ErasureSearch.Place, after first: Int64, _ look: (Engine.Session, Int64, Int64) throws -> Void
    ) throws(LedgerError) -> Int64 {
        let (least, last) = try engine.readLong { session in
            (
                try session.checked(place.table, "SELECT min(\(place.key)) AS id FROM \(place.table)").first?
                    .optionalNumber("id")
                    ?? 1,
                try ErasureSearch.last(place.table, session)
            )
        }
        var done = max(first, least - 1)
        while done < last {
            let next = min(last, done + place.atOnce)
            try engine.readLong { try look($0, done, next) }
            done = next
        }
        return last
    }
}

extension ErasureFinding.Trace {
    fileprivate func isThere(_ session: some SQLSession) throws -> Bool {
        try !session.rows(
            "SELECT \(spot.key) FROM \(spot.table) WHERE \(spot.key) = $1 AND \(spot.column) = $2",
            [SQLValue(spot.id), .text(was)]
        ).isEmpty
    }

    fileprivate func write(to session: some SQLSession) throws {
        let value: SQLValue
        switch becomes {
        case .text(let text): value = .text(text)
        case .nothing: value = .null
        case .removal:
            try session.execute("DELETE FROM \(spot.table) WHERE \(spot.key) = $1", [SQLValue(spot.id)])
            return
        }
        try session.execute(
            "UPDATE \(spot.table) SET \(spot.column) = $2 WHERE \(spot.key) = $1", [SQLValue(spot.id), value])
    }
}
