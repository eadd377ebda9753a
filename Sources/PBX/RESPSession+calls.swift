import Routing

/// What becomes of a call, and agents' wishes from their desk phones.
extension RESPSession {
    mutating func answerCall(
        _ command: RESPCommand, _ arguments: [String], at desk: SessionDesk, into output: inout ReplyBuffer
    ) throws(CallArgumentError) {
        let first = arguments[0]
        let second = arguments[1]
        switch command {
        case .next:
            let call = desk.calls.next(first, try DialStatus(argument: second))
            output.write { $0.route(call) }
        case .ringing:
            let phone = try Extension(argument: second)
            desk.report(CallEvent(callID: first, kind: .ringing(phone)), for: waitForDesk())
        case .answered:
            let phone = try Extension(argument: second)
            desk.report(CallEvent(callID: first, kind: .answered(phone)), for: waitForDesk())
        case .ended:
            let status = try DialStatus(ended: second)
            desk.report(CallEvent(callID: first, kind: .ended(status)), for: waitForDesk())
        case .agent:
            let duration = arguments.count > 2 ? arguments[2] : nil
            let request = try DeskPhoneRequest(phone: first, wish: second, duration: duration)
            desk.ask(request, for: waitForDesk())
        default: break
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
