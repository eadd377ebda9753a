package import Logging
package import Records
import Routing
import Synchronization
package import Time
import Wording

/// Takes notes of calls to the journal, to those who watch, and in batches to the ledger, on a thread of its own.
///
/// The thread is less urgent than the one that answers PBXs. While the ledger is unavailable the records are kept, up to a bound, and
/// written when it is possible again; events count as accepted as soon as they are kept.
package final class CallRecorder: Sendable {
    /// Records that are kept while the ledger is unavailable; the oldest are dropped first, and counted.
    package static let capacity = 100_000
    /// Events that are kept meanwhile.
    private static let eventCapacity = 1_000
    private struct State: Sendable {
        /// What is not in the ledger yet.
        var kept: [CallRecord.Change] = []
        /// How many of them may be in it all the same, and the mark that tells.
        var undecided: (count: Int, mark: String)?
        /// The same of events that come with no record.
        var events: [EventStep] = []
        var undecidedEvents: (count: Int, mark: String)?
        var isAvailable = true
        /// Since when it is not, and what was said then.
        var trouble: (since: Instant, text: String)?
        /// Why it is not, where that is known.
        var cause: LedgerError?
        /// Whether the journal was told that records wait.
        var isTold = false
        var reportedDrops = 0
    }

    private struct Watchers: Sendable {
        var streams: [Int: AsyncStream<CallNote>.Continuation] = [:]
        var last = 0
    }

    private let notes: CallNotes
    private let ledger: any CallRecords
    private let events: any EventRecords
    private let reporter: DecisionReporter
    private let logger: Logger
    private let now: @Sendable () -> Instant
    private let leaveWord: @Sendable (LedgerFolder.LostRecords) -> Void
    /// Held while records are written: recording and maintenance take turns.
    private let state = Mutex(State())
    private let shownBacklog = Mutex(Backlog(isAvailable: true, waiting: 0, oldest: nil))
    private let watchers = Mutex(Watchers())
    /// A signal whenever the ledger has become unavailable or available again; for one reader.
    package let availability: AsyncStream<Void>
    private let tellAvailability: AsyncStream<Void>.Continuation

    /// - Parameter leaveWord: Keeps for the next start what was lost at the end.
    package init(
        notes: CallNotes, ledger: any CallRecords, events: any EventRecords, logger: Logger,
        now: @escaping @Sendable () -> Instant,
        leaveWord: @escaping @Sendable (LedgerFolder.LostRecords) -> Void = { _ in }
    ) {
        self.leaveWord = leaveWord
        self.notes = notes
        self.ledger = ledger
        self.events = events
        self.logger = logger
        self.now = now
        reporter = DecisionReporter(logger: logger)
        (availability, tellAvailability) = AsyncStream.makeStream(bufferingPolicy: .bufferingNewest(1))
    }

    /// Records until the notes are finished.
    package func run() async {
        await BackgroundThread.run("majord-records") { self.notes.readBatches(self.record) }
        let (lost, since) = state.withLock { state in
            // There may be room by now, and there is no later.
            write(&state)
            writeEvents(&state)
            return (state.kept.count, state.trouble?.since)
        }
        if lost > 0 {
            leaveWord(.init(count: lost, since: since ?? now(), until: now()))
            logger.report(.recordsLost, "\(counted(lost, .record)) of calls could not be written to the ledger: lost")
        }
        for stream in watchers.withLock(\.streams).values { stream.finish() }
        tellAvailability.finish()
    }

    /// How the ledger keeps up.
    package struct Backlog: Sendable, Equatable {
        package var isAvailable: Bool
        /// Records that are not in the ledger yet.
        package var waiting: Int
        /// When the oldest of them came about; nil when there is none.
        package var oldest: Instant?
        /// Why the ledger is not available, as it was found when it was tried last.
        package var cause: LedgerError?
        /// The same in words, as it was at first.
        package var trouble: String?
        /// Since when it is not.
        package var since: Instant?
        /// How many of those that wait are on this machine's disk, and so survive.
        package var onDisk = 0
        /// Whether all that is taken is.
        package var areKept = false
    }

    /// Never waits for the disk. Counts everything that was noted and is not in the ledger yet.
    package var backlog: Backlog {
        shownBacklog.withLock { shown in
            let (unrecorded, waiting) = (notes.unrecorded, ledger.waiting)
            return Backlog(
                isAvailable: shown.isAvailable, waiting: shown.waiting + waiting.count + unrecorded.count,
                oldest: waiting.oldest ?? shown.oldest ?? unrecorded.oldest, cause: shown.cause,
                trouble: shown.trouble, since: shown.since, onDisk: waiting.count, areKept: waiting.isKept)
        }
    }

    /// What happens to calls from now on, for those who watch; ends with the recorder.
    package func watch() -> AsyncStream<CallNote> {
        let (stream, continuation) = AsyncStream<CallNote>.makeStream(bufferingPolicy: .bufferingNewest(100))
        let watcher = watchers.withLock { watchers in
            watchers.last += 1
            watchers.streams[watchers.last] = continuation
            return watchers.last
        }
        continuation.onTermination = { _ in
            _ = self.watchers.withLock { $0.streams.removeValue(forKey: watcher) }
        }
        return stream
    }

    /// Tries again what could not be written. To be called now and then.
    package func maintain() {
        state.withLock { state in
            write(&state)
            writeEvents(&state)
            probe(&state)
        }
    }

    /// Takes notice that the ledger refused something else than records; `maintain` finds out when it is available again.
    package func noteUnavailable(_ text: String, _ error: LedgerError? = nil) {
        logger.report(.ledgerUnavailable, text, level: .error)
        state.withLock { state in
            noteUnavailable(&state, text, error)
            show(state)
        }
    }

    /// Keeps events that come with no record. Waits for the ledger.
    func tell(_ steps: [EventStep]) {
        state.withLock { state in
            state.events += steps
            writeEvents(&state)
        }
    }

    private func record(_ batch: [CallNote]) {
        state.withLock { state in
            let changes = batch.compactMap(\.change)
            state.kept += changes
            state.events += batch.compactMap(\.event).map(EventStep.tell)
            show(state, takingOn: true)
            write(&state)
            let dropped = notes.counts.dropped
            if dropped > state.reportedDrops {
                logger.report(
                    .recordsLost, "\(counted(dropped - state.reportedDrops, .record)) of calls could not be kept")
                state.reportedDrops = dropped
            }
        }
        let streams = watchers.withLock(\.streams).values
        for note in batch {
            note.recorded?()
            guard !streams.isEmpty, note.shown != nil else { continue }
            for stream in streams { stream.yield(note) }
        }
        // Nobody waits for them.
        state.withLock { writeEvents(&$0) }
        reporter.report(batch)
    }

    /// Finds out whether the ledger can be written when nothing waits to be.
    private func probe(_ state: inout State) {
        guard !state.isAvailable, state.kept.isEmpty, ledger.waiting.count == 0 else { return }
        do throws(LedgerError) {
            try ledger.probe()
            noteAvailable(&state)
            writeEvents(&state)
        } catch {
            state.cause = error
        }
        show(state)
    }

    private func noteAvailable(_ state: inout State) {
        if !state.isAvailable {
            logger.report(.ledgerAvailable, "The ledger is available again; the records of calls are complete")
        }
        if let trouble = state.trouble {
            // In between nothing could be told.
            let about = Event.About(start: trouble.since, end: now(), detail: trouble.text)
            state.events.append(.tell(NewEvent(.ledgerUnavailable, at: trouble.since, about)))
        }
        state.isAvailable = true
        state.isTold = false
        state.trouble = nil
        state.cause = nil
    }

    private func noteUnavailable(_ state: inout State, _ text: String, _ error: LedgerError?) {
        state.isAvailable = false
        state.cause = error
        state.trouble = state.trouble ?? (now(), text)
    }

    /// - Parameter takesOn: Whether what the notes have handed over is among the records from now on.
    private func show(_ state: State, takingOn takesOn: Bool = false) {
        // What waits on this machine's disk goes and comes by itself, and is looked up by whoever asks.
        let backlog = Backlog(
            isAvailable: state.isAvailable, waiting: state.kept.count, oldest: state.kept.first?.instant,
            cause: state.cause, trouble: state.trouble?.text, since: state.trouble?.since)
        let wasAvailable = shownBacklog.withLock { shown in
            defer { shown = backlog }
            if takesOn { notes.noteTakenOn() }
            return shown.isAvailable
        }
        if backlog.isAvailable != wasAvailable { tellAvailability.yield() }
    }

    private func write(_ state: inout State) {
        guard !state.kept.isEmpty || ledger.waiting.count > 0 else { return }
        show(state)
        defer { show(state) }
        do throws(LedgerError) {
            if let (count, mark) = state.undecided {
                if try ledger.isRecorded(mark) { state.kept.removeFirst(min(count, state.kept.count)) }
                state.undecided = nil
            }
            try ledger.record(state.kept)
            state.kept = []
            noteAvailable(&state)
        } catch {
            switch error {
            case .undecided(_, let mark): state.undecided = (state.kept.count, mark)
            case .kept: state.kept = []
            default: break
            }
            if !state.isTold {
                logger.report(.ledgerUnavailable, "Calls go on, but their records wait: \(error)")
            }
            noteUnavailable(&state, "\(error)", error)
            state.isTold = true
            if state.kept.count > Self.capacity {
                notes.noteDropped(state.kept.count - Self.capacity)
                let dropped = state.kept.count - Self.capacity
                state.kept.removeFirst(dropped)
                if let (count, mark) = state.undecided { state.undecided = (max(count - dropped, 0), mark) }
            }
        }
    }

    /// What cannot be written waits for the next time; who cannot write hears of it by the records. A database for which records wait is not asked: it
    /// may not answer for seconds, and reports come meanwhile.
    private func writeEvents(_ state: inout State) {
        guard !state.events.isEmpty else { return }
        do throws(LedgerError) {
            if ledger.waiting.count > 0 { throw .unavailable(cause: "records wait") }
            if let (count, mark) = state.undecidedEvents {
                if try ledger.isRecorded(mark) { state.events.removeFirst(min(count, state.events.count)) }
                state.undecidedEvents = nil
            }
            if !state.events.isEmpty { try events.write(state.events) }
            state.events = []
        } catch {
            if case .undecided(_, let mark) = error { state.undecidedEvents = (state.events.count, mark) }
            let dropped = state.events.count - Self.eventCapacity
            guard dropped > 0 else { return }
            state.events.removeFirst(dropped)
            if let (count, mark) = state.undecidedEvents { state.undecidedEvents = (max(count - dropped, 0), mark) }
            logger.report(.recordsLost, "\(counted(dropped, .event)) could not be kept")
        }
    }
}
