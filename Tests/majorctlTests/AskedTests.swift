import Testing

@testable import majorctl

@Suite("What was typed, to be typed again")
struct AskedTests {
    @Test(
        "is told with more words, as a shell takes it, and with another deputy instead of the one who was named",
        arguments: [
            ([], "majorctl leave … --request --deputy bob"),
            (["leave", "24 dec"], "majorctl leave '24 dec' --request --deputy bob"),
            (
                ["leave", "24", "dec", "--note", "Oma's feest"],
                #"majorctl leave 24 dec --note 'Oma'\''s feest' --request --deputy bob"#
            ),
            (["leave", "2-12", "--request", "--deputy", "ann"], "majorctl leave 2-12 --request --deputy bob"),
            (["leave", "--deputy=ann", "2-12", ""], "majorctl leave 2-12 '' --request --deputy bob"),
        ])
    func command(words: [String], expected: String) {
        #expect(Asked(words: words).command("leave", with: ["--request"], deputy: "bob") == expected)
    }

    @Test("keeps the deputy who was named where nobody else is")
    func sameDeputy() {
        #expect(
            Asked(words: ["leave", "2-12", "--deputy", "ann"]).command("leave", with: ["--request"])
                == "majorctl leave 2-12 --deputy ann --request")
    }
}
