import Records
import Routing
import Time

extension Switchboard {
    /// Plans leave. Refused where it leaves a client without anybody and no deputy closes that, unless a manager overrides; or kept as a
    /// request, where that is asked for. What lies inside of it is replaced.
    package func planLeave(
        _ plan: LeavePlan, agent: String?, by requester: Requester
    ) async throws(RosterRefusal) -> Entered {
        try await change { () throws(RosterRefusal) in
            let agent = try allowed(agent, requester)
            try check(plan.override, deputy: plan.deputy, isRequest: plan.isRequest, requester)
            let (instant, deputy) = (now(), try deputy(plan.deputy, for: agent.id))
            let new = NewAbsence(
                agent: agent.id, kind: plan.kind, start: plan.start, end: plan.end, series: plan.series, note: plan.note
            )
            let absence = new.numbered(0, by: requester.user, at: instant)
            try check(absence, at: instant)
            let overlaps = Overlaps(
                absence, table.agent(agent.id)?.absences ?? [], at: instant, table.clock)
            if let covering = overlaps.covering { throw .alreadyAway(covering, agent) }
            // An agent asks for a deputy, and a manager names him.
            let named = plan.isRequest && !requester.isManager ? nil : deputy
            let looked = looked(at: absence, deputy: named, at: instant)
            let opens = !looked.consequences.opened.isEmpty
            if opens, plan.override == nil {
                guard plan.isRequest else { throw .opensGaps(looked.consequences, of: agent) }
                return try await request(
                    new, of: agent, deputy: deputy, looked, isDryRun: plan.isDryRun, at: instant, by: requester)
            }
            let overlapping = overlappingRequests(absence, at: instant)
            var entered: Entered
            if plan.isDryRun {
                entered = Entered(
                    absence: absence, agent: agent, consequences: looked.consequences, generation: table.generation,
                    replaced: overlaps.inside)
            } else {
                entered = try await enter(
                    new, of: agent, replacing: overlaps.inside, looked.deputyships, looked: looked,
                    why: opens ? plan.override?.kept : nil, at: instant, by: requester)
            }
            entered.needsDeputy = looked.needsDeputy ?? (plan.deputy == nil ? nil : false)
            entered.needsOverride = plan.override == nil ? nil : opens
            entered.overlapping = overlapping
            return entered
        }
    }

    /// Gives an absence other times or another note. Leave passes the guard as new leave does; what has begun keeps its start.
    package func change(
        _ id: Int64, _ wish: AbsenceChange, by requester: Requester
    ) async throws(RosterRefusal) -> Entered {
        try await change { () throws(RosterRefusal) in
            let instant = now()
            let (old, owner) = try await changeable(id, at: instant, requester)
            guard let agent = owner else {
                throw .unknownAgent(old.agent.description, known: table.agents.map(\.agent.id.description))
            }
            try check(wish.override, deputy: wish.deputy, requester)
            let deputy = try deputy(wish.deputy, for: agent.id)
            let absence = try changed(old, wish, at: instant)
            guard absence != old || deputy != nil else { throw .changesNothing(old, agent) }
            try check(absence, at: instant)
            let others = (table.agent(agent.id)?.absences ?? []).filter { $0.id != id }
            let overlaps = Overlaps(absence, others, at: instant, table.clock)
            if let covering = overlaps.covering { throw .alreadyAway(covering, agent) }
            let looked = looked(at: absence, deputy: deputy, at: instant)
            let opens = absence.kind.isPlanned && !looked.consequences.opened.isEmpty
            if opens, wish.override == nil { throw .opensGaps(looked.consequences, of: agent) }
            let before = table
            let steps =
                overlaps.inside.map { RosterWriting.Step.end($0.id) } + (absence == old ? [] : [.change(absence)])
                + looked.deputyships.map { .depute($0) }
            let writing = RosterWriting(
                by: requester.user, at: instant, why: opens ? wish.override?.kept : nil, steps)
            let written: Written
            // A deputy who is not needed changes nothing.
            if steps.isEmpty {
                written = unchanged(absence, of: agent, at: instant)
            } else if wish.isDryRun {
                written = Written(
                    absence: absence, agent: agent, consequences: looked.consequences, deputyships: [],
                    generation: table.generation)
            } else {
                written = try await write(writing, of: agent, looked.deputyships) { _ in absence }
                lastEnding = max(lastEnding, instant)
            }
            let after =
                wish.isDryRun ? Self.table(before, with: writing, [], generation: before.generation) : table
            var entered = written.entered(before: old, replaced: overlaps.inside)
            entered.needsDeputy = looked.needsDeputy
            entered.needsOverride = wish.override == nil ? nil : opens
            entered.overlapping = overlappingRequests(absence, at: instant)
            entered.left = after.leftDeputyships(of: agent.id, since: before, from: instant)
            if !steps.isEmpty, !wish.isDryRun { report(entered, as: .absenceChanged, by: requester) }
            return entered
        }
    }

    /// The numbers of the requests of its agent that wait for some of the time of an absence.
    func overlappingRequests(_ absence: Absence, at instant: Instant) -> [Int64] {
        table.roster.requests.filter { request in
            request.leave.agent == absence.agent && request.id != absence.id && request.isWaiting(at: instant)
                && absence.overlaps(request.leave, from: instant, table.clock)
        }.map(\.id)
    }

    private func changed(
        _ old: Absence, _ wish: AbsenceChange, at instant: Instant
    ) throws(RosterRefusal) -> Absence {
        try checkKeepsComing(old, wish)
        var absence = old
        let hasBegun = hasBegun(old, at: instant)
        if let start = wish.start, !hasBegun || start > instant {
            // Where he was away already, he was.
            guard !hasBegun else { throw .hasBegun(old) }
            absence.start = start
        }
        if let end = wish.end { absence.end = end }
        if let series = wish.series {
            guard let known = old.series else { throw .oneStretch(old) }
            // What was cancelled stays so on the days on which it would happen still.
            let rule = WeeklySeries(
                hours: series.hours, weeks: series.weeks,
                firstDay: firstDay(series, instead: known, from: wish.start == nil ? absence.start : nil))
            absence.series = known.exceptions.filter { rule.falls(on: $0.day) }
                .reduce(rule) { $0.excepting($1.day, end: $1.end) }
        }
        if let note = wish.note { absence.note = note.isEmpty ? nil : note }
        return absence
    }

    /// Whoever gives a series one day means that day, and not that all others are to go.
    private func checkKeepsComing(_ old: Absence, _ wish: AbsenceChange) throws(RosterRefusal) {
        guard old.series != nil, wish.series == nil, let start = wish.start, let end = wish.end, start < end else {
            return
        }
        let clock = table.clock
        var left = old
        (left.start, left.end) = (start, end)
        let first = left.occurrence(from: start, clock)
        let days = Set([clock.day(of: start), clock.day(of: end.advanced(by: Milliseconds(-1)))])
        let second = first.flatMap { first in
            left.occurrence(from: clock.instant(clock.day(of: first.start).advanced(by: 1), .startOfDay), clock)
        }
        guard days.count == 1 || second == nil else { return }
        throw .comesBack(old, on: first.flatMap { old.occurrence(at: $0.start, clock) })
    }

    /// From which week hours that come back are counted.
    ///
    /// - Parameter start: That of the absence, where no other was asked for: the weeks stay those that they were.
    private func firstDay(_ series: WeeklySeries, instead known: WeeklySeries, from start: Instant?) -> CalendarDay {
        guard let start else { return series.firstDay }
        guard series.weeks != known.weeks else { return known.firstDay }
        guard series.firstDay < table.clock.day(of: start) else { return series.firstDay }
        return WeeklySeries(hours: series.hours, firstDay: series.firstDay).firstDay(from: start, table.clock)
    }

    /// Whether it has kept its agent away: a series whose first occurrence is to come has not, whenever it was entered.
    private func hasBegun(_ absence: Absence, at instant: Instant) -> Bool {
        guard absence.series != nil else { return absence.start <= instant }
        let first = absence.occurrence(from: absence.start, table.clock)
        return (first?.start ?? absence.start) <= instant
    }
}
