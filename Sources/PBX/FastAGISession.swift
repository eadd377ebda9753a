import Routing

/// The conversation with Asterisk about one question (FastAGI): a header comes in; commands go out, each after the answer to the one
/// before; then the connection closes.
///
/// Asterisk puts its answers into words of its own and waits for ever, so whoever calls this keeps a deadline.
struct FastAGISession: PBXSession {
    /// The most bytes of a line.
    static let lineLimit = 1_024

    static var endsItself: Bool { true }
    /// Each command waits for the answer to the one before.
    static var needsReplies: Bool { true }

    private enum Phase {
        case header
        /// The desk's answer is to come.
        case waiting
        /// The command before `next` is to be answered.
        case dialogue(next: Int)
        /// The usage of a command that was refused is told at length.
        case usage
        /// Nothing is taken any more.
        case ended
    }

    let id: ConnectionID
    let user: UInt32?
    private var phase = Phase.header
    private var header = FastAGIHeader()
    private var commands: [FastAGICommand] = []
    private(set) var questionCount = 0
    private(set) var spokeHTTP = false
    /// The beginning of a line, or lines that came while the desk is waited for.
    var pending: [UInt8] = []

    init(id: ConnectionID, user: UInt32?) {
        self.id = id
        self.user = user
    }

    /// There is one question, which ends with the connection.
    var requestCount: UInt64 { 1 }
    /// The deadline of the whole is the only one.
    var isMidway: Bool { false }

    private var ticket: DeskTicket { DeskTicket(connection: id, request: requestCount) }

    var awaited: UInt64? {
        if case .waiting = phase { requestCount } else { nil }
    }

    mutating func take(
        _ answer: DeskAnswer, isLate: Bool, at desk: SessionDesk, into output: inout ReplyBuffer
    ) -> SessionOutcome {
        start(.answer(answer, to: FastAGIScript(header)), into: &output)
        return resume(isLate: isLate, at: desk, into: &output)
    }

    /// Takes every complete line. The question is never late: nothing can stand before it.
    mutating func answer(
        _ bytes: Span<UInt8>, isLate: Bool, at desk: SessionDesk, into output: inout ReplyBuffer
    ) -> (used: Int, outcome: SessionOutcome) {
        var start = 0
        do throws(FastAGIProtocolError) {
            while let line = try Self.line(in: bytes, from: &start) {
                let outcome = try take(line: bytes.extracting(line), at: desk, into: &output)
                if outcome != .ready { return (start, outcome) }
            }
            return (start, .ready)
        } catch {
            desk.connections.noteProtocolError()
            return (start, .close)
        }
    }

    mutating func drop(
        _ bytes: Span<UInt8>, as drop: RequestDrop, at desk: SessionDesk, turn: inout Turn
    ) -> Int {
        var start = 0
        while case .header = phase, let line = try? Self.line(in: bytes, from: &start) {
            let isComplete = try? header.take(bytes.extracting(line))
            if isComplete == false { continue }
            phase = .ended
            guard isComplete == true else { break }
            switch try? header.request() {
            case .route, .next: desk.connections.noteDropped(drop)
            case .report(let event): desk.report(event, for: ticket)
            case .agent(let request): desk.ask(request, for: ticket, of: user)
            // What cannot be read is dropped, too.
            case nil: break
            }
        }
        return start
    }

    /// The next line without its end, and where the one after it begins; nil where none is complete.
    private static func line(
        in bytes: Span<UInt8>, from start: inout Int
    ) throws(FastAGIProtocolError) -> Range<Int>? {
        guard let end = bytes.firstIndex(of: UInt8(ascii: "\n"), from: start) else {
            guard bytes.count &- start <= lineLimit else { throw .lineTooLong }
            return nil
        }
        let hasReturn = end > start && bytes[end &- 1] == UInt8(ascii: "\r")
        let line = start..<(hasReturn ? end &- 1 : end)
        guard end &- start <= lineLimit else { throw .lineTooLong }
        start = end &+ 1
        return line
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
        case .ended:
            return .close
        case .usage:
            return line.starts(with: "520 ") ? .close : .ready
        }
    }

    private mutating func ask(_ desk: SessionDesk, into output: inout ReplyBuffer) -> SessionOutcome {
        do throws(FastAGIRefusal) {
            switch try header.request() {
            case .route(let request):
                questionCount &+= 1
                switch desk.calls.route(request) {
                case .success(let call): start(.route(call), into: &output)
                case .failure(.callerTooLong): throw .tooLong("caller number", limit: 32)
                case .failure(.calledTooLong): throw .tooLong("called number", limit: 32)
                }
            case .next(let callID, let status):
                questionCount &+= 1
                start(.route(desk.calls.next(callID, status)), into: &output)
            case .report(let event):
                phase = .waiting
                desk.report(event, for: ticket)
                return .waiting
            case .agent(let request):
                phase = .waiting
                desk.ask(request, for: ticket, of: user)
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
