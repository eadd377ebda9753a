import Routing

/// Lists of targets and candidates that were read before, by their texts: most calls of a client have those of another one, and to read one
/// again takes as long as all else of its call. Their number is bounded.
package struct DecidedTexts: Sendable {
    private static let capacity = 20_000
    private var targets: [String: [Target]] = [:]
    private var candidates: [String: [CallRecord.Considered]] = [:]

    package init() {}

    mutating func targets(_ text: String, _ read: (String) throws -> [Target]) rethrows -> [Target] {
        try Self.value(text, &targets, read)
    }

    mutating func candidates(
        _ text: String, _ read: (String) throws -> [CallRecord.Considered]
    ) rethrows -> [CallRecord.Considered] {
        try Self.value(text, &candidates, read)
    }

    private static func value<Value>(
        _ text: String, _ known: inout [String: Value], _ read: (String) throws -> Value
    ) rethrows -> Value {
        if let value = known[text] { return value }
        let value = try read(text)
        if known.count >= capacity { known.removeAll(keepingCapacity: true) }
        known[text] = value
        return value
    }
}
