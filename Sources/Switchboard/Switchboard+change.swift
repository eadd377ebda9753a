import Records
import Routing

extension Switchboard {
    /// How often a change is made anew where other sites change the same meanwhile.
    static let attempts = 20

    /// Does a command when its turn has come. Whatever changes the published table is such a command; none asks for another. Where another site was
    /// faster, it is done once more with what is there by then: nothing of it is durable before its one change of the records is.
    func change<Value, Failure: Error>(
        _ command: () async throws(Failure) -> Value
    ) async throws(Failure) -> Value {
        if !changeQueue.take() {
            await withCheckedContinuation { changeQueue.wait($0) }
        }
        defer { changeQueue.pass()?.resume() }
        guard let sites = ledger.sites else { return try await command() }
        await grantWishes()
        // What others have changed does not wait behind commands that would be made anew for it.
        if sites.isRosterBehind { _ = await readAnew(isWhole: sites.areEventsBehind) }
        for _ in 1..<Self.attempts {
            isOvertaken = false
            do throws(Failure) {
                return try await command()
            } catch {
                guard isOvertaken, await readAnew(isWhole: sites.areEventsBehind) else { throw error }
            }
        }
        return try await command()
    }

    /// Lets the ledger write or read, however long that takes, while the switchboard answers what is no change.
    func consult<Value: Sendable>(
        _ work: @escaping @Sendable (any RosterRecords) throws(LedgerError) -> Value
    ) async throws(LedgerError) -> Value {
        let roster = ledger.roster
        let result = await rosterWork.run {
            Result { () throws(LedgerError) in try work(roster) }
        }
        return try result.get()
    }

    /// A change of the roster that was made: durable, and in the published table.
    struct Made<Value: Sendable>: Sendable {
        /// Of what is new, in the order of the steps.
        let numbers: [Int64]
        let generation: UInt64
        /// What was looked up in the table with the change.
        let value: Value
        /// Whether it waits on this machine to be in the records.
        var isWaiting = false
    }

    /// Makes a change of the roster durable, and publishes the table with it.
    func write(_ writing: RosterWriting) async throws(RosterRefusal) -> Made<Void> {
        try await write(writing) { _, _ in ((), []) }
    }

    /// The same for a change that is told.
    ///
    /// - Parameter look: What the change comes to, and what is told of it, in the table with the change and by the numbers of what is new. The
    ///   events are durable with the change, or neither is.
    func write<Value: Sendable>(
        _ writing: RosterWriting, look: @escaping @Sendable (RoutingTable, [Int64]) -> (Value, [NewEvent])
    ) async throws(RosterRefusal) -> Made<Value> {
        do throws(LedgerError) {
            return try await commit(writing, look: look)
        } catch {
            throw .ledger(error)
        }
    }

    /// The same for changes with refusals of their own.
    func commit<Value: Sendable>(
        _ writing: RosterWriting, look: @escaping @Sendable (RoutingTable, [Int64]) -> (Value, [NewEvent])
    ) async throws(LedgerError) -> Made<Value> {
        let (before, told) = (desk.current.value, conditions)
        var writing = writing
        if let wish = writing.wish, let known = ledger.lastKnown {
            writing.wish = try await consult { _ throws(LedgerError) in known.numbered(wish) }
        }
        let changed: (made: Made<Value>, table: RoutingTable, events: [NewEvent])
        do throws(LedgerError) {
            // What is to come after what waits does not come before it.
            if hasWishes { throw ledger.lastKnown?.cause ?? Self.isBehind }
            changed = try await consult { [writing] roster throws(LedgerError) in
                let (numbers, found) = try roster.write(writing) { numbers in
                    let table = Self.table(before.table, with: writing, numbers)
                    let (value, events) = look(table, numbers)
                    var conditions = told
                    return ((value, table, events), conditions.take(events))
                }
                let made = Made(numbers: numbers, generation: found.1.generation, value: found.0)
                return (made, found.1, found.2)
            }
        } catch {
            isOvertaken = error == .overtaken
            if error.mayBeKept, let wish = writing.wish, let known = ledger.lastKnown {
                let made = try await keep(wish, writing, in: known, look: look)
                tellRefusal("A change waits on this machine", error)
                return made
            }
            tellRefusal("The ledger refused a change", error)
            throw error
        }
        publish(Published(table: changed.table, numbers: before.numbers))
        _ = conditions.take(changed.events)
        return changed.made
    }

    private static let isBehind = LedgerError.unavailable(
        cause: "what was taken while the database was away is being brought in; try again")

    /// The next table, with a change; what was over long ago is left out.
    ///
    /// - Parameter generation: Its own; nil: the next.
    static func table(
        _ before: RoutingTable, with writing: RosterWriting, _ numbers: [Int64], generation: UInt64? = nil
    ) -> RoutingTable {
        let old = before.roster
        var roster = writing.applied(to: old, numbers: numbers)
        let count = roster.absences.count
        // Whether there are more is looked at once for some new ones: a large roster takes longer to be looked through than to be changed.
        if count / 32 != old.absences.count / 32 {
            roster.trim(at: writing.instant, keeping: Self.endedInRoster)
        }
        let isWhole = roster.absences.count == count
        return RoutingTable(
            before, roster: roster, generation: generation ?? before.generation + 1,
            changed: isWhole ? writing.agents(in: old) : nil)
    }
}
