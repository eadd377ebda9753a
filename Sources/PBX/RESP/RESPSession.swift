import PBXProtocol
import Routing
import Sockets

/// The conversation with a client that speaks RESP2, or RESP3 as far as it matters (`RESPDialect`).
struct RESPSession: PBXSession {
    /// Replies are collected up to this many bytes; the rest of the requests waits until they have been sent.
    static let outputLimit = 65_536

    /// Reports that wait together at the most.
    private static let joinedLimit = 1_000

    static var endsItself: Bool { false }
    static var needsReplies: Bool { false }

    private enum State {
        case answering
        /// The desk's answer to the last request is to come, with which so many reports behind it are answered; those behind them wait, so
        /// that replies keep their order.
        case waiting(joined: Int)
        /// The last request is a question that has waited too long.
        case late
        case closing(byHTTP: Bool)
    }

    let id: ConnectionID
    let user: UInt32?
    /// The name that the client gave itself.
    var name = ""
    var dialect = RESPDialect.resp2
    private(set) var requestCount: UInt64 = 0
    private(set) var questionCount = 0
    var pending: [UInt8] = []
    private var parser = RESPParser()
    private var state = State.answering

    init(id: ConnectionID, user: UInt32?) {
        self.id = id
        self.user = user
    }

    func incident(hasTimedOut: Bool) -> DialogueIncident? { nil }

    var trust: SessionTrust { .trusted }

    var standing: SessionStanding {
        switch state {
        case .waiting: .waiting(request: requestCount)
        case .closing(let byHTTP): .ended(byHTTP: byHTTP)
        case .answering, .late: pending.isEmpty ? .idle : .midway
        }
    }

    mutating func take(
        _ answer: DeskAnswer, isLate: Bool, at desk: SessionDesk, into output: inout ReplyBuffer
    ) -> SessionOutcome {
        if case .waiting(let joined) = state {
            for _ in 0...joined { output.write { $0.answer(answer) } }
            state = .answering
        }
        return resume(isLate: isLate, at: desk, into: &output)
    }

    /// For the current request's answer.
    var ticket: DeskTicket { DeskTicket(connection: id, request: requestCount) }

    /// Answers nothing more.
    mutating func close() {
        state = .closing(byHTTP: false)
    }

    /// Has the requests behind the current one wait until the desk has answered it.
    mutating func waitForDesk() {
        state = .waiting(joined: 0)
    }

    private var isClosing: Bool {
        if case .closing = state { true } else { false }
    }

    mutating func drop(
        _ bytes: Span<UInt8>, as drop: RequestDrop, at desk: SessionDesk, turn: inout Turn
    ) -> Int {
        var start = 0
        while !isClosing {
            guard turn.allowsAnother() else { return start }
            switch parser.advance(bytes, from: start) {
            case .complete(let length):
                requestCount &+= 1
                self.drop(RESPRequest(start: start, arguments: parser.arguments), in: bytes, as: drop, at: desk)
                start &+= length
                parser.startNext()
            case .incomplete: return start
            case .failed(let error): state = .closing(byHTTP: error == .http)
            }
        }
        return bytes.count
    }

    private mutating func drop(
        _ request: RESPRequest, in bytes: Span<UInt8>, as drop: RequestDrop, at desk: SessionDesk
    ) {
        // What cannot be read is dropped, too.
        guard let command = try? request.command(in: bytes) else { return }
        switch command {
        case .pbx(let command) where command.kind == .question: desk.counters.dropped.note(drop)
        case .pbx(let command):
            if let told = try? request.request(command, in: bytes) { desk.pass(told, for: ticket, of: user) }
        case .client(.quit): close()
        case .client: break
        }
    }

    mutating func answer(
        _ bytes: Span<UInt8>, isLate: Bool, at desk: SessionDesk, into output: inout ReplyBuffer
    ) -> (used: Int, outcome: SessionOutcome) {
        var start = 0
        while start < bytes.count {
            guard output.count < Self.outputLimit, output.turn.allowsAnother() else { return (start, .held) }
            switch parser.advance(bytes, from: start) {
            case .complete(let length):
                requestCount &+= 1
                answerRequest(bytes, from: start, isLate: isLate, at: desk, into: &output)
                start &+= length
                parser.startNext()
                while case .waiting(let joined) = state, joined < Self.joinedLimit, output.turn.allowsAnother(),
                    let next = reportAhead(in: bytes, from: start)
                {
                    requestCount &+= 1
                    state = .waiting(joined: joined &+ 1)
                    desk.report(next.event, for: ticket)
                    start &+= next.length
                }
                switch state {
                case .answering: break
                case .waiting: return (start, .waiting)
                case .late: return (start &- length, .late)
                case .closing: return (start, .close)
                }
            case .incomplete:
                return (start, .ready)
            case .failed(let error):
                desk.counters.connections.noteProtocolError()
                state = .closing(byHTTP: error == .http)
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
        guard start < bytes.count else { return nil }
        var ahead = parser
        // `UP` is accepted at once, and must not have what came before it accepted with it.
        guard case .complete(let length) = ahead.advance(bytes, from: start), ahead.arguments.count > 0 else {
            return nil
        }
        let request = RESPRequest(start: start, arguments: ahead.arguments)
        guard case .pbx(let command)? = try? request.command(in: bytes), command.kind == .report,
            case .report(let event)? = try? request.request(command, in: bytes), event.kind != .up
        else { return nil }
        return (event, length)
    }

    private mutating func answerRequest(
        _ bytes: Span<UInt8>, from start: Int, isLate: Bool, at desk: SessionDesk, into output: inout ReplyBuffer
    ) {
        let arguments = parser.arguments
        guard arguments.count > 0 else { return }
        let request = RESPRequest(start: start, arguments: arguments)
        do throws(RESPRefusal) {
            let command = try request.command(in: bytes)
            if command.isQuestion {
                guard !isLate else {
                    state = .late
                    return
                }
                questionCount &+= 1
            }
            switch command {
            // The way of every call: no list of arguments is made for it.
            case .pbx(.route):
                output.route(try request.routed(in: bytes, at: desk.calls))
            case .pbx(let command):
                try answer(request.request(command, in: bytes), at: desk, into: &output)
            case .client(let command):
                try answer(command, request.clientArguments(in: bytes), at: desk, into: &output)
            }
        } catch {
            output.write { $0.error("\(error.code) \(error.text)") }
        }
    }
}
