package import Time

/// How long a client was in service, and for how long of that nobody was there.
package struct CoverTally: Sendable, Equatable {
    private var service = Milliseconds(0)
    private var uncovered = Milliseconds(0)
    /// Those of other clients: the minutes of all together are the sum of what is told of each.
    private var others = (service: 0, uncovered: 0)

    package init() {}

    /// In whole minutes, halves up.
    package var serviceMinutes: Int { Int((service.count + 30_000) / 60_000) + others.service }
    /// In whole minutes; what is begun counts, so that no moment is told as none.
    package var uncoveredMinutes: Int { Int((uncovered.count + 59_999) / 60_000) + others.uncovered }

    package mutating func add(_ coverage: Coverage) {
        service = Milliseconds(service.count + coverage.service.length.count)
        uncovered = Milliseconds(uncovered.count + coverage.gaps.length.count)
    }

    /// Adds another client's.
    package mutating func add(_ other: CoverTally) {
        others.service += other.serviceMinutes
        others.uncovered += other.uncoveredMinutes
    }

    package static func == (one: CoverTally, other: CoverTally) -> Bool {
        one.service == other.service && one.uncovered == other.uncovered && one.others == other.others
    }
}

/// How a client was covered, day by day.
package struct CoverDays: Sendable, Equatable {
    /// The first day of the period.
    package let firstDay: CalendarDay
    /// One for each day of the period; nil: it is still to come.
    package private(set) var days: [ForecastDay?]
    /// When nobody was there in service, joined over times without service.
    package private(set) var gaps: [Interval] = []

    init(_ days: ClosedRange<CalendarDay>) {
        firstDay = days.lowerBound
        let count = days.upperBound.daysSince1970 - days.lowerBound.daysSince1970 + 1
        self.days = Array(repeating: nil, count: count)
    }

    /// Adds what one version of the directory, and the roster, tell of a part of the period.
    mutating func add(_ entry: ClientEntry, _ stretch: ReportScope.Stretch) {
        let clock = stretch.table.clock
        let coverage = stretch.table.coverage(of: entry, over: stretch.interval)
        gaps += coverage.gapStretches
        let touched =
            clock.day(
                of: stretch.interval.start)...clock.day(
                of: stretch.interval.end.advanced(by: Milliseconds(-1)))
        let midnights = ForecastPeriod(stretch.interval, days: touched, clock)
        var reader = ForecastReader(stretch.table, over: midnights)
        for (offset, day) in reader.forecast(of: entry).days.enumerated() {
            let index = touched.lowerBound.daysSince1970 + offset - firstDay.daysSince1970
            guard days.indices.contains(index) else { continue }
            days[index] = days[index].map { $0.worse(day) } ?? day
        }
    }
}

extension ForecastDay {
    /// The one that is told of a day of which two versions tell a part.
    fileprivate func worse(_ other: ForecastDay) -> ForecastDay {
        switch (self, other) {
        case (.served(let one), .served(let other)): .served(max(one, other))
        case (.served, _): self
        case (_, .served): other
        case (.closed, _), (_, .closed): .closed
        case (.noAgreement, .noAgreement): .noAgreement
        }
    }
}
