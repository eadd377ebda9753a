package import Ledger
package import Logging
package import Routing

/// Takes notes of calls to the journal, to those who watch, and in batches to the ledger.
///
/// While the ledger is unavailable the records are kept, up to a bound, and written when it is possible again; events count as accepted
/// as soon as they are kept.
package actor CallRecorder {
    /// Records that are kept while the ledger is unavailable; the oldest are dropped first, and counted.
    package static let capacity = 100_000

    private let notes: CallNotes
    private let ledger: Ledger
    private let reporter: DecisionReporter
    private let logger: Logger
    /// Records that are not in the ledger yet.
    private var kept: [CallRecord] = []
    private var isAvailable = true
    private var reportedDrops = 0
    private var watchers: [Int: AsyncStream<WatchedCall>.Continuation] = [:]
    private var lastWatcher = 0
    /// When old records are looked for next.
    private var nextForgetting = Instant.earliest

    package init(notes: CallNotes, ledger: Ledger, logger: Logger) {
        self.notes = notes
        self.ledger = ledger
        self.logger = logger
        reporter = DecisionReporter(logger: logger)
    }

    /// Records until the notes are finished.
    package func run() async {
        await notes.forEachBatch { batch in
            record(batch)
        }
        if !kept.isEmpty { logger.error("\(kept.count) records of calls could not be written to the ledger") }
        for watcher in watchers.values { watcher.finish() }
    }

    /// What happens to calls from now on, for those who watch; ends with the recorder.
    package func watch() -> AsyncStream<WatchedCall> {
        let (stream, continuation) = AsyncStream<WatchedCall>.makeStream(bufferingPolicy: .bufferingNewest(100))
        lastWatcher += 1
        let watcher = lastWatcher
        watchers[watcher] = continuation
        continuation.onTermination = { _ in
            Task { await self.removeWatcher(watcher) }
        }
        return stream
    }

    private func record(_ batch: [CallNote]) {
        kept += batch.compactMap(CallRecord.init)
        write()
        for note in batch {
            switch note {
            case .decided(let call): reporter.report(call)
            case .event(let call):
                call.accepted()
                reporter.report(call)
            }
            if !watchers.isEmpty, let watched = WatchedCall(note) {
                for watcher in watchers.values { watcher.yield(watched) }
            }
        }
        let dropped = notes.counts.dropped
        if dropped > reportedDrops {
            logger.error("\(dropped - reportedDrops) records of calls could not be kept")
            reportedDrops = dropped
        }
    }

    private func write() {
        guard !kept.isEmpty else { return }
        do {
            try ledger.record(kept)
            kept = []
            if !isAvailable { logger.notice("The ledger is available again; the records of calls are complete") }
            isAvailable = true
        } catch {
            if isAvailable {
                logger.critical("Calls go on, but their records wait: \(error)", metadata: ["alert": "true"])
            }
            isAvailable = false
            if kept.count > Self.capacity {
                notes.noteDropped(kept.count - Self.capacity)
                kept.removeFirst(kept.count - Self.capacity)
            }
        }
    }

    /// Tries again what could not be written, and forgets calls that have been kept long enough. To be called now and then.
    package func maintain(_ retention: Directory.Retention, at instant: Instant) {
        write()
        guard isAvailable, instant >= nextForgetting else { return }
        nextForgetting = instant.advanced(by: .hours(1))
        do {
            try ledger.forget(
                callsBefore: instant.advanced(by: Milliseconds(-retention.calls.count)),
                numbersBefore: instant.advanced(by: Milliseconds(-retention.numbers.count)))
        } catch {
            logger.error("Old records could not be removed: \(error)")
        }
    }

    private func removeWatcher(_ watcher: Int) {
        watchers[watcher] = nil
    }
}

extension CallRecord {
    /// Calls to other numbers than the exclusive ones leave no record: they are none of ours.
    fileprivate init?(_ note: CallNote) {
        switch note {
        case .decided(let call):
            guard call.routed.decision.reason != .notExclusive else { return nil }
            self = .decided(call)
        case .event(let call):
            self = .event(call)
        }
    }

    private static func decided(_ call: DecidedCall) -> CallRecord {
        let decision = call.routed.decision
        let caller: String =
            switch call.call.caller {
            case .number(let number): number.description
            case .anonymous: "anonymous"
            case .internal: "internal"
            case .unknown: "unknown"
            }
        return CallRecord(
            callID: call.request.callID, instant: call.instant,
            change: .decided(
                CallRecord.Decided(
                    decision: call.routed.id.description, caller: caller,
                    client: decision.client?.client.id.description,
                    contact: decision.contact?.name, action: decision.action.rawValue, reason: decision.reason.rawValue,
                    targets: decision.targets.map { "\($0.phone):\($0.ring)" }.joined(separator: ","),
                    generation: decision.generation)))
    }

    private static func event(_ call: ReportedCall) -> CallRecord {
        let change: CallRecord.Change =
            switch call.event.kind {
            case .ringing(let phone): .rang(phone: phone.description)
            case .answered(let phone): .answered(phone: phone.description, agent: call.agent?.description)
            case .ended(let status): .ended(status: status.rawValue)
            }
        return CallRecord(callID: call.event.callID, instant: call.instant, change: change)
    }
}
