import AGI
import Routing
import Switchboard

@testable import PBX

/// The token of the stories' PBX.
let storyToken = String(repeating: "k3y-", count: 16)

/// A PBX's connection to majord, without a socket.
struct PBXLine<Session: PBXSession> {
    private var session: Session
    private var output = ReplyBuffer(capacity: 64)
    private let desk: SessionDesk
    /// Tells that the desk has answered.
    private let answers: AsyncStream<Void>
    private(set) var replies: [UInt8] = []
    private(set) var isClosed = false

    init(_ running: Office.Running, _ socket: PBXPeer.Socket) throws {
        let (answers, answered) = AsyncStream<Void>.makeStream()
        self.answers = answers
        let (switchboard, phones) = (running.switchboard, running.phones)
        let calls = CallDesk(route: switchboard.desk.route, next: switchboard.desk.next) { event, accepted in
            switchboard.desk.report(event) {
                accepted()
                answered.yield()
            }
        } phone: { report in
            switchboard.desk.note(report)
            answered.yield()
        } deskPhone: { request, peer, told in
            phones.ask(request, from: peer) { answer in
                told(answer)
                answered.yield()
            }
        } figures: {
            DeskFigures(
                version: "0", uptimeSeconds: 0, generation: switchboard.table.generation, clients: 0, agents: 0,
                agentsAbsent: 0, clientsCovered: 0, clientsUncovered: 0,
                decisions: switchboard.desk.notes.counts.decisions)
        }
        let counters = SocketCounters()
        desk = SessionDesk(
            calls: calls, counters: counters, fastAGI: counters, mailbox: DeskMailbox(bell: try LoopBell()),
            token: FastAGIToken(storyToken.utf8), socket: socket)
        session = Session(id: ConnectionID(serial: 1, descriptor: 9), user: socket == .pbx ? 998 : nil)
    }

    var text: String { String(decoding: replies, as: UTF8.self) }

    /// What the journal is to be told at the connection's end.
    var incident: DialogueIncident? { session.incident(hasTimedOut: false) }

    /// Sends bytes, and takes all replies to them.
    mutating func send(_ bytes: [UInt8]) async {
        guard !isClosed, !bytes.isEmpty else { return }
        var outcome = bytes.withUnsafeBytes { session.receive($0, at: desk, into: &output) }
        var answered = answers.makeAsyncIterator()
        while true {
            replies += output.withBytes { Array($0) }
            output.removeAll()
            switch outcome {
            case .ready: return
            case .close, .late:
                isClosed = true
                return
            case .held: outcome = session.resume(isLate: false, at: desk, into: &output)
            case .waiting:
                _ = await answered.next()
                for letter in desk.mailbox.empty() where session.standing == .waiting(request: letter.ticket.request) {
                    outcome = session.take(letter.answer, isLate: false, at: desk, into: &output)
                }
            }
        }
    }
}
