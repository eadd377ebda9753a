import AGI
import PBXProtocol

/// What an AGI program is asked to do, as its arguments say.
struct AgiRequest: Equatable {
    let command: PBXCommand
    let words: [String]
    /// The path of majord's socket for PBXs, where one was named.
    let socket: String?

    /// Reads `[--socket PATH] COMMAND WORD …`; nil for anything else.
    init?(_ arguments: [String]) {
        var rest = Self.words(arguments)
        socket = rest.count < arguments.count ? arguments[1] : nil
        guard let command = rest.popFirst().flatMap(PBXCommand.init(script:)),
            command.argumentCount.contains(rest.count)
        else { return nil }
        self.command = command
        words = Array(rest)
    }

    /// The arguments without the socket's path before them.
    static func words(_ arguments: [String]) -> ArraySlice<String> {
        arguments.first == "--socket" && arguments.count >= 2 ? arguments.dropFirst(2) : arguments[...]
    }

    /// The request on majord's socket: a RESP array of bulk strings.
    var bytes: [UInt8] {
        let parts = [command.rawValue.uppercased()] + words
        var bytes = Array("*\(parts.count)\r\n".utf8)
        for part in parts {
            bytes += "$\(part.utf8.count)\r\n\(part)\r\n".utf8
        }
        return bytes
    }
}
