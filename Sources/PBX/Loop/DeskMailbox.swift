import Routing
import Synchronization

/// Where the desk's later answers wait for the loop. Posted to from any thread, emptied by the loop.
final class DeskMailbox: Sendable {
    private let letters = Mutex<[DeskLetter]>([])
    private let bell: LoopBell

    init(bell: LoopBell) {
        self.bell = bell
    }

    func post(_ answer: DeskAnswer, to ticket: DeskTicket) {
        let isFirst = letters.withLock { letters in
            letters.append(DeskLetter(ticket: ticket, answer: answer))
            return letters.count == 1
        }
        // Whoever posts after the first knows that the bell has been rung and not yet been answered.
        if isFirst { bell.ring(.goOn) }
    }

    /// Everything that has been posted since.
    func empty() -> [DeskLetter] {
        letters.withLock { letters in
            guard !letters.isEmpty else { return [] }
            var taken: [DeskLetter] = []
            swap(&taken, &letters)
            return taken
        }
    }
}

/// Which request an answer belongs to. Where the connection has gone, or has gone on, the answer is forgotten.
struct DeskTicket: Hashable, Sendable {
    let connection: ConnectionID
    /// The request's number on that connection.
    let request: UInt64
}

struct DeskLetter: Sendable {
    let ticket: DeskTicket
    let answer: DeskAnswer
}

/// What the desk answers later.
enum DeskAnswer: Equatable, Sendable {
    case accepted
    case deskPhone(DeskPhoneAnswer)
    /// Nothing, in the time that it had.
    case late

    /// What people are told of `late`.
    static let lateText = "the ledger did not answer in time; what was sent may take effect all the same"
}

extension SessionDesk {
    /// Reports what became of a call; the answer will be `accepted`.
    func report(_ event: CallEvent, for ticket: DeskTicket) {
        calls.report(event) { [mailbox] in mailbox.post(.accepted, to: ticket) }
    }

    /// Tells whether a phone can be reached; the answer will be `accepted`.
    func tell(_ report: PhoneReport, for ticket: DeskTicket) {
        calls.phone(report)
        mailbox.post(.accepted, to: ticket)
    }

    /// Passes on a wish from a desk phone; the answer will be `deskPhone`.
    func ask(_ request: DeskPhoneRequest, for ticket: DeskTicket, of user: UInt32?) {
        calls.deskPhone(request, PBXPeer(socket: socket, user: user, connection: ticket.connection.bits)) { [mailbox] in
            mailbox.post(.deskPhone($0), to: ticket)
        }
    }
}
