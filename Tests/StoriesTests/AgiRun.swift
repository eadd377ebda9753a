import AGI
import PBXProtocol
import Routing

@testable import PBX
@testable import majorctl

/// `majorctl agi` in process: Asterisk on one side, majord's socket for PBXs on the other.
enum AgiRun {
    static func play(_ words: [String], _ asterisk: inout AsteriskSide, _ running: Office.Running) async throws {
        var dialogue = AgiDialogue()
        var number = 0
        var step = AgiDialogue.Step.wait
        for line in asterisk.header.split(separator: "\n", omittingEmptySubsequences: false).dropLast() {
            step = dialogue.received(line)
            if step != .wait { break }
        }
        while true {
            switch step {
            case .wait, .end, .refused: return
            case .ask: step = dialogue.answered(try await answer(words, running).commands)
            case .send(let command):
                number += 1
                for line in asterisk.take(command, number: number).split(separator: "\n") {
                    step = dialogue.received(line)
                }
            }
        }
    }

    private static func answer(_ words: [String], _ running: Office.Running) async throws -> AgiAnswer {
        guard let request = AgiRequest(words) else {
            guard let command = words.first.flatMap(PBXCommand.init(script:)),
                let refusal = PBXRefusal.count(words.count - 1, of: command)
            else { return AgiAnswer(.refused("not understood"), to: nil) }
            return AgiAnswer(.refused(refusal.dialPlanText), to: command.kind)
        }
        var line = try PBXLine<RESPSession>(running, .pbx)
        await line.send(request.bytes)
        guard let reply = try AgiReply.read(line.replies) else { return AgiAnswer(.away("no answer"), to: nil) }
        return AgiAnswer(reply, to: request.command.kind)
    }
}
