/// Places in a text by its UTF-8 bytes, found without breaking it into characters: for what every call's answer holds.
///
/// A letter is a Unicode scalar here. What is composed of several counts as several, so that whatever has room for so many letters has room for
/// the text.
struct Letters {
    private let text: String

    init(_ text: String) {
        self.text = text
    }

    var byteCount: Int { text.utf8.count }

    /// How many letters lie in a stretch of bytes.
    func count(in bytes: Range<Int>) -> Int {
        let span = text.utf8Span.span
        var count = 0
        for index in bytes where Self.isFirst(span[index]) { count &+= 1 }
        return count
    }

    /// Where the first blank is.
    func firstBlank(from start: Int = 0) -> Int? {
        let span = text.utf8Span.span
        for index in start..<span.count where span[index] == UInt8(ascii: " ") { return index }
        return nil
    }

    /// Where the last blank is.
    var lastBlank: Int? {
        let span = text.utf8Span.span
        for index in span.indices.reversed() where span[index] == UInt8(ascii: " ") { return index }
        return nil
    }

    /// The end of so many letters.
    func end(of count: Int, from start: Int) -> Int {
        let span = text.utf8Span.span
        var left = count
        for index in start..<span.count where Self.isFirst(span[index]) {
            if left <= 0 { return index }
            left &-= 1
        }
        return span.count
    }

    /// The start of the last letters, so many.
    func start(ofLast count: Int) -> Int {
        let span = text.utf8Span.span
        guard count > 0 else { return span.count }
        var left = count
        for index in span.indices.reversed() where Self.isFirst(span[index]) {
            left &-= 1
            if left == 0 { return index }
        }
        return 0
    }

    /// Whether none of it steers a screen, or parts a list of displays.
    var isPlain: Bool {
        // Without an end before the last byte, so that the compiler looks at many at once.
        let steering = text.utf8.withContiguousStorageIfAvailable { bytes in
            bytes.reduce(UInt8(0)) { $0 | ($1 < 0x20 ? 1 : 0) | ($1 == 0x7F ? 1 : 0) | ($1 == 0x7C ? 1 : 0) }
        }
        return steering == 0
    }

    /// Whether a byte is a scalar's first (RFC 3629, section 3).
    private static func isFirst(_ byte: UInt8) -> Bool { byte & 0xC0 != 0x80 }
}
