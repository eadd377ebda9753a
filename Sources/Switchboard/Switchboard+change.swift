import Records
import Routing

extension Switchboard {
    /// Does a command when its turn has come. Whatever changes the published table is such a command; none asks for another.
    func change<Value, Failure: Error>(
        _ command: () async throws(Failure) -> Value
    ) async throws(Failure) -> Value {
        if !changeQueue.take() {
            await withCheckedContinuation { changeQueue.wait($0) }
        }
        defer { changeQueue.pass()?.resume() }
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

    /// Makes a change of the roster durable, and publishes the table with it.
    ///
    /// - Returns: The numbers of what is new, and the table's generation.
    func write(
        _ writing: RosterWriting
    ) async throws(RosterRefusal) -> (numbers: [Int64], generation: UInt64) {
        do throws(LedgerError) {
            return try await commit(writing)
        } catch {
            throw .ledger(error)
        }
    }

    /// The same for changes with refusals of their own.
    func commit(_ writing: RosterWriting) async throws(LedgerError) -> (numbers: [Int64], generation: UInt64) {
        let numbers: [Int64]
        do throws(LedgerError) {
            numbers = try await consult { roster throws(LedgerError) in try roster.write(writing) }
        } catch {
            if case .unavailable = error { recorder.noteUnavailable("The ledger refused a change: \(error)") }
            throw error
        }
        let (before, changed) = (table.roster, writing.agents(in: table.roster))
        let roster = writing.applied(to: before, numbers: numbers)
        return (numbers, publish(roster, changed: changed, at: writing.instant))
    }
}
