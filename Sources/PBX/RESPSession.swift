/// One connection's side of the conversation: takes bytes in, writes replies, and knows nothing of how either travels.
struct RESPSession {
    /// Replies are collected up to this many bytes; the rest of the requests waits until they have been sent.
    static let outputLimit = 65_536

    enum Outcome: Equatable {
        /// Every complete request has been answered.
        case ready
        /// Requests are left: send what is written, then call `resume`.
        case held
        /// Send what is written, then close.
        case close
    }

    /// The connection's number, as `CLIENT ID` tells it.
    let id: UInt64
    /// The name that the client gave itself.
    var name = ""
    /// How many requests have been complete.
    private(set) var requestCount: UInt64 = 0
    private var parser = RESPParser()
    /// Bytes that are not answered yet: the beginning of a request, or requests that are held.
    private var pending: [UInt8] = []
    private var isClosing = false

    init(id: UInt64) {
        self.id = id
    }

    /// Whether something has been received that is not answered.
    var isMidway: Bool { !pending.isEmpty }

    /// Answers what is complete with these bytes. Not to be called while requests are held.
    mutating func receive(_ bytes: UnsafeRawBufferPointer, at desk: RESPDesk, into output: inout ReplyBuffer) -> Outcome {
        guard pending.isEmpty else {
            pending.append(contentsOf: bytes)
            return resume(at: desk, into: &output)
        }
        let (used, outcome) = bytes.withMemoryRebound(to: UInt8.self) {
            answer($0.span, at: desk, into: &output)
        }
        if used < bytes.count, outcome != .close {
            pending.append(contentsOf: bytes[used...])
        }
        return outcome
    }

    /// Goes on with requests that were held.
    mutating func resume(at desk: RESPDesk, into output: inout ReplyBuffer) -> Outcome {
        var received: [UInt8] = []
        swap(&received, &pending)
        let (used, outcome) = answer(received.span, at: desk, into: &output)
        if used < received.count, outcome != .close {
            received.removeFirst(used)
            swap(&received, &pending)
        }
        return outcome
    }

    private mutating func answer(
        _ bytes: Span<UInt8>, at desk: RESPDesk, into output: inout ReplyBuffer
    ) -> (used: Int, outcome: Outcome) {
        var start = 0
        while start < bytes.count {
            guard output.count < Self.outputLimit else { return (start, .held) }
            switch parser.advance(bytes, from: start) {
            case .complete(let length):
                answerRequest(bytes, from: start, at: desk, into: &output)
                start &+= length
                requestCount &+= 1
                parser.startNext()
                if isClosing { return (start, .close) }
            case .incomplete:
                return (start, .ready)
            case .failed(let error):
                desk.connections.noteProtocolError()
                output.write { $0.error("ERR Protocol error: \(error.text)") }
                return (start, .close)
            }
        }
        return (start, .ready)
    }

    private mutating func answerRequest(
        _ bytes: Span<UInt8>, from start: Int, at desk: RESPDesk, into output: inout ReplyBuffer
    ) {
        let arguments = parser.arguments
        guard arguments.count > 0 else { return }
        let request = RESPRequest(start: start, arguments: arguments)
        do throws(RESPRefusal) {
            let command = try request.command(in: bytes)
            switch command {
            case .route, .extension:
                let call = try request.routed(in: bytes, at: desk.calls)
                output.write { command == .route ? $0.route(call) : $0.extension(of: call) }
            case .quit:
                isClosing = true
                output.write { $0.literal("+OK\r\n") }
            default:
                try answer(command, request.texts(in: bytes), at: desk, into: &output)
            }
        } catch {
            output.write { $0.error("ERR \(error.text)") }
        }
    }
}

/// What sessions share: the desk, and the counters of the listener.
struct RESPDesk: Sendable {
    let calls: CallDesk
    let connections: ConnectionCounters
}
