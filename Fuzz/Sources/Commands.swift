import AGI
import PBXProtocol

@testable import PBX

/// A command over RESP, FastAGI and `majorctl agi`: the same is told to the desk, and a dial plan gets the same variables.
enum Commands {
    /// The first byte says which command; what it takes stands behind it, a line each.
    static func carried(_ bytes: [UInt8]) {
        guard let first = bytes.first else { return }
        let commands = PBXCommand.overAGI
        let command = commands[Int(first) % commands.count]
        let words = bytes.dropFirst().filter { $0 != UInt8(ascii: "\r") }
            .split(separator: UInt8(ascii: "\n"), maxSplits: 4, omittingEmptySubsequences: false)
            .map { String(decoding: $0.filter { $0 != UInt8(ascii: "\n") }, as: UTF8.self) }
        // Where a word is missing FastAGI takes what the channel's header has.
        guard words.count >= command.argumentCount.lowerBound else { return }
        let (agi, fastAGI) = (overAGI(command, words), overFastAGI(command, words))
        precondition(agi.told == fastAGI.told, "\(command) tells \(agi.told) by AGI and \(fastAGI.told) by FastAGI")
        precondition(
            agi.variables == fastAGI.variables,
            "\(command) sets \(agi.variables) by AGI and \(fastAGI.variables) by FastAGI")
    }

    private static func overAGI(
        _ command: PBXCommand, _ words: [String]
    ) -> (told: [String], variables: [String: String]) {
        guard let request = AgiRequest([command.rawValue] + words) else {
            guard let refusal = PBXRefusal.count(words.count, of: command) else {
                preconditionFailure("majorctl agi refuses \(words) without a word")
            }
            return ([], variables(AgiAnswer(.refused(refusal.dialPlanText), to: command.kind)))
        }
        var conversation = FuzzConversation<RESPSession>()
        conversation.send(request.bytes[...])
        guard let reply = try? AgiReply.read(conversation.replies) else {
            preconditionFailure("majorctl agi cannot read \(conversation.replies)")
        }
        return (conversation.told.all, variables(AgiAnswer(reply, to: command.kind)))
    }

    private static func overFastAGI(
        _ command: PBXCommand, _ words: [String]
    ) -> (told: [String], variables: [String: String]) {
        var header = "agi_network: yes\nagi_network_script: \(command.rawValue)?token=\(FuzzDesk.token)\n"
        for (index, word) in words.enumerated() { header += "agi_arg_\(index + 1): \(word)\n" }
        var conversation = FuzzConversation<FastAGISession>()
        let variables = conversation.carriedOut(Array((header + "\n").utf8))
        precondition(conversation.isClosed, "a dialogue has no end")
        return (conversation.told.all, variables)
    }

    private static func variables(_ answer: AgiAnswer) -> [String: String] {
        var variables: [String: String] = [:]
        for command in answer.commands { note(command, in: &variables) }
        return variables
    }

    /// Notes what a command to Asterisk sets.
    static func note(_ command: String, in variables: inout [String: String]) {
        let words = AsteriskWords.of(Array(command.utf8))
        guard words.count == 4, words[0] == "SET" else { return }
        variables[words[2]] = words[3]
    }
}
