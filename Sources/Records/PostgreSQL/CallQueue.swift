import Foundation
import Routing
import Synchronization
import Time

/// Changes of calls' records on their way from this machine to a database that may be away: each is on this machine's disk first, under a number that
/// no other of the site has. The database knows the last number that it has, so that none comes twice, however connections and programs end.
final class CallQueue: Sendable {
    private struct State: Sendable {
        /// The last that was taken, and the last that the database has of those that this program has brought.
        var last: Int64 = 0
        var brought: Int64 = 0
        var waiting = WaitingRecords(isKept: true)
        var isBringing = false
        /// Why the last attempt failed; nil after one that did not.
        var failure: LedgerError?
        /// Whether the one that goes on takes so long that nobody waits for it any more.
        var isLate = false
    }

    private let copy: SQLiteEngine
    private let engine: PostgreSQLEngine
    private let state = Mutex(State())
    private let numbers: KeptNumbers
    /// Whose turn it is at the rows on this machine: how many wait is counted with them.
    private let rows = NSLock()
    private let work = DispatchQueue(label: "majord-bring-in")
    /// Told of each attempt that has ended.
    private let news = NSCondition()
    /// How long those wait who would rather know that the database has it, in seconds: it is on this machine's disk.
    private static let patience = 0.1
    /// So many are brought in together: changes of the roster wait for it.
    private static let slice = 100

    /// - Parameter copy: The ledger on this machine.
    init(_ copy: SQLiteEngine, _ engine: PostgreSQLEngine) throws(LedgerError) {
        self.copy = copy
        self.engine = engine
        numbers = try KeptNumbers(of: "calls", in: copy)
        let state = try copy.write { session in
            try session.execute(WaitingCallRow.table, [])
            let row = try session.checked(
                "waiting_call",
                "SELECT max(number) AS last, count(*) AS count, min(at) AS oldest FROM waiting_call"
            ).first
            return State(
                last: try row?.optionalNumber("last") ?? 0,
                waiting: WaitingRecords(
                    count: Int(clamping: try row?.number("count") ?? 0), oldest: try row?.optionalInstant("oldest"),
                    isKept: true))
        }
        self.state.withLock { $0 = state }
    }

    var waiting: WaitingRecords { state.withLock(\.waiting) }

    /// The number of the last that was taken; nil while something of it waits.
    var lastBrought: Int64? { state.withLock { $0.waiting.count == 0 ? $0.last : nil } }

    /// Does something while nothing is taken.
    ///
    /// - Parameter body: Is told the number of the last that was.
    func keeping(_ body: (Int64) throws(LedgerError) -> Void) throws(LedgerError) {
        rows.lock()
        defer { rows.unlock() }
        try body(state.withLock(\.last))
    }

    /// Has changes on this machine's disk, and in its copy of the calls.
    func take(_ changes: [CallRecord.Change]) throws(LedgerError) {
        rows.lock()
        defer { rows.unlock() }
        let (last, brought) = state.withLock { ($0.last, $0.brought) }
        let first = numbers.take(changes.count, after: max(last, engine.standing.withLock(\.entered.brought)))
        try copy.write { session in
            try session.execute("DELETE FROM waiting_call WHERE number <= $1", [SQLValue(brought)])
            var writer = CallWriter(session)
            for (place, change) in changes.enumerated() {
                try WaitingCallRow.insert(change, as: first + Int64(place), in: session)
                try writer.write(change)
            }
        }
        state.withLock { state in
            state.last = first + Int64(changes.count) - 1
            state.waiting.count += changes.count
            state.waiting.oldest = state.waiting.oldest ?? changes.first?.instant
        }
    }

    /// Has brought in what waits, in its order. A database that does not answer is not waited for: bringing in goes on, and is waiting meanwhile.
    ///
    /// - Parameter patience: How long it is waited for, in seconds.
    /// - Throws: What the database refused last, until it takes something.
    func bringIn(within patience: Double = CallQueue.patience) throws(LedgerError) {
        let isFirst = state.withLock { state in
            defer { state.isBringing = true }
            return !state.isBringing
        }
        if isFirst { work.async { self.bring() } }
        let end = Date(timeIntervalSinceNow: patience)
        news.lock()
        defer { news.unlock() }
        while state.withLock({ $0.isBringing && !$0.isLate }) {
            if !news.wait(until: end) { state.withLock { $0.isLate = $0.isBringing } }
        }
        if let failure = state.withLock(\.failure) { throw failure }
    }

    private func bring() {
        while state.withLock(\.isBringing) {
            var failure: LedgerError?
            do throws(LedgerError) {
                try bringInAll()
            } catch {
                failure = error
            }
            news.lock()
            state.withLock { state in
                // What was taken meanwhile is brought in as well.
                state.isBringing = failure == nil && state.waiting.count > 0
                state.failure = failure
                state.isLate = state.isLate && state.isBringing
            }
            news.broadcast()
            news.unlock()
        }
    }

    private func bringInAll() throws(LedgerError) {
        while waiting.count > 0 { try bringIn(next()) }
    }

    /// What waits, the first of it.
    private func next() throws(LedgerError) -> [(number: Int64, change: CallRecord.Change)] {
        rows.lock()
        defer { rows.unlock() }
        let brought = state.withLock(\.brought)
        let slice = try copy.read { session in
            try session.checked(
                "waiting_call", "SELECT * FROM waiting_call WHERE number > $1 ORDER BY number LIMIT $2",
                [SQLValue(brought), SQLValue(Self.slice)]
            ).map { (number: try $0.number("number"), change: try WaitingCallRow.change($0)) }
        }
        if slice.isEmpty { state.withLock { $0.waiting = WaitingRecords(isKept: true) } }
        return slice
    }

    private func bringIn(_ changes: [(number: Int64, change: CallRecord.Change)]) throws(LedgerError) {
        guard let last = changes.last?.number else { return }
        try engine.writeAgain { session in
            let own = SQLValue.text(engine.server.site.id)
            let done = try session.checked("site", "SELECT brought FROM site WHERE id = $1", [own]).first?
                .number("brought")
            let left = changes.filter { $0.number > done ?? 0 }.map(\.change)
            guard !left.isEmpty else { return }
            var writer = CallWriter(session)
            try writer.read(left)
            for change in left { try writer.write(change) }
            try session.submit("UPDATE site SET brought = $2 WHERE id = $1", [own, SQLValue(last)])
        }
        state.withLock { state in
            state.brought = last
            state.waiting.count = max(state.waiting.count - changes.count, 0)
            state.waiting.oldest = state.waiting.count == 0 ? nil : state.waiting.oldest
        }
    }

    /// Forgets what the database has.
    func removeBrought() throws(LedgerError) {
        let brought = state.withLock(\.brought)
        try numbers.keep()
        try copy.write { session in
            _ = try session.execute("DELETE FROM waiting_call WHERE number <= $1", [SQLValue(brought)])
        }
    }
}

/// Calls in a database that may be away: what becomes of them is kept on this machine until it is there.
struct QueuedCalls: CallRecords {
    let base: SQLCalls<PostgreSQLEngine>
    let queue: CallQueue

    var waiting: WaitingRecords { queue.waiting }

    func record(_ changes: [CallRecord.Change]) throws(LedgerError) {
        if !changes.isEmpty { try queue.take(changes) }
        do throws(LedgerError) {
            try queue.bringIn()
        } catch {
            throw .kept(cause: "\(error)")
        }
    }

    func isRecorded(_ mark: String) throws(LedgerError) -> Bool { try base.isRecorded(mark) }

    func calls(
        toTakeUp since: TakeUp, from start: Instant, until end: Instant, withHeld isWithHeld: Bool, limit: Int
    ) throws(LedgerError) -> [CallRecord] {
        try base.calls(toTakeUp: since, from: start, until: end, withHeld: isWithHeld, limit: limit)
    }

    func calls(_ query: CallQuery) throws(LedgerError) -> [KeptCall] { try base.calls(query) }

    func calls(named name: String, limit: Int) throws(LedgerError) -> [KeptCall] {
        try base.calls(named: name, limit: limit)
    }

    func dialledCalls(since start: Instant, limit: Int) throws(LedgerError) -> [CallRecord] {
        try base.dialledCalls(since: start, limit: limit)
    }

    func callsPassedOver(since start: Instant, limit: Int) throws(LedgerError) -> [CallMark] {
        try base.callsPassedOver(since: start, limit: limit)
    }

    func countHeldCalls(from instant: Instant) throws(LedgerError) -> Int { try base.countHeldCalls(from: instant) }

    func callersDecided(as reason: Decision.Reason, since start: Instant) throws(LedgerError) -> [DecidedCaller] {
        try base.callersDecided(as: reason, since: start)
    }

    func firstCall() throws(LedgerError) -> Instant? { try base.firstCall() }

    func countCalls(from start: Instant, until end: Instant) throws(LedgerError) -> Int {
        try base.countCalls(from: start, until: end)
    }

    func decidedCalls(
        after last: (noted: Instant, row: Int64), until end: Instant, limit: Int, _ texts: inout DecidedTexts
    ) throws(LedgerError) -> (calls: [RecordedCall], looked: Int, last: (noted: Instant, row: Int64)) {
        try base.decidedCalls(after: last, until: end, limit: limit, &texts)
    }

    func probe() throws(LedgerError) { try base.probe() }
}
