import PBXProtocol

@testable import PBX

/// What Asterisk and the PBX socket send to `majorctl agi`, whose files are compiled here once more: a program cannot be linked into another.
enum Programs {
    static func agi(_ bytes: [UInt8]) {
        reply(bytes)
        request(String(decoding: bytes, as: UTF8.self).split(separator: "\n").map(String.init))
        dialogue(bytes)
    }

    /// A reply is the same whatever follows it, and none while its end is missing.
    private static func reply(_ bytes: [UInt8]) {
        guard let whole = try? AgiReply.read(bytes) else { return }
        precondition(whole == (try? AgiReply.read(bytes + [UInt8(ascii: "x")])), "what follows a reply changes it")
        for end in bytes.indices {
            guard let piece = try? AgiReply.read(Array(bytes[..<end])) else { continue }
            precondition(piece == whole, "a reply is another one before it has come as a whole")
            break
        }
        for kind in [PBXCommand.Kind.question, .report, .wish] {
            let answer = AgiAnswer(whole, to: kind)
            precondition(answer.variables.first?.name == answer.variables.last?.name, "what is tested is not set last")
            for command in answer.commands {
                precondition(!command.utf8.contains { $0 < 0x20 }, "a command goes on on another line")
            }
        }
    }

    /// A request is read by the PBX socket as it was meant.
    private static func request(_ words: [String]) {
        guard let request = AgiRequest(words) else { return }
        let bytes = request.bytes
        var parser = RESPParser()
        guard case .complete(let length) = parser.advance(bytes.span, from: 0), length == bytes.count else {
            precondition(bytes.count > RESPParser.requestLimit, "the PBX socket does not read a request")
            return
        }
        let read = (1..<max(parser.arguments.count, 1)).map { Array(bytes[parser.arguments[$0]]) }
        precondition(read == request.words.map { Array($0.utf8) }, "the PBX socket reads another request")
    }

    /// A dialogue ends, and how its bytes came in changes nothing.
    private static func dialogue(_ bytes: [UInt8]) {
        let whole = steps(bytes, by: max(bytes.count, 1))
        precondition(
            whole == steps(bytes, by: Int(bytes.first ?? 0) % 37 + 1), "the dialogue depends on how lines came in")
    }

    private static func steps(_ bytes: [UInt8], by length: Int) -> [AgiDialogue.Step] {
        var lines = AgiLines()
        var dialogue = AgiDialogue()
        var steps: [AgiDialogue.Step] = []
        for start in stride(from: 0, to: bytes.count, by: length) {
            for line in lines.append(bytes[start..<min(start + length, bytes.count)]) {
                var step = dialogue.received(line)
                if step == .ask { step = dialogue.answered(["SET VARIABLE A \"1\"", "SET VARIABLE B \"2\""]) }
                steps.append(step)
            }
        }
        for _ in 0..<4 { steps.append(dialogue.inputEnded()) }
        return steps
    }
}
