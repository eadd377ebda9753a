import Foundation
import MajorAPI
import Testing
import Time
import Wording

@testable import Sheets

@Suite("Pages of coverage")
struct CoveragePageTests {
    private func page(_ name: String, _ language: Language = .nl) throws -> String {
        let report = try #require(Forecasts.report([(name, Forecasts.gap)]))
        return CoveragePage.text(report, AnswerReader(language).time(at: "2026-11-26T10:00:00+01:00", in: nil))
    }

    @Test("names of clients are texts, and never markup")
    func escaped() throws {
        let page = try page("<script>alert(\"1\")</script> & 'Zonen'")
        #expect(!page.contains("<script"))
        #expect(page.contains("&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt; &amp; &#39;Zonen&#39;"))
    }

    @Test("it needs nothing from elsewhere, and runs nothing", arguments: Language.allCases)
    func selfContained(language: Language) throws {
        let page = try page("Noord", language)
        #expect(page.contains("<html lang=\"\(language.rawValue)\">"))
        for word in ["<script", "src=", "href=", "@import", " style=", "onclick"] {
            #expect(!page.contains(word), "\(word)")
        }
        #expect(!page.contains("://"))
        #expect(page.contains("default-src 'none'"))
    }

    @Test("a holiday is a dotted column with its name, which stands in words below as well")
    func holidays() throws {
        let holidays = [
            ReportsAPI.Holiday(day: "2026-12-25", name: "Eerste <Kerstdag>"),
            ReportsAPI.Holiday(day: "2029-01-01", name: "none of the forecast's"),
            ReportsAPI.Holiday(day: "someday", name: "no day"),
        ]
        let report = try #require(Forecasts.report([("Noord", Forecasts.gap)], holidays: holidays))
        let page = CoveragePage.text(report, AnswerReader(.nl).time(at: "2026-11-26T10:00:00+01:00", in: nil))
        #expect(page.matches(of: /class="h"/).count == 1, "it is none of the telephone's first week")
        #expect(page.contains("<title>Eerste &lt;Kerstdag&gt;</title>"))
        #expect(page.contains("Feestdagen (gestippeld): vr 25 dec Eerste &lt;Kerstdag&gt;."))
        #expect(!page.contains("none of the forecast"))
    }

    @Test("gaps stand by their dates, each with who is away and who could stand in")
    func gaps() throws {
        func client(_ name: String, _ from: String, _ until: String, away: [String], standIns: [String])
            -> ReportsAPI.ClientCoverage
        {
            ReportsAPI.ClientCoverage(
                client: name.lowercased(), clientName: name,
                pairs: [ReportsAPI.CoveragePair(primary: "joke", backup: "mark")], days: Forecasts.gap,
                stretches: [
                    ReportsAPI.CoverageStretch(
                        state: .nobody, from: from, until: until, agents: [], away: away, standIns: standIns)
                ])
        }
        var reply = ReportsAPI.Coverage.Reply(
            now: "2026-11-26T10:00:00+01:00", timeZone: "Europe/Amsterdam", firstDay: "2026-11-26", days: 53,
            agentNames: ["joke": "Joke", "mark": "Mark", "piet": "Piet"], clients: [], uncovered: [])
        reply.clients = [
            client("Noord", "2026-12-03T08:00:00+01:00", "2026-12-03T18:00:00+01:00", away: ["joke"], standIns: []),
            client(
                "Zuid", "2026-12-02T08:00:00+01:00", "2026-12-02T12:30:00+01:00", away: ["joke", "mark"],
                standIns: ["piet"]),
        ]
        let report = try #require(CoverageReport(reply))
        let page = CoveragePage.text(report, AnswerReader(.nl).time(at: "2026-11-26T10:00:00+01:00", in: nil))
        let lines = page.split(separator: "\n").filter { $0.hasPrefix("<li>") }
        #expect(lines.count == 2)
        #expect(lines.first?.contains("Zuid") == true && lines.first?.contains("Joke, Mark afwezig") == true)
        #expect(lines.first?.contains("kan: Piet") == true)
        #expect(lines.last?.contains("dan heeft verder niemand ruimte") == true)
    }

    @Test("it is well-formed, each cell but those of both has its words, and each day its place")
    func drawing() throws {
        let page = try page("Noord")
        let drawings = page.matches(of: /<svg viewBox[^>]*role="img".*?<\/svg>/.dotMatchesNewlines()).map {
            String($0.output)
        }
        #expect(drawings.count == 2, "eight weeks, and one for telephones")
        #expect(drawings.allSatisfy { XMLTags($0).isBalanced })
        let (svg, week) = (drawings[0], drawings[1])
        #expect(week.matches(of: /class="n"/).count == 1)
        #expect(week.matches(of: /<text/).count == 7 + 1 + 1, "days, the name, and the mark of a gap")
        #expect(svg.matches(of: /class="n"/).count == 1)
        #expect(svg.matches(of: /class="o"/).count == 1)
        #expect(svg.matches(of: /class="d"/).count == 1)
        #expect(svg.matches(of: /class="b"/).count == 2 + 2 + 30 + 1)
        #expect(svg.contains("<title>Noord, woensdag 2 december: niemand</title>"))
        #expect(page.contains("<strong>Noord</strong> woensdag 2 december 2026, 08:00 tot 18:00"))
    }
}

/// Whether each element that begins ends, in order.
struct XMLTags {
    private(set) var isBalanced = true

    init(_ text: String) {
        var open: [String] = []
        for match in text.matches(of: /<(\/?)([a-zA-Z]+)[^<>]*?(\/?)>/) {
            let name = String(match.output.2)
            if !match.output.1.isEmpty {
                if open.popLast() != name { isBalanced = false }
            } else if match.output.3.isEmpty {
                open.append(name)
            }
        }
        isBalanced = isBalanced && open.isEmpty
    }
}
