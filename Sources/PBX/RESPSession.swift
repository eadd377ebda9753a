import Routing

/// The conversation with a client that speaks RESP2.
struct RESPSession: PBXSession {
    /// Replies are collected up to this many bytes; the rest of the requests waits until they have been sent.
    static let outputLimit = 65_536

    /// Reports that wait together at the most.
    private static let joinedLimit = 1_000

    static var endsItself: Bool { false }

    private enum State {
        case answering
        /// The desk's answer to the last request is to come; those behind it wait, so that replies keep their order.
        case waiting
        case closing
    }

    let id: ConnectionID
    /// The name that the client gave itself.
    var name = ""
    private(set) var requestCount: UInt64 = 0
    private var parser = RESPParser()
    /// Bytes that are not answered yet: the beginning of a request, or requests that are held.
    private var pending: [UInt8] = []
    private var state = State.answering
    /// How many reports were passed on behind the one that is waited for, and are answered with it.
    private var joinedReports = 0

    init(id: ConnectionID) {
        self.id = id
    }

    var isMidway: Bool { !pending.isEmpty }

    var awaited: UInt64? { state == .waiting ? requestCount : nil }

    mutating func receive(
        _ bytes: UnsafeRawBufferPointer, at desk: SessionDesk, into output: inout ReplyBuffer
    ) -> SessionOutcome {
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

    mutating func resume(at desk: SessionDesk, into output: inout ReplyBuffer) -> SessionOutcome {
        var received: [UInt8] = []
        swap(&received, &pending)
        let (used, outcome) = answer(received.span, at: desk, into: &output)
        if used < received.count, outcome != .close {
            received.removeFirst(used)
            swap(&received, &pending)
        }
        return outcome
    }

    mutating func take(
        _ answer: DeskAnswer, at desk: SessionDesk, into output: inout ReplyBuffer
    ) -> SessionOutcome {
        for _ in 0...joinedReports { output.write { $0.answer(answer) } }
        joinedReports = 0
        state = .answering
        return resume(at: desk, into: &output)
    }

    /// Has the requests behind the current one wait until the desk has answered it.
    mutating func waitForDesk() -> DeskTicket {
        state = .waiting
        return DeskTicket(connection: id, request: requestCount)
    }

    private mutating func answer(
        _ bytes: Span<UInt8>, at desk: SessionDesk, into output: inout ReplyBuffer
    ) -> (used: Int, outcome: SessionOutcome) {
        var start = 0
        while start < bytes.count {
            guard output.count < Self.outputLimit else { return (start, .held) }
            switch parser.advance(bytes, from: start) {
            case .complete(let length):
                requestCount &+= 1
                answerRequest(bytes, from: start, at: desk, into: &output)
                start &+= length
                parser.startNext()
                while state == .waiting, let next = reportAhead(in: bytes, from: start) {
                    requestCount &+= 1
                    joinedReports &+= 1
                    desk.report(next.event, for: waitForDesk())
                    start &+= next.length
                }
                if state != .answering { return (start, state == .waiting ? .waiting : .close) }
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

    /// The report that comes next, when a complete and correct one does.
    ///
    /// Reports are accepted in their order, so that those which come together wait for the ledger once.
    private func reportAhead(in bytes: Span<UInt8>, from start: Int) -> (event: CallEvent, length: Int)? {
        guard start < bytes.count, joinedReports < Self.joinedLimit else { return nil }
        var ahead = parser
        guard case .complete(let length) = ahead.advance(bytes, from: start), ahead.arguments.count == 3 else {
            return nil
        }
        let request = RESPRequest(start: start, arguments: ahead.arguments)
        guard let command = try? request.command(in: bytes), let texts = try? request.texts(in: bytes),
            let event = try? CallEvent(command, texts)
        else { return nil }
        return (event, length)
    }

    private mutating func answerRequest(
        _ bytes: Span<UInt8>, from start: Int, at desk: SessionDesk, into output: inout ReplyBuffer
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
                state = .closing
                output.write { $0.literal("+OK\r\n") }
            default:
                try answer(command, request.texts(in: bytes), at: desk, into: &output)
            }
        } catch {
            output.write { $0.error("ERR \(error.text)") }
        }
    }
}
