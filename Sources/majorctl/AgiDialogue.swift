import AGI

/// An AGI program's side of its dialogue with Asterisk.
///
/// Asterisk sends a header, `agi_…` lines up to an empty one, then answers each command with a line that begins with a three-digit
/// code. A second command must not be sent before the answer to the first: Asterisk would read both and carry out one. After a command
/// that it did not carry out comes none, as over FastAGI: `AGIAnswers` tells, for both.
struct AgiDialogue {
    /// What to do next.
    enum Step: Equatable {
        /// Read on.
        case wait
        /// Ask majord, then tell `answered`.
        case ask
        /// Write this line.
        case send(String)
        case end
        /// The end, because Asterisk has not carried out this command.
        case refused(String)
    }

    private enum State {
        case header, asking, setting, ended
    }

    private var state = State.header
    private var answers = AGIAnswers()
    private var commands: ArraySlice<String> = []
    /// The command that is to be answered.
    private var command = ""

    /// Asterisk sent a line.
    mutating func received(_ line: some StringProtocol) -> Step {
        switch state {
        case .header: return line.isEmpty ? headerEnded() : .wait
        case .asking: return .wait
        case .setting:
            switch answers.take(Array(line.utf8).span) {
            case .done: return next()
            case .refused:
                state = .ended
                return .refused(command)
            case nil: return .wait
            }
        case .ended: return .end
        }
    }

    /// Asterisk sends nothing more, or took too long for its header: what is left to do waits for nothing.
    mutating func inputEnded() -> Step {
        switch state {
        case .header: headerEnded()
        case .asking: .wait
        case .setting: next()
        case .ended: .end
        }
    }

    /// majord answered.
    mutating func answered(_ commands: [String]) -> Step {
        self.commands = commands[...]
        state = .setting
        return next()
    }

    private mutating func headerEnded() -> Step {
        state = .asking
        return .ask
    }

    private mutating func next() -> Step {
        guard let next = commands.popFirst() else {
            state = .ended
            return .end
        }
        command = next
        return .send(command)
    }
}
