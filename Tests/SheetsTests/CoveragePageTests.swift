import Foundation
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
