import AGI
import PBXProtocol
import Routing
import Sockets

/// The conversation with Asterisk about one question (FastAGI): a header comes in; commands go out, each after the answer to the one
/// before; then the connection closes.
///
/// The first command clears the variable that the dial plan tests. Only its answer tells that the header is complete
/// (`FastAGIHeader`), so the question is asked behind it. Asterisk puts its answers into words of its own and waits for ever, so
/// whoever calls this keeps a deadline.
struct FastAGISession: PBXSession {
    static var endsItself: Bool { true }
    /// Each command waits for the answer to the one before.
    static var needsReplies: Bool { true }

    private enum Phase {
        case header
        /// The first command is to be answered, and then the question asked.
        case clearing
        /// The desk's answer is to come.
        case waiting
        /// The command before `next` is to be answered.
        case dialogue(next: Int)
        /// Nothing is taken any more.
        case ended
    }

    let id: ConnectionID
    let user: UInt32?
    private var phase = Phase.header
    private var header = FastAGIHeader()
    private var answers = AGIAnswers()
    private var commands: [FastAGICommand] = []
    private(set) var questionCount = 0
    private(set) var spokeHTTP = false
    private var isTrusted = false
    /// What was decided, until the last command about it has been carried out.
    private var untaken: (callID: String, decision: DecisionID)?
    private var failure: DialogueIncident.Cause?
    /// Why the script was refused for want of the token.
    private var hasWrongToken: Bool?
    private var hasUnknownScript = false
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

    var isStranger: Bool { !isTrusted }

    var isUnasked: Bool {
        if case .header = phase { true } else { false }
    }

    func incident(hasTimedOut: Bool) -> DialogueIncident? {
        func incident(_ kind: DialogueIncident.Kind, _ callID: String = "") -> DialogueIncident {
            DialogueIncident(
                kind: kind, script: header.scriptName, callID: callID, decision: untaken?.decision)
        }
        if let hasWrongToken { return incident(.denied(hasToken: hasWrongToken)) }
        if hasUnknownScript { return incident(.unknownScript) }
        let cause = failure ?? (hasTimedOut ? .silent : .closed)
        if let untaken { return incident(.notTaken(cause), untaken.callID) }
        return failure != nil || hasTimedOut && header.hasBegun ? incident(.broken(cause)) : nil
    }

    private var ticket: DeskTicket { DeskTicket(connection: id, request: requestCount) }

    var awaited: UInt64? {
        if case .waiting = phase { requestCount } else { nil }
    }

    mutating func take(
        _ answer: DeskAnswer, isLate: Bool, at desk: SessionDesk, into output: inout ReplyBuffer
    ) -> SessionOutcome {
        start(.answer(answer, to: header.command), into: &output)
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
            fail(error)
            desk.counters.connections.noteProtocolError()
            return (start, .close)
        }
    }

    mutating func drop(
        _ bytes: Span<UInt8>, as drop: RequestDrop, at desk: SessionDesk, turn: inout Turn
    ) -> Int {
        var start = 0
        do throws(FastAGIProtocolError) {
            while hasPlaceForHeader, let line = try Self.line(in: bytes, from: &start) {
                let line = bytes.extracting(line)
                if case .clearing = phase, answers.take(line) != nil { break }
                if try header.take(line) { begin(at: desk) }
            }
        } catch {
            fail(error)
        }
        if case .clearing = phase {
            phase = .ended
            tell(as: drop, at: desk)
        }
        return start
    }

    private var hasPlaceForHeader: Bool {
        switch phase {
        case .header, .clearing: true
        case .waiting, .dialogue, .ended: false
        }
    }

    /// Passes on a report or wish, for which nobody has to be there any more: what it tells has happened.
    private mutating func tell(as drop: RequestDrop, at desk: SessionDesk) {
        guard !header.hasRepeatedArgument else { return fail(.repeatedArgument) }
        do throws(FastAGIRefusal) {
            switch try header.request(isTrusted: isTrusted) {
            // One whose peer leaves the first command unanswered has not waited for majord.
            case .route, .extension, .next: if drop == .gone { desk.counters.dropped.note(drop) }
            case let told: desk.pass(told, for: ticket, of: user)
            }
        } catch {
            // What cannot be read is dropped, too.
            note(error)
        }
    }

    private mutating func note(_ refusal: FastAGIRefusal) {
        switch refusal {
        case .needsToken(_, let hasOne): hasWrongToken = hasOne
        case .unknownScript: hasUnknownScript = true
        case .pbx: break
        }
    }

    /// The header may be complete.
    private mutating func begin(at desk: SessionDesk) {
        phase = .clearing
        isTrusted = desk.token?.matches(header.token) ?? false
    }

    private mutating func fail(_ error: FastAGIProtocolError) {
        phase = .ended
        spokeHTTP = error == .http
        if !spokeHTTP { failure = .malformed(error.text) }
    }

    /// The next line without its end, and where the one after it begins; nil where none is complete.
    private static func line(
        in bytes: Span<UInt8>, from start: inout Int
    ) throws(FastAGIProtocolError) -> Range<Int>? {
        guard let end = bytes.firstIndex(of: UInt8(ascii: "\n"), from: start) else {
            guard bytes.count &- start <= FastAGIHeader.limit else { throw .lineTooLong }
            return nil
        }
        let hasReturn = end > start && bytes[end &- 1] == UInt8(ascii: "\r")
        let line = start..<(hasReturn ? end &- 1 : end)
        guard end &- start <= FastAGIHeader.limit else { throw .lineTooLong }
        start = end &+ 1
        return line
    }

    private mutating func take(
        line: Span<UInt8>, at desk: SessionDesk, into output: inout ReplyBuffer
    ) throws(FastAGIProtocolError) -> SessionOutcome {
        switch phase {
        case .header:
            if try header.take(line) {
                begin(at: desk)
                write(.clearing(header.command), into: &output)
            }
            return .ready
        case .clearing:
            switch answers.take(line) {
            case .done:
                guard !header.hasRepeatedArgument else { throw .repeatedArgument }
                return ask(desk, into: &output)
            case .refused:
                phase = .ended
                failure = .refused
                tell(as: .gone, at: desk)
                return .close
            case nil:
                _ = try header.take(line)
                return .ready
            }
        case .waiting:
            return .waiting
        case .dialogue(let next):
            guard !line.hasPrefix("agi_") else { throw .lateLine }
            switch answers.take(line) {
            case nil: return .ready
            // What is tested is not set then, and the dial plan goes to its own overflow.
            case .refused:
                failure = .refused
                return .close
            case .done:
                guard next < commands.count else {
                    untaken = nil
                    return .close
                }
                send(next, into: &output)
                return .ready
            }
        case .ended:
            return .close
        }
    }

    private mutating func ask(_ desk: SessionDesk, into output: inout ReplyBuffer) -> SessionOutcome {
        do throws(FastAGIRefusal) {
            switch try header.request(isTrusted: isTrusted) {
            case .route(let request), .extension(let request):
                questionCount &+= 1
                let call = try routed(request, at: desk)
                untaken = (request.callID, call.id)
                start(.route(call), into: &output)
            case .next(let callID, let status, let phone):
                questionCount &+= 1
                let call = desk.calls.next(callID, status, phone)
                untaken = (callID, call.id)
                start(.route(call), into: &output)
            case let told:
                phase = .waiting
                desk.pass(told, for: ticket, of: user)
                return .waiting
            }
        } catch {
            note(error)
            start(.refusal(error.text, of: header.command), into: &output)
        }
        return .ready
    }

    private func routed(_ request: RouteRequest, at desk: SessionDesk) throws(FastAGIRefusal) -> RoutedCall {
        do throws(PBXRefusal) {
            return try desk.calls.routed(request)
        } catch {
            throw .pbx(error)
        }
    }

    private mutating func start(_ commands: [FastAGICommand], into output: inout ReplyBuffer) {
        self.commands = commands
        send(0, into: &output)
    }

    private mutating func send(_ index: Int, into output: inout ReplyBuffer) {
        write(commands[index], into: &output)
        phase = .dialogue(next: index &+ 1)
    }

    private func write(_ command: FastAGICommand, into output: inout ReplyBuffer) {
        output.write { $0.command(command) }
    }
}
