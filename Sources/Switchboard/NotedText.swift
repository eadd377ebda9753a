/// A text in a note: in place where it is short, as nearly all call ids are, so that to note it allocates nothing. The reader of the notes
/// makes a text of it, on a thread of his own.
struct NotedText: Sendable {
    /// The most bytes that are kept in place.
    static let capacity = 64

    private var words = InlineArray<8, UInt64>(repeating: 0)
    private var count: UInt8 = 0
    /// What is too long.
    private var long: String?

    /// - Parameter bytes: UTF-8.
    init(_ bytes: Span<UInt8>) {
        guard bytes.count <= Self.capacity else {
            long = bytes.withUnsafeBufferPointer { String(decoding: $0, as: UTF8.self) }
            return
        }
        count = UInt8(truncatingIfNeeded: bytes.count)
        withUnsafeMutableBytes(of: &words) { place in bytes.withUnsafeBytes { place.copyMemory(from: $0) } }
    }

    init(_ text: String) {
        self.init(text.utf8Span.span)
    }

    var text: String {
        long ?? withUnsafeBytes(of: words) { String(decoding: $0.prefix(Int(count)), as: UTF8.self) }
    }
}
