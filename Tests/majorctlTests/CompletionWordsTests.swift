import Testing

@testable import majorctl

@Suite("Completion")
struct CompletionWordsTests {
    @Test(
        "the socket that the line names is asked",
        arguments: [
            (["majorctl", "cancel", ""], nil), (["majorctl", "--socket", "/run/x.sock", "cancel"], "/run/x.sock"),
            (["majorctl", "cancel", "--socket='/run/a b.sock'"], "/run/a b.sock"), (["majorctl", "--socket"], nil),
        ] as [([String], String?)])
    func socket(words: [String], expected: String?) {
        #expect(Completion.named(in: words) == expected)
    }

    @Test(
        "only what a shell takes as it stands is offered",
        arguments: [
            ("jdevries", true), ("noord-2.b_c", true), ("", false), ("$(id)", false), ("`id`", false), ("a b", false),
            ("a;b", false), ("é", false), ("~root", false), ("{a,b}", false),
        ])
    func plain(word: String, isPlain: Bool) {
        #expect(Completion.isPlain(word) == isPlain)
    }
}
