import AGI
import PBXProtocol
import Routing
import Sockets

/// The conversation with Asterisk about one question (FastAGI): a header comes in; commands go out, each after the answer to the one
/// before; then the connection closes.
///
/// The first command clears the variable that the dial plan tests. Only its answer tells that the header is complete
/// (`FastAGIHeader`), so the question is asked behind it. A caller's name may bring such an answer, too: what changes something is done
/// once Asterisk has answered with a word that only it can know (`FastAGIProof`). Asterisk puts its answers into words of its own and waits for ever, so
/// whoever calls this keeps a deadline.
struct FastAGISession: PBXSession {
    static var endsItself: Bool { true }
    /// Each command waits for the answer to the one before.
    static var needsReplies: Bool { true }

    private enum Phase {
        case header
        /// The first command is to be answered, and then the question asked.
        case clearing
        /// The first command was answered, as it seems; what is asked changes something, so only an answer with this word counts.
        case proving(FastAGIProof)
        /// The desk's answer is to come.
        case waiting
        /// The command before `next` is to be answered.
        case dialogue([FastAGICommand], next: Int)
        /// Nothing is taken any more.
        case ended(End)
    }

    private enum End {
        /// The last command has been carried out, or nothing was to be answered.
        case done
        case http
        case failed(DialogueIncident.Cause)
    }

    /// What has become of the question, as far as the journal is told of it.
    private enum Result {
        /// Nothing was decided, or all of it has been taken.
        case none
        /// It was decided, and the last command about it is still to be carried out.
        case untaken(callID: String, DecisionID)
        /// It takes the token.
        case denied(hasToken: Bool)
        case unknownScript
    }

    let id: ConnectionID
    let user: UInt32?
    private var phase = Phase.header
    private var header = FastAGIHeader()
    private var answers = AGIAnswers()
    private(set) var questionCount = 0
    private var isTrusted = false
    /// Whether what is asked changes more than the call's own way, so that it is done for nobody but Asterisk.
    private var needsProof = false
    private var result = Result.none
    /// The beginning of a line, or lines that came while the desk is waited for.
    var pending: [UInt8] = []

    init(id: ConnectionID, user: UInt32?) {
        self.id = id
        self.user = user
    }

    /// There is one question, which ends with the connection.
    var requestCount: UInt64 { 1 }

    /// Never midway: the deadline of the whole is the only one.
    var standing: SessionStanding {
        switch phase {
        case .header, .clearing, .proving, .dialogue: .idle
        case .waiting: .waiting(request: requestCount)
        case .ended(.http): .ended(byHTTP: true)
        case .ended: .ended(byHTTP: false)
        }
    }

    var trust: SessionTrust {
        guard !isTrusted else { return .trusted }
        if case .header = phase { return .stranger(hasAsked: false) }
        return .stranger(hasAsked: true)
    }

    func incident(hasTimedOut: Bool) -> DialogueIncident? {
        func incident(_ kind: DialogueIncident.Kind, _ callID: String = "", _ decision: DecisionID? = nil)
            -> DialogueIncident
        {
            DialogueIncident(kind: kind, script: header.scriptName, callID: callID, decision: decision)
        }
        let failure: DialogueIncident.Cause? = if case .ended(.failed(let cause)) = phase { cause } else { nil }
        let cause = failure ?? (hasTimedOut ? .silent : .closed)
        switch result {
        case .denied(let hasToken): return incident(.denied(hasToken: hasToken))
        case .unknownScript: return incident(.unknownScript)
        case .untaken(let callID, let decision): return incident(.notTaken(cause), callID, decision)
        case .none: return failure != nil || hasTimedOut && header.hasBegun ? incident(.broken(cause)) : nil
        }
    }

    private var ticket: DeskTicket { DeskTicket(connection: id, request: requestCount) }

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
            while let line = try FastAGILine.next(in: bytes, from: &start) {
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
            while hasPlaceForHeader, let line = try FastAGILine.next(in: bytes, from: &start) {
                let line = bytes.extracting(line)
                // Behind an answer that a name may have brought the header goes on.
                if !needsProof, case .clearing = phase, answers.take(line) != nil { break }
                if try header.take(line) { _ = begin(at: desk) }
            }
        } catch {
            fail(error)
        }
        switch phase {
        case .clearing, .proving:
            phase = .ended(.done)
            tell(as: drop, at: desk)
        case .header, .waiting, .dialogue, .ended: break
        }
        return start
    }

    private var hasPlaceForHeader: Bool {
        switch phase {
        case .header, .clearing, .proving: true
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
        case .needsToken(_, let hasOne): result = .denied(hasToken: hasOne)
        case .unknownScript: result = .unknownScript
        case .pbx: break
        }
    }

    /// The header may be complete.
    ///
    /// - Returns: What is asked; nil for none of majord's scripts.
    private mutating func begin(at desk: SessionDesk) -> PBXCommand? {
        phase = .clearing
        isTrusted = desk.token?.matches(header.token) ?? false
        let command = header.command
        needsProof =
            switch command?.kind {
            case .question: command == .next
            case .report, .wish: isTrusted
            case nil: false
            }
        return command
    }

    private mutating func fail(_ error: FastAGIProtocolError) {
        phase = .ended(error == .http ? .http : .failed(.malformed(error.text)))
    }

    private mutating func take(
        line: Span<UInt8>, at desk: SessionDesk, into output: inout ReplyBuffer
    ) throws(FastAGIProtocolError) -> SessionOutcome {
        switch phase {
        case .header:
            if try header.take(line) { write(.clearing(begin(at: desk)), into: &output) }
            return .ready
        case .clearing:
            switch answers.take(line) {
            case .some where needsProof:
                let proof = FastAGIProof(desk.proof())
                phase = .proving(proof)
                write(.echo(proof), into: &output)
                return .ready
            case .done:
                guard !header.hasRepeatedArgument else { throw .repeatedArgument }
                return ask(desk, into: &output)
            case .refused:
                phase = .ended(.failed(.refused))
                tell(as: .gone, at: desk)
                return .close
            case nil:
                _ = try header.take(line)
                return .ready
            }
        case .proving(let proof):
            guard proof.isAnswer(line) else {
                // Answers without the word are a name's, or Asterisk's to the command before.
                _ = try header.take(line)
                return .ready
            }
            guard !header.hasRepeatedArgument else { throw .repeatedArgument }
            return ask(desk, into: &output)
        case .waiting:
            return .waiting
        case .dialogue(let commands, let next):
            guard !line.hasPrefix("agi_") else { throw .lateLine }
            switch answers.take(line) {
            case nil: return .ready
            // What is tested is not set then, and the dial plan goes to its own overflow.
            case .refused:
                phase = .ended(.failed(.refused))
                return .close
            case .done:
                guard next < commands.count else {
                    if case .untaken = result { result = .none }
                    phase = .ended(.done)
                    return .close
                }
                send(commands, from: next, into: &output)
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
                let call = try desk.routed(request)
                result = .untaken(callID: request.callID, call.id)
                start(.route(call), into: &output)
            case .next(let callID, let status, let phone):
                questionCount &+= 1
                let call = desk.calls.next(callID, status, phone)
                result = .untaken(callID: callID, call.id)
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

    private mutating func start(_ commands: [FastAGICommand], into output: inout ReplyBuffer) {
        send(commands, from: 0, into: &output)
    }

    private mutating func send(_ commands: [FastAGICommand], from index: Int, into output: inout ReplyBuffer) {
        write(commands[index], into: &output)
        phase = .dialogue(commands, next: index &+ 1)
    }

    private func write(_ command: FastAGICommand, into output: inout ReplyBuffer) {
        output.write { $0.command(command) }
    }
}
