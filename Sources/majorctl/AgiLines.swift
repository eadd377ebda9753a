/// Bytes into lines.
struct AgiLines {
    private var pending: [UInt8] = []

    /// Bytes of a line that are kept; the rest of a longer one is dropped.
    static let limit = 4096

    /// Takes what was read and returns the lines that it completes, without their ends.
    mutating func append(_ bytes: some Sequence<UInt8>) -> [String] {
        var lines: [String] = []
        for byte in bytes {
            if byte == UInt8(ascii: "\n") {
                if pending.last == UInt8(ascii: "\r") { pending.removeLast() }
                lines.append(String(decoding: pending, as: UTF8.self))
                pending.removeAll(keepingCapacity: true)
            } else if pending.count < Self.limit {
                pending.append(byte)
            }
        }
        return lines
    }
}
