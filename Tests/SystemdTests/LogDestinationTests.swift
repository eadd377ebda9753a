import Systemd
import Testing

private let journalStream = FileIdentity(device: 9, inode: 12_345)
private let other = FileIdentity(device: 9, inode: 12_346)

@Suite struct LogDestinationTests {
    @Test(
        "the journal is chosen only when stderr is the stream that JOURNAL_STREAM names",
        arguments: [
            ("9:12345", journalStream, .journal),
            ("9:12345", other, .terminal(colored: false)),
            ("9:12345", nil, .terminal(colored: false)),
            (nil, journalStream, .terminal(colored: false)),
            ("", journalStream, .terminal(colored: false)),
            ("12345:9", journalStream, .terminal(colored: false)),
            ("9:12345:", journalStream, .terminal(colored: false)),
            ("9:0x3039", journalStream, .terminal(colored: false)),
            ("9:99999999999999999999999", journalStream, .terminal(colored: false)),
        ] as [(String?, FileIdentity?, LogDestination)])
    func journal(stream: String?, standardError: FileIdentity?, expected: LogDestination) {
        let environment = stream.map { ["JOURNAL_STREAM": $0] } ?? [:]
        let destination = LogDestination.choose(
            environment: environment, standardError: standardError, isTerminal: false)
        #expect(destination == expected)
    }

    @Test(
        "colours are for terminals whose user does not refuse them",
        arguments: [
            ([:], true, true),
            ([:], false, false),
            (["NO_COLOR": "1"], true, false),
            (["NO_COLOR": ""], true, true),
            (["TERM": "dumb"], true, false),
            (["TERM": "xterm"], true, true),
        ] as [([String: String], Bool, Bool)])
    func colors(environment: [String: String], isTerminal: Bool, expected: Bool) {
        let destination = LogDestination.choose(
            environment: environment, standardError: journalStream, isTerminal: isTerminal)
        #expect(destination == .terminal(colored: expected))
    }

    @Test("stderr's own identity names it as systemd would")
    func identity() throws {
        let file = try #require(StandardError.file)
        let environment = ["JOURNAL_STREAM": "\(file.device):\(file.inode)"]
        #expect(LogDestination.current(environment: environment) == .journal)
    }
}
