import PBXProtocol
import Routing

/// One complete request: which bytes of what was received are its arguments.
struct RESPRequest {
    let start: Int
    let arguments: RESPArguments

    /// The most bytes of a command's name, and of an argument of one by which clients connect.
    static let textLimit = 128

    /// The command, once it is known to have as many arguments as it takes.
    func command(in bytes: Span<UInt8>) throws(RESPRefusal) -> RESPCommand {
        guard arguments.count <= RESPArguments.limit else { throw .tooManyArguments }
        let name = range(0)
        guard name.count <= Self.textLimit else { throw .tooLong("command", limit: Self.textLimit) }
        guard let command = RESPCommand(bytes.extracting(name)) else {
            throw .unknownCommand(bytes.extracting(name).text)
        }
        guard command.arguments.contains(arguments.count &- 1) else {
            throw .wrongNumberOfArguments(command.name)
        }
        return command
    }

    /// The decision for a request of caller, called, call id and, where there is one, diverter.
    func routed(in bytes: Span<UInt8>, at desk: CallDesk) throws(RESPRefusal) -> RoutedCall {
        let caller = range(1)
        let called = range(2)
        let callID = range(3)
        guard caller.count <= PBXArgument.caller.limit else { throw .pbx(.tooLong(.caller)) }
        guard called.count <= PBXArgument.called.limit else { throw .pbx(.tooLong(.called)) }
        guard callID.count <= PBXArgument.callID.limit else { throw .pbx(.tooLong(.callID)) }
        let diverter = arguments.count > 4 ? range(4) : callID.upperBound..<callID.upperBound
        guard diverter.count <= PBXArgument.diverter.limit else { throw .pbx(.tooLong(.diverter)) }
        do throws(PBXRefusal) {
            // Nearly all that is asked is ASCII, of which no text has to be made.
            guard bytes.extracting(caller.lowerBound..<diverter.upperBound).isASCII else {
                return try desk.routed(
                    RouteRequest(
                        caller: bytes.extracting(caller).text, called: bytes.extracting(called).text,
                        callID: bytes.extracting(callID).text, diverter: bytes.extracting(diverter).text))
            }
            return try desk.routed(
                caller: bytes.extracting(caller), called: bytes.extracting(called), callID: bytes.extracting(callID),
                diverter: bytes.extracting(diverter))
        } catch {
            throw .pbx(error)
        }
    }

    /// What a PBX asks, reports or wishes.
    func request(_ command: PBXCommand, in bytes: Span<UInt8>) throws(RESPRefusal) -> PBXRequest {
        // Nothing long becomes a text.
        for (index, argument) in command.arguments.enumerated() where range(index + 1).count > argument.limit {
            throw .pbx(.tooLong(argument))
        }
        do throws(PBXRefusal) {
            return try PBXRequest(command, texts(in: bytes))
        } catch {
            throw .pbx(error)
        }
    }

    /// The arguments of a command by which clients connect.
    func clientArguments(in bytes: Span<UInt8>) throws(RESPRefusal) -> [String] {
        for index in 1..<max(arguments.count, 1) where range(index).count > Self.textLimit {
            throw .tooLong("argument", limit: Self.textLimit)
        }
        return texts(in: bytes)
    }

    private func texts(in bytes: Span<UInt8>) -> [String] {
        (1..<max(arguments.count, 1)).map { bytes.extracting(range($0)).text }
    }

    private func range(_ index: Int) -> Range<Int> {
        let range = arguments[index]
        return start &+ range.lowerBound..<start &+ range.upperBound
    }
}

extension Span<UInt8> {
    /// Whether the bytes are a text as they are, whatever text is meant.
    var isASCII: Bool {
        withUnsafeBytes { bytes in
            var bits: UInt64 = 0
            var index = 0
            while index &+ 8 <= bytes.count {
                bits |= bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self)
                index &+= 8
            }
            while index < bytes.count {
                bits |= UInt64(bytes[index])
                index &+= 1
            }
            return bits & 0x8080_8080_8080_8080 == 0
        }
    }
}
