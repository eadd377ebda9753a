/// Finds the requests in a stream of bytes: arrays of bulk strings, and inline commands (RESP2).
///
/// The parser keeps no bytes. It is shown the current request from its first byte on, as far as it has come, and goes on where it
/// stopped, so that a request in a thousand pieces costs as much as one in a single piece.
struct RESPParser {
    /// The most bytes that a request may take, its lengths and line ends included.
    static let requestLimit = 65_536
    /// The most bytes of a line that holds a length; the longest sensible one has ten digits.
    private static let lengthLineLimit = 32
    /// As many arguments as Redis takes; a request of that many is longer than the limit anyway.
    private static let countLimit = 1_048_576

    enum Progress: Equatable {
        /// The request takes this many bytes; `arguments` tells where its arguments are.
        case complete(length: Int)
        /// More bytes are needed.
        case incomplete
        /// Nothing after this can be understood.
        case failed(RESPProtocolError)
    }

    private enum Phase {
        case start
        /// An inline command, looked through for the end of its line up to `position`.
        case inline
        /// The line with an argument's length comes next.
        case length
        /// An argument of that many bytes comes next.
        case argument(Int)
    }

    private(set) var arguments = RESPArguments()
    private var phase = Phase.start
    private var position = 0
    private var remaining = 0

    /// Forgets the request that was complete: the next one begins.
    mutating func startNext() {
        arguments.removeAll()
        phase = .start
        position = 0
        remaining = 0
    }

    /// Goes on with the current request.
    ///
    /// - Parameters:
    ///   - bytes: What has been received.
    ///   - start: Where in it the current request begins.
    mutating func advance(_ bytes: Span<UInt8>, from start: Int) -> Progress {
        while true {
            guard position <= Self.requestLimit else { return .failed(.requestTooLong) }
            switch phase {
            case .start:
                guard start < bytes.count else { return .incomplete }
                guard bytes[start] == UInt8(ascii: "*") else {
                    phase = .inline
                    continue
                }
                switch length(in: bytes, at: start &+ 1) {
                case .number(let count, let next):
                    guard count <= Self.countLimit else { return .failed(.invalidCount) }
                    position = next &- start
                    // As in Redis, an array of nothing is passed over.
                    guard count > 0 else { return .complete(length: position) }
                    remaining = count
                    phase = .length
                case .incomplete: return .incomplete
                case .endless: return .failed(.countTooLong)
                case .invalid: return .failed(.invalidCount)
                }
            case .length:
                let line = start &+ position
                guard line < bytes.count else { return .incomplete }
                guard bytes[line] == UInt8(ascii: "$") else { return .failed(.expectedBulk(bytes[line])) }
                switch length(in: bytes, at: line &+ 1) {
                case .number(let count, let next):
                    guard count >= 0 else { return .failed(.invalidLength) }
                    guard count <= Self.requestLimit else { return .failed(.requestTooLong) }
                    position = next &- start
                    phase = .argument(count)
                case .incomplete: return .incomplete
                case .endless: return .failed(.lengthTooLong)
                case .invalid: return .failed(.invalidLength)
                }
            case .argument(let count):
                let end = start &+ position &+ count
                guard position &+ count &+ 2 <= Self.requestLimit else { return .failed(.requestTooLong) }
                guard end &+ 2 <= bytes.count else { return .incomplete }
                guard bytes[end] == UInt8(ascii: "\r"), bytes[end &+ 1] == UInt8(ascii: "\n") else {
                    return .failed(.missingLineEnd)
                }
                arguments.append(start: position, count: count)
                position = end &+ 2 &- start
                remaining &-= 1
                guard remaining > 0 else { return finished(bytes, from: start) }
                phase = .length
            case .inline:
                return advanceInline(bytes, from: start)
            }
        }
    }

    private enum Length {
        case number(Int, next: Int)
        case incomplete
        /// No end of the line within the limit.
        case endless
        case invalid
    }

    /// Reads a decimal number that ends with CR LF, as strictly as Redis: no plus, no blanks, no leading zeros.
    private func length(in bytes: Span<UInt8>, at start: Int) -> Length {
        var index = start
        var value = 0
        let isNegative = index < bytes.count && bytes[index] == UInt8(ascii: "-")
        if isNegative { index &+= 1 }
        let firstDigit = index
        while index < bytes.count {
            let byte = bytes[index]
            if byte == UInt8(ascii: "\r") {
                guard index > firstDigit, index == firstDigit &+ 1 || bytes[firstDigit] != UInt8(ascii: "0") else {
                    return .invalid
                }
                guard index &+ 1 < bytes.count else { return .incomplete }
                guard bytes[index &+ 1] == UInt8(ascii: "\n") else { return .invalid }
                return .number(isNegative ? 0 &- value : value, next: index &+ 2)
            }
            guard index &- start < Self.lengthLineLimit else { return .endless }
            let digit = byte &- UInt8(ascii: "0")
            // Ten digits fit into 64 bits by far.
            guard digit <= 9, index &- firstDigit < 10 else { return .invalid }
            value = value &* 10 &+ Int(digit)
            index &+= 1
        }
        return .incomplete
    }

    private func finished(_ bytes: Span<UInt8>, from start: Int) -> Progress {
        let name = arguments[0]
        guard !HTTPLine.isCommand(bytes.extracting(start &+ name.lowerBound..<start &+ name.upperBound)) else {
            return .failed(.http)
        }
        return .complete(length: position)
    }

    private mutating func advanceInline(_ bytes: Span<UInt8>, from start: Int) -> Progress {
        var end = start &+ position
        while end < bytes.count, bytes[end] != UInt8(ascii: "\n") {
            end &+= 1
        }
        position = end &- start
        guard position < Self.requestLimit else { return .failed(.inlineTooLong) }
        guard end < bytes.count else { return .incomplete }
        guard !HTTPLine.isOne(bytes.extracting(start..<end)) else { return .failed(.http) }
        let hasReturn = end > start && bytes[end &- 1] == UInt8(ascii: "\r")
        guard splitInline(bytes, from: start, to: hasReturn ? end &- 1 : end) else { return .failed(.unbalancedQuotes) }
        return .complete(length: position &+ 1)
    }

    /// Splits a line at its blanks. An argument may stand in double or single quotes; inside them every byte stands for itself.
    ///
    /// - Returns: Whether every quote has its counterpart, with a blank or the end after it.
    private mutating func splitInline(_ bytes: Span<UInt8>, from start: Int, to end: Int) -> Bool {
        var index = start
        while index < end {
            let byte = bytes[index]
            if Self.isBlank(byte) {
                index &+= 1
                continue
            }
            if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
                let first = index &+ 1
                index = first
                while index < end, bytes[index] != byte { index &+= 1 }
                guard index < end, index &+ 1 == end || Self.isBlank(bytes[index &+ 1]) else { return false }
                arguments.append(start: first &- start, count: index &- first)
                index &+= 1
            } else {
                let first = index
                while index < end, !Self.isBlank(bytes[index]) { index &+= 1 }
                arguments.append(start: first &- start, count: index &- first)
            }
        }
        return true
    }

    private static func isBlank(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: " ") || (byte >= 0x09 && byte <= 0x0D)
    }
}
