import AGI

/// The header with which Asterisk begins: lines of `agi_name: value` up to an empty one.
///
/// A caller's name may bring line ends of its own. So lines of another form are passed over, and whether an empty line was the end is
/// known only once Asterisk has answered a command: it reads none before it has sent its whole header.
///
/// Such a name may bring lines of Asterisk's own form, too. The order in which Asterisk writes them (res_agi.c, `setup_env`) tells which
/// are its own: `agi_network_script`, `agi_request`, …, `agi_uniqueid`, …, `agi_callerid`, `agi_calleridname`, …, `agi_dnid`, `agi_rdnis`,
/// …, `agi_extension`, …, `agi_threadid`, `agi_arg_1`, … So of a line that stands before the name the first counts, of one behind it the last,
/// and arguments count only behind all lines that stand between the name and them.
struct FastAGIHeader {
    /// The most bytes of a header, its line ends included, and so of a line.
    static let limit = 16_384

    /// The lines that matter here; all others are passed over.
    enum Field: Int, CaseIterable {
        case script, request, uniqueID, callerID, dialed, redirecting, `extension`, first, second, third, fourth, fifth

        /// Behind `agi_`.
        private var name: StaticString {
            switch self {
            case .script: "network_script"
            case .request: "request"
            case .uniqueID: "uniqueid"
            case .callerID: "callerid"
            case .dialed: "dnid"
            case .redirecting: "rdnis"
            case .extension: "extension"
            case .first: "arg_1"
            case .second: "arg_2"
            case .third: "arg_3"
            case .fourth: "arg_4"
            case .fifth: "arg_5"
            }
        }

        /// The field of a line; nil for any other line. Of a line's name nothing is made: most are passed over.
        init?(name: Span<UInt8>) {
            for field in Self.allCases where field.name.utf8CodeUnitCount == name.count {
                guard name.hasPrefix(field.name) else { continue }
                self = field
                return
            }
            return nil
        }

        /// Whether Asterisk writes it no later than what a caller has a say in.
        var isBeforeName: Bool { rawValue <= Field.callerID.rawValue }

        static let arguments: [Field] = [.first, .second, .third, .fourth, .fifth]
        static let argumentPrefix: StaticString = "arg_"
    }

    /// By the fields' places.
    private var values = [String?](repeating: nil, count: Field.allCases.count)
    private var hasArguments = false
    private var byteCount = 0
    /// Whether anything but empty lines has come.
    private(set) var hasBegun = false
    /// Whether an argument came twice, by a line end in one of them: which of the two is Asterisk's, nothing tells.
    private(set) var hasRepeatedArgument = false

    /// What stands in a line; nil where there was no such line.
    subscript(field: Field) -> String? { values[field.rawValue] }

    /// Takes the next line.
    ///
    /// - Parameter line: Without its end.
    /// - Returns: Whether it may have been the last one.
    mutating func take(_ line: Span<UInt8>) throws(FastAGIProtocolError) -> Bool {
        byteCount &+= line.count &+ 1
        guard byteCount <= Self.limit else { throw .headerTooLong }
        if line.isEmpty {
            guard hasBegun else { return false }
            guard self[.script] != nil || self[.request] != nil else { throw .noRequest }
            return true
        }
        defer { hasBegun = true }
        guard line.hasPrefix("agi_"), let colon = line.firstIndex(of: UInt8(ascii: ":")) else {
            guard hasBegun || !HTTPLine.isOne(line) else { throw .http }
            return false
        }
        let hasBlank = colon &+ 1 < line.count && line[colon &+ 1] == UInt8(ascii: " ")
        note(line.extracting((colon &+ (hasBlank ? 2 : 1))...), as: line.extracting(4..<colon))
        return false
    }

    private mutating func note(_ value: Span<UInt8>, as name: Span<UInt8>) {
        let field = Field(name: name)
        if let field, field.isBeforeName {
            if self[field] == nil { values[field.rawValue] = value.text }
        } else if name.hasPrefix(Field.argumentPrefix) {
            guard let field else { return }
            if self[field] != nil { hasRepeatedArgument = true }
            values[field.rawValue] = value.text
            hasArguments = true
        } else {
            if hasArguments {
                for argument in Field.arguments { values[argument.rawValue] = nil }
                (hasArguments, hasRepeatedArgument) = (false, false)
            }
            if let field { values[field.rawValue] = value.text }
        }
    }
}

/// Why what a FastAGI peer sends cannot be understood.
enum FastAGIProtocolError: Error, Equatable {
    case headerTooLong, lineTooLong
    /// An argument came twice.
    case repeatedArgument
    /// A line of the header behind the answer to a command: something before it was no answer of Asterisk's.
    case lateLine
    /// A header that does not say what is asked.
    case noRequest
    case http

    var text: String {
        switch self {
        case .headerTooLong: "its header is longer than \(FastAGIHeader.limit) bytes"
        case .lineTooLong: "a line is longer than \(FastAGIHeader.limit) bytes"
        case .repeatedArgument: "an argument came twice, as by a line end in one of them"
        case .lateLine: "its header went on behind its first answer, as by a line end in a caller's name"
        case .noRequest: "its header has neither agi_network_script nor agi_request"
        case .http: "it speaks HTTP"
        }
    }
}

extension Span<UInt8> {
    func firstIndex(of byte: UInt8, from start: Int = 0) -> Int? {
        var index = start
        while index < count {
            if self[index] == byte { return index }
            index &+= 1
        }
        return nil
    }
}
