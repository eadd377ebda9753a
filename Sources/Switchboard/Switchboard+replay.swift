package import DirectoryFiles
package import Records
package import Routing
import Synchronization
package import Time

/// What would be otherwise with another directory: recorded calls decided again, in slices, on threads that nobody waits for.
extension Switchboard {
    /// Which calls are decided again, with which directory.
    package struct ReplayWish: Sendable {
        package let directory: DirectoryCopy
        package let from: Instant?
        package let until: Instant?
        /// Also those that go elsewhere only where the first phone does not answer.
        package let areLaterTold: Bool

        package init(directory: DirectoryCopy, from: Instant?, until: Instant?, areLaterTold: Bool) {
            self.directory = directory
            self.from = from
            self.until = until
            self.areLaterTold = areLaterTold
        }
    }

    package enum ReplayRefusal: Error, Sendable {
        case findings([Finding])
        /// A directory without findings that cannot be compiled: a mistake in majord.
        case mistake(String)
        case ledger(LedgerError)
    }

    /// Prepares a replay: reads the directory's texts, and the roster of the first moment.
    package nonisolated func replay(_ wish: ReplayWish) async throws(ReplayRefusal) -> ReplayRun {
        let (ledger, present) = (ledger, now())
        let read = await BackgroundThread.run("majord-replay") {
            Result { () throws(ReplayRefusal) in try Self.prepare(wish, ledger, at: present) }
        }
        return try read.get()
    }

    private static func prepare(
        _ wish: ReplayWish, _ ledger: Ledger, at present: Instant
    ) throws(ReplayRefusal) -> ReplayRun {
        let load: DirectoryLoad
        do throws(DirectoryLoad.Failure) {
            load = try DirectoryLoad(sent: wish.directory, at: present)
        } catch {
            switch error {
            case .findings(let findings): throw .findings(findings)
            case .mistake(let text): throw .mistake(text)
            }
        }
        do throws(LedgerError) {
            return try ReplayRun(load, wish, ledger, at: present)
        } catch {
            throw .ledger(error)
        }
    }
}

/// A replay that goes on, slice by slice.
package final class ReplayRun: Sendable {
    /// A call that goes elsewhere.
    package struct Moved: Sendable {
        package let call: RecordedCall
        package let isFirst: Bool
        package let decision: Decision
        /// Those who were considered for it.
        package let candidates: [CallRecord.Considered]
    }

    /// How far it has come.
    package struct Standing: Sendable, Equatable {
        /// How many calls there are.
        package var of = 0
        package var looked = 0
        package var moved = 0
        package var movedLater = 0
        /// Those of which too little is known any more.
        package var skipped = 0

        package init(of count: Int = 0, looked: Int = 0) {
            of = count
            self.looked = looked
        }
    }

    package struct Slice: Sendable {
        package let moved: [Moved]
        package let standing: Standing
        package let isLast: Bool
    }

    /// Calls that were read together, and how many rows were looked at for them.
    private struct Read: Sendable {
        let calls: [RecordedCall]
        let looked: Int
        let isLast: Bool
    }

    private struct Reading {
        var texts = DecidedTexts()
        /// The last call that was read.
        var last: (noted: Instant, row: Int64)
    }

    private struct State {
        var replay: Replay
        var past: PastRoster
        var standing: Standing
        /// Lines of the history that were read, and how many of them count by now.
        var lines: ArraySlice<RosterLine> = []
        var lastLine: (at: Instant, id: Int64)
        var areAllLinesRead = false
    }

    /// So many calls are read together: some hundredths of a second, so that whoever else reads long is in between.
    package static let together = 5_000
    private static let linesTogether = 2_000

    /// What people should look at in the directory.
    package let warnings: [Finding]
    /// Of the other directory.
    package let directory: Directory
    private let ledger: Ledger
    private let until: Instant
    private let areLaterTold: Bool
    private let reading: Mutex<Reading>
    /// What was read while the calls before it were decided.
    private let ahead = Mutex<Result<Read, LedgerError>?>(nil)
    private let state: Mutex<State>

    /// - Parameter present: Later calls than now there are none.
    fileprivate init(
        _ load: DirectoryLoad, _ wish: Switchboard.ReplayWish, _ ledger: Ledger, at present: Instant
    ) throws(LedgerError) {
        (warnings, directory) = (load.warnings, load.table.directory)
        self.ledger = ledger
        areLaterTold = wish.areLaterTold
        var from = wish.from
        if from == nil { from = try ledger.calls.firstCall() }
        let start = from ?? present
        // Calls of this very millisecond, too.
        let until = wish.until ?? present.advanced(by: Milliseconds(1))
        self.until = until
        let roster = try ledger.roster.roster(at: start)
        let table = RoutingTable(load.table, roster: roster, generation: 0)
        reading = Mutex(Reading(last: (start, .min)))
        state = Mutex(
            State(
                replay: Replay(table), past: PastRoster(roster),
                standing: Standing(of: try ledger.calls.countCalls(from: start, until: until)),
                lastLine: (start, .max)))
    }

    package var standing: Standing { state.withLock(\.standing) }

    /// Decides the next calls, and reads those behind them meanwhile: either takes about as long.
    ///
    /// - Parameter count: So many are read together, each time.
    package func next(_ count: Int = together) async throws(LedgerError) -> Slice {
        let read = try await taken(count).get()
        async let decided = Self.background { () throws(LedgerError) in try self.decide(read) }
        if !read.isLast {
            let following = await Self.background { () throws(LedgerError) in try self.read(count) }
            ahead.withLock { $0 = following }
        }
        return try await decided.get()
    }

    private func taken(_ count: Int) async -> Result<Read, LedgerError> {
        let ahead = ahead.withLock { ahead in
            defer { ahead = nil }
            return ahead
        }
        if let ahead { return ahead }
        return await Self.background { () throws(LedgerError) in try self.read(count) }
    }

    private static func background<Value: Sendable>(
        _ body: @escaping @Sendable () throws(LedgerError) -> Value
    ) async -> Result<Value, LedgerError> {
        await BackgroundThread.run("majord-replay") { Result(catching: body) }
    }

    private func read(_ count: Int) throws(LedgerError) -> Read {
        try reading.withLock { (reading) throws(LedgerError) in
            let (calls, looked, last) = try ledger.calls.decidedCalls(
                after: reading.last, until: until, limit: count, &reading.texts)
            reading.last = last
            return Read(calls: calls, looked: looked, isLast: looked < count)
        }
    }

    private func decide(_ read: Read) throws(LedgerError) -> Slice {
        try state.withLock { (state) throws(LedgerError) in
            var moved: [Moved] = []
            for call in read.calls {
                try follow(until: call.noted, &state)
                decide(call, &state, &moved)
            }
            state.standing.looked += read.looked
            return Slice(moved: moved, standing: state.standing, isLast: read.isLast)
        }
    }

    private func decide(_ call: RecordedCall, _ state: inout State, _ moved: inout [Moved]) {
        guard let decision = state.replay.decide(call) else {
            state.standing.skipped += 1
            return
        }
        let comparison = call.compared(with: decision)
        guard comparison != .same else { return }
        if comparison == .first { state.standing.moved += 1 } else { state.standing.movedLater += 1 }
        guard comparison == .first || areLaterTold else { return }
        moved.append(
            Moved(
                call: call, isFirst: comparison == .first, decision: decision,
                candidates: CallRecord.Considered.list(of: decision, in: state.replay.table)))
    }

    /// Takes all that was done to the roster until an instant.
    private func follow(until instant: Instant, _ state: inout State) throws(LedgerError) {
        while true {
            if state.lines.isEmpty, !state.areAllLinesRead {
                let read = try ledger.history.lines(
                    after: state.lastLine, until: until, limit: Self.linesTogether)
                state.lines = read[...]
                state.lastLine = read.last.map { ($0.change.at, $0.change.id) } ?? state.lastLine
                state.areAllLinesRead = read.count < Self.linesTogether
            }
            guard let line = state.lines.first, line.change.at <= instant else { return }
            state.lines.removeFirst()
            switch state.past.take(line) {
            case .absences(let agents):
                for agent in agents { state.replay.note(state.past.absences(of: agent), of: agent) }
            case .deputyships: state.replay.note(state.past.deputyships)
            case .number(let number): state.replay.note(state.past.learnedNumbers, changed: number)
            case .cases(let client): state.replay.note(state.past.cases(of: client), of: client)
            case .nothing: break
            }
        }
    }
}
