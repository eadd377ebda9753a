import PBXProtocol
import Routing

/// What becomes of a call, and agents' wishes from their desk phones.
extension RESPSession {
    /// Answers a question, or passes on what is reported or wished and waits for the desk's answer.
    mutating func answer(
        _ request: PBXRequest, at desk: SessionDesk, into output: inout ReplyBuffer
    ) throws(RESPRefusal) {
        do throws(PBXRefusal) {
            try answerChecked(request, at: desk, into: &output)
        } catch {
            throw .pbx(error)
        }
    }

    private mutating func answerChecked(
        _ request: PBXRequest, at desk: SessionDesk, into output: inout ReplyBuffer
    ) throws(PBXRefusal) {
        switch request {
        case .route(let request):
            let call = try desk.calls.routed(request)
            output.write { $0.route(call) }
        case .extension(let request):
            let (call, dialect) = (try desk.calls.routed(request), dialect)
            output.write { $0.extension(of: call, dialect) }
        case .next(let callID, let status, let phone):
            let call = desk.calls.next(callID, status, phone)
            output.write { $0.route(call) }
        case .report, .phone, .wish:
            desk.pass(request, for: ticket, of: user)
            waitForDesk()
        }
    }
}

extension SessionDesk {
    /// Passes on what is reported or wished; the desk's answer goes to the ticket. A question has nobody here to be answered.
    func pass(_ request: PBXRequest, for ticket: DeskTicket, of user: UInt32?) {
        switch request {
        case .report(let event): report(event, for: ticket)
        case .phone(let report): tell(report, for: ticket)
        case .wish(let wish): ask(wish, for: ticket, of: user)
        case .route, .extension, .next: break
        }
    }
}

extension ReplyCursor {
    /// What the desk has answered: `OK`, or a sentence and a word.
    mutating func answer(_ answer: DeskAnswer) {
        switch answer {
        case .accepted: literal("+OK\r\n")
        case .deskPhone(let answer):
            array(2)
            bulk(answer.sentence)
            bulk(answer.state)
        case .late: error("ERR \(DeskAnswer.lateText)")
        }
    }
}
