import Records
import Routing
import Synchronization
import Time

/// A roster in memory: another engine than SQLite, to find out what its users rely on.
final class MemoryRoster: RosterRecords {
    private struct State {
        /// With all that is over.
        var roster = Roster()
        var requests: [Int64: LeaveRequest] = [:]
        var absences: Int64 = 0
        var deputyships: Int64 = 0
        var cases: Int64 = 0
        var ended: [Int64: (by: String, at: Instant)] = [:]
        /// After each change.
        var past: [(at: Instant, roster: Roster)] = []
    }

    private let state = Mutex(State())

    func load(from instant: Instant, ended limit: Int) throws(LedgerError) -> Roster {
        let (roster, endings) = state.withLock { ($0.roster, $0.ended) }
        let absences = roster.absences.filter { $0.interval != nil }
        let ended = absences.filter { $0.end ?? .latest <= instant }
            .sorted { ($0.end ?? .latest, $0.id) > ($1.end ?? .latest, $1.id) }
        let kept = (absences.filter { $0.end ?? .latest > instant } + ended.prefix(limit)).map { absence in
            endings[absence.id].map { $0.at > instant } == true ? absence.ended(at: instant) : absence
        }
        return Roster(
            absences: kept.sorted { ($0.start, $0.id) < ($1.start, $1.id) },
            deputyships: roster.deputyships.filter { $0.interval.map { $0.end > instant } ?? false },
            requests: roster.requests.filter { $0.leave.end ?? .latest > instant },
            learnedNumbers: roster.learnedNumbers, completeFrom: ended.dropFirst(limit).first?.end ?? .earliest)
    }

    func roster(at instant: Instant) throws(LedgerError) -> Roster {
        let roster = state.withLock(\.past).last { $0.at <= instant }?.roster ?? Roster()
        return PastRoster(roster).roster(at: instant)
    }

    func endedAbsence(_ id: Int64) throws(LedgerError) -> EndedAbsence? {
        let (roster, ended) = state.withLock { ($0.roster, $0.ended) }
        guard let absence = roster.absences.first(where: { $0.id == id }), let end = absence.end else { return nil }
        return EndedAbsence(absence: absence, by: ended[id]?.by, at: ended[id]?.at ?? end)
    }

    func requests(from instant: Instant) throws(LedgerError) -> [LeaveRequest] {
        state.withLock(\.requests).values.filter { $0.leave.end ?? .latest > instant }.sorted { $0.id < $1.id }
    }

    /// What is told is kept nowhere: this is the roster alone.
    func write<Value>(
        _ writing: RosterWriting, look: ([Int64]) -> (value: Value, events: [NewEvent])
    ) throws(LedgerError) -> (numbers: [Int64], value: Value) {
        let numbers = try state.withLock { (state) throws(LedgerError) in
            var changed = state
            var numbers: [Int64] = []
            for step in writing.steps {
                var given: [Int64] = []
                switch step {
                case .enter, .request:
                    changed.absences += 1
                    given = [changed.absences]
                case .depute:
                    changed.deputyships += 1
                    given = [changed.deputyships]
                case .end(let id), .vanish(let id):
                    changed.ended[id] = (writing.user, writing.instant)
                    try Self.expect(changed, id)
                case .change(let absence), .except(let absence): try Self.expect(changed, absence.id)
                case .give(let id, _), .remember(let id, _): try Self.expect(changed, id)
                case .approve(let id), .decline(let id), .withdraw(let id): try Self.decide(id, step, writing, &changed)
                case .endDeputyship(let id):
                    guard changed.roster.deputyships.contains(where: { $0.id == id }) else {
                        throw .unknownDeputyship(id)
                    }
                case .open:
                    changed.cases += 1
                    given = [changed.cases]
                case .giveCase(let id, _), .noteCase(let id), .closeCase(let id):
                    guard changed.roster.cases.contains(where: { $0.id == id }) else { throw .unknownCase(id) }
                case .learn, .unlearn, .calendarRead, .calendarFailed: break
                }
                let one = RosterWriting(by: writing.user, at: writing.instant, [step])
                changed.roster = one.applied(to: changed.roster, numbers: given)
                if case .request = step, let request = changed.roster.requests.last {
                    changed.requests[request.id] = request
                }
                numbers += given
            }
            changed.past.append((writing.instant, changed.roster))
            state = changed
            return numbers
        }
        return (numbers, look(numbers).value)
    }

    private static func expect(_ state: State, _ id: Int64) throws(LedgerError) {
        guard state.roster.absences.contains(where: { $0.id == id }) else { throw .unknownAbsence(id) }
    }

    private static func decide(
        _ id: Int64, _ step: RosterWriting.Step, _ writing: RosterWriting, _ state: inout State
    ) throws(LedgerError) {
        guard let request = state.requests[id], request.state == .waiting else { throw .undecidable(id) }
        let decided: LeaveRequest.State =
            switch step {
            case .approve:
                .approved(
                    by: writing.user, at: writing.instant, why: writing.why.flatMap { $0.isEmpty ? nil : $0 })
            case .decline: .declined(by: writing.user, at: writing.instant, why: writing.why ?? "")
            default: .withdrawn(by: writing.user, at: writing.instant)
            }
        state.requests[id] = LeaveRequest(leave: request.leave, deputy: request.deputy, state: decided)
    }
}
