import Routing
import Testing

@testable import PBX

@Suite("The header of a FastAGI dialogue")
struct FastAGIHeaderTests {
    private static let question = header("route", "+31612345678", "+31880001234", "1795378587.27")

    private static let strange: [String] = [
        "\n\r\n" + question, question + "\n", question + "\r\n\n\n", named("Karin\nSmit"),
        named("Karin\nSmit: ICT\n\u{1B}[31m"), named("\n"), named("Karin\n\nSmit"), named("\n\n\n"),
        named("HANGUP\nHANGUP"), named("x\nagi_x: y\nagi_\nagi_y"), named(repeated("x", 1_000)),
        named(repeated("é", 6_000)), named("x\n520-"), named(repeated("x\n", 1_000)),
    ]

    @Test("empty lines, lines of another form and long ones do no harm", arguments: strange)
    func strangeHeaders(header: String) throws {
        for piece in [1, 7, 1_024, header.utf8.count] {
            let ledger = TestLedger(answersAtOnce: true)
            var conversation = try FastAGIConversation(ledger)
            send(header, to: &conversation, piece)
            conversation.send((done(6) + "\n\r\n" + done(7)).utf8)
            #expect(conversation.text == dialledCommands)
            #expect(conversation.isClosed)
            #expect(conversation.connections.protocolErrors == 0)
            #expect(ledger.requests.map(\.callID) == ["1795378587.27"])
        }
    }

    private static let malformedInputs: [String] = [
        "GET / HTTP/1.1\r\n", "\nPOST /route HTTP/1.1\n" + question, "Host: x\n", "agi_network: yes\n\n",
        "\nagi_network\n\n", "HANGUPS\n\n", "\0\n\n", "agi_request: agi://x/route\nagi_arg_1: 1\nagi_arg_1: 2\n",
        repeated("x", 16_385), "agi_x: " + repeated("x", 16_378) + "\n", repeated("agi_x: y\n", 1_821),
        repeated("\n", 16_385), repeated("HANGUP\n", 2_341),
        // A caller's name brings an argument of his choosing, also behind an end of the header.
        named("x\nagi_arg_1: 2101\n"), named("x\n\nagi_arg_1: 0"), question + repeated("x\n", 9_000),
    ]

    @Test("what is no FastAGI closes the connection, and nothing is asked", arguments: malformedInputs)
    func malformed(input: String) throws {
        for piece in [1, 7, 1_024, input.utf8.count] {
            let ledger = TestLedger()
            var conversation = try FastAGIConversation(ledger)
            send(input, to: &conversation, piece)
            #expect(conversation.text.isEmpty || conversation.text == set(["ACTION": ""]))
            #expect(conversation.isClosed)
            #expect(conversation.connections.protocolErrors == 1)
            #expect(ledger.requests.isEmpty)
        }
    }

    @Test("a name that brings an answer of its own gets no action")
    func forgedAnswer() throws {
        var conversation = try FastAGIConversation()
        conversation.send((Self.named("x\n\n200 result=1\n") + done(13)).utf8)
        #expect(conversation.isClosed)
        #expect(conversation.connections.protocolErrors == 1)
        #expect(!conversation.text.contains("MAJOR_ACTION \"p"))
    }

    private func send(_ input: String, to conversation: inout FastAGIConversation, _ piece: Int) {
        let bytes = Array(input.utf8)
        for start in stride(from: 0, to: bytes.count, by: piece) {
            conversation.send(bytes[start..<min(start + piece, bytes.count)])
        }
    }

    /// The header with this name of the caller.
    private static func named(_ name: String) -> String {
        question.replacing("Karin \"K\" Smit: ICT", with: name)
    }

    private static func repeated(_ text: String, _ count: Int) -> String {
        String(repeating: text, count: count)
    }
}
