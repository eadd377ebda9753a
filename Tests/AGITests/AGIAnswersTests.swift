import AGI
import Testing

@Suite("Asterisk's answers to commands")
struct AGIAnswersTests {
    @Test(
        "a line says that a command was carried out, or that it was not; what is no answer is passed over",
        arguments: [
            ("200 result=1", .done), ("200 result=1 (timeout)", .done), ("200 result=0", .refused),
            ("200 result=-1", .refused), ("200 result=10", .refused), ("200", .refused), ("200 OK", .refused),
            ("510 Invalid or unknown command", .refused),
            ("511 Command Not Permitted on a dead channel or intercept routine", .refused),
            ("520 Invalid command syntax.  Proper usage not available.", .refused), ("600 result=1", .refused),
            ("", nil), ("HANGUP", nil), ("hello", nil), ("5", nil), ("20 x", nil), ("2000", nil), ("5x0 ", nil),
            ("agi_arg_1: 2101", nil), ("Smit: 200 result=1", nil), ("100-Trying", nil),
        ] as [(String, AGIAnswer?)])
    func lines(line: String, answer: AGIAnswer?) {
        var answers = AGIAnswers()
        #expect(answers.take(Array(line.utf8).span) == answer)
        #expect(answers.take(Array("200 result=1".utf8).span) == .done)
    }

    @Test("a usage is one answer, however many lines it has, and whatever they say")
    func usage() {
        var answers = AGIAnswers()
        for line in [
            "520-Invalid command syntax.  Proper usage follows:", "Usage: SET VARIABLE <name> <value>", "",
            "200 result=1", "510 x", "HANGUP", "520-",
        ] {
            #expect(answers.take(Array(line.utf8).span) == nil, "\(line)")
        }
        #expect(answers.take(Array("520 End of proper usage.".utf8).span) == .refused)
        #expect(answers.take(Array("200 result=1".utf8).span) == .done)
    }
}
