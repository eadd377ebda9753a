import ArgumentParser
import Foundation

/// The options of every command.
struct GlobalOptions: ParsableArguments {
    @Option(help: "majord's control socket; else $MAJORD_SOCKET, else /run/majord/control.sock.", completion: .file())
    var socket: String?

    @Flag(help: "Print the answer as one line of JSON, for programs.")
    var json = false

    var socketPath: String { Self.socketPath(socket) }

    /// - Parameter named: The one that the command line names.
    static func socketPath(_ named: String?) -> String {
        named ?? ProcessInfo.processInfo.environment["MAJORD_SOCKET"] ?? "/run/majord/control.sock"
    }
}

/// Whose availability a command changes.
struct AgentOption: ParsableArguments {
    @Option(help: "Another agent than yourself, by id; for managers.", completion: Completion.agents)
    var agent: String?
}
