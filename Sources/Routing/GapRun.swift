package import Time

/// Gaps that belong together: one, or those at the same hours of days in service that follow each other, as when the one who is left works in the
/// mornings.
package struct GapRun: Sendable, Equatable {
    package let first: Interval
    package private(set) var last: Interval
    /// On how many days.
    package private(set) var count: Int

    /// From the beginning of the first to the end of the last.
    package var interval: Interval { Interval(from: first.start, until: last.end) ?? first }

    /// - Parameters:
    ///   - gaps: In order.
    ///   - service: When there is service, as far as the gaps go.
    package static func runs(_ gaps: [Interval], in service: Timeline, _ clock: ServiceClock) -> [GapRun] {
        let days = service.days(clock)
        return runs(gaps, clock) { one, other in !days.contains { one < $0 && $0 < other } }
    }

    /// - Parameter follow: Whether there is no day of service between two days.
    package static func runs(
        _ gaps: [Interval], _ clock: ServiceClock, follow: (CalendarDay, CalendarDay) -> Bool
    ) -> [GapRun] {
        var runs: [GapRun] = []
        for gap in gaps {
            let open = runs.lastIndex { run in
                guard let hours = clock.hours(run.last), let next = clock.hours(gap) else { return false }
                return hours.from == next.from && hours.until == next.until && hours.day < next.day
                    && follow(hours.day, next.day)
            }
            if let open {
                runs[open].last = gap
                runs[open].count += 1
            } else {
                runs.append(GapRun(first: gap, last: gap, count: 1))
            }
        }
        return runs
    }
}

extension Timeline {
    /// The local days of which it has a part, in order.
    package func days(_ clock: ServiceClock) -> [CalendarDay] {
        var days: [CalendarDay] = []
        for interval in intervals {
            let last = clock.day(of: interval.end.advanced(by: Milliseconds(-1)))
            var day = clock.day(of: interval.start)
            if let known = days.last, day <= known { day = known.advanced(by: 1) }
            while day <= last {
                days.append(day)
                day = day.advanced(by: 1)
            }
        }
        return days
    }
}

extension ServiceClock {
    /// Of an interval within one day, the day and the milliseconds of its bounds on the wall clock.
    fileprivate func hours(_ interval: Interval) -> (day: CalendarDay, from: Int, until: Int)? {
        let (start, last) = (local(interval.start), local(interval.end.advanced(by: Milliseconds(-1))))
        guard start.day == last.day else { return nil }
        return (start.day, start.millisecondOfDay, last.millisecondOfDay)
    }
}
