import Routing

/// One complete request: which bytes of what was received are its arguments.
struct RESPRequest {
    let start: Int
    let arguments: RESPArguments

    /// The most bytes of an argument.
    static let argumentLimit = 128
    /// The most bytes of a caller or called number, which may come as a whole `"Name" <sip:…>`.
    static let addressLimit = 256

    /// The command, once it is known to have as many arguments as it takes.
    func command(in bytes: Span<UInt8>) throws(RESPRefusal) -> RESPCommand {
        guard arguments.count <= RESPArguments.limit else { throw .tooManyArguments }
        let name = range(0)
        guard name.count <= Self.argumentLimit else { throw .tooLong("command", limit: Self.argumentLimit) }
        guard let command = RESPCommand(bytes.extracting(name)) else {
            throw .unknownCommand(bytes.extracting(name).text)
        }
        guard command.arguments.contains(arguments.count &- 1) else {
            throw .wrongNumberOfArguments(command.rawValue)
        }
        return command
    }

    /// The decision for a request of caller, called and call id.
    func routed(in bytes: Span<UInt8>, at desk: CallDesk) throws(RESPRefusal) -> RoutedCall {
        let caller = range(1)
        let called = range(2)
        let callID = range(3)
        guard caller.count <= Self.addressLimit else { throw .tooLong("caller", limit: Self.addressLimit) }
        guard called.count <= Self.addressLimit else { throw .tooLong("called", limit: Self.addressLimit) }
        guard callID.count <= Self.argumentLimit else { throw .tooLong("call id", limit: Self.argumentLimit) }
        let request = RouteRequest(
            caller: bytes.extracting(caller).text, called: bytes.extracting(called).text,
            callID: bytes.extracting(callID).text)
        switch desk.route(request) {
        case .success(let call): return call
        case .failure(.callerTooLong): throw .tooLong("caller number", limit: 32)
        case .failure(.calledTooLong): throw .tooLong("called number", limit: 32)
        }
    }

    /// The arguments after the command's name.
    func texts(in bytes: Span<UInt8>) throws(RESPRefusal) -> [String] {
        var texts: [String] = []
        for index in 1..<max(arguments.count, 1) {
            let argument = range(index)
            guard argument.count <= Self.argumentLimit else { throw .tooLong("argument", limit: Self.argumentLimit) }
            texts.append(bytes.extracting(argument).text)
        }
        return texts
    }

    private func range(_ index: Int) -> Range<Int> {
        let range = arguments[index]
        return start &+ range.lowerBound..<start &+ range.upperBound
    }
}
