import Testing

@Suite("Commands that answers offer")
struct OfferedCommandTests {
    @Test(
        "those that can be typed as they stand are told from wrong usage",
        arguments: [
            ("To ask a manager for it: majorctl leave '24 dec' --note 'Oma'\\''s feest' --request", nil),
            ("`majorctl give 1 jvries` gives it to another agent, `majorctl cancel 1` ends it", nil),
            ("Say when one is done: majorctl missed done N.", nil),
            ("to change that: majorctl change 1 FROM UNTIL", nil),
            ("see majorctl give --help", nil),
            ("With somebody to stand in: majorctl approve 2 --no-deputy --deputy sjansen", "approve"),
            ("to change that: majorctl change 1", "change"), ("`majorctl deputy add` names one", nil),
        ] as [(String, String?)])
    func parsing(line: String, command: String?) {
        let wrong = OfferedCommand.all(in: line).filter { $0.wrong != nil }
        #expect(wrong.first?.words.first == command)
    }
}
