import Time

/// The numbers that were learned, compiled for looking up: asked only where the files do not know a number, or know no contact of it.
struct LearnedNumbers: Sendable {
    /// Of a number whose client the directory has.
    struct Entry: Sendable {
        /// Among the table's clients; nil for a refused number.
        let client: Int?
        /// Among the client's contacts, behind those of the files; nil where nobody is named.
        let contact: Int32?
        /// As explanations show it.
        let written: WrittenBlock
        let learned: LearnedNumber
    }

    private let entries: [PhoneNumber: Entry]
    /// The contacts that were learned, by the positions of their clients.
    let contacts: [Int: [Contact]]

    var isEmpty: Bool { entries.isEmpty }

    subscript(number: PhoneNumber) -> Entry? { entries[number] }

    /// - Parameters:
    ///   - numbers: One whose client the directory does not have is nobody's.
    ///   - before: Those of the table before, from which is taken what was not learned since.
    init(
        _ numbers: [LearnedNumber], _ directory: Directory, _ positions: Positions, _ clock: ServiceClock,
        before: LearnedNumbers? = nil
    ) {
        var entries: [PhoneNumber: Entry] = [:]
        var contacts: [Int: [Contact]] = [:]
        for learned in numbers {
            let known = before?.entries[learned.number].flatMap { $0.learned == learned ? $0.written : nil }
            let written = known ?? Self.written(learned, clock)
            func note(_ client: Int?, _ contact: Int32?) {
                entries[learned.number] = Entry(client: client, contact: contact, written: written, learned: learned)
            }
            switch learned.meaning {
            case .refused: note(nil, nil)
            case .client(let id, let name, let function):
                guard let position = positions.clients[id] else { continue }
                guard let name else {
                    note(position, nil)
                    continue
                }
                let known = directory.clients[position].contacts.count + (contacts[position]?.count ?? 0)
                contacts[position, default: []].append(Contact(name: name, function: function, mobile: written))
                note(position, Int32(truncatingIfNeeded: known))
            }
        }
        self.entries = entries
        self.contacts = contacts
    }

    private static func written(_ learned: LearnedNumber, _ clock: ServiceClock) -> WrittenBlock {
        WrittenBlock(
            .single(learned.number), text: learned.number.description,
            place: Place(file: "learned on \(clock.day(of: learned.enteredAt)) from \(learned.enteredBy)"))
    }
}

extension RoutingTable {
    /// The clients with the contacts that were learned behind those of the files.
    static func clients(
        _ clients: ContiguousArray<ClientEntry>, of directory: Directory, with learned: LearnedNumbers,
        insteadOf before: LearnedNumbers? = nil
    ) -> ContiguousArray<ClientEntry> {
        var clients = clients
        for position in Set(learned.contacts.keys).union(before?.contacts.keys.map(\.self) ?? []) {
            if let before, isSame(before.contacts[position], learned.contacts[position]) { continue }
            var client = directory.clients[position]
            client.contacts += learned.contacts[position] ?? []
            clients[position] = clients[position].with(client)
        }
        return clients
    }

    /// Whether they are the same people, learned by the same people.
    private static func isSame(_ some: [Contact]?, _ others: [Contact]?) -> Bool {
        (some ?? []).elementsEqual(others ?? []) { $0 == $1 && $0.mobile?.place == $1.mobile?.place }
    }

    /// What the files know of a number comes first; a number that was learned inside a block of its own client's names the contact.
    func match(_ caller: Party) -> Match? {
        guard case .number(let number) = caller else { return nil }
        guard let entry = numbers.entry(for: number) else { return learnedMatch(number) }
        let owner = owners[Int(entry)]
        let client = clients[Int(owner.client)]
        if owner.isContact { return Match(client: client, owner: owner, contactIndex: Int32(owner.index)) }
        guard !learned.isEmpty, let entry = learned[number], entry.client == client.position else {
            return Match(client: client, owner: owner, contactIndex: nil)
        }
        return Match(client: client, owner: owner, contactIndex: entry.contact)
    }

    private func learnedMatch(_ number: PhoneNumber) -> Match? {
        guard !learned.isEmpty, let entry = learned[number], let client = entry.client else { return nil }
        return Match(client: clients[client], owner: nil, contactIndex: entry.contact)
    }

    /// Who refused a caller's number, where the files do not know it.
    func refusal(of caller: Party) -> LearnedNumber? {
        guard !learned.isEmpty, case .number(let number) = caller, let entry = learned[number], entry.client == nil
        else { return nil }
        return entry.learned
    }
}

/// A number that was learned and does nothing, or nothing any more.
package struct IdleNumber: Sendable, Equatable {
    package enum Cause: Sendable, Equatable {
        /// The files have it as this client's, and count.
        case contradicted(by: ClientID, Place)
        /// The files have it by now.
        case inFiles(Place)
        /// The directory does not have its client.
        case unknownClient(ClientID)
    }

    package let learned: LearnedNumber
    package let cause: Cause
}

extension RoutingTable {
    /// The numbers of the roster that the files contradict, or have by now, in the order in which they were entered.
    package var idleNumbers: [IdleNumber] {
        roster.learnedNumbers.compactMap { learned in
            idleCause(of: learned).map { IdleNumber(learned: learned, cause: $0) }
        }
    }

    /// The numbers that were learned and do something, by their clients; those of contacts stand with the contacts.
    package var learnedNumbers: [ClientID: [PhoneNumber]] {
        guard !learned.isEmpty else { return [:] }
        var numbers: [ClientID: [PhoneNumber]] = [:]
        for learned in roster.learnedNumbers where idleCause(of: learned) == nil {
            guard case .client(let id, nil, _) = learned.meaning else { continue }
            numbers[id, default: []].append(learned.number)
        }
        return numbers
    }

    /// Why a number that was learned does nothing beside the files; nil for one that does something.
    package func idleCause(of learned: LearnedNumber) -> IdleNumber.Cause? {
        let owner = numbers.entry(for: learned.number).map { owners[Int($0)] }
        let client = owner.map { directory.clients[Int($0.client)] }
        let written: WrittenBlock? = owner.flatMap { owner in
            owner.isContact ? client?.contacts[Int(owner.index)].mobile : client?.numbers[Int(owner.index)]
        }
        switch learned.meaning {
        case .refused:
            guard let client, let written else { return nil }
            return .contradicted(by: client.id, written.place)
        case .client(let id, let contact, _):
            guard let owner, let client, let written else {
                return directory.clients.contains { $0.id == id } ? nil : .unknownClient(id)
            }
            guard client.id == id else { return .contradicted(by: client.id, written.place) }
            // Inside a block of its own client's it still tells who calls.
            return owner.isContact || contact == nil ? .inFiles(written.place) : nil
        }
    }
}
