import Numbering
import Routing
import Time

/// A client with the places that findings name. Where something is missing, an error says so and something empty stands here.
struct ReadClient: Sendable {
    let client: Client
    /// The mapping as a whole.
    let place: Place
    let id: Place?
    let primary: Place?
    let backup: Place?
    let handovers: [ReadHandover]
    let level: Place?
    let agreementEnd: Place?
    /// Whether the file gives numbers, and a day of introduction, readable or not.
    let givesNumbers: Bool
    let givesIntroduction: Bool
}

/// Reads one client: a file of `clients.d`, or an entry of `clients`.
struct ClientReader: Sendable {
    enum Key: String, CaseIterable {
        case id, name, size, schools, primary, backup, introduced, handover, ring, agreement, signatory, address,
            numbers, contacts, notes
    }

    /// Nil when the region is unknown: then numbers are not looked at.
    let numbers: NumberReader?

    func read(_ value: Value) -> ReadClient? {
        guard let fields = Fields(value, Key.self) else { return nil }
        let id = fields.required(.id)?.identifier()
        let name = fields.required(.name)?.line()
        let size = fields.required(.size)?.word(Client.Size.self)
        let schools = fields.required(.schools)?.integer(in: 0...100_000)
        let primary = fields.required(.primary)?.identifier()
        let backup = fields.required(.backup)?.identifier()
        let handovers = fields[.handover].map(HandoverReader.read) ?? []
        let agreement = fields.required(.agreement).flatMap(AgreementReader.read)
        let client = Client(
            id: ClientID(id ?? ""), name: name ?? "", size: size ?? .small, schools: schools ?? 0,
            pair: Pair(primary: AgentID(primary ?? ""), backup: AgentID(backup ?? "")),
            introduced: fields[.introduced]?.day(), handovers: handovers.map(\.handover),
            ring: fields[.ring]?.duration(in: SettingsReader.ringTimes),
            agreement: agreement?.agreement
                ?? Agreement(title: "", start: CalendarDay(daysSince1970: 0), end: nil, level: ""),
            signatory: fields[.signatory].flatMap(PersonReader.person),
            address: fields[.address].flatMap(PersonReader.address), numbers: blocks(fields[.numbers]),
            contacts: fields[.contacts]?.list()?.compactMap { PersonReader.contact($0, numbers) } ?? [],
            notes: fields[.notes]?.lines())
        return ReadClient(
            client: client, place: fields.place, id: id.flatMap { _ in fields[.id]?.place },
            primary: primary.flatMap { _ in fields[.primary]?.place },
            backup: backup.flatMap { _ in fields[.backup]?.place }, handovers: handovers, level: agreement?.level,
            agreementEnd: agreement?.end, givesNumbers: fields[.numbers].map { !$0.isEmptyList } ?? false,
            givesIntroduction: fields[.introduced] != nil)
    }

    private func blocks(_ value: Value?) -> [WrittenBlock] {
        guard let list = value?.list(), let numbers else { return [] }
        return list.compactMap { $0.block(numbers) }
    }
}

/// Reads a client's agreement.
enum AgreementReader {
    enum Key: String, CaseIterable {
        case title, references, start, end, level, terms
    }

    enum TermKey: String, CaseIterable {
        case before, during, after
    }

    /// The agreement, with the places of level and end where they could be read.
    static func read(_ value: Value) -> (agreement: Agreement, level: Place?, end: Place?)? {
        guard let fields = Fields(value, Key.self) else { return nil }
        let title = fields.required(.title)?.line()
        let start = fields.required(.start)?.day()
        let end = fields[.end]?.day()
        let level = fields.required(.level)?.identifier()
        if let start, let end, end < start {
            fields[.end]?.error("the agreement ends on \(end), before it starts on \(start)")
        }
        let agreement = Agreement(
            title: title ?? "", references: fields[.references]?.list()?.compactMap { $0.line() } ?? [],
            start: start ?? CalendarDay(daysSince1970: 0), end: end, level: level ?? "",
            terms: fields[.terms].flatMap(terms) ?? Agreement.Terms())
        return (agreement, level.flatMap { _ in fields[.level]?.place }, end.flatMap { _ in fields[.end]?.place })
    }

    private static func terms(_ value: Value) -> Agreement.Terms? {
        Fields(value, TermKey.self).map { fields in
            Agreement.Terms(
                before: fields[.before]?.line(), during: fields[.during]?.line(), after: fields[.after]?.line())
        }
    }
}
