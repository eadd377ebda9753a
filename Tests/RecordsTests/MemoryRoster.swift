import Records
import Routing
import Synchronization
import Time

/// A roster in memory: another engine than SQLite, to find out what its users rely on.
final class MemoryRoster: RosterRecords {
    private struct Row {
        var absence: Absence
        var endedBy: String?
        var endedAt: Instant?
    }

    private let rows = Mutex<[Row]>([])

    func load(from instant: Instant, ended limit: Int) throws(LedgerError) -> Roster {
        let kept = rows.withLock { $0 }.filter { $0.absence.interval != nil }
        let (ended, current) = (
            kept.filter { $0.absence.end ?? .latest <= instant }
                .sorted { ($0.absence.end ?? .latest, $0.absence.id) > ($1.absence.end ?? .latest, $1.absence.id) },
            kept.filter { $0.absence.end ?? .latest > instant }
        )
        let absences = (current + ended.prefix(limit)).map { row in
            row.endedAt.map { $0 > instant } == true ? row.absence.ended(at: instant) : row.absence
        }
        return Roster(
            absences: absences.sorted { ($0.start, $0.id) < ($1.start, $1.id) },
            completeFrom: ended.dropFirst(limit).first?.absence.end ?? .earliest)
    }

    func absences(at instant: Instant) throws(LedgerError) -> [Absence] {
        rows.withLock { $0 }.map(\.absence).filter { $0.interval?.contains(instant) == true }
            .sorted { ($0.start, $0.id) < ($1.start, $1.id) }
    }

    func endedAbsence(_ id: Int64) throws(LedgerError) -> EndedAbsence? {
        rows.withLock { $0 }.first { $0.absence.id == id && $0.absence.end != nil }.flatMap { row in
            row.absence.end.map { EndedAbsence(absence: row.absence, by: row.endedBy, at: row.endedAt ?? $0) }
        }
    }

    func enter(
        _ new: NewAbsence, by user: String, at instant: Instant, replacing: [Int64]
    ) throws(LedgerError) -> Absence {
        try change { (rows) throws(LedgerError) in
            for id in replacing { try Self.end(id, by: user, at: instant, in: &rows) }
            let absence = Absence(
                id: Int64(rows.count + 1), agent: new.agent, kind: new.kind, start: new.start, end: new.end,
                enteredBy: user, enteredAt: instant, note: new.note)
            rows.append(Row(absence: absence))
            return absence
        }
    }

    func end(_ absences: [Int64], by user: String, at instant: Instant) throws(LedgerError) {
        try change { (rows) throws(LedgerError) in
            for id in absences { try Self.end(id, by: user, at: instant, in: &rows) }
        }
    }

    func give(_ id: Int64, to agent: AgentID, by user: String, at instant: Instant) throws(LedgerError) {
        try change { (rows) throws(LedgerError) in
            guard let place = rows.firstIndex(where: { $0.absence.id == id }) else { throw .unknownAbsence(id) }
            rows[place].absence = rows[place].absence.given(to: agent)
        }
    }

    /// All of a change, or nothing.
    private func change<Value: Sendable>(
        _ body: (inout [Row]) throws(LedgerError) -> Value
    ) throws(LedgerError) -> Value {
        try rows.withLock { (rows) throws(LedgerError) in
            var changed = rows
            let value = try body(&changed)
            rows = changed
            return value
        }
    }

    private static func end(
        _ id: Int64, by user: String, at instant: Instant, in rows: inout [Row]
    ) throws(LedgerError) {
        guard let place = rows.firstIndex(where: { $0.absence.id == id }) else { throw .unknownAbsence(id) }
        let absence = rows[place].absence
        rows[place] = Row(absence: absence.ended(at: instant), endedBy: user, endedAt: instant)
    }
}
