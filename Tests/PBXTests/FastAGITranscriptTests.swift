import Foundation
import Routing
import Sockets
import Testing

@testable import PBX

@Suite("What a real Asterisk sends")
struct FastAGITranscriptTests {
    @Test("dialogues with Asterisk are understood to their end", arguments: try Transcript.all())
    func dialogue(_ transcript: Transcript) throws {
        let ledger = TestLedger()
        var conversation = try FastAGIConversation(ledger)
        conversation.send(transcript.header(script: "route").utf8)
        #expect(conversation.text == set(["ACTION": ""]))
        #expect(ledger.requests.isEmpty)
        // Since it was recorded there are three variables more.
        let isWhole = ["route", "caller-absent"].contains(transcript.name)
        let replies = transcript.replies + (isWhole ? Array(repeating: "200 result=1", count: 3) : [])
        for reply in replies where !conversation.isClosed { conversation.send("\(reply)\n".utf8) }
        let isForged = transcript.name.hasPrefix("line-end")
        #expect(conversation.connections.protocolErrors == (isForged ? 1 : 0))
        let refused = refusedCommands("wrong number of arguments for 'route': is there a comma in one of them?")
        let last = conversation.text.split(separator: "\n").last ?? ""
        switch transcript.name {
        // All of the replies are good ones, and there are enough of them.
        case "route", "caller-absent": #expect(last.hasPrefix("SET VARIABLE MAJOR_ACTION \""))
        case "many-arguments": #expect(refused.hasPrefix(conversation.text))
        default: break
        }
        // The caller's own line end brought an argument of his choosing: nothing is asked. Nor is where Asterisk refuses to go on.
        let isAsked =
            transcript["agi_arg_4"] == nil && !isForged && transcript.replies.contains("200 result=1")
            && transcript.name != "refused-commands"
        guard isAsked else {
            // He brought an answer as well, so that it is seen too late to ask nothing; but what was decided is not set.
            #expect(isForged || ledger.requests.isEmpty)
            #expect(!conversation.text.contains("MAJOR_ACTION \"d"))
            return
        }
        let request = try #require(ledger.requests.first)
        #expect(
            request.caller == transcript["agi_arg_1"]
                ?? (transcript["agi_callerid"] ?? "").replacing("unknown", with: ""))
        if let called = transcript["agi_arg_2"], !called.isEmpty { #expect(request.called == called) }
        #expect(!request.callID.isEmpty)
    }
}

/// What passed between Asterisk and a FastAGI server.
struct Transcript: CustomTestStringConvertible, Sendable {
    let name: String
    /// What Asterisk sent, up to the empty line.
    let header: [String]
    /// What Asterisk sent after that.
    let replies: [String]

    static func all(file: String = #filePath) throws -> [Transcript] {
        let folder = URL(filePath: file).deletingLastPathComponent().appending(path: "../EndToEnd/asterisk")
            .standardized
        let files = try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
        return try files.filter { $0.pathExtension == "agi" }
            .map {
                try Transcript(
                    name: $0.deletingPathExtension().lastPathComponent, text: String(contentsOf: $0, encoding: .utf8))
            }
            .filter { $0["agi_network"] == "yes" }
            .sorted { $0.name < $1.name }
    }

    init(name: String, text: String) {
        self.name = name
        let sent = text.split(separator: "\n").filter { $0.hasPrefix("<") }.map { String($0.dropFirst(2)) }
        header = Array(sent.prefix { !$0.isEmpty })
        replies = Array(sent.dropFirst(header.count + 1))
    }

    /// A line of the header.
    subscript(name: String) -> String? {
        header.first { $0.hasPrefix("\(name): ") }.map { String($0.dropFirst(name.utf8.count + 2)) }
    }

    /// The header as it was sent, but with another script.
    func header(script: String) -> String {
        let others = header.filter { !$0.hasPrefix("agi_network_script: ") }
        return (others + ["agi_network_script: \(script)"]).map { "\($0)\n" }.joined() + "\n"
    }

    var testDescription: String { name }
}
