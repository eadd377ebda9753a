import Routing
import TestSupport
import Testing

@Suite struct PhoneNumberTests {
    @Test("one to fifteen digits are a number", arguments: 1...15)
    func counts(count: Int) throws {
        let lowest = "1" + String(repeating: "0", count: count - 1)
        let highest = String(repeating: "9", count: count)
        for digits in [lowest, highest] {
            let number = try #require(PhoneNumber(digits))
            #expect(number.count == count)
            #expect(number.description == "+" + digits)
            #expect(PhoneNumber(digits: number.digits) == number)
        }
    }

    @Test(
        "anything but bare digits of a country code and what follows is no number",
        arguments: [
            "", "0", "0612345678", "+31612345678", "31 6", "31x", "1234567890123456", "18446744073709551616", "３１",
            "\0",
            "3\u{301}1",
        ])
    func none(text: String) {
        #expect(PhoneNumber(text) == nil)
    }

    @Test("integers outside one to fifteen digits are no numbers", arguments: [0, 1_000_000_000_000_000, UInt64.max])
    func none(digits: UInt64) {
        #expect(PhoneNumber(digits: digits) == nil)
    }

    @Test(
        "the journal hides the last four digits",
        arguments: [("31612345678", "+3161234****"), ("12345", "+1****"), ("123", "+***")])
    func masked(digits: String, expected: String) {
        #expect(number(digits).masked == expected)
    }

    @Test("numbers of equal length are in the order of their digits")
    func order() {
        #expect(number("31505550199") < number("31505550200"))
    }
}
