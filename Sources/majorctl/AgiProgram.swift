import AGI
import Glibc
import PBXProtocol
import Routing
import ShownText
import Sockets
import Time

/// An AGI program's run: Asterisk on stdin and stdout, majord on its socket for PBXs.
///
/// The caller hears nothing meanwhile. So whatever happens, it ends within a second.
enum AgiProgram {
    /// How long Asterisk's header may take; then majord is asked without it.
    private static let headerWithin = Duration.milliseconds(300)
    /// How long majord may take to decide.
    private static let decisionWithin = Duration.milliseconds(300)
    /// How long it may take to enter what it is told: that waits for the ledger's disk.
    private static let entryWithin = Duration.milliseconds(550)
    /// How long all of it may take.
    private static let endWithin = Duration.milliseconds(900)

    /// - Parameter arguments: The words after `agi`.
    static func run(_ arguments: [String]) {
        // Asterisk sends SIGHUP when the caller hangs up, and takes variables after it all the same.
        signal(SIGHUP, SIG_IGN)
        signal(SIGPIPE, SIG_IGN)
        let start = ContinuousClock.now
        let end = start.advanced(by: endWithin)
        var dialogue = AgiDialogue()
        var lines = AgiLines()
        var isHeader = true
        var isOpen = true

        func carryOut(_ step: AgiDialogue.Step) -> Bool {
            var step = step
            while true {
                switch step {
                case .wait: return true
                case .end: return false
                case .refused(let command):
                    complain("Asterisk did not take \(command)")
                    return false
                case .ask:
                    isHeader = false
                    let answer = answer(to: arguments, before: end)
                    if let complaint = answer.complaint { complain(complaint) }
                    step = dialogue.answered(answer.commands)
                case .send(let line):
                    guard write(line, to: 1) else { return false }
                    guard !isOpen else { return true }
                    step = dialogue.inputEnded()
                }
            }
        }

        var goesOn = true
        while goesOn {
            let limit = isHeader ? min(start.advanced(by: headerWithin), end) : end
            guard isOpen, Readiness.reading.wait(for: 0, until: limit) else {
                guard isHeader else { return }
                goesOn = carryOut(dialogue.inputEnded())
                continue
            }
            let bytes = received()
            if bytes.isEmpty {
                isOpen = false
                goesOn = carryOut(dialogue.inputEnded())
            }
            for line in lines.append(bytes) where goesOn { goesOn = carryOut(dialogue.received(line)) }
        }
    }

    private static func answer(to arguments: [String], before end: ContinuousClock.Instant) -> AgiAnswer {
        guard let request = AgiRequest(arguments) else {
            let words = AgiRequest.words(arguments)
            guard let command = words.first.flatMap(PBXCommand.init(script:)),
                let refusal = PBXRefusal.count(words.count - 1, of: command)
            else {
                let text = "`\(words.joined(separator: " "))` is not understood; see majorctl agi --help"
                return AgiAnswer(.refused(text), to: nil)
            }
            return AgiAnswer(.refused(refusal.dialPlanText), to: command.kind)
        }
        let path = request.socket ?? getenv("MAJORD_PBX_SOCKET").map { String(cString: $0) } ?? "/run/majord/pbx.sock"
        let limit =
            switch request.command.kind {
            case .question: decisionWithin
            case .report, .wish: entryWithin
            }
        let deadline = min(ContinuousClock.now.advanced(by: limit), end)
        do throws(AgiPBXSocket.Silence) {
            return AgiAnswer(try AgiPBXSocket.ask(request, at: path, until: deadline), to: request.command.kind)
        } catch {
            return AgiAnswer(error.wasAsked ? .late(error.text) : .away(error.text), to: request.command.kind)
        }
    }

    /// What Asterisk sent; empty at the end.
    private static func received() -> [UInt8] {
        var chunk = [UInt8](repeating: 0, count: 4096)
        while true {
            let count = read(0, &chunk, chunk.count)
            if count < 0, errno == EINTR { continue }
            return Array(chunk.prefix(max(count, 0)))
        }
    }

    /// Tells Asterisk's console, which a caller's words must not steer.
    private static func complain(_ text: String) {
        write("majorctl agi: \(text)".shown, to: 2)
    }

    /// Writes a line, which always fits into a pipe that its reader empties. False when nobody reads it any more, or could yet.
    @discardableResult
    private static func write(_ line: String, to descriptor: Int32) -> Bool {
        var waiting = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
        guard poll(&waiting, 1, 0) > 0 else { return false }
        let bytes = Array("\(line)\n".utf8)
        return Glibc.write(descriptor, bytes, bytes.count) == bytes.count
    }
}
