import Routing

/// Looks for what is to be forgotten, in one stretch of a table's rows after the other.
struct ErasureSearch {
    let erasure: Erasure
    let dialect: Dialect
    let texts: [ErasureText]
    private let paths: ErasurePaths

    /// - Parameter place: The only one in which it looks; nil: it looks in all.
    init(_ erasure: Erasure, _ dialect: Dialect, only place: Place? = nil, _ session: some SQLSession) throws {
        self.dialect = dialect
        self.erasure = erasure
        // A number that is forgotten for its owner alone is found by his name, as long as that stands there.
        let ofOwners = erasure.terms.filter { $0.owner != nil }
        let others = erasure.terms.filter { $0.owner == nil }
        texts = (ofOwners + others).map { ErasureText(term: $0, reading: erasure.reading) }
        let isOfFiles = place.map { $0.isFile || $0.isPath } ?? true
        paths = isOfFiles ? try ErasurePaths(texts, session) : .none
    }

    /// Which columns of a table have what.
    struct Place {
        let table: String
        var numbers: [String] = []
        /// Each with what it is.
        var texts: [(column: String, kind: ErasureText.Kind)] = []
        /// Agents' phones, which may be numbers outside.
        var phones: [String] = []
        var client: String?
        /// Whom it is about: his name, or JSON that has it.
        var contacts: [(column: String, isJSON: Bool)] = []
        /// When a row was done with: until then it has the token, by which what belongs to it is known.
        var closing: String?
        var isFile = false
        /// Whether its rows are of a path of files.
        var isPath = false
        /// So many rows are looked at together: some hundredths of a second, and some megabytes where there is something in all of them.
        var atOnce: Int64 = 2_000

        /// By which a row is found.
        var key: String { ErasureSearch.key(of: table) }

        var columns: [String] { numbers + texts.map(\.column) + phones }
    }

    /// Of calls there may be millions: the database looks through them.
    static let calls = Place(
        table: "call", numbers: ["caller", "dialled"], texts: [("call_id", .mark)], phones: phones, atOnce: 5_000)
    static let phones = ["targets", "rang", "answered_by", "released", "held_at", "late", "heard", "turns"]
    static let learned = Place(table: "learned_number", atOnce: 100_000)
    static let places = [
        calls, learned,
        Place(
            table: "missed_call", numbers: ["caller"], texts: [("contact", .name), ("note", .free)], client: "client",
            contacts: [("contact", false)], closing: "closed_at"),
        Place(
            table: "client_case", numbers: ["caller"], texts: [("contact", .name), ("reference", .free)],
            client: "client", contacts: [("contact", false)]),
        Place(
            table: "roster_change", numbers: ["number"], texts: [("why", .free), ("was", .json), ("became", .json)],
            client: "client", contacts: [("was", true), ("became", true)]),
        Place(table: "event", texts: [("mark", .mark), ("detail", .free)], client: "client"),
        Place(table: "absence", texts: [("note", .free), ("uid", .mark)]),
        Place(table: "calendar", texts: [("failure", .free)]),
        Place(table: "deputyship", texts: [("note", .free)]),
        Place(table: "request", texts: [("why", .free)]),
        Place(table: "directory_text", texts: [("text", .free)], isFile: true, atOnce: 50),
        Place(table: "directory_version", isPath: true),
        Place(table: "directory_version_file", isPath: true),
    ]

    /// By which a table's rows are found: how calendars were read is found by the calendar, a version's file by its path, and they have no number
    /// of their own but the database's.
    static func key(of table: String) -> String {
        ["calendar", "directory_version_file"].contains(table) ? "rowid" : "id"
    }

    static func last(_ table: String, _ session: some SQLSession) throws -> Int64 {
        try session.checked(table, "SELECT max(\(key(of: table))) AS id FROM \(table)").first?.optionalNumber("id") ?? 0
    }

    /// Looks at the rows after one up to another.
    func look(
        in place: Place, after first: Int64, through last: Int64, _ session: some SQLSession,
        _ finding: inout ErasureFinding
    ) throws {
        let range = [SQLValue(first), SQLValue(last)]
        switch place.table {
        case Self.calls.table: try calls(range, session, &finding)
        case Self.learned.table: try learned(range, session, &finding)
        default:
            if place.isFile { try references(range, session, &finding) }
            if place.isPath { try rename(place, range, session, &finding) }
            for text in texts where !place.isPath { try rows(text, place, range, session, &finding) }
        }
    }

    /// Paths go together with what names them, so that a version of the directory can be read whenever it is broken off.
    private func rename(
        _ place: Place, _ range: [SQLValue], _ session: some SQLSession, _ finding: inout ErasureFinding
    ) throws {
        guard !paths.renamed.isEmpty else { return }
        let statement =
            "SELECT \(place.key) AS id, path FROM \(place.table) WHERE \(place.key) > $1 AND \(place.key) <= $2"
        for row in try session.checked(place.table, statement, range) {
            let path = try row.text("path")
            guard let new = paths.renamed[path] else { continue }
            finding.note(
                .init(table: place.table, id: try row.number("id"), column: "path"), was: path, .text(new), isOpen: true
            )
        }
    }

    /// Where files name others whose paths change.
    private func references(
        _ range: [SQLValue], _ session: some SQLSession, _ finding: inout ErasureFinding
    ) throws {
        guard !paths.renamed.isEmpty else { return }
        let rows = try session.checked(
            "directory_text",
            """
            SELECT id, text, (SELECT min(path) FROM directory_version_file WHERE text = directory_text.id) AS path
            FROM directory_text WHERE id > $1 AND id <= $2
            """, range)
        for row in rows {
            let written = try row.text("text")
            guard let path = try row.optionalText("path"),
                let renamed = FileErasure.renamed(written, of: path, paths, erasure.reading)
            else { continue }
            finding.note(
                .init(table: "directory_text", id: try row.number("id"), column: "text"), was: written, .text(renamed),
                isOpen: true)
        }
    }

    /// What a column that has numbers gets in the place of one.
    func cut(_ term: Erasure.Term) -> ErasureFinding.Change {
        .text((term.block.map(ForgottenText.init) ?? .token(term.token)).text)
    }

    func token(_ term: Erasure.Term) -> ErasureFinding.Change { .text(ForgottenText.token(term.token).text) }

    /// Whether a contact's name is meant in what is about a client, or about none: there one of a single word may be anybody's.
    func isMeant(_ text: ErasureText, in client: SQLValue) -> Bool {
        guard case .contact(_, let his) = text.term.identifier else { return true }
        guard case .text(let id) = client else { return text.hasLongName }
        return id == his.description
    }

    /// Whether a row is about whom a number is forgotten for, where others have it, too.
    func isOwners(_ term: Erasure.Term, _ client: SQLValue, _ contacts: [String?]) -> Bool {
        guard let owner = term.owner else { return true }
        return client == .text(owner.client.description)
            && contacts.contains { $0.map { ContactName.isKept($0, asked: owner.name) } ?? false }
    }

    private func rows(
        _ text: ErasureText, _ place: Place, _ range: [SQLValue], _ session: some SQLSession,
        _ finding: inout ErasureFinding
    ) throws {
        let term = text.term
        let texts = place.texts
        let columns =
            [place.client ?? "NULL", place.closing ?? "1"] + place.contacts.map(\.column) + place.numbers
            + texts.map(\.column)
        let (firstNumber, firstText) = (3 + place.contacts.count, 3 + place.contacts.count + place.numbers.count)
        try session.forEach(
            """
            SELECT \(place.key) AS id, \(columns.joined(separator: ", ")) FROM \(place.table)
            WHERE \(place.key) > $1 AND \(place.key) <= $2
            """, range
        ) { row in
            guard case .integer(let id) = row.value(at: 0) else { return }
            let withName = isMeant(text, in: row.value(at: 1))
            // It may be his, and it may not.
            let mayBeHis = !withName && row.value(at: 1) == .null
            let isOpen = row.value(at: 2) == .null
            for (index, column) in place.numbers.enumerated() {
                guard case .number(let number) = term.identifier,
                    row.value(at: firstNumber + index) == .text("\(number)")
                else { continue }
                let contacts = place.contacts.enumerated().map { index, contact -> String? in
                    guard case .text(let written) = row.value(at: 3 + index) else { return nil }
                    return contact.isJSON ? JSONTexts.value(of: "contact", in: written) : written
                }
                guard isOwners(term, row.value(at: 1), contacts) else { continue }
                // A line of the history is about something: a block is no thing.
                finding.note(
                    .init(table: place.table, id: id, column: column), was: "\(number)",
                    isOpen || place.table == "roster_change" ? token(term) : cut(term), isOpen: isOpen)
            }
            for (index, (column, kind)) in texts.enumerated() {
                guard case .text(let written) = row.value(at: firstText + index) else { continue }
                let spot = ErasureFinding.Spot(table: place.table, id: id, column: column)
                if place.isFile {
                    guard let present = finding.text(spot, now: written) else { continue }
                    guard let erased = FileErasure(text: text).erased(from: present) else { continue }
                    finding.note(spot, was: written, .text(erased), isName: isPerson(term))
                } else {
                    // A detail without a blank is a word of the records.
                    let isWord = place.table == "event" && !written.contains(" ")
                    let own = isWord ? .mark : kind
                    if mayBeHis, text.isNamed(in: written, own) { finding.leave(spot) }
                    erase(text, in: written, spot, own, withName: withName, isOpen: isOpen, &finding)
                }
            }
        }
    }

    func erase(
        _ text: ErasureText, in written: String, _ spot: ErasureFinding.Spot, _ kind: ErasureText.Kind = .free,
        withName: Bool = true, isOpen: Bool = false, _ finding: inout ErasureFinding
    ) {
        guard let present = finding.text(spot, now: written),
            let erased = text.erased(from: present, kind, withName: withName)
        else { return }
        finding.note(spot, was: written, .text(erased), isOpen: isOpen, isName: isPerson(text.term))
    }

    private func isPerson(_ term: Erasure.Term) -> Bool {
        if case .contact = term.identifier { true } else { false }
    }
}
