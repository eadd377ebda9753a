/// What an AGI program is asked to do, as its arguments say.
struct AgiRequest: Equatable {
    enum Kind: String, CaseIterable {
        case route, next, ringing, answered, up, released, ended, agent

        /// How many words follow.
        var words: ClosedRange<Int> {
            switch self {
            case .route: 3...3
            case .ringing, .answered, .released, .ended: 2...2
            case .up: 1...1
            case .next, .agent: 2...3
            }
        }
    }

    let kind: Kind
    let words: [String]
    /// The path of majord's socket for PBXs, where one was named.
    let socket: String?

    /// Reads `[--socket PATH] KIND WORD …`; nil for anything else.
    init?(_ arguments: [String]) {
        var rest = Self.words(arguments)
        socket = rest.count < arguments.count ? arguments[1] : nil
        guard let kind = rest.popFirst().flatMap(Kind.init), kind.words.contains(rest.count) else { return nil }
        self.kind = kind
        words = Array(rest)
    }

    /// The arguments without the socket's path before them.
    static func words(_ arguments: [String]) -> ArraySlice<String> {
        arguments.first == "--socket" && arguments.count >= 2 ? arguments.dropFirst(2) : arguments[...]
    }

    /// The request on majord's socket: a RESP array of bulk strings.
    var bytes: [UInt8] {
        let parts = [kind.rawValue.uppercased()] + words
        var bytes = Array("*\(parts.count)\r\n".utf8)
        for part in parts {
            bytes += "$\(part.utf8.count)\r\n\(part)\r\n".utf8
        }
        return bytes
    }
}
