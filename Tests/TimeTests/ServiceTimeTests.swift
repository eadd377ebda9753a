import TestSupport
import Testing
import Time

@Suite("Service time") struct ServiceTimeTests {
    /// Monday to Friday, 8:00 to 17:00; Thursday 24 December 2026 is closed.
    private static let schedule = Schedule(
        clock: ServiceClock(amsterdam), hours: hours(.workdays, "08:00-17:00"),
        closedDays: [day("2026-12-24")])

    @Test(
        "an hour of service after",
        arguments: [
            ("2026-12-21 10:00", "2026-12-21 11:00"), ("2026-12-21 16:30", "2026-12-22 08:30"),
            ("2026-12-21 16:00", "2026-12-21 17:00"), ("2026-12-21 17:00", "2026-12-22 09:00"),
            ("2026-12-21 03:00", "2026-12-21 09:00"), ("2026-12-23 16:59", "2026-12-25 08:59"),
            ("2026-12-25 16:30", "2026-12-28 08:30"),
        ])
    func hour(start: String, end: String) {
        #expect(Self.schedule.instant(after: .hours(1), from: at(start)) == at(end))
    }

    @Test("many hours pass over weeks, and none where service never opens")
    func long() {
        // 46 working days of nine hours, without 24 December.
        #expect(Self.schedule.instant(after: .hours(9 * 46), from: at("2026-12-01 08:00")) == at("2027-02-03 17:00"))
        let never = Schedule(clock: ServiceClock(amsterdam), hours: hours([], "08:00-17:00"), closedDays: [])
        #expect(never.instant(after: .hours(1), from: at("2026-12-01 08:00")) == nil)
        #expect(never.endOfNextDay(after: at("2026-12-01 08:00")) == nil)
    }

    @Test(
        "the end of the next day of service",
        arguments: [
            ("2026-12-21 10:00", "2026-12-23 00:00"), ("2026-12-23 10:00", "2026-12-26 00:00"),
            ("2026-12-25 10:00", "2026-12-29 00:00"), ("2026-12-26 10:00", "2026-12-29 00:00"),
        ])
    func nextDay(start: String, end: String) {
        #expect(Self.schedule.endOfNextDay(after: at(start)) == at(end))
    }

    @Test("how much service an interval has")
    func service() {
        #expect(Self.schedule.service(in: interval("2026-12-21 16:00", "2026-12-22 09:00")) == .hours(2))
        #expect(Self.schedule.service(in: interval("2026-12-24 00:00", "2026-12-25 00:00")) == Milliseconds(0))
    }
}
