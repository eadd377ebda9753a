import Testing

@testable import Varlink

@Suite("Members of a message")
struct MessageCodingTests {
    struct Person: VarlinkMessage, Equatable {
        var name: String
        var fullAge: Int?
        var contacts: [Contact] = []
        var extra: JSONValue?
        var weight: Double?
        var numbers: [String: [Int]]?

        struct Contact: VarlinkMessage, Equatable {
            var mobile: String

            init(mobile: String) { self.mobile = mobile }
            init(members: JSONObject) throws(JSONCodingError) { mobile = try members.value("mobile") }
            func writeMembers(to json: inout JSONWriter) { json.member("mobile", mobile) }
        }

        init(name: String) { self.name = name }

        init(members: JSONObject) throws(JSONCodingError) {
            name = try members.value("name")
            fullAge = try members.optional("full_age")
            contacts = try members.value("contacts")
            extra = try members.optional("extra")
            weight = try members.optional("weight")
            numbers = try members.optional("numbers")
        }

        func writeMembers(to json: inout JSONWriter) {
            json.member("contacts", contacts)
            json.optional("extra", extra)
            json.optional("full_age", fullAge)
            json.member("name", name)
            json.optional("numbers", numbers)
            json.optional("weight", weight)
        }
    }

    @Test("a message comes back from its members")
    func roundTrip() throws {
        var person = Person(name: "Ann")
        person.fullAge = 41
        person.contacts = [.init(mobile: "+31612345678")]
        person.extra = ["a": [nil, true, 1, 1.5, "x", ["b": [:]]]]
        let members = try JSONObject(of: person)
        #expect(members["full_age"] == 41)
        #expect(members["extra"] == person.extra)
        #expect(try members.decoded(as: Person.self) == person)
        #expect(Person(text: person.text + Array("\n".utf8)) == person)
        #expect(Person(text: Array("{}".utf8)) == nil)
        #expect(Person(text: person.text.dropLast()) == nil)
    }

    @Test(
        "what does not fit is named by its place",
        arguments: [
            ([:], "name"), (["name": 1], "name"), (["name": nil], "name"), (["name": "x", "contacts": 1], "contacts"),
            (["name": "x", "contacts": [["mobile": "1"], [:]]], "contacts[1].mobile"),
            (["name": "x", "contacts": [["mobile": "1"], nil]], "contacts[1]"),
            (["name": "x", "full_age": 41.5, "contacts": []], "full_age"),
            (["name": "x", "extra": [1.5, ["b": 2.5]], "full_age": 1e300, "contacts": []], "full_age"),
            (["name": "x", "contacts": [], "numbers": ["b": [1], "a": [1, 2.5]]], "numbers.a[1]"),
            (["name": "x", "contacts": [], "weight": "7"], "weight"),
        ] as [(JSONObject, String)])
    func mismatch(members: JSONObject, path: String) {
        #expect(throws: JSONCodingError(path: path)) { try members.decoded(as: Person.self) }
    }

    @Test(
        "an integer may have an exponent or a fraction of zero, where nothing of it is lost",
        arguments: [
            ("7", 7), ("7.0", 7), ("-70e-1", -7), ("1E2", 100), ("9007199254740991.0", 9_007_199_254_740_991),
            ("9223372036854775807", .max), ("-9223372036854775808", .min), ("9223372036854775808", nil),
            ("-9223372036854775809", nil), ("7.5", nil), ("1e30", nil), ("true", nil), ("null", nil),
        ] as [(String, Int?)])
    func integers(text: String, value: Int?) throws {
        let json = try JSONReader.read(Array(text.utf8))
        #expect((try? Int(json: json)) == value)
    }

    @Test("a number that may have a fraction is read from an integer, too")
    func doubles() throws {
        #expect(try Double(json: 7) == 7)
        #expect(try Double(json: -0.5) == -0.5)
        #expect(throws: JSONCodingError()) { try Double(json: "7") }
    }

    /// What Foundation's encoder writes with sorted keys and slashes as they are, which was on the wire before.
    @Test("texts and numbers are written as ever")
    func golden() throws {
        let low = String(String.UnicodeScalarView((0..<0x20).compactMap { Unicode.Scalar($0 as UInt32) }))
        #expect(
            text([low, "\u{7F}\u{2028}/\\\"𝄞é"])
                == #"["\u0000\u0001\u0002\u0003\u0004\u0005\u0006\u0007\b\t\n\u000b\f\r\u000e\u000f"#
                + #"\u0010\u0011\u0012\u0013\u0014\u0015\u0016\u0017\u0018\u0019\u001a\u001b\u001c\u001d\u001e\u001f","#
                + "\"\u{7F}\u{2028}/" + #"\\\"𝄞é"]"#)
        #expect(
            text([1, 0.1, 1e300, 1e16, 123_456_789_012_345_680, -0.0, 1e-7, 1_234_567.5])
                == "[1,0.1,1e+300,1e+16,1.2345678901234568e+17,-0,1e-07,1234567.5]")
        #expect(text([Int.max, Int.min, 0]) == "[9223372036854775807,-9223372036854775808,0]")
        #expect(
            text([
                "é": 1, "e\u{301}a": 2, "z": 3, "𝄞": 4, "\u{FFFD}": 5, "from_x": 6, "from": 7, "from2": 8, "fromY": 9,
            ])
                == "{\"e\u{301}a\":2,\"from\":7,\"from2\":8,\"fromY\":9,\"from_x\":6,\"z\":3,\"é\":1,\"\u{FFFD}\":5,\"𝄞\":4}"
        )
        #expect(text([[String: Bool](), ["a": true]]) == #"[{},{"a":true}]"#)
        #expect(text([[Int]()]) == "[[]]")
    }

    private func text(_ value: some VarlinkValue) -> String {
        var json = JSONWriter()
        value.write(to: &json)
        return String(decoding: json.bytes, as: UTF8.self)
    }

    @Test("the members that others read nest no deeper than a message's")
    func depth() throws {
        var value: JSONValue = 7
        for _ in 0..<14 { value = [value] }
        #expect(try JSONObject(of: ["a": value]) == ["a": value])
        #expect(throws: JSONSyntaxError.tooDeep) { try JSONObject(of: ["a": [value] as JSONValue]) }
    }

    @Test("a number that is not finite makes no whole message")
    func notFinite() {
        #expect(throws: VarlinkError.unencodableReply) { try EncodedReply(["value": Double.nan]) }
        #expect(throws: VarlinkError.unencodableReply) { try EncodedReply(["value": JSONValue.double(.infinity)]) }
    }
}
