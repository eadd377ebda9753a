package import Records
package import Routing
package import Time

// Changes of one step, as most tests make them.
extension RosterRecords {
    package func load(from instant: Instant) throws(LedgerError) -> Roster { try load(from: instant, ended: 0) }

    @discardableResult
    package func enter(
        _ new: NewAbsence, by user: String, at instant: Instant, replacing: [Int64] = []
    ) throws(LedgerError) -> Absence {
        let steps = replacing.map { RosterWriting.Step.end($0) } + [.enter(new)]
        let numbers = try write(RosterWriting(by: user, at: instant, steps))
        return new.numbered(numbers.first ?? 0, by: user, at: instant)
    }

    package func end(_ absences: [Int64], by user: String, at instant: Instant) throws(LedgerError) {
        _ = try write(RosterWriting(by: user, at: instant, absences.map { .end($0) }))
    }

    package func give(_ id: Int64, to agent: AgentID, by user: String, at instant: Instant) throws(LedgerError) {
        _ = try write(RosterWriting(by: user, at: instant, [.give(id, to: agent)]))
    }

    package func absences(at instant: Instant) throws(LedgerError) -> [Absence] {
        Array(try roster(at: instant).absences)
    }
}
