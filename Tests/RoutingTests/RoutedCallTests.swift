import Routing
import TestSupport
import Testing

@Suite struct DecisionIDTests {
    @Test(
        "an identifier is thirteen digits and letters of Crockford's alphabet",
        arguments: [
            (0, "0000000000000"), (1, "0000000000001"), (31, "000000000000z"), (32, "0000000000010"),
            (UInt64.max, "fzzzzzzzzzzzz"), (1_234_567_890_123_456_789, "128ggyhyyk08n"),
        ] as [(UInt64, String)])
    func description(number: UInt64, expected: String) {
        #expect(DecisionID(number: number).description == expected)
        #expect(DecisionID(expected)?.number == number)
    }

    @Test(
        "other texts are no identifiers",
        arguments: ["", "1", "g000000000000", "000000000000i", "00000000000000", "-000000000001"])
    func unreadable(text: String) {
        #expect(DecisionID(text) == nil)
    }

    @Test("later identifiers are greater, as numbers and as texts")
    func order() {
        var random = SeededGenerator(seed: 1)
        let numbers = (0..<500).map { _ in UInt64.random(in: 0...(.max), using: &random) }.sorted()
        let ids = numbers.map { DecisionID(number: $0) }
        #expect(ids == ids.sorted())
        #expect(ids.map(\.description) == ids.map(\.description).sorted())
        #expect(Set(ids.map(\.description)).count == Set(numbers).count)
    }
}
