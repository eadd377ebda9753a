import Routing
import TestSupport
import Testing

@testable import Numbering

@Suite("The quick way and libphonenumber")
struct TrunkFormsTests {
    private static let regions = ["NL", "BE", "FR", "ES", "CH", "GB", "DK", "PL", "DE", "US", "IT", "LU"]
    private static let countryCodes = [
        "31", "32", "33", "34", "41", "44", "45", "48", "49", "39", "352", "1", "7", "61", "20", "999",
    ]

    @Test("agree wherever the quick way answers", arguments: regions)
    func agreement(region: String) throws {
        let reader = try NumberReader(region: region)
        var generator = SeededGenerator(seed: 20_261_122)
        var answered = 0
        for _ in 0..<20_000 {
            let text = Self.written(using: &generator)
            guard let quick = reader.trunkForms.party(text.utf8Span.span) else { continue }
            answered += 1
            let full = reader.fullParty(Array(text.utf8))
            #expect(quick == full, "\(text) in \(region)")
        }
        #expect(answered > 1_000)
    }

    @Test(
        "agree on every beginning of four digits, at the plans' own lengths", arguments: ["NL", "BE", "FR", "CH", "GB"])
    func everyBeginning(region: String) throws {
        let reader = try NumberReader(region: region)
        let code = "\(reader.plan.countryCode)"
        var generator = SeededGenerator(seed: 7)
        for beginning in 0..<10_000 {
            let length = region == "GB" ? 10 : region == "BE" ? Int.random(in: 8...9, using: &generator) : 9
            let digits = String(String(10_000 + beginning).dropFirst())
            let national = digits + Self.digits(length - 4, using: &generator)
            let form = ["+" + code, "00" + code, code, "0"][beginning % 4]
            guard let quick = reader.trunkForms.party((form + national).utf8Span.span) else {
                #expect(national.hasPrefix("0"), "\(form + national)")
                continue
            }
            #expect(quick == reader.fullParty(Array((form + national).utf8)), "\(form + national)")
        }
    }

    @Test(
        "the quick way answers the common trunk forms",
        arguments: [
            "+31612345678", "0031612345678", "31612345678", "0612345678", "0205550123", "+3225550123", "2101", "",
        ])
    func answers(text: String) throws {
        #expect(try NumberReader(region: "NL").trunkForms.party(text.utf8Span.span) != nil)
    }

    @Test(
        "the quick way leaves all else alone",
        arguments: ["06-12345678", "+492115550123", "32475123456", "+310205550123"])
    func declines(text: String) throws {
        #expect(try NumberReader(region: "NL").trunkForms.party(text.utf8Span.span) == nil)
    }

    /// A text of digits, now and then with something else in it.
    private static func written(using generator: inout SeededGenerator) -> String {
        let code = countryCodes.randomElement(using: &generator) ?? ""
        let form = [
            "", "+", "00", "0", "000", "+" + code, "00" + code, code, "+" + code + "0", "00" + code + "0", code + "0",
        ]
        .randomElement(using: &generator)
        var text = (form ?? "") + digits(Int.random(in: 0...16, using: &generator), using: &generator)
        if Int.random(in: 0..<20, using: &generator) == 0 {
            let place = text.indices.randomElement(using: &generator) ?? text.startIndex
            text.insert(["+", " ", "-", "x", "(", "é"].randomElement(using: &generator) ?? "x", at: place)
        }
        return text
    }

    private static func digits(_ count: Int, using generator: inout SeededGenerator) -> String {
        String((0..<count).map { _ in Character("\(Int.random(in: 0...9, using: &generator))") })
    }
}
