import TestSupport
import Testing
import Time

@Suite struct WeeklyHoursTests {
    @Test("hours end after they begin, at 24:00 at the latest")
    func range() {
        #expect(WeeklyHours.Range(from: time("08:00"), until: time("08:00")) == nil)
        #expect(WeeklyHours.Range(from: time("22:00"), until: time("06:00")) == nil)
        #expect(WeeklyHours.Range(from: .endOfDay, until: .endOfDay) == nil)
        #expect(WeeklyHours.Range(from: time("23:59"), until: .endOfDay) != nil)
    }

    @Test("the ranges of a day are in order of time")
    func order() {
        let day = hours([.monday], "13:00-17:00", "08:00-12:00")[.monday]
        #expect(day.map(\.from) == [time("08:00"), time("13:00")])
    }

    @Test("a new week has no hours; a week with one range has some")
    func isEmpty() {
        #expect(WeeklyHours().isEmpty)
        #expect(!hours([.sunday], "08:00-09:00").isEmpty)
        #expect(hours([.sunday], "08:00-09:00")[.monday].isEmpty)
    }

    @Test("round the clock is 00:00 to 24:00 on each day", arguments: Weekday.allCases)
    func always(day: Weekday) {
        #expect(WeeklyHours.always[day] == hours([day], "00:00-24:00")[day])
    }
}
