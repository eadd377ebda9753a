/// One reply on majord's socket for PBXs, as RESP2 has them.
enum AgiReply: Equatable {
    case status(String)
    case error(String)
    case text(String)
    case null
    case texts([String])

    enum Malformed: Error {
        case malformed
    }

    /// Bytes that a reply may have.
    static let limit = 65_536

    /// Reads a reply; nil while some of it is still to come.
    static func read(_ bytes: [UInt8]) throws(Malformed) -> AgiReply? {
        guard bytes.count <= limit else { throw .malformed }
        var rest = bytes[...]
        guard let head = try line(&rest), let kind = head.first else { return nil }
        let value = head.dropFirst()
        switch kind {
        case UInt8(ascii: "+"): return .status(String(decoding: value, as: UTF8.self))
        case UInt8(ascii: "-"):
            // `ERR`, the kind of most errors, tells people nothing.
            let text = value.starts(with: "ERR ".utf8) ? value.dropFirst(4) : value
            return .error(String(decoding: text, as: UTF8.self))
        case UInt8(ascii: ":"): return .text(String(decoding: value, as: UTF8.self))
        case UInt8(ascii: "$"):
            guard value != [UInt8]("-1".utf8)[...] else { return .null }
            return try bulk(value, &rest).map { .text($0) }
        case UInt8(ascii: "*"):
            guard value != [UInt8]("-1".utf8)[...] else { return .null }
            return try texts(try number(value), &rest)
        default: throw .malformed
        }
    }

    /// The elements of an array: bulk strings, and nothing within them.
    private static func texts(_ count: Int, _ rest: inout ArraySlice<UInt8>) throws(Malformed) -> AgiReply? {
        guard count <= limit / 4 else { throw .malformed }
        var texts: [String] = []
        for _ in 0..<count {
            guard let head = try line(&rest) else { return nil }
            guard head.first == UInt8(ascii: "$") else { throw .malformed }
            guard let text = try bulk(head.dropFirst(), &rest) else { return nil }
            texts.append(text)
        }
        return .texts(texts)
    }

    private static func bulk(
        _ length: ArraySlice<UInt8>, _ rest: inout ArraySlice<UInt8>
    ) throws(Malformed) -> String? {
        let length = try number(length)
        guard rest.count >= length + 2 else { return nil }
        let text = String(decoding: rest.prefix(length), as: UTF8.self)
        rest = rest.dropFirst(length)
        guard rest.starts(with: "\r\n".utf8) else { throw .malformed }
        rest = rest.dropFirst(2)
        return text
    }

    /// Takes the bytes up to the next CR LF.
    private static func line(_ rest: inout ArraySlice<UInt8>) throws(Malformed) -> ArraySlice<UInt8>? {
        guard let end = rest.firstIndex(of: UInt8(ascii: "\r")) else { return nil }
        guard end + 1 < rest.endIndex else { return nil }
        guard end > rest.startIndex, rest[end + 1] == UInt8(ascii: "\n") else { throw .malformed }
        let line = rest[..<end]
        rest = rest[(end + 2)...]
        return line
    }

    private static func number(_ digits: ArraySlice<UInt8>) throws(Malformed) -> Int {
        guard (1...5).contains(digits.count),
            digits.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }),
            let number = Int(String(decoding: digits, as: UTF8.self)), number <= limit
        else { throw .malformed }
        return number
    }
}
