import Dispatch
import Glibc
package import Routing
import Synchronization
package import Time

/// Decisions and events on their way to the ledger and the journal: taken off the way of a call, bounded, counted.
package final class CallNotes: Sendable {
    /// More than this many waiting notes are counted and dropped: recording must never cost a caller his answer.
    package static let capacity = 100_000
    /// How long notes are gathered before they are handed over: one commit serves them all, and a busy desk wakes the reader
    /// hundreds of times a second at the most, not once a call.
    static let gathering: UInt32 = 5_000
    /// How many are handed over at once: a list that would have to grow on would be copied on the way of a call.
    private static let batchCapacity = 8_192
    /// Lists that were read are used again: whoever notes a call is spared the growing of a new one. Under a flood these are all that it takes.
    private static let sparesKept = 2

    /// What has been noted since the start.
    package struct Counts: Sendable {
        /// How often each reason was given, those first that came first: of the few that there are, one is found as fast as it is hashed.
        private var byReason: [(reason: Decision.Reason, count: Int)] = []
        /// By the positions of their names.
        private var byReport = [Int](repeating: 0, count: CallEvent.Name.allCases.count)
        /// Notes that could not be kept.
        package var dropped = 0

        /// How often each reason was given; those that never were are missing.
        package var decisions: [Decision.Reason: Int] {
            Dictionary(uniqueKeysWithValues: byReason.map { ($0.reason, $0.count) })
        }

        /// How often PBXs reported what.
        package var reports: [CallEvent.Name: Int] {
            Dictionary(CallEvent.Name.counted.map { ($0, byReport[$0.rawValue]) }) { first, _ in first }
        }

        fileprivate mutating func add(_ note: CallNote) {
            switch note.what {
            case .decided: if let reason = note.routed?.decision.reason { add(reason) }
            case .dialled(_, let report): byReport[report.kind.name.rawValue] += 1
            case .unreachable: break
            case .reported(let report): byReport[report.kind.name.rawValue] += 1
            case .freed, .passedOver: break
            }
        }

        fileprivate mutating func add(_ reason: Decision.Reason) {
            guard let known = byReason.firstIndex(where: { $0.reason == reason }) else {
                return byReason.append((reason, 1))
            }
            byReason[known].count += 1
        }
    }

    /// Records that are to be made of notes.
    package struct Unrecorded: Sendable, Equatable {
        package var count = 0
        /// When the oldest of the notes was taken; nil when there is none.
        package var oldest: Instant?
    }

    private struct Batch: Sendable {
        var notes: [CallNote]
        /// How many of them become records.
        var records = 0
    }

    private struct State: Sendable {
        /// Batches in their order; the last one is being filled.
        var waiting: [Batch] = []
        var waitingCount = 0
        /// How many of those that wait become records.
        var waitingRecords = 0
        /// Empty lists, for notes to come.
        var spares: [[CallNote]] = []
        /// What the reader has, and has not taken on yet.
        var handedOver = Unrecorded()
        var counts = Counts()
        /// Whether the reader waits to be woken.
        var isAsleep = false
        var isFinished = false
        /// Nobody reads any more.
        var isOver = false

        mutating func append(_ note: consuming CallNote) {
            let isRecorded = note.isRecorded
            if waiting.isEmpty || waiting[waiting.count - 1].notes.count >= CallNotes.batchCapacity { begin() }
            let last = waiting.count - 1
            waiting[last].notes.append(note)
            waitingCount += 1
            guard isRecorded else { return }
            waiting[last].records += 1
            waitingRecords += 1
        }

        private mutating func begin() {
            var notes = spares.popLast() ?? []
            notes.reserveCapacity(CallNotes.batchCapacity)
            waiting.append(Batch(notes: notes))
        }

        mutating func handOver() -> [CallNote] {
            guard !waiting.isEmpty else { return [] }
            let batch = waiting.removeFirst()
            handedOver = Unrecorded(count: batch.records, oldest: batch.notes.first?.instant)
            waitingCount -= batch.notes.count
            waitingRecords -= batch.records
            return batch.notes
        }

        mutating func takeBack(_ emptied: [CallNote]) {
            if emptied.capacity > 0, spares.count < CallNotes.sparesKept { spares.append(emptied) }
        }
    }

    private let state = Mutex(State())
    private let bell = DispatchSemaphore(value: 0)

    package init() {}

    package var counts: Counts { state.withLock(\.counts) }

    /// Whether no more notes are taken, since the daemon ends.
    package var isFinished: Bool { state.withLock(\.isFinished) }

    /// Never waits.
    package func append(_ note: CallNote) {
        if !take({ $0.add(note) }, { note }) { note.recorded?() }
    }

    /// Notes a call that was decided, which nobody waits for. The note is made where it stays, and not at all where there is no room for it.
    func append(
        decided call: Call, _ candidates: Candidates, _ routed: RoutedCall, callID: Span<UInt8>,
        at instant: Instant, table: RoutingTable
    ) {
        _ = take({ $0.add(routed.decision.reason) }) {
            CallNote(decided: call, candidates, routed, callID: callID, at: instant, table: table)
        }
    }

    /// - Returns: Whether there was room for it.
    @inline(__always)
    private func take(_ count: (inout Counts) -> Void, _ make: () -> CallNote) -> Bool {
        var wakes = false
        let isTaken = state.withLock { state in
            count(&state.counts)
            guard state.waitingCount < Self.capacity, !state.isOver else {
                state.counts.dropped += 1
                return false
            }
            state.append(make())
            wakes = state.isAsleep
            state.isAsleep = false
            return true
        }
        if wakes { bell.signal() }
        return isTaken
    }

    /// Notes that nobody has taken on yet: those that wait, and those that the reader is at.
    package var unrecorded: Unrecorded {
        state.withLock { state in
            Unrecorded(
                count: state.handedOver.count + state.waitingRecords,
                oldest: state.handedOver.oldest ?? state.waiting.first?.notes.first?.instant)
        }
    }

    /// The reader counts what was handed over among its own from now on.
    func noteTakenOn() {
        state.withLock { $0.handedOver = Unrecorded() }
    }

    /// Counts notes that were taken off here and could not be kept elsewhere.
    package func noteDropped(_ count: Int) {
        state.withLock { $0.counts.dropped += count }
    }

    /// Hands over what comes in, batch by batch in order, until the notes are finished and empty. Blocks its thread; for one reader.
    package func readBatches(_ body: ([CallNote]) -> Void) {
        var batch: [CallNote] = []
        while true {
            let (isFinished, areMore) = state.withLock { state in
                state.takeBack(batch)
                batch = state.handOver()
                let isEmpty = batch.isEmpty
                if isEmpty { state.handedOver = Unrecorded() }
                state.isAsleep = isEmpty && !state.isFinished
                state.isOver = isEmpty && state.isFinished
                return (state.isFinished, !state.waiting.isEmpty)
            }
            let isEmpty = batch.isEmpty
            if !isEmpty { body(batch) }
            batch.removeAll(keepingCapacity: true)
            if isFinished && isEmpty { return }
            if isEmpty { bell.wait() }
            if !isFinished && !areMore { usleep(Self.gathering) }
        }
    }

    /// Lets `readBatches` end once all is handed over.
    package func finish() {
        let wakes = state.withLock { state in
            state.isFinished = true
            defer { state.isAsleep = false }
            return state.isAsleep
        }
        if wakes { bell.signal() }
    }
}
