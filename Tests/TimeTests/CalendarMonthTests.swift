import Testing
import Time

@Suite("Months of the calendar")
struct CalendarMonthTests {
    @Test(
        "people's words for a month are read, without a year the latest that has begun",
        arguments: [
            ("2026-11", "2026-11"), ("2026-9", "2026-09"), ("this month", "2026-11"), ("deze maand", "2026-11"),
            ("Last Month", "2026-10"), ("vorige maand", "2026-10"), ("afgelopen maand", "2026-10"),
            ("october", "2026-10"), ("Oktober", "2026-10"), ("okt", "2026-10"), ("november", "2026-11"),
            ("december", "2025-12"), ("mrt 2025", "2025-03"), ("maart", "2026-03"), ("mei", "2026-05"),
            ("may 2024", "2024-05"),
        ])
    func words(text: String, month: String) throws {
        let today = try #require(CalendarDay(text: "2026-11-26"))
        #expect(CalendarMonth(words: [text], on: today)?.description == month)
        #expect(CalendarMonth(words: text.split(separator: " ").map(String.init), on: today)?.description == month)
    }

    @Test(
        "what is no month is none",
        arguments: [
            "", "2026", "2026-13", "2026-0", "2026-100", "26-1", "month", "octopus", "oktober 26", "november x", "last",
            "1-2026",
        ])
    func others(text: String) throws {
        let today = try #require(CalendarDay(text: "2026-11-26"))
        #expect(CalendarMonth(words: [text], on: today) == nil)
    }

    @Test("in January last month is last year's")
    func january() throws {
        let today = try #require(CalendarDay(text: "2027-01-01"))
        #expect(CalendarMonth(words: ["last month"], on: today)?.description == "2026-12")
        #expect(CalendarMonth(words: ["december"], on: today)?.description == "2026-12")
    }
}
