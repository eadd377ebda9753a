/// An encoding whose letters take two or four bytes, as some programs save texts that are to be UTF-8.
package struct WideEncoding: Sendable, Equatable {
    /// `UTF-16` or `UTF-32`.
    package let name: String

    /// By the byte order mark, or by the zeros beside the first letter (YAML 1.2.2, section 5.2); nil for anything else.
    package init?(of bytes: some Collection<UInt8>) {
        let start = Array(bytes.prefix(4))
        guard let name = Self.name(start) else { return nil }
        self.name = name
    }

    private static func name(_ start: [UInt8]) -> String? {
        if start == [0xFF, 0xFE, 0, 0] || start == [0, 0, 0xFE, 0xFF] { return "UTF-32" }
        if start.starts(with: [0xFF, 0xFE]) || start.starts(with: [0xFE, 0xFF]) { return "UTF-16" }
        switch start.map({ $0 == 0 }) {
        case [false, true, true, true], [true, true, true, false]: return "UTF-32"
        case [false, true, false, true], [true, false, true, false], [false, true], [true, false]: return "UTF-16"
        default: return nil
        }
    }
}
