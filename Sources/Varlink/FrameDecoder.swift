/// Cuts a stream of bytes into messages, each of which ends with a NUL byte (https://varlink.org/Wire-Protocol).
///
/// Bytes may come in pieces of any size. It never holds more than the limit and one piece.
package struct FrameDecoder: Sendable {
    /// The longest message that a service takes of anybody, without its NUL byte.
    package static let callLimit = 64 * 1024
    /// The longest that it takes of those whom it trusts with long ones, such as a calendar of some thousand entries.
    package static let longCallLimit = 4 * 1024 * 1024

    /// The longest message that is taken. Where it is raised, a message that was too long may go on.
    package var limit: Int
    private var buffer: [UInt8] = []
    /// Where the next message begins.
    private var start = 0
    /// Up to where no NUL byte has been found since `start`.
    private var searched = 0

    package init(limit: Int = callLimit) {
        self.limit = limit
    }

    /// Bytes that came in and have not gone out as part of a message.
    package var bufferedByteCount: Int { buffer.count - start }

    /// Whether what comes in may be a message, which is an object (RFC 8259, section 2, lets blanks stand before it).
    var mayBeMessage: Bool {
        buffer.count > start && [UInt8(ascii: "{"), 0x20, 0x09, 0x0A, 0x0D].contains(buffer[start])
    }

    package mutating func append(_ bytes: some Sequence<UInt8>) {
        buffer.append(contentsOf: bytes)
    }

    /// The next whole message without its NUL byte, or nil when more bytes are needed. After `tooLong` there is no way
    /// back into step but a higher limit: every further call throws the same.
    package mutating func next() throws(MessageError) -> [UInt8]? {
        guard let end = buffer[searched...].firstIndex(of: 0) else {
            buffer.removeFirst(start)
            start = 0
            searched = buffer.count
            guard buffer.count <= limit else { throw .tooLong }
            return nil
        }
        guard end - start <= limit else { throw .tooLong }
        let frame = Array(buffer[start..<end])
        start = end + 1
        searched = start
        return frame
    }
}
