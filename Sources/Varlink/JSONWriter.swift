/// Writes one line of JSON in UTF-8, never with a NUL byte in it.
package struct JSONWriter {
    package private(set) var bytes: [UInt8] = []
    /// Whether all that was written has a word in JSON: a double that is not finite has none, and null stands in its place.
    private(set) var isWhole = true

    init() {
        bytes.reserveCapacity(512)
    }

    /// What was written as a message on the wire, with its NUL byte.
    var frame: [UInt8] { bytes + [0] }

    // MARK: - Objects and lists

    mutating func open() { bytes.append(UInt8(ascii: "{")) }
    mutating func close() { bytes.append(UInt8(ascii: "}")) }

    /// A member of the object that was opened last.
    package mutating func member(_ name: String, _ value: some VarlinkValue) {
        begin(name)
        value.write(to: &self)
    }

    /// A member that is left out where there is none.
    package mutating func optional<Value: VarlinkValue>(_ name: String, _ value: Value?) {
        guard let value else { return }
        begin(name)
        value.write(to: &self)
    }

    /// A call's parameters: where all of them are left out, so is the member.
    mutating func parameters(_ message: some VarlinkMessage) {
        let start = bytes.count
        member("parameters", message)
        if bytes.count - start == #","parameters":{}"#.utf8.count { bytes.removeLast(bytes.count - start) }
    }

    private mutating func begin(_ name: String) {
        if bytes.last != UInt8(ascii: "{") { bytes.append(UInt8(ascii: ",")) }
        string(name)
        bytes.append(UInt8(ascii: ":"))
    }

    mutating func list(_ values: [some VarlinkValue]) {
        bytes.append(UInt8(ascii: "["))
        var isFirst = true
        for value in values {
            if !isFirst { bytes.append(UInt8(ascii: ",")) }
            isFirst = false
            value.write(to: &self)
        }
        bytes.append(UInt8(ascii: "]"))
    }

    // MARK: - Values

    mutating func null() { bytes += "null".utf8 }
    mutating func bool(_ value: Bool) { bytes += value ? "true".utf8 : "false".utf8 }
    mutating func integer(_ value: Int64) { bytes += String(value).utf8 }

    /// A number whose reader knows that it may have a fraction: 2, not 2.0.
    mutating func number(_ value: Double) {
        let start = bytes.count
        double(value)
        if bytes.count > start + 2, bytes.suffix(2).elementsEqual(".0".utf8) { bytes.removeLast(2) }
    }

    /// A number that is read as a double again.
    mutating func double(_ value: Double) {
        guard value.isFinite else {
            isWhole = false
            return null()
        }
        bytes += value.description.utf8
    }

    mutating func string(_ string: String) {
        var string = string
        bytes.append(UInt8(ascii: "\""))
        string.withUTF8 { text in
            var start = 0
            for (index, byte) in text.enumerated() where Self.isEscaped(byte) {
                bytes.append(contentsOf: text[start..<index])
                escape(byte)
                start = index + 1
            }
            bytes.append(contentsOf: text[start...])
        }
        bytes.append(UInt8(ascii: "\""))
    }

    private static func isEscaped(_ byte: UInt8) -> Bool {
        byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\")
    }

    private mutating func escape(_ byte: UInt8) {
        switch byte {
        case UInt8(ascii: "\""): bytes += "\\\"".utf8
        case UInt8(ascii: "\\"): bytes += "\\\\".utf8
        case 0x08: bytes += "\\b".utf8
        case 0x0C: bytes += "\\f".utf8
        case UInt8(ascii: "\n"): bytes += "\\n".utf8
        case UInt8(ascii: "\r"): bytes += "\\r".utf8
        case UInt8(ascii: "\t"): bytes += "\\t".utf8
        case 0..<0x10: bytes += "\\u000\(String(byte, radix: 16))".utf8
        default: bytes += "\\u00\(String(byte, radix: 16))".utf8
        }
    }
}
