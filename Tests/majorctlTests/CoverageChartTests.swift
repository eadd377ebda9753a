import MajorAPI
import Routing
import Sheets
import ShownText
import Testing
import Time
import Wording

@testable import majorctl

@Suite("Pictures of coverage")
struct CoverageChartTests {
    /// Thursday 26 November 2026.
    private func chart(
        _ signs: CoverageChart.Signs = .blocks, width: Int = 80, isColored: Bool = false, _ language: Language = .en
    ) -> CoverageChart {
        CoverageChart(
            signs: signs, width: width, style: Style(isColored: isColored), words: ForecastWords(language))
    }

    @Test("weeks are columns, days characters; whoever has gaps comes first")
    func picture() throws {
        let report = try #require(
            Forecasts.report([("Lyceumgroep Oost", "bb--bbbbb--"), ("Noord", "bb--bondb--")], days: 11))
        #expect(
            chart().lines(report) == [
                "                 wk 48   wk 49", "                 23 Nov  30 Nov", "                 MTWTFSS MTWTFSS",
                "Noord               ██·· █▄!▒█··", "Lyceumgroep Oost    ██·· █████··",
            ])
        #expect(
            chart().legend(report) == [
                "█ both  ▄ one of the two  ▒ a deputy  ! nobody  · closed",
                "A day shows the worst of its service hours.",
            ])
        #expect(chart(.ascii).lines(report)[3] == "Noord               ##.. #-!d#..")
    }

    @Test("eight weeks fit into 80 columns, whatever the names are", arguments: Language.allCases)
    func eightWeeks(language: Language) throws {
        let report = try #require(
            Forecasts.report([
                ("Stichting Scholengroep Noord-Nederland", Forecasts.eight), ("学校学校学校学校学校", Forecasts.gap),
            ]))
        let lines = chart(language).lines(report) + chart(language).legend(report)
        for line in lines { #expect(line.displayWidth <= 80, "\(line)") }
        #expect(lines.count == 3 + 2 + 2)
        #expect(lines.contains { $0.hasPrefix("Stichting Schol… ") || $0.hasPrefix("Stichting Scho…") })
    }

    @Test("what does not fit goes on in a panel below, with the same clients")
    func panels() throws {
        let report = try #require(Forecasts.report([("Noord", Forecasts.eight)]))
        let lines = chart(width: 40).lines(report)
        #expect(lines.count == 3 * 4 + 2)
        for line in lines { #expect(line.displayWidth <= 40) }
        #expect(lines.filter { $0.hasPrefix("Noord") }.count == 3)
    }

    @Test("colours add to the characters, and change none")
    func colors() throws {
        let report = try #require(Forecasts.report([("Noord", Forecasts.gap)]))
        let plain = chart().lines(report)
        let colored = chart(isColored: true).lines(report)
        #expect(colored != plain)
        #expect(colored.map { $0.replacing(/\u{1B}\[\d+m/, with: "") } == plain)
    }

    private func chart(_ language: Language) -> CoverageChart { chart(.blocks, language) }

    @Test("each gap is told with its times; where there is none, how far it was looked")
    func text() throws {
        let time = TimeWords(.nl, at: "2026-11-26T10:00:00+01:00", in: nil)
        let report = try #require(Forecasts.report([("Noord", Forecasts.gap)]))
        let lines = CoverageText.lines(report, chart(.nl), isDetailed: false, time)
        #expect(lines.first == "Dekking van donderdag 26 november 2026 tot en met zondag 17 januari 2027")
        #expect(
            lines.suffix(2) == [
                "Er is niemand, binnen servicetijd:", "  Noord: woensdag 2 december 2026, 08:00 tot 18:00",
            ])
        let quiet = try #require(Forecasts.report([("Noord", Forecasts.eight)]))
        #expect(
            CoverageText.lines(quiet, chart(.nl), isDetailed: false, time).last
                == "Geen gaten tot en met zondag 17 januari 2027.")
        let detailed = CoverageText.lines(report, chart(.nl), isDetailed: true, time)
        #expect(
            detailed.suffix(3) == [
                "Noord", "  eerste contactpersoon Joke de Vries, tweede contactpersoon Mark Bakker",
                "  woensdag 2 december 2026, 08:00 tot 18:00: niemand",
            ])
    }
}
