/// A text in a file of the directory: what it says, where it stands, and under which keys.
package struct FileScalar: Sendable, Equatable {
    package enum Key: Sendable, Hashable {
        case field(String)
        /// A place in a list.
        case entry(Int)
    }

    /// As it is read: without quotes and escapes.
    package let value: String
    /// Where it stands with its quotes, in bytes of UTF-8.
    package let bytes: Range<Int>
    /// The keys under which it stands, the outermost first.
    package let keys: [Key]
    /// Whether it is a key itself.
    package let isKey: Bool

    package init(value: String, bytes: Range<Int>, keys: [Key], isKey: Bool) {
        self.value = value
        self.bytes = bytes
        self.keys = keys
        self.isKey = isKey
    }
}
