/// The commands by which client libraries and tools connect, answered as Redis answers them.
extension RESPSession {
    mutating func answer(
        _ command: RESPClientCommand, _ arguments: [String], at desk: SessionDesk, into output: inout ReplyBuffer
    ) throws(RESPRefusal) {
        switch command {
        case .ping:
            output.write { cursor in
                if let message = arguments.first { cursor.bulk(message) } else { cursor.literal("+PONG\r\n") }
            }
        case .echo:
            output.write { $0.bulk(arguments.first ?? "") }
        case .select:
            guard let database = arguments.first.flatMap({ Int($0) }) else { throw .notAnInteger }
            // Redis has sixteen databases unless told otherwise; here all are the same.
            guard (0...15).contains(database) else { throw .noSuchDatabase }
            output.write { $0.literal("+OK\r\n") }
        case .client:
            try client(arguments, into: &output)
        case .command:
            // Tools ask for the list to offer help and completion; they do without.
            let isCount = arguments.first?.lowercased() == "count"
            output.write { isCount ? $0.integer(0) : $0.array(0) }
        case .config:
            // `redis-benchmark` asks how the server is configured before it begins.
            guard arguments[0].lowercased() == "get" else { throw .unknownSubcommand(arguments[0], of: .config) }
            output.write { $0.array(0) }
        case .hello:
            try hello(arguments, into: &output, version: desk.calls.figures().version)
        case .info:
            let info = InfoText(desk: desk.calls.figures(), pbx: desk.counters, fastAGI: desk.fastAGI)
            output.write { $0.bulk(info.text(sections: arguments)) }
        case .reset:
            name = ""
            dialect = .resp2
            output.write { $0.literal("+RESET\r\n") }
        case .quit:
            close()
            output.write { $0.literal("+OK\r\n") }
        }
    }

    private mutating func client(_ arguments: [String], into output: inout ReplyBuffer) throws(RESPRefusal) {
        let subcommand = arguments[0].lowercased()
        func expect(_ count: Int) throws(RESPRefusal) {
            guard arguments.count == count else { throw .wrongNumberOfArguments("client|\(subcommand)") }
        }
        switch subcommand {
        case "setname":
            try expect(2)
            try rename(arguments[1])
            output.write { $0.literal("+OK\r\n") }
        case "getname":
            try expect(1)
            let (name, dialect) = (name, dialect)
            output.write { name.isEmpty ? $0.null(dialect) : $0.bulk(name) }
        case "id":
            try expect(1)
            let id = UInt64(id.serial)
            output.write { $0.integer(id) }
        case "setinfo":
            try expect(3)
            guard ["lib-name", "lib-ver"].contains(arguments[1].lowercased()) else {
                throw .unknownOption(arguments[1])
            }
            output.write { $0.literal("+OK\r\n") }
        default:
            throw .unknownSubcommand(arguments[0], of: .client)
        }
    }

    private mutating func rename(_ name: String) throws(RESPRefusal) {
        try check(name: name)
        self.name = name
    }

    private func check(name: String) throws(RESPRefusal) {
        guard name.utf8.allSatisfy({ (0x21...0x7E).contains($0) }) else { throw .badClientName }
    }

    /// `HELLO [2|3 [AUTH user password] [SETNAME name]]`: the server in a few words. As with a Redis that asks for no password, any
    /// does for the user `default`, and there is no other. What is refused changes nothing.
    private mutating func hello(
        _ arguments: [String], into output: inout ReplyBuffer, version: String
    ) throws(RESPRefusal) {
        if let wanted = arguments.first {
            // Redis takes no sign and no zeros before the number.
            guard let number = Int(wanted), "\(number)" == wanted else { throw .badProtocolVersion }
            guard let wanted = RESPDialect(rawValue: number) else { throw .unsupportedProtocol }
            var newName: String?
            var rest = arguments.dropFirst()
            while let option = rest.popFirst() {
                switch option.lowercased() {
                case "auth" where rest.count >= 2:
                    guard rest.removeFirst() == "default" else { throw .wrongPassword }
                    rest.removeFirst()
                case "setname" where rest.count >= 1:
                    let name = rest.removeFirst()
                    try check(name: name)
                    newName = name
                default: throw .badHelloOption(option)
                }
            }
            if let newName { name = newName }
            dialect = wanted
        }
        let (id, dialect) = (UInt64(id.serial), dialect)
        output.write { cursor in
            cursor.map(7, dialect)
            for (field, value) in [("server", "majord"), ("version", version)] {
                cursor.bulk(field)
                cursor.bulk(value)
            }
            cursor.literal("$5\r\nproto\r\n")
            cursor.integer(UInt64(dialect.rawValue))
            cursor.literal("$2\r\nid\r\n")
            cursor.integer(id)
            cursor.literal("$4\r\nmode\r\n$10\r\nstandalone\r\n$4\r\nrole\r\n$6\r\nmaster\r\n$7\r\nmodules\r\n*0\r\n")
        }
    }
}
