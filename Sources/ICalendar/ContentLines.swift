/// Takes a calendar's text apart into unfolded lines (RFC 5545, section 3.1).
///
/// Lines end with CRLF, LF or CR; one that begins with a space or a tab goes on with the one before it. Empty lines are passed over.
struct ContentLines {
    private let bytes: [UInt8]
    private var position = 0
    private var line = 0

    init(_ text: String) {
        bytes = Array(text.utf8)
    }

    /// The next line's bytes, and the number of the line on which it begins.
    mutating func next() -> (bytes: ArraySlice<UInt8>, line: Int)? {
        while position < bytes.count {
            let first = physicalLine()
            let begin = line
            guard isContinuation else {
                if first.isEmpty { continue }
                return (first, begin)
            }
            var joined = Array(first)
            while isContinuation { joined += physicalLine().dropFirst() }
            if joined.isEmpty { continue }
            return (joined[...], begin)
        }
        return nil
    }

    private var isContinuation: Bool {
        position < bytes.count && (bytes[position] == UInt8(ascii: " ") || bytes[position] == UInt8(ascii: "\t"))
    }

    private mutating func physicalLine() -> ArraySlice<UInt8> {
        let start = position
        while position < bytes.count, bytes[position] != 0x0A, bytes[position] != 0x0D { position += 1 }
        let end = position
        // Programs that change line ends twice write CR CR LF.
        while position < bytes.count, bytes[position] == 0x0D { position += 1 }
        if position < bytes.count, bytes[position] == 0x0A { position += 1 }
        line += 1
        return bytes[start..<end]
    }
}
