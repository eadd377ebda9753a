import Routing

/// The replies to one read, collected before they are sent. Made once and used over and over.
package struct ReplyBuffer: Sendable {
    /// What was written for the answers of the last calls.
    var written = WrittenAnswers()
    /// Initialised to its end; `count` tells how much of it is in use.
    private var storage: [UInt8]
    /// How many bytes wait to be sent.
    package private(set) var count = 0
    /// How much more may be answered before others have their turn.
    var turn = Turn.endless

    package init(capacity: Int = 4_096) {
        storage = [UInt8](repeating: 0, count: max(capacity, 64))
    }

    package mutating func removeAll() {
        count = 0
    }

    /// What has been written.
    package func withBytes<Value>(_ body: (UnsafeRawBufferPointer) -> Value) -> Value {
        storage.withUnsafeBytes { body(UnsafeRawBufferPointer(rebasing: $0[..<count])) }
    }

    /// Writes bytes with a decision's name in the place of another.
    mutating func copy(_ bytes: [UInt8], naming id: DecisionID, at name: Int) {
        write { cursor in
            let start = cursor.position
            bytes.withUnsafeBytes { cursor.raw($0) }
            cursor.name(id, at: start &+ name)
        }
    }

    /// Writes through a cursor. Where the room does not suffice, there is made twice as much and `body` runs again.
    mutating func write(_ body: (inout ReplyCursor) -> Void) {
        while true {
            let position: Int? = storage.withUnsafeMutableBytes { bytes in
                var cursor = ReplyCursor(bytes, at: count)
                body(&cursor)
                return cursor.isCut ? nil : cursor.position
            }
            if let position {
                count = position
                return
            }
            storage.append(contentsOf: repeatElement(0, count: storage.count))
        }
    }
}
