import Testing

@testable import Varlink

@Suite("JSON reader")
struct JSONReaderTests {
    @Test(
        "reads every form of RFC 8259",
        arguments: [
            ("null", nil), (" true\n", true), ("\tfalse\r", false),
            ("0", 0), ("-0", 0), ("-12", -12),
            ("9223372036854775807", .integer(.max)), ("-9223372036854775808", .integer(.min)),
            ("9223372036854775808", .double(9_223_372_036_854_775_808)),
            ("1.0", .double(1)), ("-0.5e-2", .double(-0.005)), ("1E2", .double(100)), ("2e+1", .double(20)),
            (#""""#, ""), (#""é€𝄞""#, "é€𝄞"), (#""\u00e9\u20AC\uD834\udd1e""#, "é€𝄞"),
            (#""\"\\\/\b\f\n\r\t\u0000""#, "\"\\/\u{8}\u{C}\n\r\t\0"),
            ("[]", []), ("[ 1 , [ ] ]", [1, []]), ("{}", [:]), (#"{ "a" : {"b":null} }"#, ["a": ["b": nil]]),
        ] as [(String, JSONValue)])
    func reads(text: String, value: JSONValue) throws {
        #expect(try JSONReader.read(Array(text.utf8)) == value)
    }

    @Test(
        "refuses what is no JSON",
        arguments: [
            "", " ", "nul", "nullx", "True", "01", "-", "1.", ".5", "1e", "+1", "0x1", "1e400", "NaN", "1 2",
            #"""#, #"""a"#, #""\x""#, #""\u12g4""#, #""\ud800""#, #""\ud800\u0041""#, #""\udc00""#, "\"\u{1}\"", "'a'",
            "[", "[1", "[1,]", "[,1]", "[1 2]", "]", "{", #"{"a"}"#, #"{"a":}"#, #"{"a":1,}"#, "{a:1}", #"{1:2}"#,
            #"{"a":1 "b":2}"#, #"{"a":1,"a":2}"#, "\u{FEFF}1", "/**/1",
        ])
    func refuses(text: String) {
        #expect {
            try JSONReader.read(Array(text.utf8))
        } throws: { error in
            if case JSONSyntaxError.malformed(let offset) = error { offset <= text.utf8.count } else { false }
        }
    }

    @Test(
        "refuses what is no UTF-8", arguments: [[0xFF], [0xC0, 0x80], [0xED, 0xA0, 0x80], [0xE2, 0x82]] as [[UInt8]])
    func refusesInvalidUTF8(bytes: [UInt8]) {
        #expect(throws: JSONSyntaxError.malformed(offset: 1)) {
            try JSONReader.read(Array("\"".utf8) + bytes + Array("\"".utf8))
        }
    }

    @Test("takes 16 levels and not one more", arguments: [("[", "]"), (#"{"a":"#, "}")])
    func depth(open: String, close: String) throws {
        func nested(_ levels: Int) -> [UInt8] {
            Array((String(repeating: open, count: levels) + "1" + String(repeating: close, count: levels)).utf8)
        }
        _ = try JSONReader.read(nested(16))
        #expect(throws: JSONSyntaxError.tooDeep) { try JSONReader.read(nested(17)) }
        #expect(throws: JSONSyntaxError.tooDeep) {
            try JSONReader.read(Array(String(repeating: open, count: 10_000).utf8))
        }
    }

    @Test("every prefix and every changed byte of a document is read or refused, never worse")
    func damaged() {
        let document = Array(#"{"a":[1,-2.5e3,"é\n\ud834\udd1e",true,null,{"b":{}}]}"#.utf8)
        for end in document.indices {
            #expect(throws: JSONSyntaxError.self) { try JSONReader.read(Array(document[..<end])) }
        }
        for index in document.indices {
            for byte in UInt8.min...UInt8.max where byte != document[index] {
                var damaged = document
                damaged[index] = byte
                if let value = try? JSONReader.read(damaged) {
                    #expect((try? JSONReader.read(value.text)) == value)
                }
            }
        }
    }
}
