import Routing

/// What becomes of a call, and agents' wishes from their desk phones.
extension RESPSession {
    mutating func answerCall(
        _ command: RESPCommand, _ arguments: [String], at desk: SessionDesk, into output: inout ReplyBuffer
    ) throws(CallArgumentError) {
        if command == .next {
            let phone = try arguments.dropFirst(2).first.map { text throws(CallArgumentError) in
                try Extension(argument: text)
            }
            let call = desk.calls.next(arguments[0], try DialStatus(argument: arguments[1]), phone)
            output.write { $0.route(call) }
        } else if try desk.pass(command, arguments, for: ticket, of: user) {
            waitForDesk()
        }
    }
}

extension SessionDesk {
    /// Passes on what a command reports or wishes; the desk's answer goes to the ticket.
    ///
    /// - Returns: Whether the command does either.
    func pass(
        _ command: RESPCommand, _ arguments: [String], for ticket: DeskTicket, of user: UInt32?
    ) throws(CallArgumentError) -> Bool {
        if command == .agent {
            let duration = arguments.count > 2 ? arguments[2] : nil
            ask(
                try DeskPhoneRequest(phone: arguments[0], wish: arguments[1], duration: duration), for: ticket, of: user
            )
        } else if let event = try CallEvent(command, arguments) {
            report(event, for: ticket)
        } else {
            return false
        }
        return true
    }
}

extension CallEvent {
    /// What a command reports; nil for commands that report nothing.
    init?(_ command: RESPCommand, _ arguments: [String]) throws(CallArgumentError) {
        guard let report = CallReport(rawValue: command.rawValue) else { return nil }
        try self.init(report, callID: arguments[0], argument: arguments.count > 1 ? arguments[1] : "")
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
