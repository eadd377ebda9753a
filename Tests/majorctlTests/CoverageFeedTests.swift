import ICalendar
import MajorAPI
import Sheets
import TestSupport
import Testing
import Time
import Wording

@testable import majorctl

@Suite("Calendars of coverage")
struct CoverageFeedTests {
    private func events(_ days: String, _ stretches: [ReportsAPI.CoverageStretch]) throws -> [FeedEvent] {
        let client = ReportsAPI.ClientCoverage(
            client: "noord", clientName: "Noord", pairs: [], days: days, stretches: stretches)
        let report = try #require(
            CoverageReport(
                ReportsAPI.Coverage.Reply(
                    now: "2026-11-26T10:00:00+01:00", timeZone: "Europe/Amsterdam", firstDay: "2026-11-26",
                    days: days.count, agentNames: ["mark": "Mark Bakker", "piet": "Piet de Boer"], clients: [client],
                    uncovered: [])))
        return CoverageFeed.events(client, report, ForecastWords(.nl))
    }

    private func stretch(
        _ state: ReportsAPI.CoverageStretch.State, _ from: String, _ until: String, _ agents: [String] = []
    ) -> ReportsAPI.CoverageStretch {
        ReportsAPI.CoverageStretch(
            state: state, from: "2026-\(from):00+01:00", until: "2026-\(until):00+01:00", agents: agents)
    }

    @Test("gaps have their times; days with one alone are whole days, without those that have no service")
    func kinds() throws {
        let events = try events(
            "oo--obndb--",
            [
                stretch(.one, "11-26T10:00", "11-30T18:00", ["mark"]), stretch(.nobody, "12-02T08:00", "12-02T12:00"),
                stretch(.one, "12-02T12:00", "12-02T18:00", ["mark"]),
                stretch(.deputy, "12-03T08:00", "12-03T18:00", ["piet"]),
            ])
        #expect(
            events.map(\.summary) == [
                "Noord: niemand", "Noord: Mark Bakker alleen", "Noord: Mark Bakker alleen",
                "Noord: Piet de Boer als vervanger",
            ])
        #expect(
            events.map(\.when) == [
                .time(interval("2026-12-02 08:00", "2026-12-02 12:00")), .days(day("2026-11-26")..<day("2026-11-28")),
                .days(day("2026-11-30")..<day("2026-12-01")), .days(day("2026-12-03")..<day("2026-12-04")),
            ])
    }

    @Test("each event has an identity of its own, which stays when the calendar is written again")
    func identities() throws {
        let stretches = [
            stretch(.nobody, "12-02T08:00", "12-02T09:00"), stretch(.nobody, "12-02T12:00", "12-02T13:00"),
        ]
        let once = try events("bb--bbnbb--", stretches)
        #expect(
            once.map(\.uid) == [
                "noord.nobody.2026-12-02@coverage.majord", "noord.nobody.2026-12-02.2@coverage.majord",
            ])
        #expect(try events("bb--bbnbb--", stretches) == once)
    }

    @Test("whoever reads calendars reads it")
    func text() throws {
        let report = try #require(Forecasts.report([("Noord, \"Zuid\"", Forecasts.gap)]))
        let text = CoverageFeed.text(report, TimeWords(.en, at: "2026-11-26T10:00:00+01:00", in: nil))
        let lines = text.split(separator: "\r\n")
        #expect(lines.first == "BEGIN:VCALENDAR")
        #expect(lines.last == "END:VCALENDAR")
        #expect(lines.contains("DTSTART:20261202T070000Z"))
        #expect(lines.contains("SUMMARY:Noord\\, \"Zuid\": nobody"))
    }
}
