import Foundation
package import MajorAPI
import Routing
package import Time
package import Wording

/// When a client has nobody, in words: the same hours of days of service that follow each other are one.
package struct CoverageGap {
    package let client: ReportsAPI.ClientCoverage
    package let start: Instant
    /// The place of its first day in the forecast.
    package let day: Int
    /// `Thu 24 Dec 08:00 to 12:30`
    package let times: String
    /// Those who would be there and are away, by name.
    package let away: [String]
    /// Who could stand in all that time, by name; nil where that is not told.
    package let standIns: [String]?
}

extension CoverageReport {
    /// The gaps of all clients, the soonest first; of one moment in the order of the clients.
    package func gaps(_ time: TimeWords) -> [CoverageGap] {
        let all = clients.flatMap { gaps(of: $0, time) }
        return all.enumerated().sorted { ($0.element.start, $0.offset) < ($1.element.start, $1.offset) }.map(\.element)
    }

    private func gaps(of client: ReportsAPI.ClientCoverage, _ time: TimeWords) -> [CoverageGap] {
        let gaps = client.stretches.compactMap {
            stretch -> (stretch: ReportsAPI.CoverageStretch, interval: Interval)? in
            guard stretch.state == .nobody, let start = LocalDateTime(rfc3339: stretch.from),
                let end = LocalDateTime(rfc3339: stretch.until)
            else { return nil }
            return Interval(from: start.instant, until: end.instant).map { (stretch, $0) }
        }
        guard let zone = TimeZone(identifier: timeZone) else { return [] }
        let clock = ServiceClock(zone)
        let served = client.shownDays.map { if case .served = $0 { true } else { false } }
        func follow(_ day: CalendarDay, _ next: CalendarDay) -> Bool {
            let between = (day.daysSince1970 + 1..<next.daysSince1970).map { $0 - firstDay.daysSince1970 }
            return between.allSatisfy { !served.indices.contains($0) || !served[$0] }
        }
        return GapRun.runs(gaps.map(\.interval), clock, follow: follow).map { run in
            let (start, end) = (clock.rfc3339(run.interval.start), clock.rfc3339(run.interval.end))
            let told = gaps.filter { run.interval.start <= $0.interval.start && $0.interval.end <= run.interval.end }
            return CoverageGap(
                client: client, start: run.interval.start,
                day: clock.day(of: run.interval.start).daysSince1970 - firstDay.daysSince1970,
                times: time.beyond(
                    run.count > 1 ? time.hours(from: start, until: end) : time.stretch(from: start, until: end),
                    told.last?.stretch.goesOn),
                away: away(told.map(\.stretch)), standIns: standIns(told.map(\.stretch)))
        }
    }

    private func away(_ stretches: [ReportsAPI.CoverageStretch]) -> [String] {
        var ids: [String] = []
        for id in stretches.flatMap({ $0.away ?? [] }) where !ids.contains(id) { ids.append(id) }
        return ids.map(name)
    }

    private func standIns(_ stretches: [ReportsAPI.CoverageStretch]) -> [String]? {
        guard let first = stretches.first?.standIns else { return nil }
        return first.filter { id in stretches.allSatisfy { $0.standIns?.contains(id) ?? true } }.map(name)
    }
}
