import Testing
import Wording

@Suite("Words that are not there")
struct NearestWordTests {
    @Test(
        "a mistyped word is told from another",
        arguments: [
            ("primry", "primary"), ("Primary", "primary"), ("agrement", "agreement"), ("contcats", "contacts"),
            ("di", "id"),
            ("xyz", nil), ("", nil), (String(repeating: "x", count: 10_000), nil),
        ] as [(String, String?)])
    func nearest(word: String, expected: String?) {
        let known = ["primary", "backup", "agreement", "contacts", "id"]
        #expect(NearestWord.nearest(to: word, among: known) == expected)
    }

    @Test("who is unknown is told with the nearest there is, else with some of those there are")
    func unknown() {
        let known = ["jdevries", "mbakker"]
        #expect(
            both { UnknownWords($0).agent("jdevrise", known: known) } == [
                "there is no agent jdevrise; did you mean jdevries?",
                "er is geen medewerker jdevrise; bedoel je jdevries?",
            ])
        #expect(
            both { UnknownWords($0).client("x", known: known) } == [
                "there is no client x; there are jdevries, mbakker", "er is geen klant x; er zijn jdevries, mbakker",
            ])
        #expect(
            both { UnknownWords($0).command("stauts", known: ["status", "sick"]) } == [
                "there is no command stauts; did you mean status?", "er is geen opdracht stauts; bedoel je status?",
            ])
        #expect(
            both { UnknownWords($0).option("--x", of: "leave", known: ["--override"]) } == [
                "leave has no option --x", "leave heeft geen optie --x",
            ])
        let many = (1...22).map { "client-\($0)" }
        #expect(
            UnknownWords().agentOrClient("x", known: many)
                == "there is no agent and no client x; there are \(many.prefix(20).joined(separator: ", ")) and 2 more")
        #expect(UnknownWords().agent("x", known: []) == "there is no agent x")
    }
}
