import AGI
import PBXProtocol
import Routing

/// Why a question is not looked at.
enum FastAGIRefusal: Error, Equatable {
    case unknownScript(String)
    /// What was asked for takes the token.
    case needsToken(PBXCommand, hasOne: Bool)
    case pbx(PBXRefusal)

    var text: String {
        switch self {
        case .unknownScript(let name):
            "/\(name.prefix(64)) is none of majord's scripts: "
                + PBXCommand.overAGI.map { "/\($0.rawValue)" }.joined(separator: ", ")
        case .needsToken(let command, hasOne: false):
            "/\(command.rawValue) needs the token of majord's FastAGI: /\(command.rawValue)?token=…"
        case .needsToken(_, hasOne: true): "the token is not that of majord's FastAGI"
        case .pbx(let refusal): refusal.dialPlanText
        }
    }
}

extension FastAGIHeader {
    /// The command that the script names, the path of `agi://host/path`; nil for any other.
    var command: PBXCommand? { PBXCommand(script: scriptName) }

    /// `agi_network_script`, else the path in `agi_request`; without slashes around it and what follows a question mark.
    var scriptName: String {
        var path = Substring(self[.script] ?? "")
        if path.isEmpty, let request = self[.request], let scheme = request.firstRange(of: "://") {
            path = request[scheme.upperBound...].drop { $0 != "/" }
        }
        path = path.prefix { $0 != "?" }.drop { $0 == "/" }
        while path.last == "/" { path.removeLast() }
        return String(path)
    }

    /// What is asked. For arguments that are missing, the header's own lines stand in.
    ///
    /// - Parameter isTrusted: Whether the header has the right token.
    func request(isTrusted: Bool) throws(FastAGIRefusal) -> PBXRequest {
        guard let command else { throw .unknownScript(scriptName) }
        guard isTrusted || command.kind == .question else { throw .needsToken(command, hasOne: token != nil) }
        do throws(PBXRefusal) {
            let arguments = arguments(of: command)
            if let refusal = PBXRefusal.count(arguments.count, of: command) { throw refusal }
            for (argument, text) in zip(command.arguments, arguments) where text.utf8.count > argument.limit {
                throw .tooLong(argument)
            }
            return try PBXRequest(command, arguments)
        } catch {
            throw .pbx(error)
        }
    }

    /// The token behind the script: `?token=…`.
    var token: String? {
        for line in [self[.script], self[.request]] {
            guard let query = line?.split(separator: "?", maxSplits: 1).dropFirst().first else { continue }
            for item in query.split(separator: "&") where item.hasPrefix("token=") {
                let token = item.dropFirst("token=".utf8.count)
                if !token.isEmpty { return String(token) }
            }
        }
        return nil
    }

    /// The script's arguments, as far as there are any, and what stands in for them.
    private func arguments(of command: PBXCommand) -> [String] {
        let given = Field.arguments.map { self[$0] }
        var texts = zip(command.arguments, given).map { argument, text in
            value(of: argument, text, isReported: command.kind == .report)
        }
        // More than the command takes is refused as over every other way, also behind one that is empty.
        let needless = given.dropFirst(command.arguments.count).prefix { $0 != nil }
        while needless.isEmpty, texts.last == .some(nil) { texts.removeLast() }
        return (texts + needless).map { $0 ?? "" }
    }

    private func value(of argument: PBXArgument, _ text: String?, isReported: Bool) -> String? {
        let given = text.flatMap { $0.isEmpty ? nil : $0 }
        switch argument {
        case .caller:
            // Asterisk's word for a caller that is absent.
            let caller = text ?? self[.callerID] ?? ""
            return caller == Self.absent ? "" : caller
        case .called: return given ?? extensionOrDialed
        // A report says of which call it is, or is the channel's own: an empty id is a mistake.
        case .callID: return (isReported ? text : given) ?? self[.uniqueID] ?? ""
        case .diverter: return given ?? redirecting
        // A hangup handler may have none.
        case .ending: return text ?? ""
        case .triedPhone, .duration, .reference, .secondsAgo: return given
        case .phone, .ownPhone, .status, .wish, .dialled, .reachability, .caseWish: return text
        }
    }

    /// A dial plan may have gone on to `s` or another extension that is no number.
    private var extensionOrDialed: String {
        if let `extension` = self[.extension], `extension`.utf8.contains(where: { (0x30...0x39).contains($0) }) {
            return `extension`
        }
        let dialed = self[.dialed] ?? ""
        return dialed == Self.absent ? "" : dialed
    }

    /// Who forwarded the call, as Asterisk knows it; what is too long to be a number is none, since no dial plan gave it.
    private var redirecting: String? {
        guard let number = self[.redirecting], !number.isEmpty, number != Self.absent,
            number.utf8.count <= PBXArgument.diverter.limit
        else { return nil }
        return number
    }

    private static let absent = "unknown"
}

extension SessionDesk {
    /// Decides a call.
    func routed(_ request: RouteRequest) throws(FastAGIRefusal) -> RoutedCall {
        do throws(PBXRefusal) {
            return try calls.routed(request)
        } catch {
            throw .pbx(error)
        }
    }
}
