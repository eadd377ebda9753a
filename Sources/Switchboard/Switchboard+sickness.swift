import Logging
import Records
import Routing
package import Time

extension Switchboard {
    /// Reports an agent sick from now on. Never refused for the gaps it opens; a sickness in force goes on from its first day, until then.
    ///
    /// - Parameters:
    ///   - start: Since when, for managers: at the earliest the day before begins; nil: from now on.
    ///   - note: Nil: one that is known stays; empty: none.
    package func reportSick(
        agent: String?, from start: Instant? = nil, until end: Instant?, note: String?, by requester: Requester
    ) async throws(RosterRefusal) -> Entered {
        try await change { () throws(RosterRefusal) in
            let agent = try allowed(agent, requester)
            let instant = now()
            if let start {
                guard requester.isManager else { throw .notAllowed(.backdateSickness) }
                let clock = table.clock
                let earliest = clock.instant(clock.day(of: instant).advanced(by: -1), .startOfDay)
                guard start >= earliest, start <= instant else { throw .sicknessOutOfRange(earliest: earliest) }
            }
            let wish = KeptWish(
                .sick(from: start ?? instant, until: end, note: note), of: agent.id, by: requester.user, at: instant,
                knowing: table.roster)
            if let known = sicknesses(of: agent, at: instant).first {
                return try await goOn(known, of: agent, from: start, until: end, note, wish, at: instant, by: requester)
            }
            return try await enter(
                .sickness, agent, from: start ?? instant, until: end, KeptWish.note(note), wish: wish, by: requester)
        }
    }

    /// Those in force, from the first on.
    private func sicknesses(of agent: Agent, at instant: Instant) -> [Absence] {
        table.roster.absences.of(agent.id).filter {
            $0.kind == .sickness && $0.interval?.contains(instant) == true
        }.sorted { ($0.start, $0.id) < ($1.start, $1.id) }
    }

    /// What is known of a sickness by now: until when it lasts, and perhaps that it began before.
    private func goOn(
        _ known: Absence, of agent: Agent, from start: Instant?, until end: Instant?, _ note: String?, _ wish: KeptWish,
        at instant: Instant, by requester: Requester
    ) async throws(RosterRefusal) -> Entered {
        var absence = known
        absence.start = min(start ?? known.start, known.start)
        absence.end = end
        absence.note = KeptWish.note(note, before: known.note)
        try check(absence, at: instant)
        let (before, others) = (table, sicknesses(of: agent, at: instant).dropFirst())
        let isSame = absence == known && others.isEmpty
        let written: Written
        if isSame {
            written = unchanged(absence, of: agent, at: instant)
        } else {
            let steps = others.map { RosterWriting.Step.end($0.id) } + [.change(absence)]
            written = try await write(
                RosterWriting(by: requester.user, at: instant, steps, wish: wish), of: agent
            ) { [absence] _ in absence }
            lastEnding = max(lastEnding, instant)
        }
        var entered = written.entered(before: known, replaced: Array(others))
        entered.goesOn = true
        entered.left = table.leftDeputyships(of: agent.id, since: before, from: instant)
        if !isSame { report(entered, as: .absenceChanged, by: requester) }
        return entered
    }
}
