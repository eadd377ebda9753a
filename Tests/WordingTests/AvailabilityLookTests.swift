import Testing
import Time

@testable import Wording

@Suite("Who is there")
struct AvailabilityLookTests {
    @Test(
        "is never available while his phone cannot be reached, or nobody knows who is on the phone",
        arguments: [
            ("available", nil, false, "bereikbaar"), ("available", true, false, "aanwezig, toestel onbereikbaar"),
            ("available", nil, true, "aanwezig, bellen onbekend"),
            ("available", true, true, "aanwezig, toestel onbereikbaar"),
            ("off_hours", true, true, "buiten werktijd"), ("teleported", nil, false, "teleported"),
        ] as [(String, Bool?, Bool, String)])
    func look(word: String, isUnreachable: Bool?, isPBXSilent: Bool, expected: String) {
        let words = AvailabilityWords(.nl)
        #expect(words.state(word: word, isUnreachable: isUnreachable, isPBXSilent: isPBXSilent) == expected)
    }
}
