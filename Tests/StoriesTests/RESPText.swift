/// What RESP brings, a line for each thing in it.
enum RESPText {
    /// - Returns: The replies in their order, each as lines: a decision as `dial 2101:20 2102:20 2000:0 primary` and its fields.
    static func lines(_ bytes: [UInt8]) -> [String] {
        var (lines, rest) = ([String](), bytes[...])
        while !rest.isEmpty {
            let values = value(&rest)
            lines += values.first == "action" ? decision(values) : values
        }
        return lines
    }

    /// A value, its parts one after the other.
    private static func value(_ rest: inout ArraySlice<UInt8>) -> [String] {
        guard let kind = rest.popFirst() else { return [] }
        let head = line(&rest)
        switch kind {
        case UInt8(ascii: "+"), UInt8(ascii: ":"): return [head]
        case UInt8(ascii: "-"): return ["error \(head)"]
        case UInt8(ascii: "_"): return ["null"]
        case UInt8(ascii: "$"):
            guard let count = Int(head), count >= 0 else { return ["null"] }
            let text = String(decoding: rest.prefix(count), as: UTF8.self)
            rest = rest.dropFirst(count + 2)
            return [text]
        case UInt8(ascii: "*"), UInt8(ascii: "%"):
            guard let count = Int(head), count >= 0 else { return ["null"] }
            return (0..<(kind == UInt8(ascii: "%") ? 2 * count : count)).flatMap { _ in value(&rest) }
        default: return ["\(Character(Unicode.Scalar(kind)))\(head)"]
        }
    }

    private static func line(_ rest: inout ArraySlice<UInt8>) -> String {
        let end = rest.firstIndex(of: UInt8(ascii: "\r")) ?? rest.endIndex
        defer { rest = rest[min(end + 2, rest.endIndex)...] }
        return String(decoding: rest[..<end], as: UTF8.self)
    }

    private static func decision(_ values: [String]) -> [String] {
        let fields = stride(from: 0, to: values.count - 1, by: 2).map { (values[$0], values[$0 + 1]) }
        func value(_ name: String) -> String { fields.first { $0.0 == name }?.1 ?? "" }
        return [summary(value("action"), value("targets"), value("reason"))]
            + fields.map { $0.1.isEmpty ? $0.0 : "\($0.0) \($0.1)" }
    }

    /// `dial 2101:20 2102:20 2000:0 primary`
    static func summary(_ action: String, _ targets: String, _ reason: String) -> String {
        ([action] + targets.split(separator: ",").map(String.init) + [reason]).joined(separator: " ")
    }
}
