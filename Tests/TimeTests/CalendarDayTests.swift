import Foundation
import TestSupport
import Testing
import Time

@Suite struct CalendarDayTests {
    @Test("date and weekday agree with Foundation's calendar from 1900 to 2199, and back")
    func foundation() throws {
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = zone("UTC")
        for days in stride(from: day("1900-01-01").daysSince1970, through: day("2199-12-31").daysSince1970, by: 3) {
            let tested = CalendarDay(daysSince1970: days)
            let shown = calendar.dateComponents(
                [.year, .month, .day, .weekday], from: Date(timeIntervalSince1970: Double(days) * 86_400))
            let (year, month, dayOfMonth) = tested.date
            try #require(year == shown.year)
            try #require(month == shown.month)
            try #require(dayOfMonth == shown.day)
            // Foundation counts from Sunday, 1.
            try #require((tested.weekday.rawValue + 1) % 7 + 1 == shown.weekday)
            try #require(CalendarDay(year: year, month: month, day: dayOfMonth) == tested)
        }
    }

    @Test(
        "dates that do not exist, and years outside 1900 to 2199, are no days",
        arguments: [
            (2026, 2, 29), (1900, 2, 29), (2100, 2, 29), (2026, 4, 31), (2026, 1, 0), (2026, 1, 32), (2026, 0, 1),
            (2026, 13, 1), (1899, 12, 31), (2200, 1, 1), (Int.max, 1, 1), (Int.min, 1, 1), (2026, Int.max, 1),
            (2026, 1, Int.min),
        ])
    func none(year: Int, month: Int, dayOfMonth: Int) {
        #expect(CalendarDay(year: year, month: month, day: dayOfMonth) == nil)
    }

    @Test("every month has its days", arguments: 1...12)
    func lengths(month: Int) {
        let lengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
        #expect(CalendarDay.length(ofMonth: month, year: 2026) == lengths[month - 1])
        #expect(CalendarDay.length(ofMonth: month, year: 2028) == (month == 2 ? 29 : lengths[month - 1]))
    }

    @Test("centuries are leap years only every four hundred years")
    func centuries() {
        #expect(CalendarDay.length(ofMonth: 2, year: 2000) == 29)
        #expect(CalendarDay.length(ofMonth: 2, year: 2100) == 28)
    }

    @Test("days are counted from 1970 over the ends of months and years")
    func arithmetic() {
        #expect(day("1970-01-01").daysSince1970 == 0)
        #expect(day("1969-12-31").daysSince1970 == -1)
        #expect(day("2026-12-31").advanced(by: 1) == day("2027-01-01"))
        #expect(day("2028-03-01").advanced(by: -1) == day("2028-02-29"))
        #expect(day("2026-12-24") < day("2026-12-25"))
    }

    @Test("days are written as in ISO 8601")
    func description() {
        #expect(day("2026-1-2").description == "2026-01-02")
        #expect(day("1900-12-24").description == "1900-12-24")
    }
}
