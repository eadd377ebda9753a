import MajorAPI
import Testing
import Time
import Wording

@testable import Sheets

@Suite("Rows of a chart of coverage")
struct CoverageRowTests {
    private let time = AnswerReader(.nl).time(at: "2026-11-26T10:00:00+01:00", in: nil)

    @Test("clients who look the same are one row, which names them all")
    func same() throws {
        let report = try #require(
            Forecasts.report([("Noord", Forecasts.eight), ("West", Forecasts.eight), ("Oost", Forecasts.gap)]))
        #expect(report.rows.map { $0.clients.map(\.clientName) } == [["Oost"], ["Noord", "West"]])
        #expect(report.rows.map(\.isWhole) == [false, true])
        let page = CoveragePage.body(report, time)
        #expect(page.contains("<summary>2 klanten volledig gedekt</summary>"))
        #expect(page.contains("<title>Noord, West</title>Noord +1</text>"))
    }

    @Test("each cell leads to why; keys come to gaps and names alone")
    func links() throws {
        let report = try #require(Forecasts.report([("Noord", Forecasts.gap)]))
        let links = CoverageLinks(client: { "/clients/\($0)" }, day: { "/clients/\($0)?day=\($1)#day" })
        let svg = CoverageDrawing(
            report, days: 0..<report.days, .wide, ForecastWords(.nl), time,
            CoverageDrawing.More(links: links) { _, index in index == 1 }
        ).svg()
        let cells = svg.matches(of: /<a href="\/clients\/[a-z0-9]+\?day=[0-9]+#day"([^>]*)>/)
        #expect(cells.count > 30)
        let withKeys = cells.filter { !$0.output.1.contains("tabindex=\"-1\"") }
        #expect(
            withKeys.count == 1 && withKeys[0].output.1.contains("aria-label=\"Noord, woensdag 2 december: niemand"))
        #expect(svg.matches(of: /<a href="\/clients\/[a-z0-9]+"><text/).count == 1)
        #expect(svg.matches(of: /class="p"/).count == 1, "what is asked for is dotted")
        #expect(svg.contains("role=\"group\"") && svg.matches(of: /class="now"/).count == 1)
    }
}
