package import Logging
package import Records
package import Routing
import Synchronization
package import Time
import Wording

/// Settles what callers got, and keeps the missed calls: on threads that nobody waits for, one change at a time.
package final class MissedCallKeeper: Sendable {
    /// How many calls are settled in one transaction.
    private static let batch = 500

    private struct State: Sendable {
        var missed: MissedCalls
        /// Those of which it was told that they are overdue, also before a restart.
        var overdue: Set<Int64>
    }

    private let ledger: any MissedRecords
    private let desk: Desk
    private let logger: Logger
    private let now: @Sendable () -> Instant
    /// Held while the ledger is written: changes take turns.
    private let state: Mutex<State>
    private let shown: Mutex<[MissedCall]>
    private let counted = Mutex(Outcomes())

    /// What callers got since the start. A call of which a late report tells otherwise counts again.
    package struct Outcomes: Sendable {
        package fileprivate(set) var answered: [Role: Int] = [:]
        package fileprivate(set) var missed: [MissedCall.How: Int] = [:]

        fileprivate mutating func count(_ outcome: CallRecord.Outcome) {
            switch outcome {
            case .answered(let role): answered[role, default: 0] += 1
            case .missed(let how): missed[how, default: 0] += 1
            case .elsewhere, .open, .unknown, .dialled: break
            }
        }
    }

    package init(
        ledger: any MissedRecords, from source: (any MissedRecords)? = nil, desk: Desk, logger: Logger,
        now: @escaping @Sendable () -> Instant
    ) throws(LedgerError) {
        let source = source ?? ledger
        let missed = try source.openMissedCalls()
        state = Mutex(State(missed: missed, overdue: try source.toldOverdue()))
        shown = Mutex(missed.open)
        desk.note(missed: missed.open)
        self.ledger = ledger
        self.desk = desk
        self.logger = logger
        self.now = now
    }

    /// The open ones, in the order in which they were missed. Never waits for the disk.
    package var open: [MissedCall] { shown.withLock(\.self) }

    package var outcomes: Outcomes { counted.withLock(\.self) }

    /// Settles the calls of which it may be known by now what their callers got. To be called every second or so; what cannot be written waits.
    ///
    /// - Returns: Whether something has changed of what is open or overdue.
    package func settle() -> Bool {
        state.withLock { state in
            var isChanged = false
            while let settled = settleSome(&state) {
                isChanged = isChanged || settled.isChanged
                guard settled.areMore else { break }
            }
            return tellOverdue(&state) || isChanged
        }
    }

    /// Closes a missed call by hand.
    ///
    /// - Throws: `unknownMissedCall` where none with this number is open.
    package func close(_ id: Int64, by user: String, note: String?) throws(LedgerError) -> MissedCall {
        let instant = now()
        return try state.withLock { state throws(LedgerError) in
            while true {
                do throws(LedgerError) {
                    return try close(&state, id, MissedCall.Closing(.byHand, by: user, at: instant, note: note))
                } catch {
                    // Another site has changed something of them meanwhile.
                    guard error == .overtaken else { throw error }
                    try reload(&state)
                }
            }
        }
    }

    private func close(
        _ state: inout State, _ id: Int64, _ closing: MissedCall.Closing
    ) throws(LedgerError) -> MissedCall {
        var missed = state.missed
        guard case .replace(let closed)? = missed.close(id, closing) else { throw .unknownMissedCall(id) }
        try ledger.settle([SettledCall(nil, [.replace(closed)])], [])
        state.missed = missed
        show(state)
        return closed
    }

    /// Takes up what the ledger has.
    func reload() throws(LedgerError) {
        try state.withLock { state throws(LedgerError) in try reload(&state) }
    }

    private func reload(_ state: inout State) throws(LedgerError) {
        state.missed = try ledger.openMissedCalls()
        state.overdue = try ledger.toldOverdue()
        show(state)
    }

    /// Has the ledger's missed calls changed by somebody else, and takes up what they are then; none is settled meanwhile.
    func changing<Value>(_ body: () throws(LedgerError) -> Value) throws(LedgerError) -> Value {
        try state.withLock { state throws(LedgerError) in
            let value = try body()
            state.missed = try ledger.openMissedCalls()
            show(state)
            return value
        }
    }

    private struct Settlement {
        let areMore: Bool
        let isChanged: Bool
    }

    /// - Returns: Nil where the ledger can be neither read nor written; the recorder tells of that.
    private func settleSome(_ state: inout State) -> Settlement? {
        let (instant, table) = (now(), desk.current.value.table)
        guard let calls = try? ledger.unsettledCalls(until: instant, limit: Self.batch) else { return nil }
        guard !calls.isEmpty else { return Settlement(areMore: false, isChanged: false) }
        var missed = state.missed
        var events: [NewEvent] = []
        var lines: [(MissedCalls.Step, UnsettledCall)] = []
        var ended: [CallRecord.Outcome] = []
        let settled = calls.map { call in
            let outcome = call.record.outcome(at: instant, maxCall: table.directory.settings.maxCall)
            // An answer is looked at as soon as it is told, and the call once more when it is over.
            if call.record.course.end != nil { ended.append(outcome) }
            let due = call.record.course.end.flatMap { end in
                call.record.decided?.client.flatMap { table.callBackDue(of: $0, after: end.instant) }
            }
            let (steps, part) = missed.take(.init(call.record, outcome, missed: call.missed), due: due)
            for step in steps {
                lines.append((step, call))
                guard case .enter(let new) = step else { continue }
                events.append(
                    NewEvent(
                        .callMissed, at: new.last,
                        Event.About(
                            client: new.client, missed: new.id, start: new.first, end: new.due, detail: new.how.rawValue
                        )))
            }
            return SettledCall(call, steps, missed: part)
        }
        do throws(LedgerError) {
            try ledger.settle(settled, events)
        } catch {
            guard error == .overtaken, (try? reload(&state)) != nil else { return nil }
            return Settlement(areMore: true, isChanged: true)
        }
        state.missed = missed
        counted.withLock { counted in ended.forEach { counted.count($0) } }
        for (step, call) in lines { report(step, call, table) }
        show(state)
        return Settlement(areMore: calls.count == Self.batch, isChanged: !lines.isEmpty)
    }

    /// Tells of those that have become overdue, each once.
    private func tellOverdue(_ state: inout State) -> Bool {
        let instant = now()
        // Who was called back in time is not overdue, also where that call is settled only now.
        let settled = instant.advanced(by: Milliseconds(-CallRecord.settling.count))
        let overdue = state.missed.open.filter { $0.isOverdue(at: settled) && !state.overdue.contains($0.id) }
        guard !overdue.isEmpty else { return false }
        let events = overdue.map { missed in
            NewEvent(
                .callOverdue, at: instant,
                Event.About(client: missed.client, missed: missed.id, start: missed.first, end: missed.due),
                mark: "overdue \(missed.id)")
        }
        guard (try? ledger.settle([], events)) != nil else { return false }
        state.overdue = Set(state.missed.open.map(\.id)).intersection(state.overdue).union(overdue.map(\.id))
        let table = desk.current.value.table
        for missed in overdue {
            logger.report(
                .callOverdue,
                "\(name(missed.client, table)) was to be called back by \(missed.due.map(table.clock.rfc3339) ?? "")",
                ["missed": "\(missed.id)", "client": "\(missed.client)"])
        }
        return true
    }

    private func show(_ state: State) {
        shown.withLock { $0 = state.missed.open }
        desk.note(missed: state.missed.open)
    }

    private func name(_ client: ClientID, _ table: RoutingTable) -> String {
        table.client(client)?.client.name ?? client.description
    }

    private func report(_ step: MissedCalls.Step, _ call: UnsettledCall, _ table: RoutingTable) {
        switch step {
        case .enter(let missed):
            var fields: Logger.Metadata = [
                "missed": "\(missed.id)", "client": "\(missed.client)", "how": "\(missed.how.rawValue)",
            ]
            if !call.record.callID.isEmpty { fields["call"] = "\(call.record.callID)" }
            let due = missed.due.map { "; somebody has to call back by \(table.clock.rfc3339($0))" } ?? ""
            logger.report(
                .callMissed,
                "A call from \(name(missed.client, table)) was missed: \(CallRecordWords().outcome(missed.how.rawValue))\(due)",
                fields)
        case .replace(let missed):
            guard let closing = missed.closing else { return }
            let how = CallRecordWords().closed(
                closing.way.rawValue, by: closing.by, table.clock.rfc3339(closing.at))
            logger.report(
                .missedClosed,
                "The call that was missed from \(name(missed.client, table)) at \(table.clock.rfc3339(missed.first)) is done: \(how)",
                [
                    "missed": "\(missed.id)", "client": "\(missed.client)", "how": "\(closing.way.rawValue)",
                    "agent": "\(closing.by)",
                ])
        }
    }
}
