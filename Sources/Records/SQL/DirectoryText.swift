import Routing

/// A file of the directory, as far as it tells of people.
struct DirectoryText {
    /// Somebody whom the file names.
    struct Person {
        let name: FileScalar
        /// Whose contact or signatory he is; nil for an agent or a manager.
        let client: ClientID?
        /// What his entry says beside his name.
        let others: [FileScalar]

        func values(of key: String) -> [FileScalar] { others.filter { $0.keys.last == .field(key) } }
    }

    let text: String
    let scalars: [FileScalar]
    /// Where a client stands: the keys before those of his entry.
    private let clients: [[FileScalar.Key]: ClientID]

    /// Nil where it is none that tells of people, such as a list of holidays.
    init?(_ text: String, _ reading: ErasureReading) {
        guard let scalars = reading.scalars(text), scalars.first?.isKey == true else { return nil }
        self.text = text
        self.scalars = scalars
        var clients: [[FileScalar.Key]: ClientID] = [:]
        for scalar in scalars where !scalar.isKey && scalar.keys.last == .field("id") {
            let entry = Array(scalar.keys.dropLast())
            guard entry.isEmpty || entry.count == 2 && entry.first == .field("clients") else { continue }
            clients[entry] = ClientID(scalar.value)
        }
        self.clients = clients
    }

    /// Whose entry a text stands in; nil where it is no client's.
    func client(_ scalar: FileScalar) -> ClientID? { clients[[]] ?? clients[Array(scalar.keys.prefix(2))] }

    func hasClient(_ client: ClientID) -> Bool { clients.values.contains(client) }

    var people: [Person] {
        var others: [[FileScalar.Key]: [FileScalar]] = [:]
        for scalar in scalars where !scalar.isKey && !scalar.keys.isEmpty {
            others[Array(scalar.keys.dropLast()), default: []].append(scalar)
        }
        return scalars.compactMap { scalar in
            guard Self.isPerson(scalar) else { return nil }
            let (own, rest) = (Self.key(-2, scalar.keys), Array(scalar.keys.dropLast()))
            let isClients = own == .field("signatory") || Self.key(-3, scalar.keys) == .field("contacts")
            return Person(name: scalar, client: isClients ? client(scalar) : nil, others: others[rest] ?? [])
        }
    }

    /// Whether it is the name of a contact, a signatory, an agent or a manager.
    private static func isPerson(_ scalar: FileScalar) -> Bool {
        guard !scalar.isKey, scalar.keys.last == .field("name") else { return false }
        if key(-2, scalar.keys) == .field("signatory") { return true }
        guard case .entry? = key(-2, scalar.keys), case .field(let list)? = key(-3, scalar.keys) else { return false }
        return ["contacts", "agents", "managers"].contains(list)
    }

    /// Whether people write there what they like of a client and his people.
    static func isFree(_ scalar: FileScalar) -> Bool {
        !scalar.isKey && (scalar.keys.last == .field("notes") || scalar.keys.last == .field("function"))
    }

    private static func key(_ place: Int, _ keys: [FileScalar.Key]) -> FileScalar.Key? {
        keys.count + place >= 0 ? keys[keys.count + place] : nil
    }
}
