import Foundation
import TestSupport
import Testing
import Time

@Suite("CalendarDay+week")
struct CalendarWeekTests {
    @Test("weeks are those of Foundation's ISO 8601 calendar, on every day of thirty years")
    func weeks() throws {
        var calendar = Calendar(identifier: .iso8601)
        calendar.timeZone = zone("UTC")
        for days in 17_800..<28_800 {
            let day = CalendarDay(daysSince1970: days)
            let date = Date(timeIntervalSince1970: Double(days) * 86_400)
            try #require(day.week == calendar.component(.weekOfYear, from: date), "\(day)")
        }
    }

    @Test("a day is read as it is written")
    func read() {
        #expect(CalendarDay(text: "2026-12-24") == day("2026-12-24"))
        for text in ["", "2026-12", "2026-12-32", "26-12-24", "2026-1-02", "2026-12-24T", "+026-12-24", "2026-12-2a"] {
            #expect(CalendarDay(text: text) == nil, "\(text)")
        }
    }
}
