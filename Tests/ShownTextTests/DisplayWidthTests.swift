import ShownText
import Testing

@Suite("Display width")
struct DisplayWidthTests {
    @Test(
        "columns are those of a terminal",
        arguments: [
            ("", 0), ("Noord", 5), ("Coöperatie", 10), ("Coo\u{308}peratie", 10), ("学校", 4), ("한국", 4), ("ａ", 2),
            ("🏫", 2), ("👩‍🏫", 2), ("a\u{200B}b", 2), ("…", 1), ("█", 1),
        ])
    func width(text: String, columns: Int) {
        #expect(text.displayWidth == columns)
    }

    @Test(
        "a text is filled or cut to exactly so many columns",
        arguments: [
            ("Noord", 7, "Noord  "), ("Noord", 5, "Noord"), ("Noordoost", 6, "Noord…"), ("学校学校", 6, "学校… "),
            ("Coo\u{308}peratie", 5, "Coo\u{308}p…"), ("Noord", 1, "…"), ("Noord", 0, ""),
        ])
    func fitted(text: String, columns: Int, expected: String) {
        #expect(text.fitted(to: columns) == expected)
        #expect(text.fitted(to: columns).displayWidth == columns)
    }
}
