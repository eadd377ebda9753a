/// A line that Asterisk sends after the header.
enum FastAGIReply: Equatable {
    /// `200 result=1`: the command has been carried out.
    case done
    /// Another result, 510 (unknown), 511 (not permitted on a dead channel) or 520 (wrong syntax): it has not.
    case refused
    /// `520-`: the command's usage follows, up to a line that begins with `520` and a blank.
    case usage
    /// The caller has hung up. Comes at any time and is no answer to a command.
    case hangup

    init(_ line: Span<UInt8>) throws(FastAGIProtocolError) {
        if line.starts(with: "200 result=1"), line.count == 12 || line[12] == UInt8(ascii: " ") {
            self = .done
        } else if line.starts(with: "520-") {
            self = .usage
        } else if line.starts(with: "200 result=") || line.starts(with: "5") && Self.isCode(line) {
            self = .refused
        } else if Self.isHangup(line) {
            self = .hangup
        } else {
            throw .notAReply
        }
    }

    static func isHangup(_ line: Span<UInt8>) -> Bool {
        line.count == 6 && line.starts(with: "HANGUP")
    }

    /// Whether the line begins with three digits and a blank.
    private static func isCode(_ line: Span<UInt8>) -> Bool {
        guard line.count > 3, line[3] == UInt8(ascii: " ") else { return false }
        for index in 0..<3 where line[index] &- UInt8(ascii: "0") > 9 { return false }
        return true
    }
}
