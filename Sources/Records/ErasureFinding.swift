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
        /// Whether it goes together with all else that calls under way look at.
        var isOpen: Bool
        /// Whether a contact's name goes there: by those he is found again where only a part was erased.
        var isName: Bool
    }

    enum Change: Equatable, Sendable {
        case text(String)
        case nothing
        /// The row goes.
        case removal
    }

    package init() {}

    private(set) var traces: [Trace] = []
    private var places: [Spot: Int] = [:]
    /// Calls that go on under an id that has it: by it they are found until they are over.
    var ongoing: Set<Int64> = []
    package var ongoingCalls: Int { ongoing.count }
    /// Rows in which a name stays that may be somebody else's.
    private var left: Set<Row> = []
    /// The last row of each table that was looked at.
    var last: [String: Int64] = [:]

    /// What will stand there: another term may have taken something of it.
    func text(_ spot: Spot, now text: String) -> String? {
        guard let place = places[spot] else { return text }
        if case .text(let text) = traces[place].becomes { return text }
        return nil
    }

    mutating func leave(_ spot: Spot) { left.insert(Row(spot)) }

    mutating func note(
        _ spot: Spot, was: String, _ becomes: Change, isOpen: Bool = false, isName: Bool = false
    ) {
        if let place = places[spot] {
            traces[place].becomes = becomes
            if isOpen { traces[place].isOpen = true }
            if isName { traces[place].isName = true }
        } else {
            add(Trace(spot: spot, was: was, becomes: becomes, isOpen: isOpen, isName: isName))
        }
    }

    mutating func add(_ trace: Trace) {
        places[trace.spot] = traces.count
        traces.append(trace)
    }

    package mutating func add(_ other: ErasureFinding) {
        for trace in other.traces where places[trace.spot] == nil { add(trace) }
        ongoing.formUnion(other.ongoing)
        left.formUnion(other.left)
    }

    /// Whether a line of the history tells of it already, since parts of it were erased by themselves.
    package var isNoted = false

    /// How many values are to be changed.
    package var count: Int { traces.count }

    /// Tables of which very many rows may have it.
    private static let large: Set = [
        "call", "missed_call", "roster_change", "event", "directory_text",
    ]

    /// What nobody waits for, in parts of some rows each; apart those with rows that name a contact; and the rest, which goes together.
    ///
    /// - Parameter length: The most that is written in one part, in bytes, but for one row.
    package func parts(
        atMost rows: Int, length: Int = 1 << 20
    ) -> (parts: [ErasureFinding], named: [ErasureFinding], rest: ErasureFinding) {
        var rest = self
        rest.traces = []
        rest.places = [:]
        let open = Set(traces.lazy.filter(\.isOpen).map { Row($0.spot) })
        let named = Set(traces.lazy.filter(\.isName).map { Row($0.spot) })
        var (kept, order): ([Row: [Trace]], [Row]) = ([:], [])
        for trace in traces {
            let row = Row(trace.spot)
            guard Self.large.contains(row.table), !open.contains(row) else {
                rest.add(trace)
                continue
            }
            if kept[row] == nil { order.append(row) }
            kept[row, default: []].append(trace)
        }
        func parts(_ order: [Row]) -> [ErasureFinding] {
            var parts: [ErasureFinding] = []
            var left = (rows: 0, bytes: 0)
            for row in order {
                if left.rows <= 0 || left.bytes <= 0 {
                    parts.append(ErasureFinding())
                    left = (rows, length)
                }
                for trace in kept[row] ?? [] {
                    parts[parts.count - 1].add(trace)
                    left.bytes -= trace.was.utf8.count
                }
                left.rows -= 1
            }
            return parts
        }
        return (parts(order.filter { !named.contains($0) }), parts(order.filter(named.contains)), rest)
    }

    /// Whether some of its parts have rows that name a contact.
    var hasNamed: Bool { traces.contains { $0.isName && Self.large.contains($0.spot.table) } }

    /// Whether there is something beside those.
    var hasOthers: Bool {
        let named = Set(traces.lazy.filter(\.isName).map { Row($0.spot) })
        return !ongoing.isEmpty
            || traces.contains {
                $0.isOpen || !Self.large.contains($0.spot.table) || !named.contains(Row($0.spot))
            }
    }

    private struct Row: Hashable {
        let table: String
        let id: Int64

        init(_ spot: Spot) { (table, id) = (spot.table, spot.id) }
    }

    /// The missed calls whose number goes: nobody can call back there.
    var missedCalls: Set<Int64> {
        Set(traces.lazy.filter { $0.spot.table == "missed_call" && $0.spot.column == "caller" }.map(\.spot.id))
    }

    /// Whether a client's block takes a number's place somewhere.
    var hasBlock: Bool {
        traces.contains { trace in
            guard case .text(let text) = trace.becomes, case .block? = ForgottenText(text) else { return false }
            return true
        }
    }

    /// Whether a token takes the place of something somewhere.
    func has(_ token: String) -> Bool {
        let text = ForgottenText.token(token).text
        return traces.contains { trace in
            if case .text(let becomes) = trace.becomes { becomes.contains(text) } else { false }
        }
    }

    package var counts: Erasure.Counts { Self.counts(Set(traces.lazy.map { Row($0.spot) })) }

    /// In how many records a name stays that may be somebody else's.
    package var leftCounts: Erasure.Counts { Self.counts(left) }

    private static func counts(_ rows: Set<Row>) -> Erasure.Counts {
        var counts = Erasure.Counts()
        for row in rows {
            switch row.table {
            case "call": counts.calls += 1
            case "missed_call": counts.missed += 1
            case "client_case": counts.cases += 1
            case "learned_number": counts.learned += 1
            case "roster_change": counts.history += 1
            case "event": counts.events += 1
            case "directory_text", "directory_version", "directory_version_file": counts.files += 1
            default: counts.notes += 1
            }
        }
        return counts
    }
}
