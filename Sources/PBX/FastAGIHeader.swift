/// The header with which Asterisk begins: lines of `agi_name: value` up to an empty one.
struct FastAGIHeader {
    /// The most bytes of a header, its line ends included.
    static let limit = 16_384
    static let lineLimit = 64

    /// The lines that matter here; all others are passed over.
    enum Field: String {
        case script = "network_script"
        case request
        case uniqueID = "uniqueid"
        case callerID = "callerid"
        case dialed = "dnid"
        case `extension`
        case first = "arg_1"
        case second = "arg_2"
        case third = "arg_3"
        case fourth = "arg_4"
    }

    private var fields: [Field: String] = [:]
    private var byteCount = 0
    private var lineCount = 0

    /// What stands in a line; nil where there was no such line.
    subscript(field: Field) -> String? { fields[field] }

    /// Takes the next line.
    ///
    /// - Parameter line: Without its end.
    /// - Returns: Whether it was the last one.
    mutating func take(_ line: Span<UInt8>) throws(FastAGIProtocolError) -> Bool {
        byteCount &+= line.count &+ 1
        lineCount &+= 1
        guard byteCount <= Self.limit, lineCount <= Self.lineLimit else { throw .headerTooLong }
        if line.isEmpty {
            guard self[.script] != nil || self[.request] != nil else { throw .noRequest }
            return true
        }
        // The caller may hang up before the header has been sent.
        if FastAGIReply.isHangup(line) { return false }
        guard line.starts(with: "agi_"), let colon = line.firstIndex(of: UInt8(ascii: ":")) else {
            throw .notAHeaderLine
        }
        guard let field = Field(rawValue: line.extracting(4..<colon).text) else { return false }
        let hasBlank = colon &+ 1 < line.count && line[colon &+ 1] == UInt8(ascii: " ")
        let value = line.extracting((colon &+ (hasBlank ? 2 : 1))...).text
        // Asterisk sends each line once: a second one has come in by a value with a line end in it.
        guard fields.updateValue(value, forKey: field) == nil else { throw .repeatedLine }
        return false
    }
}

/// Why what a FastAGI peer sends cannot be understood.
enum FastAGIProtocolError: Error, Equatable {
    case lineTooLong, headerTooLong, notAHeaderLine, repeatedLine
    /// A header that does not say what is asked.
    case noRequest
    case notAReply
}

extension Span<UInt8> {
    func starts(with prefix: StaticString) -> Bool {
        guard count >= prefix.utf8CodeUnitCount else { return false }
        return prefix.withUTF8Buffer { prefix in
            for index in prefix.indices where self[index] != prefix[index] { return false }
            return true
        }
    }

    func firstIndex(of byte: UInt8, from start: Int = 0) -> Int? {
        var index = start
        while index < count {
            if self[index] == byte { return index }
            index &+= 1
        }
        return nil
    }
}
