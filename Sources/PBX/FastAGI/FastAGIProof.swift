/// A word that nobody knows before majord has sent it, and the answer of whoever was sent it.
///
/// An answer such as `200 result=1` may stand in a caller's name, behind an empty line that looks like the header's end. An answer with this
/// word is Asterisk's own (res_agi.c, `handle_getvariablefull`), and it answers nothing before its whole header is sent.
struct FastAGIProof: Equatable, Sendable {
    let word: String

    init(_ number: UInt64) {
        let digits = String(number, radix: 16)
        word = String(repeating: "0", count: 16 - digits.utf8.count) + digits
    }

    /// Whether a line, without its end, is the answer.
    func isAnswer(_ line: Span<UInt8>) -> Bool {
        let answer = "200 result=1 (\(word))".utf8
        guard line.count == answer.count else { return false }
        for (index, byte) in answer.enumerated() where line[index] != byte { return false }
        return true
    }
}
