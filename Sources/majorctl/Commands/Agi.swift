import ArgumentParser
import Glibc
import PBXProtocol

/// `majorctl agi`: an AGI program, which Asterisk runs.
///
/// Asterisk starts it once a call, so `MajorctlProgram.run` takes its own way to `AgiProgram`; this type is its help.
struct Agi: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "agi",
        abstract: "Answers Asterisk's AGI(): asks majord and sets the channel's MAJOR_… variables.",
        // Asterisk sets variables of an answer, so `extension`, whose answer is one alone, is left out.
        usage: PBXCommand.allCases.filter { $0 != .extension }
            .map { "majorctl agi [--socket <path>] \($0.usage)" }.joined(separator: "\n"),
        discussion: """
            In a dial plan: AGI(/usr/bin/majorctl,agi,route,${CALLERID(num)},${EXTEN},${UNIQUEID})

            route and next set MAJOR_ACTION and what belongs to it; without majord the action is overflow, and MAJOR_TARGETS \
            is empty. Reports set MAJOR_ACCEPTED; agent sets MAJOR_STATE and MAJOR_SENTENCE. It ends within a second, always \
            with exit status 0; what went wrong stands in MAJOR_ERROR, on Asterisk's console and on stderr.
            """)

    @Option(help: "majord's socket for PBXs; else $MAJORD_PBX_SOCKET, else /run/majord/pbx.sock.")
    var socket: String?

    @Argument(help: "What to ask or report, and its words.")
    var words: [String]

    func run() {
        AgiProgram.run((socket.map { ["--socket", $0] } ?? []) + words)
    }
}
