import Testing

@testable import ICalendar

@Suite("Content lines")
struct ContentLineTests {
    private func lines(_ text: String) -> [(text: String, line: Int)] {
        var lines = ContentLines(text)
        var all: [(String, Int)] = []
        while let (bytes, line) = lines.next() { all.append((String(decoding: bytes, as: UTF8.self), line)) }
        return all
    }

    @Test(
        "lines are unfolded, whatever ends them",
        arguments: [
            ("A:1\r\nB:2\r\n", ["A:1", "B:2"]), ("A:1\nB:2", ["A:1", "B:2"]), ("A:1\rB:2\r", ["A:1", "B:2"]),
            ("A:1\r\r\nB:2", ["A:1", "B:2"]), ("A:1\r\n 2\r\n\t3\r\nB:2", ["A:123", "B:2"]),
            ("\n\nA:1\n\nB:2\n\n", ["A:1", "B:2"]), ("A:1\n \n 2", ["A:12"]), ("", []), ("\n", []), (" A", [" A"]),
        ])
    func unfolding(text: String, expected: [String]) {
        #expect(lines(text).map(\.text) == expected)
    }

    @Test("a line's number is that on which it begins")
    func numbers() {
        #expect(lines("A:1\n 2\n 3\n\nB:4\r\nC:5").map(\.line) == [1, 5, 6])
    }

    @Test("parameters may be quoted, empty, or lack their quotation marks")
    func parameters() throws {
        func line(_ text: String) throws -> ContentLine {
            try #require(ContentLine(Array(text.utf8)[...], line: 1), "\(text)")
        }
        let quoted = try line("dtstart;tzid=\"(UTC+01:00) Amsterdam; Berlin\";X=1:20270426T130000")
        #expect(quoted.name == "DTSTART")
        #expect(quoted.parameter("TZID") == "(UTC+01:00) Amsterdam; Berlin")
        #expect(quoted.parameter("X") == "1")
        #expect(quoted.value == "20270426T130000")
        let bare = try line("DTSTART;TZID=tzone://Microsoft/Utc:20270426T130000")
        #expect(bare.parameter("TZID") == "tzone://Microsoft/Utc")
        #expect(bare.value == "20270426T130000")
        #expect(try line("DTSTART;TZID=:1").parameter("TZID") == nil)
        #expect(try line("DTSTART;VALUE:1").parameter("VALUE") == nil)
        #expect(try line("DESCRIPTION:a:b;c=\"d").value == "a:b;c=\"d")
        for text in ["", "A", ":", ":1", "A;B=1", "A;B=\"1:2", ";:"] {
            #expect(ContentLine(Array(text.utf8)[...], line: 1) == nil, "\(text)")
        }
    }

    @Test("texts lose their escapes, and what a terminal would obey")
    func texts() throws {
        func text(_ value: String) throws -> String {
            try #require(ContentLine(Array("SUMMARY:\(value)".utf8)[...], line: 1)).text
        }
        #expect(try text("Goede vrijdag\\, Pasen\\; a\\\\b") == "Goede vrijdag, Pasen; a\\b")
        #expect(try text("one\\ntwo") == "one")
        #expect(try text("a\u{1B}[31mb\u{202E}c") == "a[31mbc")
        #expect(try text(String(repeating: "x", count: 5_000)).count == 200)
    }
}
