import Testing
import Time
import Wording

@Suite("CountWords")
struct CountWordsTests {
    @Test(
        "one of something is no plural",
        arguments: [
            (0, Noun.error, ["0 errors", "0 fouten"]), (1, .error, ["1 error", "1 fout"]),
            (2, .error, ["2 errors", "2 fouten"]), (1, .wish, ["1 wish", "1 wens"]),
            (2, .wish, ["2 wishes", "2 wensen"]),
            (2, .agent, ["2 agents", "2 medewerkers"]), (2, .time, ["2 times", "2 keer"]),
            (3, .file, ["3 files", "3 bestanden"]), (1, .pair, ["1 pair", "1 vast paar"]),
        ])
    func counts(number: Int, noun: Noun, expected: [String]) {
        #expect(both { counted(number, noun, in: $0) } == expected)
    }

    @Test(
        "what is left out of a list",
        arguments: [(1, ["1 more client", "nog 1 klant"]), (4, ["4 more clients", "nog 4 klanten"])])
    func more(number: Int, expected: [String]) {
        #expect(both { countedMore(number, .client, in: $0) } == expected)
    }
}
