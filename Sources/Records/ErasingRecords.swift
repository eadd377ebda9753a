package import Routing
package import Time

/// What is forgotten before its time, because somebody asks for it: one number or one person, everywhere. The methods block, and are durable, as
/// those of `RosterRecords`.
package protocol ErasingRecords: Sendable {
    /// What is known to be a contact's: the numbers that calls of his came from, that were learned as his, or that versions of the directory have of him, and his addresses there.
    func known(
        ofContact name: String, of client: ClientID, _ read: @escaping @Sendable (String) -> PhoneNumber?
    ) throws(LedgerError) -> ContactTraces

    /// Where the newest version of the directory's files names each; nil where it does not.
    func places(inFilesOf terms: [Erasure.Term], _ read: @escaping @Sendable (String) -> PhoneNumber?)
        throws(LedgerError) -> [Place?]

    /// Looks for it, in slices: others read and write meanwhile.
    func find(_ erasure: Erasure) throws(LedgerError) -> ErasureFinding

    /// Puts tokens in its place everywhere it was found or has come since, and a line without it into the history, in one transaction.
    ///
    /// - Returns: What was found and has come since; nil where something that was found has changed meanwhile, or there is a newer version of the directory: nothing is changed, and it
    ///   is to be looked for again.
    func erase(_ erasure: Erasure, _ found: ErasureFinding) throws(LedgerError) -> ErasureFinding?
}

/// What is known to be a contact's.
package struct ContactTraces: Sendable, Equatable {
    package var numbers: [PhoneNumber] = []
    /// Mail addresses that the newest version of the directory's files does not have.
    package var addresses: [String] = []
    /// How many it has: others may have the same.
    package var addressesInFiles = 0
}

/// What is to be forgotten, by whom, and what is to stand in its place.
package struct Erasure: Sendable {
    package struct Term: Sendable {
        package enum Identifier: Sendable, Hashable {
            case number(PhoneNumber)
            case contact(String, of: ClientID)
        }

        package let identifier: Identifier
        /// Tells nothing but that two rows had the same.
        package let token: String
        /// To which the number of a call is cut.
        package let block: NumberBlock?
        /// A contact's mail addresses, which go with his name, wherever they stand.
        package let addresses: [String]
        /// Stands for a number in old versions of the files, which are to be read yet.
        package let standIn: String

        package init(
            _ identifier: Identifier, token: String, block: NumberBlock? = nil, addresses: [String] = [],
            standIn: String
        ) {
            self.identifier = identifier
            self.token = token
            self.block = block
            self.addresses = addresses
            self.standIn = standIn
        }
    }

    package let terms: [Term]
    package let user: String
    package let instant: Instant
    /// A call that came since then and is not over goes on.
    package let ongoingSince: Instant
    /// Reads a number as people write it; nil for what is none.
    package let read: @Sendable (String) -> PhoneNumber?

    package init(
        _ terms: [Term], by user: String, at instant: Instant, ongoingSince: Instant,
        read: @escaping @Sendable (String) -> PhoneNumber?
    ) {
        self.terms = terms
        self.user = user
        self.instant = instant
        self.ongoingSince = ongoingSince
        self.read = read
    }

    /// Whether two names are a contact's: capitals and how many blanks are between words make none another.
    package static func isSameName(_ one: String, _ other: String) -> Bool {
        let folded = [one, other].map { name in
            name.split(whereSeparator: \.isWhitespace).joined(separator: " ").lowercased()
        }
        return folded[0] == folded[1]
    }

    /// In how many records it was.
    package struct Counts: Sendable, Equatable {
        package var calls = 0
        package var missed = 0
        package var cases = 0
        package var learned = 0
        package var history = 0
        package var events = 0
        /// Of absences, deputyships and requests, and of how calendars were read.
        package var notes = 0
        /// Texts of versions of the directory.
        package var files = 0

        package init() {}

        package var total: Int { calls + missed + cases + learned + history + events + notes + files }
    }
}

/// What was found of it, and how far was looked.
package struct ErasureFinding: Sendable {
    /// Where something is.
    struct Spot: Hashable, Sendable {
        let table: String
        let id: Int64
        let column: String

        var key: String { ErasureSearch.key(of: table) }
    }

    /// One value that is to be another.
    struct Trace: Sendable {
        let spot: Spot
        /// What stands there: where it does no more, nothing is written.
        let was: String
        var becomes: Change
    }

    enum Change: Equatable, Sendable {
        case text(String)
        case nothing
        /// The row goes.
        case removal
    }

    private(set) var traces: [Trace] = []
    private var places: [Spot: Int] = [:]
    /// Calls that go on under an id that has it: by it they are found until they are over.
    var ongoing: Set<Int64> = []
    package var ongoingCalls: Int { ongoing.count }
    /// The last row of each table that was looked at.
    var last: [String: Int64] = [:]

    /// What will stand there: another term may have taken something of it.
    func text(_ spot: Spot, now text: String) -> String? {
        guard let place = places[spot] else { return text }
        if case .text(let text) = traces[place].becomes { return text }
        return nil
    }

    mutating func note(_ spot: Spot, was: String, _ becomes: Change) {
        if let place = places[spot] {
            traces[place].becomes = becomes
        } else {
            places[spot] = traces.count
            traces.append(Trace(spot: spot, was: was, becomes: becomes))
        }
    }

    /// The missed calls whose number goes: nobody can call back there.
    package var missedCalls: Set<Int64> {
        Set(traces.lazy.filter { $0.spot.table == "missed_call" && $0.spot.column == "caller" }.map(\.spot.id))
    }

    /// Whether a client's block takes a number's place somewhere.
    package var hasBlock: Bool {
        traces.contains { trace in
            guard case .text(let text) = trace.becomes, case .block? = ForgottenText(text) else { return false }
            return true
        }
    }

    /// Whether a token takes the place of something somewhere.
    package func has(_ token: String) -> Bool {
        let text = ForgottenText.token(token).text
        return traces.contains { trace in
            if case .text(let becomes) = trace.becomes { becomes.contains(text) } else { false }
        }
    }

    package var counts: Erasure.Counts {
        var rows: [String: Set<Int64>] = [:]
        for trace in traces { rows[trace.spot.table, default: []].insert(trace.spot.id) }
        var counts = Erasure.Counts()
        for (table, ids) in rows {
            switch table {
            case "call": counts.calls += ids.count
            case "missed_call": counts.missed += ids.count
            case "client_case": counts.cases += ids.count
            case "learned_number": counts.learned += ids.count
            case "roster_change": counts.history += ids.count
            case "event": counts.events += ids.count
            case "directory_text": counts.files += ids.count
            default: counts.notes += ids.count
            }
        }
        return counts
    }
}
