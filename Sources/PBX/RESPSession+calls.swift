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
        case .ringing, .answered, .ended:
            if let event = try CallEvent(command, arguments) { desk.report(event, for: waitForDesk()) }
        case .agent:
            let duration = arguments.count > 2 ? arguments[2] : nil
            let request = try DeskPhoneRequest(phone: first, wish: second, duration: duration)
            desk.ask(request, for: waitForDesk())
        default: break
        }
    }
}

extension CallEvent {
    /// What a command reports; nil for commands that report nothing.
    init?(_ command: RESPCommand, _ arguments: [String]) throws(CallArgumentError) {
        let callID = arguments[0]
        let what = arguments[1]
        if [.ringing, .answered, .ended].contains(command), callID.isEmpty || callID.utf8.contains(0) {
            throw .badCallID
        }
        switch command {
        case .ringing: self.init(callID: callID, kind: .ringing(try Extension(argument: what)))
        case .answered: self.init(callID: callID, kind: .answered(try Extension(argument: what)))
        case .ended: self.init(callID: callID, kind: .ended(try DialStatus(ended: what)))
        default: return nil
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
