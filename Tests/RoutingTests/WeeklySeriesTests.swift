import Routing
import TestSupport
import Testing
import Time

@Suite("Weekly series") struct WeeklySeriesTests {
    private static let clock = ServiceClock(amsterdam)
    private static let autumn = interval("2026-10-01 00:00", "2026-11-15 00:00")

    private static func starts(_ series: WeeklySeries, over stretch: Interval = autumn) -> [String] {
        leave(series, from: stretch.start, until: stretch.end).timeline(over: stretch, clock).intervals.map {
            "\(clock.rfc3339($0.start).prefix(16)) \(clock.rfc3339($0.end).prefix(16).suffix(5))"
        }
    }

    @Test("every Friday afternoon is every Friday afternoon on the wall clock, also when the clocks change between")
    func weekly() {
        let series = WeeklySeries(hours: hours([.friday], "13:00-18:00"), firstDay: day("2026-10-20"))
        #expect(
            Self.starts(series, over: interval("2026-10-20 00:00", "2026-11-08 00:00"))
                == ["2026-10-23T13:00 18:00", "2026-10-30T13:00 18:00", "2026-11-06T13:00 18:00"])
    }

    @Test("every other week is counted from the Monday of the first week")
    func everyOther() {
        let series = WeeklySeries(
            hours: hours([.monday, .friday], "09:00-12:00"), weeks: 2, firstDay: day("2026-10-09"))
        #expect(
            Self.starts(series).map { String($0.prefix(10)) }
                == ["2026-10-05", "2026-10-09", "2026-10-19", "2026-10-23", "2026-11-02", "2026-11-06"])
    }

    @Test("a day that is excepted does not happen, or ends early")
    func exceptions() {
        let ended = at("2026-10-16 10:30")
        let series = WeeklySeries(hours: hours([.friday], "09:00-12:00"), firstDay: day("2026-10-01"))
            .excepting(day("2026-10-09")).excepting(day("2026-10-16"), end: ended)
        #expect(
            Self.starts(series, over: interval("2026-10-01 00:00", "2026-10-24 00:00"))
                == ["2026-10-02T09:00 12:00", "2026-10-16T09:00 10:30", "2026-10-23T09:00 12:00"])
        #expect(series.excepting(day("2026-10-09"), end: ended).exceptions.count == 2)
    }

    @Test("a whole day is as long as it is when the clocks change")
    func wholeDay() {
        let series = WeeklySeries(hours: hours([.sunday], "00:00-24:00"), firstDay: day("2026-10-19"))
        let all = Self.leave(series, from: at("2026-10-19 00:00"), until: nil)
        let found = all.occurrence(from: at("2026-10-19 00:00"), Self.clock)
        #expect(found == interval("2026-10-25 00:00", "2026-10-26 00:00"))
        #expect(found.map { $0.end.since($0.start) } == .hours(25))
    }

    @Test("the term cuts the first and the last one")
    func term() {
        let series = WeeklySeries(hours: hours([.friday], "09:00-17:00"), firstDay: day("2026-10-02"))
        let absence = Self.leave(series, from: at("2026-10-02 12:00"), until: at("2026-10-09 10:00"))
        #expect(
            absence.timeline(over: Self.autumn, Self.clock).intervals == [
                interval("2026-10-02 12:00", "2026-10-02 17:00"), interval("2026-10-09 09:00", "2026-10-09 10:00"),
            ])
        #expect(absence.occurrence(at: at("2026-10-02 11:59"), Self.clock) == nil)
        #expect(absence.occurrence(from: at("2026-10-09 10:00"), Self.clock) == nil)
    }

    @Test("an instant is in an occurrence when the timeline has it", arguments: 0..<8)
    func agreement(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        let absences = random.series(4, of: ["anna"], in: Self.autumn)
        for absence in absences {
            let times = absence.timeline(over: Self.autumn, Self.clock)
            for edge in times.intervals.flatMap({ [$0.start, $0.end] }) {
                for moment in [edge.advanced(by: Milliseconds(-1)), edge] where Self.autumn.contains(moment) {
                    try #require(
                        times.contains(moment) == (absence.occurrence(at: moment, Self.clock) != nil), "\(absence)")
                }
            }
        }
    }

    private static func leave(_ series: WeeklySeries, from start: Instant, until end: Instant?) -> Absence {
        Absence(
            id: 1, agent: AgentID("anna"), kind: .leave, start: start, end: end, series: series, enteredBy: "anna",
            enteredAt: start)
    }
}
