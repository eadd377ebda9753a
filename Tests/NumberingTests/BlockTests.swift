import Numbering
import Routing
import TestSupport
import Testing

@Suite("Number blocks in the directory")
struct BlockTests {
    @Test(
        "single numbers, ranges and prefixes",
        arguments: [
            ("+31 50 555 01 00", "+31505550100"), ("050 - 555 01 00", "+31505550100"),
            ("050 555 - 0100", "+31505550100"), ("06-12345678", "+31612345678"),
            ("+31 50 555 02 00 - 02 99", "+31505550200 - +31505550299"),
            ("+31 50 555 02 00 - +31 50 555 02 99", "+31505550200 - +31505550299"),
            ("+31505550200 - 99", "+31505550200 - +31505550299"),
            ("050 555 02 00 \u{2013} 299", "+31505550200 - +31505550299"),
            ("050 555 02 00 - 050 555 02 99", "+31505550200 - +31505550299"),
            ("0505550200 - 0031505550299", "+31505550200 - +31505550299"),
            ("06-12345600 - 99", "+31612345600 - +31612345699"), ("+31505550200 - 9", "+31505550200 - +31505550209"),
            ("+49 211 5550100 - 5550199", "+492115550100 - +492115550199"),
            ("050 555 1*", "+31505551*"), ("+31 50 555*", "+3150555*"), ("0031505551*", "+31505551*"),
            ("31505551*", "+31505551*"), ("+31 (0)50 555 1 *", "+31505551*"), ("+32 2 555*", "+322555*"),
            ("  050 555 1*  ", "+31505551*"), ("0800 1234", "+318001234"), ("+43 1 58858", "+43158858"),
            ("\u{202A}06-12345678\u{202C}", "+31612345678"),
            ("\u{200E}+31505550200\u{A0}-\u{A0}99\u{FEFF}", "+31505550200 - +31505550299"),
            ("+31505550200\u{2014}99", "+31505550200 - +31505550299"),
            ("050\u{202F}555\u{200B}1*\u{200F}", "+31505551*"),
        ])
    func blocks(text: String, expected: String) throws {
        #expect(try NumberReader(region: "NL").block(text).description == expected)
    }

    @Test("a prefix where national numbers have no 0 before them")
    func barePrefix() throws {
        #expect(try NumberReader(region: "ES").block("91 555*").description == "+3491555*")
        #expect(try NumberReader(region: "IT").block("06 555*").description == "+3906555*")
    }

    @Test(
        "what is wrong is told apart",
        arguments: [
            ("", NumberError.notANumber), ("hello", .notANumber), ("2101", .notANumber), ("0612", .notANumber),
            ("2101 - 2199", .notANumber), ("0000", .notANumber), ("050 555 01", .wrongLength),
            ("+31912345", .wrongLength),
            ("050 555 01 000", .wrongLength), ("050 555 01 - 02", .wrongLength), ("+31 50 555 01", .wrongLength),

            ("0031 6 123 456", .wrongLength), ("+32 2 555", .notANumber),
            (String(repeating: "\u{200B}", count: 86), .tooLong), (String(repeating: "0", count: 33), .tooLong),
            ("+31505550200 - x", .badRangeEnd), ("+31505550200 - ", .badRangeEnd),
            ("+31505550200 - 0123456789012", .badRangeEnd),
            ("+31505550200 - +492115550199", .badRangeEnd), ("+31505550200 - 0100", .rangeEndsBeforeStart),
            ("+31505550200 - 00", .rangeEndsBeforeStart), ("+31505550200 - +32505550299", .badRangeEnd),
            ("*", .badPrefix), ("x*", .badPrefix), ("+*", .badPrefix), ("0*", .prefixTooShort),
            ("05*", .prefixTooShort),
            ("+31*", .prefixTooShort), ("+999123*", .badPrefix), ("+3150555555555555*", .badPrefix),
            ("+050*", .badPrefix),
            (String(repeating: "1", count: 80), .tooLong),
        ])
    func errors(text: String, expected: NumberError) throws {
        let reader = try NumberReader(region: "NL")
        #expect(throws: expected) { try reader.block(text) }
    }

    @Test("any bytes are answered without harm")
    func noise() throws {
        let reader = try NumberReader(region: "NL")
        var generator = SeededGenerator(seed: 1)
        let alphabet = Array("0123456789+-* ()<>\"\\%;:@sip:tel.\u{2013}é").map(String.init)
        for _ in 0..<20_000 {
            let text = (0..<Int.random(in: 0...40, using: &generator))
                .map { _ in alphabet.randomElement(using: &generator) ?? "" }.joined()
            _ = try? reader.party(text)
            _ = try? reader.block(text)
        }
    }
}
