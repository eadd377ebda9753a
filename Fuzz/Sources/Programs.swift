/// What Asterisk and the PBX socket send to `majorctl agi`, whose files are compiled here once more: a program cannot be linked into another.
enum Programs {
    static func agi(_ bytes: [UInt8]) {
        // A reply of majord's, a request's words, and Asterisk's lines.
        if let reply = try? AgiReply.read(bytes) { _ = String(describing: reply) }
        let words = String(decoding: bytes, as: UTF8.self).split(separator: "\n").map(String.init)
        _ = AgiRequest(words)?.bytes
        var lines = AgiLines()
        var dialogue = AgiDialogue()
        var steps = 0
        for line in lines.append(bytes) {
            var step = dialogue.received(line)
            if step == .ask { step = dialogue.answered([]) }
            steps += 1
            if step == .end { break }
        }
        _ = dialogue.inputEnded()
    }
}
