import Records
import Routing
import Time

extension KeptWish {
    /// One of now. It comes after what is known of the agent already, also where that is from a site whose clock is ahead: he who ends it knows of it.
    init(_ what: What, of agent: AgentID, by user: String, at instant: Instant, knowing roster: Roster) {
        let known = roster.absences.of(agent).map(\.enteredAt).filter { $0 < instant.advanced(by: Self.clocksApart) }
        self.init(what, of: agent, by: user, at: max(instant, known.max() ?? instant))
    }

    /// How far sites' clocks may be apart.
    private static let clocksApart = Milliseconds.minutes(1)

    /// The change that it comes to, from its own time on. What was entered later for the agent stands: an absence that somebody has changed since stays
    /// as it is, and from the moment on at which he was told to be back, or away for the same again, this says nothing more.
    ///
    /// - Parameters:
    ///   - table: Of now.
    ///   - lines: What was changed for the agent since its time.
    func writing(in table: RoutingTable, later lines: [RosterChange] = []) -> RosterWriting {
        let (roster, clock) = (table.roster, table.clock)
        let lines = lines.filter { $0.at > at }
        let touched = Set(lines.compactMap { if case .absence(let id) = $0.subject { id } else { nil } })
        let current = roster.absences.of(agent).filter { !touched.contains($0.id) && $0.enteredAt <= at }
        func inForce(_ kind: Absence.Kind) -> [Absence] {
            current.filter { $0.kind == kind && $0.interval?.contains(at) == true }
                .sorted { ($0.start, $0.id) < ($1.start, $1.id) }
        }
        func end(_ wanted: Instant?, _ kind: Absence.Kind) -> Instant? {
            let stop = lines.first { line in
                guard case .absence(let id) = line.subject else { return false }
                return switch line.deed {
                case .ended, .excepted: true
                case .entered: roster.absences.numbered(id)?.kind == kind
                default: false
                }
            }?.at
            return [wanted, stop].compactMap(\.self).min()
        }
        var steps: [RosterWriting.Step] = []
        func enter(_ kind: Absence.Kind, from start: Instant, until end: Instant?, _ note: String?) {
            guard end.map({ start < $0 }) ?? true else { return }
            steps.append(.enter(NewAbsence(agent: agent, kind: kind, start: start, end: end, note: note)))
        }
        switch what {
        case .back:
            steps = current.compactMap { absence in
                absence.occurrence(at: at, clock).map { occurrence in
                    absence.excepting(clock.day(of: occurrence.start), from: at, clock).map { .except($0) }
                        ?? .end(absence.id)
                }
            }
        case .pause(let until, let note):
            steps = inForce(.pause).map { .end($0.id) }
            enter(.pause, from: at, until: end(until, .pause), note)
        case .sick(let start, let until, let note):
            let known = inForce(.sickness)
            if var absence = known.first {
                (absence.start, absence.end) = (min(start, absence.start), end(until, .sickness))
                absence.note = KeptWish.note(note, before: absence.note)
                steps = known.dropFirst().map { .end($0.id) } + [.change(absence)]
            } else {
                enter(.sickness, from: start, until: end(until, .sickness), KeptWish.note(note))
            }
        }
        var writing = RosterWriting(by: user, at: at, steps)
        writing.wish = self
        return writing
    }
}
