import PBXProtocol

/// What a client on the socket may ask; everything else is an unknown command.
enum RESPCommand: Equatable {
    case pbx(PBXCommand)
    case client(RESPClientCommand)

    /// The command with this name, in any case.
    init?(_ name: Span<UInt8>) {
        // The command of every call is recognised without making a text of it.
        if name.count == 5, name[0] | 0x20 == UInt8(ascii: "r"), name[1] | 0x20 == UInt8(ascii: "o"),
            name[2] | 0x20 == UInt8(ascii: "u"), name[3] | 0x20 == UInt8(ascii: "t"),
            name[4] | 0x20 == UInt8(ascii: "e")
        {
            self = .pbx(.route)
            return
        }
        guard name.count <= 15 else { return nil }
        let text = name.text.lowercased()
        if let command = PBXCommand(rawValue: text) {
            self = .pbx(command)
        } else if let command = RESPClientCommand(rawValue: text) {
            self = .client(command)
        } else {
            return nil
        }
    }

    /// Whether somebody is to be dialled by the answer.
    var isQuestion: Bool {
        if case .pbx(let command) = self { command.kind == .question } else { false }
    }

    /// How many arguments the command takes after its name.
    var arguments: ClosedRange<Int> {
        switch self {
        case .pbx(let command): command.argumentCount
        case .client(let command): command.arguments
        }
    }

    var name: String {
        switch self {
        case .pbx(let command): command.rawValue
        case .client(let command): command.rawValue
        }
    }
}

/// The commands by which client libraries and tools connect.
enum RESPClientCommand: String {
    case ping, echo, select, client, quit, command, hello, info, reset, config

    var arguments: ClosedRange<Int> {
        switch self {
        case .ping: 0...1
        case .echo, .select: 1...1
        case .client: 1...RESPArguments.limit
        case .quit, .reset: 0...0
        case .command, .hello, .info: 0...RESPArguments.limit
        case .config: 1...RESPArguments.limit
        }
    }
}

extension Span<UInt8> {
    /// The bytes as text; what is no UTF-8 becomes U+FFFD.
    var text: String {
        withUnsafeBufferPointer { String(decoding: $0, as: UTF8.self) }
    }
}
