import ShownText

/// Finds out in which encoding a file was written.
enum TextEncoding {
    private static let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]

    /// The text of UTF-8, without the byte order mark that some editors write before it.
    ///
    /// - Parameter repairing: Whether bytes that are no UTF-8 become U+FFFD.
    static func text(_ bytes: [UInt8], repairing: Bool = false) throws(FileText.Failure) -> String {
        if let wide = WideEncoding(of: bytes) { throw .encoding(wide.name) }
        var start = 0
        while bytes[start...].starts(with: byteOrderMark) { start += byteOrderMark.count }
        if repairing { return String(decoding: bytes[start...], as: UTF8.self) }
        do {
            return String(copying: try UTF8Span(validating: bytes.span.extracting(start...)))
        } catch {
            throw failure(at: start + error.byteOffsets.lowerBound, in: bytes)
        }
    }

    private static func failure(at offset: Int, in bytes: [UInt8]) -> FileText.Failure {
        let isASCIIBefore = bytes.prefix(offset).allSatisfy { $0 < 0x80 }
        // Windows-1252 is ISO 8859-1 with letters and marks where that has control characters; these bytes it leaves free.
        let isWindows = bytes.allSatisfy { ![0x81, 0x8D, 0x8F, 0x90, 0x9D].contains($0) }
        let (line, column) = FileText.place(of: offset, in: bytes)
        return isASCIIBefore && isWindows
            ? .notUTF8(line: line, column: column, probably: "Windows-1252")
            : .notUTF8(line: line, column: column, probably: nil)
    }
}
