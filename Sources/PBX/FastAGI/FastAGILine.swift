/// Cuts what a FastAGI peer sends into lines.
enum FastAGILine {
    /// The next line without its end, and where the one after it begins; nil where none is complete.
    static func next(
        in bytes: Span<UInt8>, from start: inout Int
    ) throws(FastAGIProtocolError) -> Range<Int>? {
        guard let end = bytes.firstIndex(of: UInt8(ascii: "\n"), from: start) else {
            guard bytes.count &- start <= FastAGIHeader.limit else { throw .lineTooLong }
            return nil
        }
        let hasReturn = end > start && bytes[end &- 1] == UInt8(ascii: "\r")
        let line = start..<(hasReturn ? end &- 1 : end)
        guard end &- start <= FastAGIHeader.limit else { throw .lineTooLong }
        start = end &+ 1
        return line
    }
}
