import ShownText
import Testing

@Suite("Shown text")
struct ShownTextTests {
    @Test(
        "what steers a screen is not shown as it is",
        arguments: [
            ("\u{1B}[31mred", "\\e[31mred"), ("a\nb", "a\\nb"), ("a\r\nb", "a\\r\\nb"), ("a\tb", "a\\tb"),
            ("\u{7}", "\\u{7}"), ("\u{0}", "\\u{0}"), ("a\u{7F}", "a\\u{7F}"), ("\u{9B}31m", "\\u{9B}31m"),
            ("\u{85}", "\\u{85}"), ("\u{2028}", "\\u{2028}"), ("\u{2029}", "\\u{2029}"),
            ("\u{202A}06 12", "\\u{202A}06 12"), ("\u{202E}txt.exe", "\\u{202E}txt.exe"),
            ("\u{2066}a\u{2069}", "\\u{2066}a\\u{2069}"),
            ("\u{61C}a", "\\u{61C}a"), ("\u{200E}a\u{200F}", "\\u{200E}a\\u{200F}"),
        ])
    func steering(text: String, shown: String) {
        #expect(!text.isShowable)
        #expect(text.shown == shown)
        #expect(shown.isShowable)
    }

    @Test(
        "what people write stays as it is", arguments: ["", "Karin Smit, ICT-coördinator", "griep 🤒", "ل", "👩‍💻", "a\\n"])
    func plain(text: String) {
        #expect(text.isShowable)
        #expect(text.shown == text)
    }
}
