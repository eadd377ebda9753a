import MajorAPI
import Testing
import Time

@testable import Web

@Suite("The calendar on one's own page")
struct LeaveCalendarTests {
    private func absence(_ agent: String, _ from: String, _ until: String) -> RosterAPI.Absence {
        RosterAPI.Absence(
            id: "1", agent: agent, agentName: agent, kind: .away, from: "\(from)T00:00:00+01:00",
            until: "\(until)T00:00:00+01:00")
    }

    private func text(_ absences: [RosterAPI.Absence], _ waiting: [RosterAPI.Absence]) throws -> String {
        let context = PageContext(visitor: Visitor(reader: .user("joke"), agent: "joke", name: "Joke"), language: .nl)
        let today = try #require(CalendarDay(text: "2026-11-27"))
        let calendar = try #require(
            LeaveCalendar(
                "joke", ["joke": "Joke de Vries", "mark": "Mark Bakker"], absences, waiting, today,
                in: "Europe/Amsterdam", context))
        return try Templates().text("calendar", calendar.values)
    }

    @Test("it has this month and the next, each day once, with its weekday above")
    func months() throws {
        let text = try text([], [])
        #expect(text.contains("<caption>november 2026</caption>") && text.contains("<caption>december 2026</caption>"))
        #expect(text.matches(of: /class="number"/).count == 30 + 31)
        #expect(text.matches(of: /class="day[^"]* today/).count == 1)
        #expect(text.contains("<abbr title=\"maandag\">ma</abbr>"))
    }

    @Test("whoever is away is on his days, himself and colleagues apart; what is asked for is dotted and has a mark")
    func marks() throws {
        let text = try text(
            [absence("joke", "2026-12-24", "2026-12-26"), absence("other", "2026-12-24", "2026-12-26")],
            [absence("mark", "2026-12-28", "2026-12-29")])
        #expect(text.matches(of: /class="who own" title="jij: afwezig">jij</).count == 2)
        #expect(text.matches(of: /class="who other asked" title="Mark Bakker: in behandeling">MB\?</).count == 1)
        #expect(text.contains("<b>MB</b> Mark Bakker") && !text.contains("other:"))
    }

    @Test("hours that come back are on their days alone, without those that were cancelled")
    func series() throws {
        var friday = absence("joke", "2026-11-27", "2027-06-01")
        friday.series = RosterAPI.Series(
            hours: [RosterAPI.SeriesHours(day: .fri, from: "13:00", until: "18:00")], weeks: 1, firstDay: "2026-11-27",
            exceptions: [RosterAPI.SeriesException(day: "2026-12-25")])
        #expect(try text([friday], []).matches(of: /class="who own"/).count == 1 + 3)
    }
}
