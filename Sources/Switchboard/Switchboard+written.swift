import Records
import Routing
import Time

// Changes that are about one absence.
extension Switchboard {
    /// An absence that was written with what belongs to it.
    struct Written: Sendable {
        let absence: Absence
        let agent: Agent
        let consequences: AbsenceConsequences
        let deputyships: [Deputyship]
        let generation: UInt64
        var isWaiting = false

        func entered(before: Absence? = nil, replaced: [Absence] = []) -> Entered {
            Entered(
                absence: absence, agent: agent, consequences: consequences, generation: generation, before: before,
                replaced: replaced, deputyships: deputyships, isWaiting: isWaiting)
        }
    }

    /// Writes a change that is about one absence, with what is told of it.
    ///
    /// - Parameters:
    ///   - deputyships: Those that the writing's last steps enter.
    ///   - known: What the change comes to, where that is known; nil: it is looked up.
    ///   - absence: How it is after the change, by the numbers of what is new.
    func write(
        _ writing: RosterWriting, of agent: Agent, _ deputyships: [NewDeputyship] = [],
        known: AbsenceConsequences? = nil, absence: @escaping @Sendable ([Int64]) -> Absence
    ) async throws(RosterRefusal) -> Written {
        let (before, instant, user) = (table, writing.instant, writing.user)
        let made = try await write(writing) { table, numbers in
            let absence = absence(numbers)
            let consequences =
                known?.numbered(absence) ?? table.consequences(of: absence, before: before, from: instant)
            let entered = zip(deputyships, numbers.suffix(deputyships.count)).map {
                $0.numbered($1, by: user, at: instant)
            }
            let written = Written(
                absence: absence, agent: agent, consequences: consequences, deputyships: entered,
                generation: table.generation)
            let uncovered = NewEvent.uncovered(
                consequences.opened, by: agent.id, absence: absence.id, at: instant)
            return (written, uncovered + entered.map { .deputyNamed($0, in: table, at: instant) })
        }
        var written = made.value
        written.isWaiting = made.isWaiting
        return written
    }

    /// The same of one that stays as it is.
    func unchanged(_ absence: Absence, of agent: Agent, at instant: Instant) -> Written {
        Written(
            absence: absence, agent: agent,
            consequences: table.consequences(of: absence, before: table, from: instant), deputyships: [],
            generation: table.generation)
    }
}
