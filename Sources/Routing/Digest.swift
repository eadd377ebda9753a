package import Time

/// What a manager has to know of the weeks to come.
package struct Digest: Sendable {
    /// A client who has nobody in service.
    package struct Gap: Sendable {
        package let client: ClientEntry
        package let run: GapRun
    }

    /// Days that follow each other, each with service, on which the backup is there alone whenever the client is in service.
    package struct Alone: Sendable, Equatable {
        package let client: ClientID
        package let clientName: String
        package let backup: Agent
        package let first: CalendarDay
        package fileprivate(set) var last: CalendarDay
    }

    /// An agent whose employment ends.
    package struct Departure: Sendable {
        package let agent: Agent
        package let last: CalendarDay
        /// Those in whose pair he would still be.
        package let clients: [ClientEntry]
    }

    /// A pair that was never introduced, from when on where it is still to come.
    package struct Introduction: Sendable {
        package let client: ClientEntry
        package let from: CalendarDay?
    }

    /// How far ahead is looked for agreements that end.
    package static let agreementDays = 90
    /// How long before it a handover is an event.
    package static let handoverDays = 14
    /// How many weeks, this one included, are looked at for days with the backup alone.
    package static let aloneWeeks = 2

    /// The client whose first gap is the soonest comes first, and the gaps of one follow each other; as far as the guard looks ahead.
    package let gaps: [Gap]
    package let gapsUntil: CalendarDay
    package let alone: [Alone]
    package let aloneUntil: CalendarDay
    /// Those that nobody has decided, those that began meanwhile included.
    package let requests: [LeaveRequest]
    /// Without an end, and longer than `review_after`; the longest first.
    package let sicknesses: [Absence]
    /// Of those with clients, until `gapsUntil`; the soonest first.
    package let departures: [Departure]
    /// Until `gapsUntil`.
    package let earlyEnds: [DeputyshipEnd]
    /// Clients whose agreement ends soon, with its last day; the soonest first.
    package let endingAgreements: [(client: ClientEntry, last: CalendarDay)]
    package let introductions: [Introduction]
    package let orphans: [Absence]
    /// Of holders who have gone.
    package let orphanedCases: [Case]
}

extension RoutingTable {
    package func digest(at instant: Instant) -> Digest {
        let today = clock.day(of: instant)
        // The first Sunday at or after what the guard looks at.
        let period = ForecastPeriod(from: instant, weeks: 27, clock)
        let near = ForecastPeriod(from: instant, weeks: Digest.aloneWeeks, clock)
        let gapsUntil = period.firstDay.advanced(by: period.days - 1)
        var gaps: [[Digest.Gap]] = []
        var alone: [Digest.Alone] = []
        if let interval = period.interval, let nearInterval = near.interval {
            var reader = CoverageReader(self, over: interval)
            let nearTimes = Timeline(nearInterval)
            for entry in clients {
                let coverage = reader.coverage(of: entry)
                let nobody = coverage.stretches.filter { $0.state == .nobody }.map(\.interval)
                let runs = nobody.isEmpty ? [] : GapRun.runs(nobody, in: coverage.service, clock)
                if !runs.isEmpty { gaps.append(runs.map { Digest.Gap(client: entry, run: $0) }) }
                alone += self.alone(entry, coverage, over: nearTimes)
            }
        }
        let horizon = today.advanced(by: Digest.agreementDays)
        return Digest(
            gaps: gaps.sorted { $0[0].run.first.start < $1[0].run.first.start }.flatMap(\.self),
            gapsUntil: gapsUntil, alone: alone,
            aloneUntil: near.firstDay.advanced(by: near.days - 1),
            requests: roster.requests.filter { $0.isWaiting(at: instant) || $0.hasLapsed(at: instant) },
            sicknesses: longSicknesses(at: instant),
            departures: departures(from: today, through: gapsUntil),
            earlyEnds: period.interval.map(earlyEnds) ?? [],
            endingAgreements: clients.compactMap { entry in
                entry.client.agreement.end.flatMap { $0 >= today && $0 <= horizon ? (entry, $0) : nil }
            }.sorted { $0.last < $1.last },
            introductions: clients.flatMap { introductions($0, today) },
            orphans: roster.orphans(in: directory, at: instant),
            orphanedCases: roster.orphanedCases(in: directory, on: today))
    }

    /// The days with service on which the backup alone is there all of it.
    private func alone(_ entry: ClientEntry, _ coverage: Coverage, over period: Timeline) -> [Digest.Alone] {
        let service = coverage.service.intersection(period)
        let days = service.days(clock)
        var found: [Digest.Alone] = []
        for cover in coverage.covers where cover.role == .backup {
            let alone = coverage.covers.reduce(cover.times.intersection(period)) {
                $1.agent == cover.agent ? $0 : $0.subtracting($1.times)
            }
            guard !alone.isEmpty else { continue }
            let others = Set(service.subtracting(alone).days(clock))
            var isOpen = false
            for day in days {
                guard !others.contains(day) else {
                    isOpen = false
                    continue
                }
                if isOpen, let last = found.last?.last, last.advanced(by: 1) == day {
                    found[found.count - 1].last = day
                } else {
                    found.append(
                        Digest.Alone(
                            client: entry.client.id, clientName: entry.client.name, backup: agents[cover.agent].agent,
                            first: day, last: day))
                }
                isOpen = true
            }
        }
        return found.sorted { $0.first < $1.first }
    }

    private func longSicknesses(at instant: Instant) -> [Absence] {
        roster.absences.filter { absence in
            absence.kind == .sickness && absence.end == nil
                && instant.since(absence.start) > directory.settings.reviewAfter
        }.sorted { ($0.start, $0.id) < ($1.start, $1.id) }
    }

    private func departures(from first: CalendarDay, through last: CalendarDay) -> [Digest.Departure] {
        agents.indices.compactMap { index -> Digest.Departure? in
            guard let day = agents[index].agent.employment.until, first <= day, day <= last else { return nil }
            let end = clock.instant(day.advanced(by: 1), .startOfDay)
            let left = clientPositions(of: index).map { clients[$0] }.filter { entry in
                entry.term(at: end) != .ended
                    && (entry.pair(at: end).holds(index)
                        || entry.laterPairs.contains { $0.from > end && $0.pair.holds(index) })
            }
            return Digest.Departure(agent: agents[index].agent, last: day, clients: left)
        }.sorted { $0.last < $1.last }
    }

    private func introductions(_ entry: ClientEntry, _ today: CalendarDay) -> [Digest.Introduction] {
        let client = entry.client
        guard client.agreement.end.map({ $0 >= today }) ?? true else { return [] }
        let current = client.handovers.last { $0.from <= today }
        let isIntroduced = current.map { $0.introduced != nil } ?? (client.introduced != nil)
        let toCome = client.handovers.filter { $0.from > today && $0.introduced == nil }
        return (isIntroduced ? [] : [Digest.Introduction(client: entry, from: nil)])
            + toCome.map { Digest.Introduction(client: entry, from: $0.from) }
    }
}
