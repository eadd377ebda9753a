import Testing
import Time
import Wording

@testable import Web

@Suite("A form that was not taken")
struct FormAgainTests {
    private let words = PageWords(.nl)

    @Test("is there once more, with what was typed to be seen and all else unseen, and without its token")
    func again() throws {
        let form = try #require(Form("token=abc&request=7&why=te+druk"))
        let offer = try #require(FormAgain.offer("/manage/decline", form, words).first)
        #expect(offer.action == "/manage/decline")
        #expect(offer.fields.map(\.name) == ["request"] && offer.fields.map(\.value) == ["7"])
        #expect(offer.asked.map(\.name) == ["why"] && offer.asked.map(\.value) == ["te druk"])
    }

    @Test("what was typed stands in the form as text, with a token of this moment")
    func markup() throws {
        let form = try #require(Form("token=old&note=%3Cb%3E%22&until=2026-12-01"))
        let context = PageContext(visitor: .nobody, language: .nl, token: "fresh")
        let notice = Notice(lines: ["Nee"], isDone: false, next: FormAgain.offer("/me/sick", form, words))
        let text = try Templates().text("notice", ["notice": [notice.values(context)]])
        #expect(text.contains(#"name="token" value="fresh""#) && !text.contains("old"))
        #expect(text.contains(#"name="note" type="text" value="&lt;b&gt;&quot;" maxlength="500""#))
        #expect(text.contains(#"name="until" type="date" value="2026-12-01""#))
        #expect(text.contains("Opnieuw versturen"))
    }

    @Test(
        "is not offered at an address that no form of the pages has",
        arguments: ["/me/x?y", "/me/%2f", "/ME", "/me/x\""])
    func elsewhere(address: String) throws {
        #expect(FormAgain.offer(address, try #require(Form("")), words).isEmpty)
    }

    @Test("what can be read of one that is too long, or is broken, is kept")
    func readable() throws {
        let long = String(repeating: "x", count: 5_000)
        let sent = SentForm("note=\(long)&minutes=15", 5_020)
        #expect(sent.mistake == .tooLong && sent.form["note"] == long && sent.form["minutes"] == "15")
        let broken = SentForm("why=druk&a=%ff&why=anders", 20)
        #expect(broken.mistake == .badInput && broken.form["why"] == "druk" && !broken.form.has("a"))
        #expect(SentForm("why=druk", 8).mistake == nil)
        #expect(SentForm("why=druk", 20_000).mistake == .tooLong)
    }
}
