import Time

/// Which part of leave that is refused would be allowed.
extension RoutingTable {
    /// Nobody asks for less of a day.
    private static let leastUseful = Milliseconds.minutes(30)

    /// What is left of an absence, as far as it is of use: of one stretch of time the days on which it opens no gap, or the hours where it lasts no
    /// longer than a day or no such day is left; of a series the occurrences in which it opens none, and the hours of others.
    ///
    /// - Parameter interval: In which it was looked at.
    func allowed(
        _ absence: Absence, over interval: Interval, _ opened: [ClientGap], _ reader: inout CoverageReader
    ) -> [Interval] {
        guard !opened.isEmpty else { return [] }
        var work = Timeline.never
        for client in clientsConcerned(by: absence.agent) { work = work.union(reader.coverage(of: client).service) }
        if let hours = agent(absence.agent)?.hours { work = work.intersection(hours.timeline(over: interval)) }
        let gaps = Timeline(opened.flatMap(\.times.intervals))
        guard absence.series == nil else {
            return absence.timeline(over: interval, clock).intervals.flatMap { occurrence in
                let whole = Timeline(occurrence)
                guard whole.intersection(gaps).isEmpty else { return allowedHours(occurrence, gaps, work) }
                return whole.intersection(work).isEmpty ? [] : [occurrence]
            }
        }
        guard let end = absence.end, let whole = Interval(from: interval.start, until: end) else { return [] }
        let days = end.since(whole.start) <= .days(1) ? [] : allowedDays(whole, gaps, work)
        return days.isEmpty ? allowedHours(whole, gaps, work) : days
    }

    private func allowedDays(_ whole: Interval, _ gaps: Timeline, _ work: Timeline) -> [Interval] {
        let taken = gaps.intervals.compactMap { gap in
            let last = clock.day(of: gap.end.advanced(by: Milliseconds(-1)))
            return Interval(
                from: clock.instant(clock.day(of: gap.start), .startOfDay),
                until: clock.instant(last.advanced(by: 1), .startOfDay))
        }
        return Timeline(whole).subtracting(Timeline(taken)).intervals.compactMap { part in
            guard let useful = work.intersection(Timeline(part)).span else { return nil }
            let lastDay = clock.day(of: useful.end.advanced(by: Milliseconds(-1)))
            return Interval(
                from: max(part.start, clock.instant(clock.day(of: useful.start), .startOfDay)),
                until: min(part.end, clock.instant(lastDay.advanced(by: 1), .startOfDay)))
        }
    }

    private func allowedHours(_ whole: Interval, _ gaps: Timeline, _ work: Timeline) -> [Interval] {
        Timeline(whole).subtracting(gaps).intervals.compactMap { part in
            guard let useful = work.intersection(Timeline(part)).span else { return nil }
            return useful.end.since(useful.start) < Self.leastUseful ? nil : useful
        }
    }
}

extension Timeline {
    /// From its first instant to its last; nil where it has none.
    fileprivate var span: Interval? {
        guard let first = intervals.first?.start, let last = intervals.last?.end else { return nil }
        return Interval(from: first, until: last)
    }
}
