import Routing
import Testing

@Suite("CaseName")
struct CaseNameTests {
    @Test(
        "behind # stands the number, digits alone may be either, anything else is a reference",
        arguments: [
            ("#1", .number(1)), ("#9223372036854775807", .number(.max)), ("1", .reference("1", orNumber: 1)),
            ("01", .reference("01", orNumber: nil)), ("#01", .reference("#01", orNumber: nil)),
            ("#", .reference("#", orNumber: nil)), ("##1", .reference("##1", orNumber: nil)),
            ("#+1", .reference("#+1", orNumber: nil)), ("-1", .reference("-1", orNumber: nil)),
            ("0", .reference("0", orNumber: nil)), ("INC-1", .reference("INC-1", orNumber: nil)),
            ("  two   words ", .reference("two words", orNumber: nil)), (" #1 ", .number(1)),
            ("\u{A0}1\u{2003}", .reference("1", orNumber: 1)), ("a\tb\n", .reference("a\tb\n", orNumber: nil)),
            (" ", .reference("", orNumber: nil)),
            ("9223372036854775808", .reference("9223372036854775808", orNumber: nil)),
        ] as [(String, CaseName)])
    func names(text: String, name: CaseName) {
        #expect(CaseName(text) == name)
    }

    @Test("a number is told as it is named")
    func numbered() {
        #expect(CaseName(CaseName.numbered(12)) == .number(12))
    }
}
