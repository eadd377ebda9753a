import Testing
import Time
import Wording

@testable import Web

@Suite("Templates")
struct TemplatesTests {
    @Test(
        "what people wrote is text in every place, also behind accents that make a mark another character",
        arguments: ["<script>alert(1)</script>", "\"\u{301} onfocus=\"alert(1)", "'\u{308}><b>", "<\u{338}img src=x>"])
    func escaped(name: String) throws {
        let text = try Templates().text("people", ["people": [["name": name] as Templates.Values]])
        for mark in ["<script", "<b>\"", "<b>'", "<img", "\"\u{301}".unicodeScalars.map(String.init).joined() + " on"] {
            #expect(!text.unicodeScalars.map(String.init).joined().contains(mark))
        }
        let written = text.unicodeScalars.split(separator: ">").map { String(String.UnicodeScalarView($0)) }
        #expect(!written.contains { $0.unicodeScalars.contains("\"") && $0.contains("alert") })
    }

    @Test("what is empty leaves out its section, and is not looked for farther out")
    func empty() throws {
        let text = try Templates().text(
            "people", ["extension": "2101", "people": [["name": "Joke", "extension": ""] as Templates.Values]])
        #expect(!text.contains("2101") && !text.contains("class=\"phone\""))
    }

    @Test("nothing stands in a page that a strict policy would refuse, and nothing comes from elsewhere")
    func strict() throws {
        let context = PageContext(visitor: Visitor(reader: .user("joke"), agent: "joke", name: "Joke"), language: .nl)
        let frame = PageFrameView(context: context, templates: try Templates(), loaded: "10:42:07", live: "page=now")
        let page = frame.text(.now, "")
        for word in [" style=", "<style", "onclick", "javascript:", "://"] { #expect(!page.contains(word), "\(word)") }
        #expect(page.contains("<html lang=\"nl\">") && page.contains("aria-current=\"page\""))
    }
}
