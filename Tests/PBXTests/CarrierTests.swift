import AGI
import PBXProtocol
import Routing
import Testing

@testable import PBX
@testable import majorctl

/// Every command with every kind of argument over RESP, FastAGI and `majorctl agi`: the same answer, or the same refusal.
@Suite("Three ways to carry a command")
struct CarrierTests {
    /// Good values of an argument, and bad ones.
    private static func values(_ argument: PBXArgument) -> (good: [String], bad: [String]) {
        let long = String(repeating: "7", count: argument.limit + 1)
        switch argument {
        case .caller, .called: return (["+31505550100", "anonymous"], [long, String(repeating: "1", count: 33)])
        // One that is no number is nobody.
        case .diverter: return (["+31505550100", "", "unknown", String(repeating: "1", count: 33)], [long])
        case .callID: return (["call-1", "a,b \"c\"", "ü"], [long])
        case .phone, .ownPhone: return (["2101", "123456789012345"], [long, "21O1", "1234567890123456", "-1"])
        case .triedPhone: return (["2102"], [long, "x"])
        case .status: return (["BUSY", "noanswer", "486"], [long, "RUNNING", "99"])
        case .ending: return (["ANSWER", "", "487"], [long, "GONE"])
        case .wish: return (["status", "Sick", "back", "free"], [long, "holiday", "pause"])
        case .duration: return ([], ["45m", long, "never"])
        case .dialled: return (["+31505550100", "", "unknown"], [long])
        case .reachability: return (["reachable", "Unreachable"], [long, "gone", ""])
        case .caseWish: return (["open", "Close"], [long, "reopen"])
        case .reference: return (["INC-2041", ""], [long])
        case .secondsAgo: return (["0", "86400", ""], [long, "86401", "-1", "+1", "1.5", "x"])
        }
    }

    /// Every argument in turn with each of its values, the others good; one argument too few, and one too many.
    static let cases: [[String]] =
        PBXCommand.overAGI.flatMap { command -> [[String]] in
            let good = command.arguments.filter { !$0.isOptional }.map { values($0).good[0] }
            var all = [
                Array(good.dropLast()), good + Array(repeating: "1", count: command.arguments.count + 1 - good.count),
            ]
            for (place, argument) in command.arguments.enumerated() {
                for value in values(argument).good + values(argument).bad {
                    var words = good
                    if place < words.count { words[place] = value } else { words.append(value) }
                    all.append(words)
                }
            }
            return all.map { [command.rawValue] + $0 }
        } + [
            ["agent", "2101", "pause", "45m"], ["agent", "2101", "pause", "25h"], ["agent", "2101", "pause", "m"],
            // One too many behind one that is empty, and one that is too long besides.
            ["next", "call-1", "BUSY", "", "2102"], ["agent", "2101", "status", "", "45m"],
            ["ended", "call-1", String(repeating: "7", count: 129), "2101"],
        ]

    @Test("the same input gets the same answer or the same refusal", arguments: cases)
    func same(words: [String]) throws {
        let command = try #require(PBXCommand(rawValue: words[0]))
        let agi = try overAGI(words, command)
        let fastAGI = try overFastAGI(words, command)
        // Where a word is missing FastAGI takes what the channel's header has.
        if words.count - 1 >= command.argumentCount.lowerBound {
            #expect(fastAGI == agi)
        }
    }

    /// What the desk is told, and the variables that a dial plan gets.
    private struct Outcome: Equatable {
        let told: [String]
        let variables: [String: String]
    }

    private func overAGI(_ words: [String], _ command: PBXCommand) throws -> Outcome {
        guard let request = AgiRequest(words) else {
            let refusal = try #require(PBXRefusal.count(words.count - 1, of: command))
            let overRESP = try overRESP(PBXTests.request([words[0].uppercased()] + words.dropFirst()))
            #expect(overRESP.reply == .error(refusal.text))
            return Outcome(
                told: [], variables: Self.variables(AgiAnswer(.refused(refusal.dialPlanText), to: command.kind)))
        }
        let (reply, told) = try overRESP(String(decoding: request.bytes, as: UTF8.self))
        return Outcome(told: told, variables: Self.variables(AgiAnswer(reply, to: command.kind)))
    }

    private func overRESP(_ request: String) throws -> (reply: AgiReply, told: [String]) {
        let ledger = TestLedger(answersAtOnce: true)
        var conversation = try TestConversation<RESPSession>(ledger)
        conversation.send(request.utf8)
        conversation.deliver()
        return (try #require(try AgiReply.read(conversation.replies)), ledger.texts + ledger.requests.map(\.callID))
    }

    private func overFastAGI(_ words: [String], _ command: PBXCommand) throws -> Outcome {
        let ledger = TestLedger(answersAtOnce: true)
        var conversation = try TestConversation<FastAGISession>(ledger)
        conversation.send(header(words[0], arguments: Array(words.dropFirst())).utf8)
        var variables: [String: String] = [:]
        var seen = 0
        // One command after the other is carried out, as by Asterisk.
        for _ in 0..<40 where !conversation.isClosed {
            conversation.deliver()
            let lines = conversation.text.split(separator: "\n").dropFirst(seen)
            seen += lines.count
            for line in lines { Self.note(line, in: &variables) }
            conversation.send((lines.last.map { "\($0)\n" } == proofCommand ? proof : done(1)).utf8)
        }
        #expect(conversation.isClosed)
        variables["DECISION"] = nil
        return Outcome(told: ledger.texts + ledger.requests.map(\.callID), variables: variables)
    }

    private static func variables(_ answer: AgiAnswer) -> [String: String] {
        var variables: [String: String] = [:]
        for line in answer.commands { note(Substring(line), in: &variables) }
        variables["DECISION"] = nil
        return variables
    }

    /// Notes what a command sets.
    private static func note(_ line: Substring, in variables: inout [String: String]) {
        guard line.hasPrefix("SET VARIABLE MAJOR_") else { return }
        let parts = line.dropFirst("SET VARIABLE MAJOR_".count).split(separator: " ", maxSplits: 1)
        variables[String(parts[0])] = String(parts[1])
    }
}
