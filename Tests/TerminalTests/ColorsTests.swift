import Terminal
import Testing

@Suite struct ColorsTests {
    @Test(
        "colours are for terminals whose user does not refuse them",
        arguments: [
            ([:], true, true),
            ([:], false, false),
            (["NO_COLOR": "1"], true, false),
            (["NO_COLOR": ""], true, true),
            (["TERM": "dumb"], true, false),
            (["TERM": "dumb", "NO_COLOR": ""], true, false),
            (["TERM": "xterm"], true, true),
            (["TERM": "xterm"], false, false),
        ] as [([String: String], Bool, Bool)])
    func shown(environment: [String: String], isTerminal: Bool, expected: Bool) {
        #expect(Colors.areShown(environment: environment, isTerminal: isTerminal) == expected)
    }
}
