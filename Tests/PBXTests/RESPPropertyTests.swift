import TestSupport
import Testing

@testable import PBX

@Suite("Whatever bytes come in")
struct RESPPropertyTests {
    @Test("a valid request of any bytes comes back as it was sent", arguments: 0..<200)
    func roundTrip(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        var conversation = try Conversation()
        var expected: [UInt8] = []
        var input: [UInt8] = []
        for _ in 0..<20 {
            let letters = (0..<Int.random(in: 0...128, using: &random)).map { _ in
                Character(UnicodeScalar(UInt8.random(in: 0x00...0x7F, using: &random)))
            }
            let text = String(letters)
            guard text.utf8.count <= 128 else { continue }
            input += Array(request("ECHO", text).utf8)
            expected += Array(bulk(text).utf8)
        }
        for piece in pieces(of: input, using: &random) { conversation.send(piece) }
        #expect(conversation.replies == expected)
        #expect(!conversation.isMidway)
    }

    @Test("garbage never traps, and how it is split changes nothing", arguments: 0..<500)
    func garbage(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        let fragments = [
            "*", "$", "\r\n", "\n", "\r", "0", "1", "3", "-", "99999999999999999999", "9223372036854775807", "65536",
            "\"", "'", " ", "*1\r\n", "*4\r\n", "$5\r\n", "ROUTE", "$0\r\n\r\n", "$4\r\nPING\r\n", "PING\r\n", "INFO",
            "HELLO 2", "CLIENT ", "ROUTE a b c\n", "*1048576\r\n", "RINGING a 2101\n", "ENDED a 486\n",
            "AGENT 2101 pause 2h\n", "NEXT a BUSY\n",
        ]
        var input: [UInt8] = []
        for _ in 0..<Int.random(in: 1...60, using: &random) {
            if Bool.random(using: &random) {
                input += Array((fragments.randomElement(using: &random) ?? "").utf8)
            } else {
                input.append(UInt8.random(in: .min ... .max, using: &random))
            }
        }
        var whole = try Conversation()
        whole.send(input)
        var split = try Conversation()
        for piece in pieces(of: input, using: &random) { split.send(piece) }
        #expect(whole.replies == split.replies)
        #expect(whole.isClosed == split.isClosed)
        #expect(whole.isMidway == split.isMidway)
    }
}

/// Cuts bytes into pieces of 1 to 40.
func pieces(of bytes: [UInt8], using random: inout SeededGenerator) -> [ArraySlice<UInt8>] {
    var pieces: [ArraySlice<UInt8>] = []
    var start = 0
    while start < bytes.count {
        let end = min(start + Int.random(in: 1...40, using: &random), bytes.count)
        pieces.append(bytes[start..<end])
        start = end
    }
    return pieces
}
