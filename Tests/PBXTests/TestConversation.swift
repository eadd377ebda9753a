import Routing
import Sockets
import Testing

@testable import PBX

/// A conversation without any socket.
struct TestConversation<Session: PBXSession> {
    private var session = Session(id: ConnectionID(serial: 7, descriptor: 9), user: 1_000)
    private var output = ReplyBuffer(capacity: 64)
    private let desk: SessionDesk
    private(set) var replies: [UInt8] = []
    private(set) var isClosed = false
    private(set) var isWaiting = false
    /// Whether what is held or waits has become too old to be answered.
    var isLate = false
    /// Whether it has come to its end because of that.
    private(set) var endedLate = false

    init(_ ledger: TestLedger = TestLedger(answersAtOnce: true)) throws {
        let counters = SocketCounters()
        desk = SessionDesk(
            calls: try TestDesk.make(ledger), counters: counters, fastAGI: counters,
            mailbox: DeskMailbox(bell: try LoopBell()), token: TestDesk.token, socket: .pbx, proof: { 7 })
    }

    var connections: ConnectionFigures { desk.counters.connections.figures }
    var dropped: DroppedQuestions { desk.counters.dropped.figures }
    var incident: DialogueIncident? { session.incident(hasTimedOut: false) }
    /// The same, were its time up.
    var incidentInTime: DialogueIncident? { session.incident(hasTimedOut: true) }
    var isMidway: Bool { session.standing == .midway }
    var text: String { String(decoding: replies, as: UTF8.self) }

    /// Sends bytes as one read brings them, and takes the replies.
    ///
    /// - Returns: How many times replies had to be sent before the read was dealt with.
    @discardableResult
    mutating func send(_ bytes: some Collection<UInt8>) -> Int {
        guard !isClosed, !isWaiting, !bytes.isEmpty else { return 0 }
        return goOn(Array(bytes).withUnsafeBytes { session.receive($0, at: desk, into: &output) })
    }

    /// Passes on what the desk has answered since.
    mutating func deliver() {
        for letter in desk.mailbox.empty() where session.standing == .waiting(request: letter.ticket.request) {
            take(letter.answer)
        }
    }

    /// Passes on an answer as if the desk had given it.
    mutating func take(_ answer: DeskAnswer) {
        _ = goOn(session.take(answer, isLate: isLate, at: desk, into: &output))
    }

    /// Drops what is held and these bytes, as where the peer has gone.
    mutating func drop(_ bytes: some Collection<UInt8> = [], as drop: RequestDrop) {
        var turn = Turn.endless
        Array(bytes).withUnsafeBytes { session.drop($0, as: drop, at: desk, turn: &turn) }
    }

    private mutating func goOn(_ first: SessionOutcome) -> Int {
        var outcome = first
        var rounds = 1
        while true {
            replies += output.withBytes { Array($0) }
            output.removeAll()
            endedLate = outcome == .late
            isClosed = outcome == .close || endedLate
            isWaiting = outcome == .waiting
            // For each of very many pieces: #expect costs more than the session.
            let stands = if case .waiting = session.standing { true } else { false }
            if isWaiting != stands { Issue.record("it stands as \(session.standing)") }
            guard outcome == .held else { break }
            outcome = session.resume(isLate: isLate, at: desk, into: &output)
            rounds += 1
        }
        if isWaiting { deliver() }
        return rounds
    }
}

typealias Conversation = TestConversation<RESPSession>
typealias FastAGIConversation = TestConversation<FastAGISession>

/// Checks what is answered to some bytes: sent at once, split in two at every byte, and byte by byte.
func check(
    _ input: String, _ expected: String, closes: Bool = false, sourceLocation: SourceLocation = #_sourceLocation
) throws {
    try check(RESPSession.self, input, expected, closes: closes, sourceLocation: sourceLocation)
}

func check<Session: PBXSession>(
    _ type: Session.Type, _ input: String, _ expected: String, closes: Bool,
    sourceLocation: SourceLocation = #_sourceLocation
) throws {
    let bytes = Array(input.utf8)
    var splits = (0...bytes.count).map { [bytes[..<$0], bytes[$0...]] }
    splits.append(bytes.indices.map { bytes[$0...$0] })
    for pieces in splits {
        var conversation = try TestConversation<Session>()
        for piece in pieces { conversation.send(piece) }
        #expect(conversation.text == expected, "in pieces of \(pieces.map(\.count))", sourceLocation: sourceLocation)
        #expect(conversation.isClosed == closes, sourceLocation: sourceLocation)
        if conversation.text != expected { return }
    }
}
