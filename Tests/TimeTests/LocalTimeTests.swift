import TestSupport
import Testing
import Time

@Suite struct LocalTimeTests {
    @Test("hours and minutes of a clock are times, 24:00 included", arguments: [(0, 0), (7, 30), (23, 59), (24, 0)])
    func times(hour: Int, minute: Int) throws {
        let time = try #require(LocalTime(hour: hour, minute: minute))
        #expect(time.minutes == hour * 60 + minute)
    }

    @Test(
        "what no clock shows is no time",
        arguments: [(24, 1), (25, 0), (-1, 0), (8, 60), (8, -1), (Int.max, 0), (0, Int.max), (Int.min, Int.min)])
    func none(hour: Int, minute: Int) {
        #expect(LocalTime(hour: hour, minute: minute) == nil)
    }

    @Test("times have two digits for hour and minute")
    func description() {
        #expect(time("7:05").description == "07:05")
        #expect(LocalTime.endOfDay.description == "24:00")
        #expect(LocalTime.startOfDay.description == "00:00")
    }

    @Test("times compare by the clock")
    func order() {
        #expect(time("08:59") < time("09:00"))
        #expect(time("23:59") < .endOfDay)
    }

    @Test(
        "an instant is written as RFC 3339 with the offset that was in force",
        arguments: [
            ("Europe/Amsterdam", "2026-12-24 08:00", "2026-12-24T09:00:00+01:00"),
            ("Europe/Amsterdam", "2026-07-01 22:00:01.007", "2026-07-02T00:00:01.007+02:00"),
            ("Europe/Amsterdam", "2026-10-25 00:30", "2026-10-25T02:30:00+02:00"),
            ("Europe/Amsterdam", "2026-10-25 01:30", "2026-10-25T02:30:00+01:00"),
            ("UTC", "1969-12-31 23:59:59.999", "1969-12-31T23:59:59.999+00:00"),
            ("America/St_Johns", "2026-01-01 00:00", "2025-12-31T20:30:00-03:30"),
            ("Asia/Kolkata", "2026-01-01 00:00", "2026-01-01T05:30:00+05:30"),
        ])
    func rfc3339(name: String, instant: String, expected: String) {
        #expect(ServiceClock(zone(name)).rfc3339(utc(instant)) == expected)
    }

    @Test("hour and minute are taken without the seconds")
    func timeOfLocal() {
        let local = ServiceClock(amsterdam).local(at("2026-03-02 09:41:59.999"))
        #expect(local.time == time("09:41"))
        #expect(local.day == day("2026-03-02"))
        #expect(local.millisecondOfDay == 34_919_999)
        #expect(local.offset == 3_600)
    }
}
