import ArgumentParser
import Foundation

/// The options of every command.
struct GlobalOptions: ParsableArguments {
    @Option(help: "majord's control socket; else $MAJORD_SOCKET, else /run/majord/control.sock.")
    var socket: String?

    @Flag(help: "Print the answer as one line of JSON, for programs.")
    var json = false

    var socketPath: String {
        socket ?? ProcessInfo.processInfo.environment["MAJORD_SOCKET"] ?? "/run/majord/control.sock"
    }
}

/// Whose availability a command changes.
struct AgentOption: ParsableArguments {
    @Option(help: "Another agent than yourself, by id; for managers.")
    var agent: String?
}
