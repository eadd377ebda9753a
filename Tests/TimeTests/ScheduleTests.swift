import Foundation
import TestSupport
import Testing
import Time

@testable import Time

@Suite struct ScheduleTests {
    static let zones = [
        "Europe/Amsterdam", "Australia/Lord_Howe", "Africa/Cairo", "America/Santiago", "America/Havana",
    ]

    private static func office(closedDays: [String] = [], closures: Timeline = .never) -> Schedule {
        Schedule(
            clock: ServiceClock(amsterdam), hours: hours(.workdays, "08:00-12:00", "13:00-17:00"),
            closedDays: closedDays.map { day($0) }, closures: closures)
    }

    @Test(
        "hours begin to the millisecond and end before theirs",
        arguments: [
            ("2026-03-02 07:59:59.999", false), ("2026-03-02 08:00", true), ("2026-03-02 11:59:59.999", true),
            ("2026-03-02 12:00", false), ("2026-03-02 13:00", true), ("2026-03-02 17:00", false),
            ("2026-03-01 10:00", false), ("2026-07-01 08:00", true), ("2026-07-01 07:59:59.999", false),
        ])
    func holds(text: String, expected: Bool) {
        #expect(Self.office().contains(at(text)) == expected)
    }

    @Test(
        "the next opening is now when open, else the next range, over nights, weekends and closed days",
        arguments: [
            ("2026-03-02 08:00", "2026-03-02 08:00"), ("2026-03-02 11:59:59.999", "2026-03-02 11:59:59.999"),
            ("2026-03-02 12:00", "2026-03-02 13:00"), ("2026-03-02 17:00", "2026-03-03 08:00"),
            ("2026-03-27 17:00", "2026-03-30 08:00"), ("2026-12-24 17:00", "2026-12-28 08:00"),
        ])
    func nextOpening(from: String, expected: String) {
        #expect(Self.office(closedDays: ["2026-12-25"]).next(from: at(from)) == at(expected))
    }

    @Test("a closed day has no hours, from its first to its last millisecond")
    func closedDay() {
        let schedule = Schedule(clock: ServiceClock(amsterdam), hours: .always, closedDays: [day("2026-10-25")])
        #expect(schedule.isClosed(day("2026-10-25")))
        #expect(!schedule.isClosed(day("2026-10-26")))
        #expect(schedule.contains(at("2026-10-24 23:59:59.999")))
        #expect(!schedule.contains(at("2026-10-25 00:00")))
        #expect(!schedule.contains(at("2026-10-25 23:59:59.999")))
        #expect(schedule.contains(at("2026-10-26 00:00")))
    }

    @Test("a closure takes its part out of the hours")
    func closure() {
        let schedule = Self.office(closures: Timeline([interval("2026-12-24 15:00", "2026-12-24 18:00")]))
        #expect(schedule.contains(at("2026-12-24 14:59:59.999")))
        #expect(!schedule.contains(at("2026-12-24 15:00")))
        #expect(schedule.next(from: at("2026-12-24 15:00")) == at("2026-12-25 08:00"))
    }

    @Test("hours until 24:00 go on without a gap at midnight, also when the clocks change")
    func midnight() {
        let schedule = Schedule(clock: ServiceClock(amsterdam), hours: .always)
        let week = interval("2026-10-20 00:00", "2026-10-27 00:00")
        #expect(schedule.timeline(over: week).intervals == [week])
    }

    @Test(
        "round the clock has 23 and 25 hours on the days of the changes",
        arguments: [("2026-03-29", 23), ("2026-10-25", 25), ("2027-03-28", 23), ("2027-10-31", 25)])
    func changes(text: String, length: Int) {
        let changing = day(text)
        let schedule = Schedule(clock: ServiceClock(amsterdam), hours: hours([changing.weekday], "00:00-24:00"))
        let around = interval(
            changing.advanced(by: -1).description + " 00:00", changing.advanced(by: 2).description + " 00:00")
        let open = schedule.timeline(over: around).intervals
        #expect(open.map { $0.end.since($0.start) } == [.hours(length)])
    }

    @Test("hours of which a part is skipped are shorter, hours that are skipped as a whole do not happen")
    func skipped() {
        let clock = ServiceClock(amsterdam)
        let sunday = interval("2026-03-29 00:00", "2026-03-30 00:00")
        let part = Schedule(clock: clock, hours: hours([.sunday], "01:30-02:30")).timeline(over: sunday)
        #expect(part.intervals.map { $0.end.since($0.start) } == [.minutes(30)])
        #expect(Schedule(clock: clock, hours: hours([.sunday], "02:00-03:00")).timeline(over: sunday).isEmpty)
    }

    @Test("a century of closures costs an answer no more than a few")
    func manyClosures() throws {
        let instant = at("2026-03-02 07:00")
        func looks(years: Int) throws -> (days: Int, times: Int) {
            let last = day("2026-01-01").daysSince1970 + years * 365
            // Every second day, and a part of every day.
            let closedDays = stride(from: day("2026-01-01").daysSince1970, to: last, by: 2).map {
                CalendarDay(daysSince1970: $0)
            }
            let clock = ServiceClock(amsterdam)
            let noon = try #require(LocalTime(hour: 12, minute: 0))
            let closures = Timeline(
                (day("2026-01-01").daysSince1970..<last).compactMap { number -> Interval? in
                    let day = CalendarDay(daysSince1970: number)
                    return Interval(from: clock.instant(day, .startOfDay), until: clock.instant(day, noon))
                })
            var looks = (days: 0, times: 0)
            let byDays = Schedule(clock: clock, hours: .always, closedDays: closedDays)
            #expect(byDays.next(from: instant, looks: &looks.days) != nil)
            let byTimes = Schedule(clock: clock, hours: .always, closures: closures)
            #expect(byTimes.next(from: instant, looks: &looks.times) == at("2026-03-02 12:00"))
            return looks
        }
        let few = try looks(years: 1)
        let many = try looks(years: 100)
        #expect(few == many)
        #expect(many.days <= 3)
        #expect(many.times <= 3)
    }

    @Test("a long closure is passed at once, by days and by times")
    func longClosure() throws {
        let start = day("2026-03-02").daysSince1970
        let clock = ServiceClock(amsterdam)
        let days = (start..<start + 700).map { CalendarDay(daysSince1970: $0) }
        var looks = 0
        let byDays = Schedule(clock: clock, hours: .always, closedDays: days)
        let opening = clock.instant(CalendarDay(daysSince1970: start + 700), .startOfDay)
        #expect(byDays.next(from: at("2026-03-02 09:00"), looks: &looks) == opening)
        let closure = try #require(Interval(from: at("2026-03-02 00:00"), until: opening))
        let byTimes = Schedule(clock: clock, hours: .always, closures: Timeline([closure]))
        #expect(byTimes.next(from: at("2026-03-02 09:00"), looks: &looks) == opening)
        #expect(looks <= 8)
        let endless = Schedule(
            clock: clock, hours: .always, closedDays: (start..<start + 732).map { CalendarDay(daysSince1970: $0) })
        #expect(endless.next(from: at("2026-03-02 09:00")) == nil)
    }

    @Test("where nothing ever holds there is no next opening")
    func neverOpen() {
        let schedule = Schedule(clock: ServiceClock(amsterdam), hours: WeeklyHours())
        #expect(schedule.next(from: at("2026-03-02 09:00")) == nil)
        #expect(!schedule.contains(at("2026-03-02 09:00")))
        #expect(schedule.timeline(over: interval("2026-01-01 00:00", "2027-01-01 00:00")) == .never)
    }

    @Test("asking at the ends of time is possible")
    func limits() throws {
        let schedule = Self.office()
        #expect(schedule.next(from: .latest) == nil)
        #expect(schedule.next(from: .earliest) != nil)
        let last = try #require(Interval(from: Instant.latest.advanced(by: .days(-9)), until: .latest))
        #expect(!schedule.timeline(over: last).isEmpty)
    }

    @Test("asking about a stretch whose end the clock shows on an earlier day than its start is possible")
    func dayShownTwice() throws {
        // At 00:01 on 7 November 2010 clocks in Newfoundland went back to 23:01 on the 6th.
        let clock = ServiceClock(zone("America/St_Johns"))
        let stretch = try #require(Interval(from: utc("2010-11-07 02:30:30"), until: utc("2010-11-07 02:31:30")))
        #expect(clock.day(of: stretch.start) > clock.day(of: stretch.end))
        #expect(Schedule(clock: clock, hours: .always).timeline(over: stretch).contains(stretch.start))
    }

    @Test("instant by instant, in timelines and looking ahead, the answer is the same", arguments: zones, 0..<12)
    func agreement(name: String, seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        let clock = ServiceClock(zone(name))
        let schedule = Self.randomSchedule(clock, &random)
        let changes = [
            "2026-03-08", "2026-03-29", "2026-04-05", "2026-04-24", "2026-09-06", "2026-10-04", "2026-10-25",
        ]
        for _ in 0..<60 {
            let around = at(changes.randomElement(using: &random).map { $0 + " 12:00" } ?? "")
            let days = try #require(
                Interval(from: around.advanced(by: .days(-3)), until: around.advanced(by: .days(3))))
            let instant = random.instant(in: days)
            let timeline = schedule.timeline(over: days)
            try #require(schedule.contains(instant) == timeline.contains(instant))
            for edge in timeline.intervals.flatMap({ [$0.start, $0.end] }) where edge < days.end {
                try #require(schedule.contains(edge) == timeline.contains(edge))
                let before = edge.advanced(by: Milliseconds(-1))
                try #require(before < days.start || schedule.contains(before) == timeline.contains(before))
            }
            let ahead = try #require(Interval(from: instant, until: instant.advanced(by: .days(30))))
            let first = schedule.timeline(over: ahead).intervals.first?.start
            let next = schedule.next(from: instant)
            try #require(first == next || first == nil && next ?? .latest >= ahead.end)
        }
    }

    @Test("on ordinary days the schedule is what the wall clock says", arguments: 0..<10)
    func wallClock(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = amsterdam
        let week = Self.randomWeek(&random)
        let schedule = Schedule(clock: ServiceClock(amsterdam), hours: week)
        for _ in 0..<300 {
            let instant = random.instant(in: interval("2026-03-30 00:00", "2026-10-25 00:00"))
            let date = Date(timeIntervalSince1970: (Double(instant.milliseconds) / 1_000).rounded(.down))
            let shown = calendar.dateComponents([.weekday, .hour, .minute], from: date)
            // Foundation counts from Sunday, 1.
            let weekday = try #require(Weekday(rawValue: ((shown.weekday ?? 0) + 5) % 7))
            let minutes = (shown.hour ?? 0) * 60 + (shown.minute ?? 0)
            let expected = week[weekday].contains { $0.from.minutes <= minutes && minutes < $0.until.minutes }
            try #require(schedule.contains(instant) == expected)
        }
    }

    private static func randomSchedule(_ clock: ServiceClock, _ random: inout SeededGenerator) -> Schedule {
        let closed = (0..<30).map { _ in day("2026-01-01").advanced(by: .random(in: 0..<365, using: &random)) }
        let closures = (0..<40).compactMap { _ in
            let start = random.instant(in: interval("2026-01-01 00:00", "2027-01-01 00:00"))
            return Interval(from: start, until: start.advanced(by: .minutes(.random(in: 1...900, using: &random))))
        }
        return Schedule(clock: clock, hours: randomWeek(&random), closedDays: closed, closures: Timeline(closures))
    }

    /// Up to three ranges a day, in any order, some of them overlapping or ending at 24:00.
    private static func randomWeek(_ random: inout SeededGenerator) -> WeeklyHours {
        var hours = WeeklyHours()
        for day in Weekday.allCases {
            hours[day] = (0..<Int.random(in: 0...3, using: &random)).compactMap { _ in
                let from = Int.random(in: 0...95, using: &random) * 15
                let until = min(from + Int.random(in: 1...60, using: &random) * 15, 1_440)
                return LocalTime(hour: from / 60, minute: from % 60).flatMap { from in
                    LocalTime(hour: until / 60, minute: until % 60).flatMap { WeeklyHours.Range(from: from, until: $0) }
                }
            }
        }
        return hours
    }
}
