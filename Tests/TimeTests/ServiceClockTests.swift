import Foundation
import TestSupport
import Testing
import Time

@Suite struct ServiceClockTests {
    static let zones = [
        "Europe/Amsterdam", "UTC", "Asia/Tokyo", "Asia/Kolkata", "Australia/Sydney", "Australia/Lord_Howe",
        "America/St_Johns", "America/Santiago", "America/Havana", "Africa/Cairo", "Africa/Casablanca", "Europe/Moscow",
        "Europe/Dublin", "Pacific/Apia",
    ]

    @Test(
        "days on which the clocks change have 23 or 25 hours",
        arguments: [
            ("2026-03-28", 24), ("2026-03-29", 23), ("2026-03-30", 24), ("2026-10-24", 24), ("2026-10-25", 25),
            ("2026-10-26", 24), ("2027-03-28", 23), ("2027-10-31", 25),
        ])
    func wholeDay(text: String, length: Int) throws {
        let whole = try #require(ServiceClock(amsterdam).wholeDay(day(text)))
        #expect(whole.end.since(whole.start) == .hours(length))
        #expect(whole.start == at(text))
    }

    @Test(
        "a time that is skipped is the instant of the change, one that is repeated its first occurrence",
        arguments: [
            ("2026-03-29", "01:59", "2026-03-29 00:59"), ("2026-03-29", "02:00", "2026-03-29 01:00"),
            ("2026-03-29", "02:30", "2026-03-29 01:00"), ("2026-03-29", "02:59", "2026-03-29 01:00"),
            ("2026-03-29", "03:00", "2026-03-29 01:00"), ("2026-03-29", "03:01", "2026-03-29 01:01"),
            ("2026-10-25", "01:59", "2026-10-24 23:59"), ("2026-10-25", "02:00", "2026-10-25 00:00"),
            ("2026-10-25", "02:59", "2026-10-25 00:59"), ("2026-10-25", "03:00", "2026-10-25 02:00"),
            ("2027-03-28", "02:15", "2027-03-28 01:00"), ("2027-10-31", "02:15", "2027-10-31 00:15"),
            ("2026-12-31", "24:00", "2026-12-31 23:00"),
        ])
    func changes(text: String, clockTime: String, expected: String) {
        #expect(ServiceClock(amsterdam).instant(day(text), time(clockTime)) == utc(expected))
    }

    @Test("the offset changes to the millisecond")
    func edge() {
        let clock = ServiceClock(amsterdam)
        #expect(clock.local(utc("2026-03-29 00:59:59.999")).offset == 3_600)
        #expect(clock.local(utc("2026-03-29 01:00")).offset == 7_200)
        #expect(clock.local(utc("2026-10-25 00:59:59.999")).offset == 7_200)
        #expect(clock.local(utc("2026-10-25 01:00")).offset == 3_600)
    }

    @Test("the clock shows what Foundation's calendar shows, from 1990 to 2079", arguments: zones)
    func local(name: String) throws {
        let timeZone = zone(name)
        let clock = ServiceClock(timeZone)
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = timeZone
        var random = SeededGenerator(seed: 1)
        let years = try #require(Interval(from: utc("1990-01-02 00:00"), until: utc("2079-12-30 00:00")))
        for _ in 0..<2_000 {
            let instant = random.instant(in: years)
            let date = Date(timeIntervalSince1970: (Double(instant.milliseconds) / 1_000).rounded(.down))
            let shown = calendar.dateComponents([.year, .month, .day, .hour, .minute, .second], from: date)
            let local = clock.local(instant)
            let (year, month, dayOfMonth) = local.day.date
            try #require(year == shown.year)
            try #require(month == shown.month)
            try #require(dayOfMonth == shown.day)
            try #require(local.time.minutes / 60 == shown.hour && local.time.minutes % 60 == shown.minute)
            try #require(local.millisecondOfDay / 1_000 % 60 == shown.second)
            try #require(local.offset == timeZone.secondsFromGMT(for: date))
            try #require(clock.day(of: instant) == local.day)
        }
    }

    @Test("a time on a day is the earliest instant that shows it, also around changes", arguments: zones)
    func instant(name: String) throws {
        let timeZone = zone(name)
        let clock = ServiceClock(timeZone)
        var random = SeededGenerator(seed: 2)
        for _ in 0..<2_000 {
            var tested = CalendarDay(daysSince1970: .random(in: 7_306...39_800, using: &random))
            let noon = Date(timeIntervalSince1970: Double(tested.daysSince1970) * 86_400 + 43_200)
            if Bool.random(using: &random), let change = timeZone.nextDaylightSavingTimeTransition(after: noon) {
                let days = Int(change.timeIntervalSince1970) / 86_400
                tested = CalendarDay(daysSince1970: .random(in: days - 1...days + 1, using: &random))
            }
            let minutes = Int.random(in: 0...1_440, using: &random)
            let clockTime = try #require(LocalTime(hour: minutes / 60, minute: minutes % 60))
            let shown = tested.daysSince1970 * 86_400 + minutes * 60
            let instant = clock.instant(tested, clockTime)
            try #require(instant == Self.earliest(showing: shown, in: timeZone), "\(tested) \(clockTime)")
        }
    }

    /// Tries the offsets of the hours around; where none shows the time, it is skipped by the change that lies there.
    private static func earliest(showing shown: Int, in timeZone: TimeZone) -> Instant? {
        let around = stride(from: shown - 129_600, through: shown + 129_600, by: 1_800)
        let offsets = Set(around.map { timeZone.secondsFromGMT(for: Date(timeIntervalSince1970: Double($0))) })
        let showing = offsets.map { shown - $0 }.filter {
            $0 + timeZone.secondsFromGMT(for: Date(timeIntervalSince1970: Double($0))) == shown
        }
        if let first = showing.min() { return Instant(clamping: Int64(first) * 1_000) }
        // Just before the skip, clocks have the smaller offset.
        guard let offset = offsets.min() else { return nil }
        let latest = Date(timeIntervalSince1970: Double(shown - offset))
        let change = timeZone.nextDaylightSavingTimeTransition(after: latest.addingTimeInterval(-90_000))
        return change.map { Instant(clamping: Int64($0.timeIntervalSince1970) * 1_000) }
    }

    @Test("a zone without changes has the same offset for ever, and days of 24 hours")
    func fixed() throws {
        let clock = ServiceClock(zone("Asia/Tokyo"))
        for instant in [Instant.earliest, utc("2026-03-29 01:00"), utc("2026-10-25 01:00"), .latest] {
            #expect(clock.local(instant).offset == 32_400)
        }
        let whole = try #require(clock.wholeDay(day("2026-10-25")))
        #expect(whole.end.since(whole.start) == .hours(24))
    }

    @Test("south of the equator the long day is in April and the short one in October")
    func south() throws {
        let clock = ServiceClock(zone("Australia/Sydney"))
        let long = try #require(clock.wholeDay(day("2026-04-05")))
        #expect(long.end.since(long.start) == .hours(25))
        let short = try #require(clock.wholeDay(day("2026-10-04")))
        #expect(short.end.since(short.start) == .hours(23))
    }

    @Test("a change by half an hour makes days of 23.5 and 24.5 hours")
    func halfHour() throws {
        let clock = ServiceClock(zone("Australia/Lord_Howe"))
        let long = try #require(clock.wholeDay(day("2026-04-05")))
        #expect(long.end.since(long.start) == .minutes(1_470))
        let short = try #require(clock.wholeDay(day("2026-10-04")))
        #expect(short.end.since(short.start) == .minutes(1_410))
    }

    @Test("where midnight is skipped the day begins at the change; a day that never was is none")
    func midnight() throws {
        let cairo = try #require(ServiceClock(zone("Africa/Cairo")).wholeDay(day("2026-04-24")))
        #expect(cairo.start == utc("2026-04-23 22:00"))
        #expect(cairo.end.since(cairo.start) == .hours(23))
        #expect(ServiceClock(zone("Pacific/Apia")).wholeDay(day("2011-12-30")) == nil)
    }

    @Test("before 1990 and after 2080 the nearest offset holds")
    func horizon() {
        let clock = ServiceClock(amsterdam)
        #expect(clock.local(.earliest).offset == 3_600)
        #expect(clock.local(.latest).offset == 3_600)
        #expect(clock.zone == "Europe/Amsterdam")
    }
}
