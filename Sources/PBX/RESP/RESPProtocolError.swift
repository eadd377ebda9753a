/// Why a stream of requests cannot be understood any further; the texts are those of Redis where it has one.
enum RESPProtocolError: Error, Equatable {
    case countTooLong
    case invalidCount
    case lengthTooLong
    case invalidLength
    /// Something else stands where an argument's `$` belongs.
    case expectedBulk(UInt8)
    case missingLineEnd
    case inlineTooLong
    case unbalancedQuotes
    case requestTooLong
    /// A line of HTTP: nothing behind it was meant for majord.
    case http

    var text: String {
        switch self {
        case .countTooLong: "too big mbulk count string"
        case .invalidCount: "invalid multibulk length"
        case .lengthTooLong: "too big bulk count string"
        case .invalidLength: "invalid bulk length"
        case .expectedBulk(let byte):
            "expected '$', got '\(byte >= 0x20 && byte < 0x7F ? String(UnicodeScalar(byte)) : " ")'"
        case .missingLineEnd: "expected a line end after the argument"
        case .inlineTooLong: "too big inline request"
        case .unbalancedQuotes: "unbalanced quotes in request"
        case .requestTooLong: "request is too long (64 KiB at most)"
        case .http: "HTTP is not spoken here"
        }
    }
}
