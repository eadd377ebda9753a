package import Time

/// What a manager has to know of the weeks to come.
package struct Digest: Sendable {
    /// A client who has nobody in service.
    package struct Gap: Sendable {
        package let client: ClientEntry
        package let interval: Interval
    }

    /// Days on which the backup is there alone whenever the client is in service.
    package struct Alone: Sendable {
        package let client: ClientEntry
        package let backup: Agent
        package let first: CalendarDay
        package let last: CalendarDay
    }

    /// A pair that was never introduced, from when on where it is still to come.
    package struct Introduction: Sendable {
        package let client: ClientEntry
        package let from: CalendarDay?
    }

    /// How far ahead is looked for agreements that end.
    package static let agreementDays = 90
    /// How many weeks, this one included, are looked at for days with the backup alone.
    package static let aloneWeeks = 2

    /// In the order of their beginnings, as far as the guard looks ahead.
    package let gaps: [Gap]
    package let gapsUntil: CalendarDay
    package let alone: [Alone]
    package let aloneUntil: CalendarDay
    /// Those that nobody has decided, those that began meanwhile included.
    package let requests: [LeaveRequest]
    /// Without an end, and longer than `review_after`; the longest first.
    package let sicknesses: [Absence]
    /// Clients whose agreement ends soon, with its last day; the soonest first.
    package let endingAgreements: [(client: ClientEntry, last: CalendarDay)]
    package let introductions: [Introduction]
    package let orphans: [Absence]
}

extension RoutingTable {
    package func digest(at instant: Instant) -> Digest {
        let today = clock.day(of: instant)
        // The first Sunday at or after what the guard looks at.
        let period = ForecastPeriod(from: instant, weeks: 27, clock)
        let near = ForecastPeriod(from: instant, weeks: Digest.aloneWeeks, clock)
        var reader = ForecastReader(self, over: period)
        var gaps: [Digest.Gap] = []
        var alone: [Digest.Alone] = []
        for entry in clients {
            let forecast = reader.forecast(of: entry)
            gaps += forecast.gaps.map { Digest.Gap(client: entry, interval: $0.interval) }
            alone += self.alone(forecast, over: near)
        }
        let horizon = today.advanced(by: Digest.agreementDays)
        return Digest(
            gaps: gaps.sorted { $0.interval.start < $1.interval.start },
            gapsUntil: period.firstDay.advanced(by: period.days - 1), alone: alone,
            aloneUntil: near.firstDay.advanced(by: near.days - 1),
            requests: roster.requests.filter { $0.isWaiting(at: instant) || $0.hasLapsed(at: instant) },
            sicknesses: longSicknesses(at: instant),
            endingAgreements: clients.compactMap { entry in
                entry.client.agreement.end.flatMap { $0 >= today && $0 <= horizon ? (entry, $0) : nil }
            }.sorted { $0.last < $1.last },
            introductions: clients.flatMap { introductions($0, today) },
            orphans: roster.orphans(in: directory, at: instant))
    }

    /// The days on which only the backup is there, days without service between them included.
    private func alone(_ forecast: ClientForecast, over period: ForecastPeriod) -> [Digest.Alone] {
        var found: [Digest.Alone] = []
        for stretch in forecast.stretches where stretch.state == .one {
            guard let position = stretch.agents.first, stretch.agents.count == 1, let whole = period.interval,
                let times = stretch.interval.intersection(whole),
                forecast.client.pair(at: stretch.interval.start).posts.last?.agent == position
            else { continue }
            let first = clock.day(of: times.start)
            let last = clock.day(of: times.end.advanced(by: Milliseconds(-1)))
            let days = (first.daysSince1970...max(first, last).daysSince1970).map(CalendarDay.init(daysSince1970:))
                .filter { day in forecast.stretches.allSatisfy { $0 == stretch || !touches($0, day) } }
            guard let from = days.first, let until = days.last else { continue }
            found.append(
                Digest.Alone(client: forecast.client, backup: agents[position].agent, first: from, last: until))
        }
        return found
    }

    /// Whether a stretch has a part of a day.
    private func touches(_ stretch: CoverStretch, _ day: CalendarDay) -> Bool {
        let last = clock.day(of: stretch.interval.end.advanced(by: Milliseconds(-1)))
        return clock.day(of: stretch.interval.start) <= day && day <= last
    }

    private func longSicknesses(at instant: Instant) -> [Absence] {
        roster.absences.filter { absence in
            absence.kind == .sickness && absence.end == nil
                && instant.since(absence.start) > directory.settings.reviewAfter
        }.sorted { ($0.start, $0.id) < ($1.start, $1.id) }
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
