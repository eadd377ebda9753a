package import Time

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

    /// The days of which some of an interval is part.
    init(_ interval: Interval, days: ClosedRange<CalendarDay>, _ clock: ServiceClock) {
        midnights = (days.lowerBound.daysSince1970...days.upperBound.daysSince1970 + 1).map {
            clock.instant(CalendarDay(daysSince1970: $0), .startOfDay)
        }
        firstDay = days.lowerBound
        self.interval = interval
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
        var days = Array(repeating: CoverState?.none, count: period.days)
        var stretches: [CoverStretch] = []
        var day = 0
        reader?.coverage(of: entry).forEachPiece { piece in
            while day + 1 < period.days, period.midnights[day + 1] <= piece.interval.start { day += 1 }
            let state = piece.state
            var touched = day
            while touched < period.days, touched == day || period.midnights[touched] < piece.interval.end {
                days[touched] = max(days[touched] ?? .both, state)
                touched += 1
            }
            stretches.join(piece)
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
}
