import Routing

/// What is known of a contact and of those with whom he has something in common.
extension SQLErasing {
    /// Somebody who is named somewhere.
    private struct Somebody: Hashable {
        let name: String
        let client: String?
    }

    private struct Known {
        var names: Set<String> = []
        var numbers: [PhoneNumber: Set<Somebody>] = [:]
        /// By what they are without capitals.
        var addresses: [String: (written: String, of: Set<Somebody>)] = [:]
    }

    func hasVersion(of client: ClientID, _ reading: ErasureReading) throws(LedgerError) -> Bool {
        var isKnown = false
        try forEachFile { text in
            guard !isKnown, text.contains(client.description) else { return }
            isKnown = DirectoryText(text, reading)?.hasClient(client) ?? false
        }
        return isKnown
    }

    func known(
        ofContact name: String, of client: ClientID, _ reading: ErasureReading
    ) throws(LedgerError) -> ContactTraces {
        var known = Known()
        try records(&known)
        try forEachFile { text in
            guard let read = DirectoryText(text, reading) else { return }
            for person in read.people {
                let somebody = Somebody(name: person.name.value, client: person.client?.description)
                known.names.insert(somebody.name)
                for mobile in person.values(of: "mobile") {
                    if let number = reading.number(mobile.value) {
                        known.numbers[number, default: []].insert(somebody)
                    }
                }
                for email in person.values(of: "email") where email.value.contains("@") {
                    known.addresses[email.value.lowercased(), default: (email.value, [])].of.insert(somebody)
                }
            }
        }
        func isHis(_ somebody: Somebody) -> Bool {
            somebody.client == client.description && ContactName.isKept(somebody.name, asked: name)
        }
        func isShared(_ people: Set<Somebody>) -> Bool {
            people.contains { !isHis($0) && !ContactName.isForgotten($0.name) }
        }
        let his = known.numbers.filter { $0.value.contains(where: isHis) }
        var traces = ContactTraces(
            numbers: his.keys.sorted(), shared: Set(his.filter { isShared($0.value) }.keys),
            namesakes: known.names.filter { !ContactName.isSame($0, name) && !ErasureText.words(name, in: $0).isEmpty }
                .sorted())
        let files = try newestFiles().map(\.value)
        for (address, people) in known.addresses.values.sorted(by: { $0.written < $1.written })
        where people.contains(where: isHis) {
            if isShared(people) || files.contains(where: { !ErasureText.address(address, in: $0).isEmpty }) {
                traces.sharedAddresses += 1
            } else {
                traces.addresses.append(address)
            }
        }
        return traces
    }

    private func records(_ known: inout Known) throws(LedgerError) {
        let columns = [
            ("call", "caller"), ("call", "dialled"), ("missed_call", "caller"), ("client_case", "caller"),
            ("learned_number", "number"),
        ]
        for (table, column) in columns {
            try engine.readLong { session in
                let rows = try session.checked(
                    table, "SELECT DISTINCT client, contact, \(column) FROM \(table) WHERE contact IS NOT NULL")
                for row in rows {
                    let somebody = Somebody(name: try row.text("contact"), client: try row.optionalText("client"))
                    known.names.insert(somebody.name)
                    guard case .number(let number)? = try row.optionalText(column).flatMap({ Party(word: $0) })
                    else { continue }
                    known.numbers[number, default: []].insert(somebody)
                }
            }
        }
    }

    /// Goes through the texts of all versions of the directory.
    private func forEachFile(_ look: (String) -> Void) throws(LedgerError) {
        try inSlices(ErasureSearch.Place(table: "directory_text"), after: 0) { session, first, last in
            try session.forEach(
                "SELECT text FROM directory_text WHERE id > $1 AND id <= $2", [SQLValue(first), SQLValue(last)]
            ) { row in
                if case .text(let text) = row.value(at: 0) { look(text) }
            }
        }
    }
}
