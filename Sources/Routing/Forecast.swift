package import Time

/// How somebody is there for a client who is in service; the worse comes later.
package enum CoverState: String, CaseIterable, Comparable, Sendable {
    /// Both of the pair.
    case both
    /// One of the pair; a deputy may be there, too.
    case one
    /// Nobody of the pair, and a deputy.
    case deputy
    case nobody

    package static func < (one: CoverState, other: CoverState) -> Bool { one.severity < other.severity }

    private var severity: Int {
        switch self {
        case .both: 0
        case .one: 1
        case .deputy: 2
        case .nobody: 3
        }
    }
}

/// A stretch of time in which the same agents are there for a client whenever he is in service.
package struct CoverStretch: Sendable, Equatable {
    /// From the first instant in service to the end of the last one; there may be times without service in between.
    package fileprivate(set) var interval: Interval
    package let state: CoverState
    /// Their positions in the table, in the order in which they are tried at the beginning.
    let agents: [Int]
}

/// How one local day is to be for a client.
package enum ForecastDay: Sendable, Equatable {
    /// The worst that is to come in service that day, if only for a minute: the stretches have the times.
    case served(CoverState)
    /// There is no service that day.
    case closed
    /// The agreement is not in force that day.
    case noAgreement
}

/// Who would get a client's calls in the days to come, with nobody busy, no case and no call back.
package struct ClientForecast: Sendable {
    package let client: ClientEntry
    /// One for each day of the forecast.
    package let days: [ForecastDay]
    /// In order. Between them is no service.
    package let stretches: [CoverStretch]

    package var gaps: [CoverStretch] { stretches.filter { $0.state == .nobody } }
}

/// The days that a forecast is about: what is left of this week, and the weeks after it, up to a Sunday.
package struct ForecastPeriod: Sendable {
    /// How many weeks one can ask for.
    package static let weeks = 1...104

    /// Today.
    package let firstDay: CalendarDay
    /// Nil at the end of the last year that majord knows.
    package let interval: Interval?
    /// When each day begins, and when the last one ends.
    fileprivate let midnights: [Instant]

    package var days: Int { midnights.count - 1 }

    /// - Parameters:
    ///   - instant: Now; what is over is no part of it.
    ///   - weeks: This one included; brought into `ForecastPeriod.weeks`.
    package init(from instant: Instant, weeks: Int, _ clock: ServiceClock) {
        let firstDay = clock.day(of: instant)
        let weeks = min(max(weeks, Self.weeks.lowerBound), Self.weeks.upperBound)
        let days = weeks * 7 - firstDay.weekday.rawValue
        midnights = (0...days).map { clock.instant(firstDay.advanced(by: $0), .startOfDay) }
        self.firstDay = firstDay
        interval = Interval(from: instant, until: midnights.last ?? .latest)
    }
}

/// Tells the forecast of many clients: what they share is found once.
package struct ForecastReader {
    private let table: RoutingTable
    package let period: ForecastPeriod
    private var reader: CoverageReader?

    package init(_ table: RoutingTable, over period: ForecastPeriod) {
        self.table = table
        self.period = period
        reader = period.interval.map { CoverageReader(table, over: $0) }
    }

    package mutating func forecast(of entry: ClientEntry) -> ClientForecast {
        let coverage = reader?.coverage(of: entry) ?? Coverage(service: .never, covers: [])
        var days = Array(repeating: CoverState?.none, count: period.days)
        var stretches: [CoverStretch] = []
        var day = 0
        var sweep = CoverSweep(coverage)
        while let piece = sweep.next() {
            while day + 1 < period.days, period.midnights[day + 1] <= piece.start { day += 1 }
            let standing = standing(coverage, sweep.available, entry, at: piece.start)
            var touched = day
            while touched < period.days, touched == day || period.midnights[touched] < piece.end {
                days[touched] = max(days[touched] ?? .both, standing.state)
                touched += 1
            }
            if let last = stretches.last, last.state == standing.state, last.agents == standing.agents,
                let joined = Interval(from: last.interval.start, until: piece.end)
            {
                stretches[stretches.count - 1].interval = joined
            } else {
                stretches.append(CoverStretch(interval: piece, state: standing.state, agents: standing.agents))
            }
        }
        return ClientForecast(
            client: entry,
            days: days.indices.map { index in
                if let state = days[index] { return .served(state) }
                let isOutside =
                    period.midnights[index + 1] <= entry.start || entry.end <= period.midnights[index]
                return isOutside ? .noAgreement : .closed
            }, stretches: stretches)
    }

    /// Who of the covers is there, each agent once.
    ///
    /// - Parameter available: The covers' places.
    private func standing(
        _ coverage: Coverage, _ available: [Int], _ entry: ClientEntry, at instant: Instant
    ) -> (state: CoverState, agents: [Int]) {
        var agents: [Int] = []
        var posts = 0
        for index in available {
            let cover = coverage.covers[index]
            guard !agents.contains(cover.agent) else { continue }
            if cover.role != .deputy { posts += 1 }
            agents.append(cover.agent)
        }
        // Timelines have deputies in the order of the table, calls try them in that in which they were named.
        if agents.count - posts > 1 {
            var order: [Int] = []
            table.forEachCandidate(of: entry, at: instant) { agent, _ in order.append(agent) }
            agents.sort { (order.firstIndex(of: $0) ?? .max) < (order.firstIndex(of: $1) ?? .max) }
        }
        return (posts > 1 ? .both : posts == 1 ? .one : agents.isEmpty ? .nobody : .deputy, agents)
    }
}

extension RoutingTable {
    /// Those who are there in a stretch that this table has found, in the order in which they are tried at its beginning.
    package func agents(of stretch: CoverStretch) -> [Agent] { stretch.agents.map { agents[$0].agent } }
}

/// Goes through a client's service time piece by piece: in each the same covers are available.
private struct CoverSweep {
    private let service: [Interval]
    private let covers: [[Interval]]
    /// Of each cover the first interval that is not over.
    private var places: [Int]
    private var place = 0
    private var instant = Instant.earliest
    /// The places of the covers that are available in the last piece.
    private(set) var available: [Int] = []

    init(_ coverage: Coverage) {
        service = coverage.service.intervals
        covers = coverage.covers.map(\.times.intervals)
        places = Array(repeating: 0, count: covers.count)
    }

    mutating func next() -> Interval? {
        while place < service.count, service[place].end <= instant { place += 1 }
        guard place < service.count else { return nil }
        let start = max(instant, service[place].start)
        var end = service[place].end
        available.removeAll(keepingCapacity: true)
        for index in covers.indices {
            let intervals = covers[index]
            while places[index] < intervals.count, intervals[places[index]].end <= start { places[index] += 1 }
            guard places[index] < intervals.count else { continue }
            let interval = intervals[places[index]]
            if interval.start <= start {
                available.append(index)
                end = min(end, interval.end)
            } else {
                end = min(end, interval.start)
            }
        }
        instant = end
        return Interval(from: start, until: end)
    }
}
