import Numbering
import Routing
import Testing

@Suite("Callers' and called numbers")
struct NumberReaderTests {
    @Test(
        "every form that trunks and people use gives the same number",
        arguments: [
            ("+31612345678", 31_612_345_678), ("0031612345678", 31_612_345_678), ("31612345678", 31_612_345_678),
            ("0612345678", 31_612_345_678), ("06-12 34 56 78", 31_612_345_678), ("06-12345678", 31_612_345_678),
            ("  0612345678\r\n", 31_612_345_678), ("06.12.34.56.78", 31_612_345_678), ("06/12345678", 31_612_345_678),
            ("(020) 555 01 23", 31_205_550_123), ("+31 (0)20 555 0123", 31_205_550_123),
            ("0031 (0)20-555 01 23", 31_205_550_123), ("(+31) 20 555 0123", 31_205_550_123),
            ("+31\u{A0}20\u{A0}555\u{A0}0123", 31_205_550_123), ("020 \u{2013} 5550123", 31_205_550_123),
            ("tel:+31-20-5550123;phone-context=trunk.example", 31_205_550_123),
            ("TEL:+31-20-5550123", 31_205_550_123), ("tel:020-5550123;phone-context=+31", 31_205_550_123),
            ("tel:5550123;isub=1;Phone-Context=+3120", 31_205_550_123),
            ("sip:+31205550123@trunk.example;user=phone", 31_205_550_123),
            ("sips:0205550123@trunk.example:5061", 31_205_550_123), ("SIP:0031205550123@[2001:db8::1]", 31_205_550_123),
            ("sip:%2B31205550123@trunk.example", 31_205_550_123), ("sip:%30205550123@x", 31_205_550_123),
            ("sip:+31205550123;npdi;rn=1@trunk.example", 31_205_550_123),
            ("sip:+31205550123:secret@trunk.example", 31_205_550_123), ("sip:0205550123", 31_205_550_123),
            ("\"Name\" <sip:+31205550123@trunk.example>;tag=7", 31_205_550_123),
            ("\"A <b> \\\" ; @\" <sip:0205550123@trunk.example>", 31_205_550_123),
            ("Karin Smit <0205550123>", 31_205_550_123), ("<tel:+31-20-555-0123>", 31_205_550_123),
            ("+31205550123;npdi", 31_205_550_123),
            ("+31205550123@trunk.example", 31_205_550_123), ("0205550123@[2001:db8::1]:5060", 31_205_550_123),
            ("\"A\" <%2B31205550123@trunk.example;user=phone>", 31_205_550_123),
            ("+31205550123;npdi:secret@trunk.example", 31_205_550_123),
            ("+32 475 12 34 56", 32_475_123_456), ("0032475123456", 32_475_123_456), ("32475123456", 32_475_123_456),
            ("+492115550123", 492_115_550_123), ("00492115550123", 492_115_550_123), ("492115550123", 492_115_550_123),
            ("+12125550123", 12_125_550_123), ("12125550123", 12_125_550_123), ("+390698765432", 390_698_765_432),
            // Possible, but in no range that the library knows.
            ("+31912345", 31_912_345), ("0031912345", 31_912_345), ("0912345678", 31_912_345_678),
            ("31912345678", 31_912_345_678),
        ] as [(String, UInt64)])
    func numbers(text: String, digits: UInt64) throws {
        #expect(try NumberReader(region: "NL").party(text) == party(digits))
    }

    @Test(
        "hidden numbers are anonymous",
        arguments: [
            "", " ", "anonymous", "Anonymous", "UNKNOWN", "restricted", "unavailable", "Private",
            "sip:anonymous@anonymous.invalid", "\"Anonymous\" <sip:Anonymous@anonymous.invalid>;tag=1",
            "sip:@trunk.example",
            "sip:%61nonymous@x", "<unknown>", "tel:unknown", "anonymous@anonymous.invalid", "withheld",
            "Number Withheld",
            "WITHHELD-NUMBER", "sip:withheld@trunk.example", "sip:unavailable@unknown.invalid", "Out_of_Area", "P", "O",
            "<null>", "(null)", "No Caller ID", "Anoniem", "\u{202A}anonymous\u{202C}",
            "0", "0000", "000000", "0000000000", "00 00", "+0", "+000000", "00000000000000000000",
            "00000000000000000000000000000000", "sip:0000@trunk.example", "\u{200E}0000\u{A0}",
        ])
    func anonymous(text: String) throws {
        #expect(try NumberReader(region: "NL").party(text) == .anonymous)
    }

    @Test(
        "at most six bare digits are an extension",
        arguments: ["1", "112", "2101", "031612", "000001", "sip:2101@pbx.example", "2101@pbx.example"])
    func extensions(text: String) throws {
        #expect(try NumberReader(region: "NL").party(text) == .internal)
    }

    @Test(
        "everything else is unknown",
        arguments: [
            "+", "+1", "+31", "+0612345678", "++31612345678", "0612+345678", "12-34", "1234567", "999999999999",
            "0612345678x", "0800-BELLEN", "abc0612345678", "*21#", "%22%22;x", "%22…;x", "anonymousx", "trunk.example",
            "sip:trunk.example", "sip:%zz@trunk.example", "\"open <sip:061234@x", "0612345678\u{0}", "٠٦١٢٣٤٥٦٧٨",
            "000612345678", "+883123", "withheldx", "0612\u{FFFD}345678", "+31612@345678@x", "612345678", "3247512",
            "1234567890123456", "<", ">", "\"", "\"\\",
        ])
    func unknown(text: String) throws {
        #expect(try NumberReader(region: "NL").party(text) == .unknown)
    }

    @Test(
        "a number that is too long is refused, not unknown",
        arguments: [
            String(repeating: "1", count: 33), "+31" + String(repeating: " ", count: 30) + "6",
            "sip:" + String(repeating: "0", count: 33) + "@x", String(repeating: "x", count: 257),
            "sip:0205550123@" + String(repeating: "x", count: 242),
        ])
    func tooLong(text: String) throws {
        let reader = try NumberReader(region: "NL")
        #expect(throws: NumberTooLong()) { try reader.party(text) }
    }

    @Test(
        "what just fits is read",
        arguments: [
            "+31 6" + String(repeating: " ", count: 20) + "1234567",
            "sip:0205550123@" + String(repeating: "x", count: 241),
        ])
    func longest(text: String) throws {
        _ = try NumberReader(region: "NL").party(text)
    }

    @Test(
        "national forms are those of the region",
        arguments: [
            ("BE", "0475123456", 32_475_123_456), ("BE", "02 555 01 23", 3_225_550_123),
            ("FR", "0612345678", 33_612_345_678), ("GB", "020 7946 0123", 442_079_460_123),
            ("DE", "0211 5550123", 492_115_550_123), ("ES", "612345678", 34_612_345_678),
            ("ES", "34612345678", 34_612_345_678), ("IT", "06 98765432", 390_698_765_432),
            ("DK", "32123456", 4_532_123_456), ("US", "(212) 555-0123", 12_125_550_123),
            ("US", "1 212 555 0123", 12_125_550_123), ("US", "011 31 20 5550123", 31_205_550_123),
            ("US", "31205550123", 31_205_550_123),
        ] as [(String, String, UInt64)])
    func regions(region: String, text: String, digits: UInt64) throws {
        #expect(try NumberReader(region: region).party(text) == party(digits))
    }

    @Test(
        "what nobody sees in a number does not count, nor for its length",
        arguments: [
            "\u{200E}+31612345678", "\u{202A}+31612345678\u{202C}", "+316\u{AD}12345678", "\u{FEFF}0612345678",
            "06\u{200B}-\u{2060}12345678", "06\u{202F}12\u{2009}34\u{3000}56\u{A0}78",
            "06\u{2011}12\u{2212}34\u{2014}5678",
            "\u{2066}sip:+31612345678@trunk.example\u{2069}", "sip:%E2%80%8E+31612345678@trunk.example",
            "\u{202A}\"Karin\u{202C}\" <tel:\u{2068}+31612345678>", "\u{FE0F}0\u{34F}612345678",
            "\u{61C}\u{180E}+31612345678\u{E0001}",
            "+31612345678" + String(repeating: "\u{200B}", count: 80),
        ])
    func invisible(text: String) throws {
        #expect(try NumberReader(region: "NL").party(text) == party(31_612_345_678))
    }

    @Test("what is too long with its invisible characters is refused before it is looked at")
    func tooLongInvisible() throws {
        let reader = try NumberReader(region: "NL")
        #expect(throws: NumberTooLong()) {
            try reader.party("+31612345678" + String(repeating: "\u{200B}", count: 82))
        }
    }

    @Test("a region that nobody knows is refused", arguments: ["", "XX", "nl", "NLD", "N", "ZZ", "N\u{0}"])
    func unknownRegion(region: String) {
        #expect(throws: UnknownRegion(region: region)) { try NumberReader(region: region) }
    }

    @Test("people see their own region's form, and the international form of others")
    func people() throws {
        let reader = try NumberReader(region: "NL")
        let texts = try ["+31205550123", "+31612345678", "+32475123456", "+12125550123"].map {
            reader.text(of: try reader.number($0))
        }
        #expect(texts == ["020 555 0123", "06 12345678", "+32 475 12 34 56", "+1 212-555-0123"])
        #expect(PhoneNumber(digits: 999_123).map { reader.text(of: $0) } == "+999123")
    }

    @Test("many threads may read at once")
    func concurrently() async throws {
        let reader = try NumberReader(region: "NL")
        let results = await withTaskGroup(of: Party?.self) { group in
            for index in 0..<200 {
                group.addTask { @concurrent in try? reader.party("(020) 555 \(1000 + index)") }
            }
            return await group.reduce(into: Set()) { $0.insert($1) }
        }
        #expect(results == Set((0..<200).map { party(31_205_551_000 + UInt64($0)) }))
    }
}
