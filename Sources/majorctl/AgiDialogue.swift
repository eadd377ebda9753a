/// An AGI program's side of its dialogue with Asterisk.
///
/// Asterisk sends a header, `agi_…` lines up to an empty one, then answers each command with a line that begins with a three-digit
/// code. A second command must not be sent before the answer to the first: Asterisk would read both and carry out one. `HANGUP`,
/// the lines of a longer answer (`520-…`) and what a strange caller name may have put into the header are passed over.
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
    }

    private enum State {
        case header, asking, setting, ended
    }

    private var state = State.header
    private var variables: ArraySlice<AgiVariable> = []

    /// Asterisk sent a line.
    mutating func received(_ line: some StringProtocol) -> Step {
        switch state {
        case .header: return line.isEmpty ? headerEnded() : .wait
        case .asking: return .wait
        case .setting: return Self.isAnswer(line) ? next() : .wait
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
    mutating func answered(_ variables: [AgiVariable]) -> Step {
        self.variables = variables[...]
        state = .setting
        return next()
    }

    private mutating func headerEnded() -> Step {
        state = .asking
        return .ask
    }

    private mutating func next() -> Step {
        guard let variable = variables.popFirst() else {
            state = .ended
            return .end
        }
        return .send(variable.command)
    }

    /// `200 result=1`, `510 Invalid or unknown command`, `520 End of proper usage.`, but not `520-Invalid command syntax.`
    private static func isAnswer(_ line: some StringProtocol) -> Bool {
        let code = line.utf8.prefix(3)
        return code.count == 3 && code.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
            && line.utf8.dropFirst(3).first.map { $0 == UInt8(ascii: " ") } ?? true
    }
}
