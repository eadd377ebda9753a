import Logging
import Records
import Routing
import Time

/// What is taken while the database is away: that somebody is sick, takes a pause, or is back.
extension Switchboard {
    /// Whether something waits on this machine that has to be in the records before anything else is.
    var hasWishes: Bool { ledger.lastKnown?.hasWishes ?? false }

    /// A roster with what waits on this machine.
    ///
    /// - Parameter table: With another roster.
    static func table(_ table: RoutingTable, withWishesOf known: LastKnown?) -> RoutingTable {
        (known?.wishes ?? []).reduce(table) { table, wish in
            Self.table(table, with: wish.writing(in: table), [-wish.number], generation: table.generation)
        }
    }

    /// Keeps a change on this machine, and puts it into force here. Where it may have been committed all the same, the database knows by the wish's
    /// number that it has it.
    func keep<Value: Sendable>(
        _ wish: KeptWish, _ writing: RosterWriting, in known: LastKnown,
        look: @escaping @Sendable (RoutingTable, [Int64]) -> (Value, [NewEvent])
    ) async throws(LedgerError) -> Made<Value> {
        let before = desk.current.value
        try await consult { _ throws(LedgerError) in try known.keep(wish) }
        let table = Self.table(before.table, with: writing, [-wish.number])
        let made = Made(
            numbers: [-wish.number], generation: table.generation, value: look(table, [-wish.number]).0,
            isWaiting: true)
        publish(Published(table: table, numbers: before.numbers))
        logger.report(
            .wishKept, "What \(wish.user) says of \(wish.agent) is kept on this machine until the database is back",
            ["agent": "\(wish.agent)"])
        return made
    }

    /// Brings in what waits, in its order, and takes what others have changed meanwhile. Whoever calls this has the turn.
    func grantWishes() async {
        guard let known = ledger.lastKnown, known.hasWishes, known.isConnected else { return }
        var (count, last): (Int, RoutingTable?) = (0, nil)
        for wish in known.wishes {
            guard let table = await grant(wish, after: last) else { break }
            do throws(LedgerError) {
                try await consult { _ throws(LedgerError) in try known.remove(wish) }
                count += 1
            } catch {
                // The database knows that it has it.
                logger.report(.ledgerUnavailable, "What waited on this machine cannot be removed there: \(error)")
                break
            }
            last = table
            // There may be many, and others make changes in between.
            publish(Published(table: Self.table(table, withWishesOf: known), numbers: desk.current.value.numbers))
        }
        guard count > 0 else { return }
        logger.report(.wishesGranted, "What was said of agents while the database was away is in the records: \(count)")
        _ = await readAnew()
    }

    /// - Parameter last: How it is in the database after the one before; nil: it has to be read.
    /// - Returns: How it is with this one; nil: the database has it not.
    private func grant(_ wish: KeptWish, after last: RoutingTable?) async -> RoutingTable? {
        let (instant, current, history) = (now(), table, ledger.history)
        var last = last
        for _ in 0..<Self.attempts {
            let known = last
            do throws(LedgerError) {
                return try await consult { roster throws(LedgerError) in
                    let before =
                        if let known { known } else {
                            RoutingTable(
                                current, roster: try roster.load(from: instant, ended: Self.endedInRoster),
                                generation: current.generation + 1)
                        }
                    let lines = try history.changes(HistoryQuery(agents: [wish.agent], since: wish.at))
                    let writing = wish.writing(in: before, later: lines)
                    do throws(LedgerError) {
                        let (numbers, _) = try roster.write(writing) { numbers in
                            ((), Self.events(of: writing, numbers, before, at: instant))
                        }
                        return Self.table(before, with: writing, numbers)
                    } catch {
                        guard error == .granted else { throw error }
                        return before
                    }
                }
            } catch {
                guard error == .overtaken else {
                    logger.report(.ledgerUnavailable, "What waits on this machine cannot be brought in: \(error)")
                    return nil
                }
                last = nil
            }
        }
        return nil
    }

    private static func events(
        of writing: RosterWriting, _ numbers: [Int64], _ before: RoutingTable, at instant: Instant
    ) -> [NewEvent] {
        let after = table(before, with: writing, numbers, generation: before.generation)
        let entered = writing.steps.lazy.compactMap { step in
            if case .enter(let new) = step { new } else { nil }
        }.first
        guard let entered, let number = numbers.first else { return [] }
        let absence = entered.numbered(number, by: writing.user, at: writing.instant)
        guard absence.end.map({ $0 > instant }) ?? true else { return [] }
        let opened = after.consequences(of: absence, before: before, from: instant).opened
        return NewEvent.uncovered(opened, by: absence.agent, absence: absence.id, at: instant)
    }
}
