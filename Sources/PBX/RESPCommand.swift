/// What a PBX may ask; everything else is an unknown command.
enum RESPCommand: String, CaseIterable {
    case route, `extension`, next
    case ringing, answered, up, released, ended, agent
    case ping, echo, select, client, quit, command, hello, info, reset, config

    /// The command with this name, in any case.
    init?(_ name: Span<UInt8>) {
        // The command of every call is recognised without making a text of it.
        if name.count == 5, name[0] | 0x20 == UInt8(ascii: "r"), name[1] | 0x20 == UInt8(ascii: "o"),
            name[2] | 0x20 == UInt8(ascii: "u"), name[3] | 0x20 == UInt8(ascii: "t"),
            name[4] | 0x20 == UInt8(ascii: "e")
        {
            self = .route
            return
        }
        guard name.count <= 15 else { return nil }
        self.init(rawValue: name.text.lowercased())
    }

    /// Whether somebody is to be dialled by the answer.
    var isQuestion: Bool { self == .route || self == .extension || self == .next }

    /// How many arguments the command takes after its name.
    var arguments: ClosedRange<Int> {
        switch self {
        case .route, .extension: 3...3
        case .ringing, .answered, .released, .ended: 2...2
        case .up: 1...1
        case .next, .agent: 2...3
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
