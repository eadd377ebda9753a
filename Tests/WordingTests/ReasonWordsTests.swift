import Routing
import Testing
import Time
import Wording

@Suite("ReasonWords")
struct ReasonWordsTests {
    @Test(
        "every action, role and reason has Dutch words; in English people read the words of the protocols",
        arguments: ["dial", "overflow", "pass", "primary", "backup"] + Decision.Reason.allCases.map(\.word)
            + Overflow.Cause.allCases.map(\.rawValue))
    func complete(word: String) {
        #expect(ReasonWords(.nl).text(word) != word)
        #expect(ReasonWords(.en).text(word) == word)
    }

    @Test(
        "what is done, and why",
        arguments: [
            ("dial", "primary", ["dial, because primary", "bellen, want: eerste contactpersoon"]),
            ("overflow", "uncovered", ["overflow, because uncovered", "doorgeschakeld, want: niemand aanwezig"]),
        ])
    func sentences(action: String, reason: String, expected: [String]) {
        #expect(both { ReasonWords($0).sentence(action: action, reason: reason) } == expected)
    }

    @Test("how often there was a reason")
    func counts() {
        #expect(both { ReasonWords($0).counted(16, "primary") } == ["16 primary", "16 keer eerste contactpersoon"])
    }

    @Test("what happens to calls", arguments: ["coming", "ringing", "answered", "ended"])
    func calls(word: String) {
        #expect(CallWords(.nl).what(word) != word)
        #expect(CallWords(.en).what(word) == word)
    }
}
