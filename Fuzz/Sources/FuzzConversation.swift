import Routing

@testable import PBX

/// A conversation without any socket, at a desk that accepts everything at once.
struct FuzzConversation<Session: PBXSession> {
    private var session = Session(id: ConnectionID(serial: 7, descriptor: 9), user: 1_000)
    private var output = ReplyBuffer(capacity: 64)
    private let desk: SessionDesk
    private(set) var replies: [UInt8] = []
    private(set) var isClosed = false
    let told = Told()

    init() {
        desk = FuzzDesk.session(told)
    }

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
                let letters = desk.mailbox.empty().filter { session.standing == .waiting(request: $0.ticket.request) }
                precondition(letters.count == 1, "a session waits for an answer that the desk has not given")
                for letter in letters { outcome = session.take(letter.answer, isLate: false, at: desk, into: &output) }
            }
        }
    }
}

extension FuzzConversation<FastAGISession> {
    /// Sends a header, and lets Asterisk carry out one command after the other.
    ///
    /// - Returns: The channel's variables afterwards, as they stand in the commands.
    mutating func carriedOut(_ header: [UInt8]) -> [String: String] {
        send(header[...])
        var variables: [String: String] = [:]
        var seen = 0
        while !isClosed, seen < replies.count, let end = replies[seen...].firstIndex(of: UInt8(ascii: "\n")) {
            let command = String(decoding: replies[seen..<end], as: UTF8.self)
            seen = end + 1
            guard !command.hasPrefix("GET FULL VARIABLE ") else {
                send(Array("200 result=1 (\(command.dropFirst("GET FULL VARIABLE ".count)))\n".utf8)[...])
                continue
            }
            Commands.note(command, in: &variables)
            send(Array("200 result=1\n".utf8)[...])
        }
        return variables
    }
}
