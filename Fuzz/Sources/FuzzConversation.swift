import Routing

@testable import PBX

/// A conversation without any socket, at a desk that accepts everything at once.
struct FuzzConversation<Session: PBXSession> {
    private var session = Session(id: ConnectionID(serial: 7, descriptor: 9), user: 1_000)
    private var output = ReplyBuffer(capacity: 64)
    private let desk = FuzzDesk.session()
    private(set) var replies: [UInt8] = []
    private(set) var isClosed = false

    mutating func send(_ bytes: ArraySlice<UInt8>) {
        guard !isClosed else { return }
        goOn(bytes.withUnsafeBytes { session.receive($0, at: desk, into: &output) })
    }

    private mutating func goOn(_ first: SessionOutcome) {
        var outcome = first
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
                let letters = desk.mailbox.empty().filter { $0.ticket.request == session.awaited }
                precondition(letters.count == 1, "a session waits for an answer that the desk has not given")
                for letter in letters { outcome = session.take(letter.answer, isLate: false, at: desk, into: &output) }
            }
        }
    }
}
