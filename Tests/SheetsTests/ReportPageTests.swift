import Foundation
import MajorAPI
import Testing
import Time
import Wording

@testable import Sheets
@testable import majorctl

@Suite("Reports as text and pages")
struct ReportPageTests {
    private static func share(_ count: Int, _ of: Int) -> ReportsAPI.Share {
        ReportsAPI.Share(
            count: count, of: of, percent: of > 0 ? (Double(count) / Double(of) * 1_000).rounded() / 10 : nil)
    }

    private static func calls(_ answered: Int, abandoned: Int) -> ReportsAPI.CallFigures {
        let all = answered + abandoned
        return ReportsAPI.CallFigures(
            calls: all, counted: all, answered: answered, primary: answered, backup: 0, deputy: 0, callback: 0,
            case: 0, abandoned: abandoned, noAnswer: 0, overflow: 0, nobody: 0, open: 0, unknown: 0, outside: 3,
            called: 2, notReached: 1, pair: share(answered, all), within: all > 0 ? share(answered, all) : nil,
            withinWithoutAbandoned: all > 0 ? share(answered, answered) : nil,
            abandonedWithin: all > 0 ? abandoned : nil,
            wait: ReportsAPI.Spread(
                count: answered, median: answered > 0 ? 7.214 : nil, p80: answered > 0 ? 12 : nil,
                p95: answered > 0 ? 24.05 : nil))
    }

    private static let missed = ReportsAPI.MissedFigures(
        missed: 1, answered: 0, called: 1, byHand: 0, open: 0, overdue: 0, inTime: share(1, 1),
        time: ReportsAPI.Spread(count: 1, median: 1_500, p80: 1_500, p95: 1_500))

    static func report(
        _ name: String = "Noord, \"MOO\"", answered: Int = 38, abandoned: Int = 4, hasSheet: Bool = true
    ) -> ReportsAPI.Report.Reply {
        let client = ReportsAPI.ClientReport(
            client: "noord", clientName: name, level: "niveau-1",
            targets: ReportsAPI.ReportTargets(share: 90, seconds: 20, cases: ["incident": 28_800]),
            calls: calls(answered, abandoned: abandoned), missed: missed,
            cases: [
                ReportsAPI.CaseFigures(
                    kind: "incident", opened: 3, closed: 2, open: 1,
                    time: ReportsAPI.Spread(count: 2, median: 60, p80: 90, p95: 90), within: share(1, 2))
            ], serviceMinutes: 13_200, uncoveredMinutes: 30)
        let waits = answered == 0 ? [] : [ReportsAPI.WaitCount(seconds: 8, calls: answered)]
        let sheet = ReportsAPI.ReportSheet(
            hours: [ReportsAPI.ServiceHours(day: "mon", from: "08:00", until: "18:00")],
            pairs: [
                ReportsAPI.ReportPair(
                    from: "2026-11-01T00:00:00+01:00", primary: "joke", primaryName: "Joke de Vries", backup: "mark",
                    backupName: "Mark Bakker", coming: false)
            ], firstDay: "2026-11-01", days: "-bbbnb-" + String(repeating: "-", count: 18) + "?????",
            gaps: [ReportsAPI.ReportGap(from: "2026-11-05T09:00:00+01:00", until: "2026-11-05T09:30:00+01:00")],
            waits: waits,
            missed: [
                ReportsAPI.ReportMissed(
                    at: "2026-11-05T09:10:00+01:00", how: "abandoned", calls: 2, closedHow: "called",
                    closedAt: "2026-11-05T09:40:00+01:00", after: 1_500, inTime: true)
            ],
            months: [
                ReportsAPI.ReportMonth(
                    month: "2026-11", calls: answered + abandoned, counted: answered + abandoned, answered: answered,
                    abandoned: abandoned)
            ])
        let total = ReportsAPI.ReportTotal(
            calls: client.calls, missed: client.missed, cases: client.cases, serviceMinutes: 13_200,
            uncoveredMinutes: 30, unknownCallers: 7)
        return ReportsAPI.Report.Reply(
            made: "2026-11-26T10:00:00+01:00", timeZone: "Europe/Amsterdam", from: "2026-11-01T00:00:00+01:00",
            until: "2026-12-01T00:00:00+01:00", month: "2026-11", complete: false, clients: [client],
            total: hasSheet ? nil : total, sheet: hasSheet ? sheet : nil)
    }

    private static func time(_ language: Language) -> TimeWords {
        AnswerReader(language).time(at: "2026-11-26T10:00:00+01:00", in: nil)
    }

    private func page(_ report: ReportsAPI.Report.Reply, _ language: Language = .nl) -> String {
        ReportPage.text(report, Self.time(language))
    }

    @Test(
        "the sheet has its ten parts in both languages, needs nothing from elsewhere, and runs nothing",
        arguments: Language.allCases)
    func parts(language: Language) {
        let page = page(Self.report(), language)
        let words = ReportSheetWords(language)
        for heading in ReportSheetWords.Heading.allCases {
            #expect(page.contains("<h2>\(words.heading(heading))</h2>"))
        }
        #expect(page.contains("<html lang=\"\(language.rawValue)\">"))
        for word in ["<script", "src=", "href=", "@import", " style=", "onclick", "://"] {
            #expect(!page.contains(word), "\(word)")
        }
        #expect(page.contains("Noord, &quot;MOO&quot;"))
        #expect(page.contains("size: A4;"))
    }

    @Test(
        "of all clients each figure says on a telephone what it is, where no line of the table has room",
        arguments: Language.allCases)
    func all(language: Language) {
        let page = page(Self.report(hasSheet: false), language)
        let heads = ReportWords(language).heads
        #expect(page.contains("<table class=\"figure stacked\">"))
        #expect(page.components(separatedBy: "data-label=").count == heads.count + 1)
        for head in heads { #expect(page.contains("<td data-label=\"\(head)\">"), "\(head)") }
        #expect(page.contains(".stacked td { display: inline-block;"))
    }

    @Test("drawings are well-formed")
    func drawings() {
        let drawings = page(Self.report()).matches(of: /<svg.*?<\/svg>/.dotMatchesNewlines()).map { String($0.output) }
        #expect(drawings.count > 10)
        for drawing in drawings { #expect(XMLTags(drawing).isBalanced, "\(drawing)") }
    }

    @Test("every share has its counts; a percentage only where there are twenty")
    func counts() {
        let many = page(Self.report())
        #expect(many.contains("<td>38 van 42</td><td>90,5 %</td><td class=\"good\">✓ gehaald</td>"))
        #expect(
            many.contains(
                "Van de 38 aangenomen gesprekken werd de helft binnen 7,2 s aangenomen en 95 % binnen 24,1 s."))
        let few = page(Self.report(answered: 12, abandoned: 3))
        #expect(few.contains("<td>12 van 15</td><td></td><td class=\"bad\">✗ niet gehaald</td>"))
        #expect(few.contains("Binnen 20 seconden werden er 12 van 15 aangenomen."))
        #expect(!few.contains("7,2 s"))
        for percents in few.matches(of: /\d+ %/).map({ String($0.output) }) {
            #expect(["90 %", "80 %", "95 %"].contains(percents), "a target or a definition")
        }
    }

    @Test("without calls it says so, and no share of nothing", arguments: [Language.nl])
    func none(language: Language) {
        let page = page(Self.report(answered: 0, abandoned: 0), language)
        #expect(page.contains("Geen gesprekken."))
        #expect(!page.contains("100 %"))
        #expect(!page.contains("<h2>Wie opnam</h2>"))
    }

    @Test("a month that goes on is provisional")
    func provisional() {
        #expect(page(Self.report()).contains("november 2026 (voorlopig, tot donderdag 26 november 2026 10:00)"))
    }

    @Test("the table tells a figure a line, of all clients a line each")
    func table() {
        let one = ReportText.lines(Self.report(), Self.time(.en), Style(isColored: false)).joined(separator: "\n")
        #expect(one.contains("Within 20 s, of all calls"))
        #expect(one.contains("38 of 42  90.5 % (target 90 %)"))
        let all = ReportText.lines(Self.report(hasSheet: false), Self.time(.nl), Style(isColored: false))
        #expect(all.contains { $0.hasPrefix("Noord, \"MOO\"") && $0.hasSuffix("2") })
        #expect(all.allSatisfy { $0.count <= 110 || $0.hasPrefix("paar:") })
    }

    @Test("values are separated by commas, quoted where they have some, and each row has as many as the head")
    func csv() {
        let lines = ReportCSV.text(Self.report(hasSheet: false)).split(separator: "\r\n").map(String.init)
        #expect(lines.count == 3)
        #expect(lines[1].hasPrefix("noord,\"Noord, \"\"MOO\"\"\",niveau-1,42,42,38,"))
        #expect(lines[2].hasPrefix(",TOTAL,,42,"))
        let head = lines[0].split(separator: ",", omittingEmptySubsequences: false)
        #expect(lines[2].split(separator: ",", omittingEmptySubsequences: false).count == head.count)
        #expect(Set(head).count == head.count)
        for name in [
            "pair_percent", "within_of", "wait_p95", "incident_within", "uncovered_minutes", "unknown_callers",
        ] {
            #expect(head.contains(Substring(name)), "\(name)")
        }
    }
}
