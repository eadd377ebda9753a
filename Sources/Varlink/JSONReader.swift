/// Text that is no JSON, or that nests too deeply.
package enum JSONSyntaxError: Error, Equatable {
    /// What stands at this byte offset is not RFC 8259 JSON: also invalid UTF-8, a number out of range, a repeated key.
    case malformed(offset: Int)
    /// Arrays and objects lie in one another deeper than the limit.
    case tooDeep
}

/// Reads one JSON value from bytes that anybody may have sent.
///
/// Time is linear in the input and the recursion is bounded, which Foundation's decoder does not promise for a value of
/// unknown shape: 64 KiB of brackets keep it busy for a large part of a second.
struct JSONReader {
    /// How many arrays and objects may lie in one another.
    static let maximumDepth = 16

    private let bytes: [UInt8]
    private var position = 0

    private init(_ bytes: [UInt8]) {
        self.bytes = bytes
    }

    /// The value that the bytes hold, which must be nothing but that value and white space.
    static func read(_ bytes: [UInt8], maximumDepth: Int = maximumDepth) throws(JSONSyntaxError) -> JSONValue {
        var reader = JSONReader(bytes)
        let value = try reader.value(depthLeft: maximumDepth)
        reader.skipSpace()
        guard reader.position == bytes.count else { throw reader.malformed }
        return value
    }

    private var malformed: JSONSyntaxError { .malformed(offset: position) }

    private var byte: UInt8? { position < bytes.count ? bytes[position] : nil }

    private mutating func skipSpace() {
        while let byte, byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 { position += 1 }
    }

    /// Steps over `expected` and tells whether it was there.
    private mutating func take(_ expected: Unicode.Scalar) -> Bool {
        guard byte == UInt8(ascii: expected) else { return false }
        position += 1
        return true
    }

    private mutating func require(_ expected: Unicode.Scalar) throws(JSONSyntaxError) {
        guard take(expected) else { throw malformed }
    }

    private mutating func value(depthLeft: Int) throws(JSONSyntaxError) -> JSONValue {
        skipSpace()
        switch byte {
        case UInt8(ascii: "{"): return .object(try object(depthLeft: depthLeft - 1))
        case UInt8(ascii: "["): return .array(try array(depthLeft: depthLeft - 1))
        case UInt8(ascii: "\""): return .string(try string())
        case UInt8(ascii: "t"): return try literal("true", .bool(true))
        case UInt8(ascii: "f"): return try literal("false", .bool(false))
        case UInt8(ascii: "n"): return try literal("null", .null)
        default: return try number()
        }
    }

    private mutating func literal(_ text: StaticString, _ value: JSONValue) throws(JSONSyntaxError) -> JSONValue {
        let end = position + text.utf8CodeUnitCount
        guard end <= bytes.count, bytes[position..<end].elementsEqual(text.description.utf8) else { throw malformed }
        position = end
        return value
    }

    private mutating func object(depthLeft: Int) throws(JSONSyntaxError) -> JSONObject {
        guard depthLeft >= 0 else { throw .tooDeep }
        try require("{")
        var object: JSONObject = [:]
        skipSpace()
        if take("}") { return object }
        repeat {
            skipSpace()
            let start = position
            let key = try string()
            skipSpace()
            try require(":")
            let value = try value(depthLeft: depthLeft)
            guard object.updateValue(value, forKey: key) == nil else { throw .malformed(offset: start) }
            skipSpace()
        } while take(",")
        try require("}")
        return object
    }

    private mutating func array(depthLeft: Int) throws(JSONSyntaxError) -> [JSONValue] {
        guard depthLeft >= 0 else { throw .tooDeep }
        try require("[")
        var array: [JSONValue] = []
        skipSpace()
        if take("]") { return array }
        repeat {
            array.append(try value(depthLeft: depthLeft))
            skipSpace()
        } while take(",")
        try require("]")
        return array
    }

    private mutating func number() throws(JSONSyntaxError) -> JSONValue {
        let start = position
        _ = take("-")
        if !take("0") { try digits() }
        let integerEnd = position
        if take(".") { try digits() }
        if take("e") || take("E") {
            if !take("+") { _ = take("-") }
            try digits()
        }
        let text = String(decoding: bytes[start..<position], as: UTF8.self)
        if position == integerEnd, let integer = Int64(text) { return .integer(integer) }
        guard let double = Double(text), double.isFinite else { throw .malformed(offset: start) }
        return .double(double)
    }

    private mutating func digits() throws(JSONSyntaxError) {
        let start = position
        while let byte, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) { position += 1 }
        guard position > start else { throw malformed }
    }

    private mutating func string() throws(JSONSyntaxError) -> String {
        try require("\"")
        let start = position
        while let byte, byte >= 0x20, byte != UInt8(ascii: "\""), byte != UInt8(ascii: "\\") { position += 1 }
        if byte == UInt8(ascii: "\"") {
            guard let string = String(validating: bytes[start..<position], as: UTF8.self) else {
                throw .malformed(offset: start)
            }
            position += 1
            return string
        }
        var content = Array(bytes[start..<position])
        while let byte, byte != UInt8(ascii: "\"") {
            guard byte >= 0x20 else { throw malformed }
            position += 1
            if byte == UInt8(ascii: "\\") {
                content.append(contentsOf: Character(try escaped()).utf8)
            } else {
                content.append(byte)
            }
        }
        try require("\"")
        guard let string = String(validating: content, as: UTF8.self) else { throw .malformed(offset: start) }
        return string
    }

    /// The character that the escape sequence after a backslash stands for.
    private mutating func escaped() throws(JSONSyntaxError) -> Unicode.Scalar {
        guard let byte else { throw malformed }
        position += 1
        switch Unicode.Scalar(byte) {
        case "\"": return "\""
        case "\\": return "\\"
        case "/": return "/"
        case "b": return "\u{8}"
        case "f": return "\u{C}"
        case "n": return "\n"
        case "r": return "\r"
        case "t": return "\t"
        case "u":
            let first = try hexadecimal()
            guard UTF16.isLeadSurrogate(first) else { return try scalar(UInt32(first)) }
            try require("\\")
            try require("u")
            let second = try hexadecimal()
            guard UTF16.isTrailSurrogate(second) else { throw malformed }
            return try scalar(0x10000 + (UInt32(first & 0x3FF) << 10 | UInt32(second & 0x3FF)))
        default: throw malformed
        }
    }

    private mutating func hexadecimal() throws(JSONSyntaxError) -> UInt16 {
        var unit: UInt16 = 0
        for _ in 0..<4 {
            guard let byte, let digit = Character(Unicode.Scalar(byte)).hexDigitValue else { throw malformed }
            unit = unit << 4 | UInt16(digit)
            position += 1
        }
        return unit
    }

    /// A trailing surrogate alone is no character.
    private func scalar(_ value: UInt32) throws(JSONSyntaxError) -> Unicode.Scalar {
        guard let scalar = Unicode.Scalar(value) else { throw malformed }
        return scalar
    }
}
