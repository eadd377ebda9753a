import Routing
import TestSupport
import Testing
import Time

@testable import Records

@Suite("Series in columns")
struct SeriesTextTests {
    @Test("hours and exceptions are written for people, in the order of the week and of days")
    func written() {
        var week = hours([.friday], "13:00-18:00")
        week[.monday] = hours([.monday], "09:00-12:00", "13:00-24:00")[.monday]
        #expect(SeriesText.hours(week) == "mon 09:00-12:00; mon 13:00-24:00; fri 13:00-18:00")
        let exceptions = [
            WeeklySeries.Exception(day: day("2026-12-25"), end: nil),
            WeeklySeries.Exception(day: day("2027-01-08"), end: Instant(clamping: 1_799_413_200_000)),
        ]
        #expect(SeriesText.exceptions(exceptions) == "2026-12-25; 2027-01-08 until 1799413200000")
        #expect(SeriesText.exceptions([]) == nil)
    }

    @Test("what was written is read again as the same")
    func roundTrip() throws {
        var generator = SeededGenerator(seed: 11)
        for _ in 0..<2_000 {
            var week = WeeklyHours()
            for weekday in Weekday.allCases where Bool.random(using: &generator) {
                let times = Set((0..<4).map { _ in Int.random(in: 0...1_440, using: &generator) }).sorted()
                week[weekday] = stride(from: 0, to: times.count - 1, by: 2).compactMap { place in
                    let (from, until) = (times[place], times[place + 1])
                    guard let first = LocalTime(hour: from / 60, minute: from % 60),
                        let last = LocalTime(hour: until / 60, minute: until % 60)
                    else { return nil }
                    return WeeklyHours.Range(from: first, until: last)
                }
            }
            guard !week.isEmpty else { continue }
            var series = WeeklySeries(
                hours: week, weeks: .random(in: 1...52, using: &generator),
                firstDay: CalendarDay(daysSince1970: .random(in: -20_000...70_000, using: &generator)))
            for _ in 0..<Int.random(in: 0...5, using: &generator) {
                let exception = series.firstDay.advanced(by: .random(in: 0...900, using: &generator))
                let end = Instant(clamping: .random(in: 0...9_999_999_999, using: &generator))
                series = series.excepting(exception, end: Bool.random(using: &generator) ? end : nil)
            }
            let read = try SeriesText.series(
                hours: SeriesText.hours(series.hours), weeks: series.weeks, firstDay: "\(series.firstDay)",
                exceptions: SeriesText.exceptions(series.exceptions))
            #expect(read == series)
        }
    }

    @Test(
        "anything else is refused, and which column it is",
        arguments: [
            ("hours", "fri 13:00-18:00 ", 1, "2026-12-04", nil), ("hours", "Fri 13:00-18:00", 1, "2026-12-04", nil),
            ("hours", "fri 13:00-13:00", 1, "2026-12-04", nil), ("hours", "fri 9:00-13:00", 1, "2026-12-04", nil),
            ("hours", "fri 13:00-18:00;mon 09:00-10:00", 1, "2026-12-04", nil), ("hours", "", 1, "2026-12-04", nil),
            ("hours", "fri +9:00-13:00", 1, "2026-12-04", nil), ("hours", "fri 13:00-25:00", 1, "2026-12-04", nil),
            ("weeks", "fri 13:00-18:00", 0, "2026-12-04", nil), ("weeks", "fri 13:00-18:00", 53, "2026-12-04", nil),
            ("weeks", "fri 13:00-18:00", nil, "2026-12-04", nil), ("first_day", "fri 13:00-18:00", 1, nil, nil),
            ("first_day", "fri 13:00-18:00", 1, "2026-12-4", nil),
            ("exceptions", "fri 13:00-18:00", 1, "2026-12-04", ""),
            ("exceptions", "fri 13:00-18:00", 1, "2026-12-04", "2026-12-25; 2026-12-25"),
            ("exceptions", "fri 13:00-18:00", 1, "2026-12-04", "2026-12-25 until "),
            ("exceptions", "fri 13:00-18:00", 1, "2026-12-04", "2026-12-25 until 1 until 2"),
        ] as [(String, String, Int?, String?, String?)])
    func refused(column: String, hours: String, weeks: Int?, firstDay: String?, exceptions: String?) {
        #expect {
            try SeriesText.series(hours: hours, weeks: weeks, firstDay: firstDay, exceptions: exceptions)
        } throws: { error in
            (error as? SeriesText.Unreadable)?.column == column
        }
    }
}
