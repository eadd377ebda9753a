import Testing
import Time
import Wording

@Suite("RightWords")
struct RightWordsTests {
    private static let english =
        "asking where calls go needs a manager (named in majord.yaml, or in the group majord-admin) or the group majord-pbx"

    @Test("in Dutch a right has words of its own; in English, and where it has none, the daemon's are said")
    func rules() {
        let groups = ["majord-admin", "majord-pbx"]
        #expect(
            both { RightWords($0).denied(RightWords($0).rule("ask-routing", groups: groups, Self.english)) } == [
                "you may not do this: \(Self.english)",
                "dit mag je niet: vragen waar gesprekken heen gaan kan alleen een manager (genoemd in majord.yaml, of lid van de groep majord-admin) of wie in de groep majord-pbx zit",
            ])
        #expect(RightWords(.nl).rule("fly", groups: groups, "flying needs wings") == "flying needs wings")
        #expect(
            both { RightWords($0).denied(nil) } == [
                "you may not do this: ask a manager", "dit mag je niet: vraag het een manager",
            ])
    }
}
