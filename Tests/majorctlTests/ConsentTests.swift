import Testing

@testable import majorctl

@Suite("Asking back")
struct ConsentTests {
    @Test(
        "yes is yes in English and Dutch, and everything else is no",
        arguments: [
            ("y", true), ("Yes\n", true), (" j ", true), ("JA", true), ("", false), ("n", false), ("yess", false),
            ("ja nee", false),
        ])
    func isYes(answer: String, expected: Bool) {
        #expect(Consent.isYes(answer) == expected)
    }
}
