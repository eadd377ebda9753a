import AGI
import TestSupport
import Testing

@testable import PBX

@Suite("Whatever a FastAGI peer sends")
struct FastAGIPropertyTests {
    @Test("garbage never traps, and how it is split changes nothing", arguments: 0..<500)
    func garbage(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        let fragments = [
            "\n", "\r\n", "\r", ":", " ", "agi_", "HANGUP\n", "200 result=1\n", "520-\n", "520 \n", "510 x\n", "\"",
            "\\",
            "agi_network: yes\n", "agi_network_script: route\n", "agi_network_script: ended\n", "agi_arg_1: 2101\n",
            "agi_arg_2: BUSY\n", "agi_request: agi://x/agent?a\n", "agi_arg_3: 45m\n", "agi_extension: +31880001234\n",
            header("route", "+31612345678"), header("agent", "2101", "sick"), header("ended", "1"),
        ]
        var input: [UInt8] = []
        for _ in 0..<Int.random(in: 1...40, using: &random) {
            if Int.random(in: 0..<10, using: &random) > 0 {
                input += Array((fragments.randomElement(using: &random) ?? "").utf8)
            } else {
                input.append(UInt8.random(in: .min ... .max, using: &random))
            }
        }
        var whole = try FastAGIConversation()
        whole.send(input)
        var split = try FastAGIConversation()
        for piece in pieces(of: input, using: &random) { split.send(piece) }
        #expect(whole.replies == split.replies)
        #expect(whole.isClosed == split.isClosed)
        #expect(whole.connections == split.connections)
    }

    @Test("whatever a value holds, Asterisk reads the command as four words", arguments: 0..<300)
    func quoting(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        let value = String(
            String.UnicodeScalarView(
                (0..<Int.random(in: 0...40, using: &random)).map { _ in
                    let common: [UnicodeScalar] = ["\"", "\\", " ", "\n", "\t", "é", "😀", "$", "{", "a"]
                    return common.randomElement(using: &random) ?? "a"
                }))
        var output = ReplyBuffer()
        output.write { $0.command(.set(.contact, value)) }
        let line = output.withBytes { Array($0) }
        #expect(line.last == UInt8(ascii: "\n"))
        let clean = value.unicodeScalars.map { $0.value < 0x20 ? " " : String($0) }.joined()
        #expect(asteriskWords(line.dropLast()) == ["SET", "VARIABLE", "MAJOR_CONTACT", clean])
    }

    /// Splits a command as Asterisk does: at blanks outside quotes; a backslash takes the next byte as it is.
    private func asteriskWords(_ line: some Sequence<UInt8>) -> [String] {
        var words: [[UInt8]] = []
        var isQuoted = false
        var isEscaped = false
        var isBetween = true
        for byte in line {
            switch byte {
            case UInt8(ascii: "\"") where !isEscaped:
                isQuoted.toggle()
                if isQuoted, isBetween {
                    words.append([])
                    isBetween = false
                }
            case UInt8(ascii: " ") where !isQuoted && !isEscaped: isBetween = true
            case UInt8(ascii: "\\") where !isEscaped: isEscaped = true
            default:
                if isBetween { words.append([]) }
                isBetween = false
                words[words.count - 1].append(byte)
                isEscaped = false
            }
        }
        return words.map { String(decoding: $0, as: UTF8.self) }
    }
}
