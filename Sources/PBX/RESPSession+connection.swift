/// The commands by which client libraries and tools connect, answered as Redis answers them.
extension RESPSession {
    mutating func answer(
        _ command: RESPCommand, _ arguments: [String], at desk: SessionDesk, into output: inout ReplyBuffer
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
            let info = InfoText(
                desk: desk.calls.figures(), connections: desk.connections.figures,
                fastAGI: desk.fastAGI.figures, latency: desk.latency.figures)
            output.write { $0.bulk(info.text(sections: arguments)) }
        case .reset:
            name = ""
            output.write { $0.literal("+RESET\r\n") }
        case .next, .ringing, .answered, .ended, .agent:
            do throws(CallArgumentError) {
                try answerCall(command, arguments, at: desk, into: &output)
            } catch {
                throw .argument(error)
            }
        case .route, .extension, .quit:
            break
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
            let name = name
            output.write { name.isEmpty ? $0.null() : $0.bulk(name) }
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
        guard name.utf8.allSatisfy({ (0x21...0x7E).contains($0) }) else { throw .badClientName }
        self.name = name
    }

    /// `HELLO [2 [SETNAME name]]`: the server in a few words. There is no RESP3, which clients take as RESP2.
    private mutating func hello(
        _ arguments: [String], into output: inout ReplyBuffer, version: String
    ) throws(RESPRefusal) {
        if let wanted = arguments.first {
            guard let number = Int(wanted) else { throw .badProtocolVersion }
            guard number == 2 else {
                output.write { $0.error("NOPROTO unsupported protocol version") }
                return
            }
            if arguments.count > 1 {
                guard arguments.count == 3, arguments[1].lowercased() == "setname" else {
                    throw .badHelloOption(arguments[1])
                }
                try rename(arguments[2])
            }
        }
        let id = UInt64(id.serial)
        output.write { cursor in
            cursor.array(14)
            for (field, value) in [("server", "majord"), ("version", version)] {
                cursor.bulk(field)
                cursor.bulk(value)
            }
            cursor.literal("$5\r\nproto\r\n:2\r\n$2\r\nid\r\n")
            cursor.integer(id)
            cursor.literal("$4\r\nmode\r\n$10\r\nstandalone\r\n$4\r\nrole\r\n$6\r\nmaster\r\n$7\r\nmodules\r\n*0\r\n")
        }
    }
}
