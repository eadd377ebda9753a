import Routing

/// Replies to `ROUTE` as they were written lately: the next call with the same answer is a copy, with another decision's name in it.
///
/// A table with one place for each answer, where the last one stands.
struct WrittenAnswers: Sendable {
    /// As many as the desk knows (`KnownAnswers`).
    static let capacity = KnownAnswers.capacity

    struct Written: Sendable {
        let answer: Decision.Answer
        let bytes: [UInt8]
        /// Where the decision's name begins in them.
        let name: Int
    }

    private var written: ContiguousArray<Written?> = []

    /// What was written for an answer.
    subscript(answer: Decision.Answer) -> Written? {
        guard !written.isEmpty, let known = written[Self.place(of: answer)], known.answer === answer else { return nil }
        return known
    }

    mutating func keep(_ new: Written) {
        if written.isEmpty { written = ContiguousArray(repeating: nil, count: Self.capacity) }
        written[Self.place(of: new.answer)] = new
    }

    /// By where the answer lies: as long as it stands here, no other one lies there.
    private static func place(of answer: Decision.Answer) -> Int {
        let address = UInt64(UInt(bitPattern: ObjectIdentifier(answer)))
        return Int(truncatingIfNeeded: (address &* 0x9E37_79B9_7F4A_7C15) >> 54)
    }
}

extension ReplyBuffer {
    /// Writes the reply to `ROUTE`.
    mutating func route(_ call: RoutedCall) {
        if let known = written[call.decision] {
            copy(known.bytes, naming: call.id, at: known.name)
        } else {
            let (start, name) = (count, writeRoute(call))
            written.keep(
                WrittenAnswers.Written(
                    answer: call.decision, bytes: withBytes { Array($0[start...]) }, name: name - start))
        }
    }

    /// - Returns: Where the decision's name begins.
    private mutating func writeRoute(_ call: RoutedCall) -> Int {
        var name = 0
        write { name = $0.route(call) }
        return name
    }
}
