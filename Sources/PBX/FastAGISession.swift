import Routing

/// The conversation with Asterisk about one question (FastAGI): a header comes in; commands go out, each after the answer to the one
/// before; then the connection closes.
///
/// Asterisk puts its answers into words of its own and waits for ever, so whoever calls this keeps a deadline.
struct FastAGISession: PBXSession {
    /// The most bytes of a line.
    static let lineLimit = 1_024

    static var endsItself: Bool { true }

    private enum Phase {
        case header
        /// The desk's answer is to come.
        case waiting
        /// The command before `next` is to be answered.
        case dialogue(next: Int)
        /// The usage of a command that was refused is told at length.
        case usage
    }

    let id: ConnectionID
    private var phase = Phase.header
    private var header = FastAGIHeader()
    private var commands: [FastAGICommand] = []
    /// The beginning of a line, or lines that came while the desk is waited for.
    private var pending: [UInt8] = []

    init(id: ConnectionID) {
        self.id = id
    }

    /// There is one question, which ends with the connection.
    var requestCount: UInt64 { 1 }
    /// The deadline of the whole is the only one.
    var isMidway: Bool { false }

    var awaited: UInt64? {
        if case .waiting = phase { requestCount } else { nil }
    }

    mutating func receive(
        _ bytes: UnsafeRawBufferPointer, at desk: SessionDesk, into output: inout ReplyBuffer
    ) -> SessionOutcome {
        guard pending.isEmpty else {
            pending.append(contentsOf: bytes)
            return resume(at: desk, into: &output)
        }
        let (used, outcome) = bytes.withMemoryRebound(to: UInt8.self) { take($0.span, at: desk, into: &output) }
        if used < bytes.count, outcome != .close { pending.append(contentsOf: bytes[used...]) }
        return outcome
    }

    mutating func resume(at desk: SessionDesk, into output: inout ReplyBuffer) -> SessionOutcome {
        var received: [UInt8] = []
        swap(&received, &pending)
        let (used, outcome) = take(received.span, at: desk, into: &output)
        if used < received.count, outcome != .close {
            received.removeFirst(used)
            swap(&received, &pending)
        }
        return outcome
    }

    mutating func take(
        _ answer: DeskAnswer, at desk: SessionDesk, into output: inout ReplyBuffer
    ) -> SessionOutcome {
        start(.answer(answer, to: FastAGIScript(header)), into: &output)
        return resume(at: desk, into: &output)
    }

    /// Takes every complete line.
    private mutating func take(
        _ bytes: Span<UInt8>, at desk: SessionDesk, into output: inout ReplyBuffer
    ) -> (used: Int, outcome: SessionOutcome) {
        var start = 0
        do throws(FastAGIProtocolError) {
            while let end = bytes.firstIndex(of: UInt8(ascii: "\n"), from: start) {
                let hasReturn = end > start && bytes[end &- 1] == UInt8(ascii: "\r")
                let line = bytes.extracting(start..<(hasReturn ? end &- 1 : end))
                guard end &- start <= Self.lineLimit else { throw .lineTooLong }
                start = end &+ 1
                let outcome = try take(line: line, at: desk, into: &output)
                if outcome != .ready { return (start, outcome) }
            }
            guard bytes.count &- start <= Self.lineLimit else { throw .lineTooLong }
            return (start, .ready)
        } catch {
            desk.connections.noteProtocolError()
            return (start, .close)
        }
    }

    private mutating func take(
        line: Span<UInt8>, at desk: SessionDesk, into output: inout ReplyBuffer
    ) throws(FastAGIProtocolError) -> SessionOutcome {
        switch phase {
        case .header:
            return try header.take(line) ? ask(desk, into: &output) : .ready
        case .waiting:
            return .waiting
        case .dialogue(let next):
            switch try FastAGIReply(line) {
            case .hangup: return .ready
            // What is tested is not set then, and the dial plan goes to its own overflow.
            case .refused: return .close
            case .usage:
                phase = .usage
                return .ready
            case .done:
                guard next < commands.count else { return .close }
                send(next, into: &output)
                return .ready
            }
        case .usage:
            return line.starts(with: "520 ") ? .close : .ready
        }
    }

    private mutating func ask(_ desk: SessionDesk, into output: inout ReplyBuffer) -> SessionOutcome {
        let ticket = DeskTicket(connection: id, request: requestCount)
        do throws(FastAGIRefusal) {
            switch try header.request() {
            case .route(let request):
                switch desk.calls.route(request) {
                case .success(let call): start(.route(call), into: &output)
                case .failure(.callerTooLong): throw .tooLong("caller number", limit: 32)
                case .failure(.calledTooLong): throw .tooLong("called number", limit: 32)
                }
            case .next(let callID, let status):
                start(.route(desk.calls.next(callID, status)), into: &output)
            case .report(let event):
                phase = .waiting
                desk.report(event, for: ticket)
                return .waiting
            case .agent(let request):
                phase = .waiting
                desk.ask(request, for: ticket)
                return .waiting
            }
        } catch {
            start(.refusal(error.text, of: FastAGIScript(header)), into: &output)
        }
        return .ready
    }

    private mutating func start(_ commands: [FastAGICommand], into output: inout ReplyBuffer) {
        self.commands = commands
        send(0, into: &output)
    }

    private mutating func send(_ index: Int, into output: inout ReplyBuffer) {
        let command = commands[index]
        output.write { $0.command(command) }
        phase = .dialogue(next: index &+ 1)
    }
}
