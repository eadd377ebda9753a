/// What a line from Asterisk says of the command before it.
///
/// Commands are answered in turn, each by a line that begins with a three-digit code, or by several: `520-` begins a command's usage,
/// which ends with `520` and a blank (res_agi.c, `agi_handle_command`).
package enum AGIAnswer: Equatable, Sendable {
    /// `200 result=1`: the command has been carried out.
    case done
    /// Another result, 510 (unknown), 511 (not permitted on a dead channel) or 520 (wrong syntax): it has not, and nothing after it
    /// is to be sent, so that what a dial plan tests is not set.
    case refused
}

/// Reads Asterisk's side of a dialogue after its header.
///
/// What is no answer is passed over: `HANGUP`, which comes at any time, empty lines, the lines of a usage, and the rest of a header
/// that ended early by the line ends in a caller's name.
package struct AGIAnswers: Sendable {
    /// Whether the usage of a refused command is being told.
    private var isUsage = false

    package init() {}

    /// Takes the next line, without its end.
    ///
    /// - Returns: The answer that ends with this line; nil while none does.
    package mutating func take(_ line: Span<UInt8>) -> AGIAnswer? {
        guard Self.hasCode(line) else { return nil }
        let isLast = line.count == 3 || line[3] == UInt8(ascii: " ")
        if isUsage {
            guard isLast, line.hasPrefix("520") else { return nil }
            isUsage = false
            return .refused
        }
        guard isLast else {
            isUsage = line.hasPrefix("520-")
            return nil
        }
        let isDone = line.hasPrefix("200 result=1") && (line.count == 12 || line[12] == UInt8(ascii: " "))
        return isDone ? .done : .refused
    }

    /// Whether the line begins with three digits, alone or before a blank or a dash.
    private static func hasCode(_ line: Span<UInt8>) -> Bool {
        guard line.count >= 3 else { return false }
        for index in 0..<3 where line[index] &- UInt8(ascii: "0") > 9 { return false }
        return line.count == 3 || line[3] == UInt8(ascii: " ") || line[3] == UInt8(ascii: "-")
    }
}

extension Span<UInt8> {
    package func hasPrefix(_ prefix: StaticString) -> Bool {
        guard count >= prefix.utf8CodeUnitCount else { return false }
        return prefix.withUTF8Buffer { prefix in
            for index in prefix.indices where self[index] != prefix[index] { return false }
            return true
        }
    }
}
