import Routing

/// What a dial plan can have done: the path of `agi://host/path`.
enum FastAGIScript: String, CaseIterable {
    case route, next, ringing, answered, up, released, ended, agent

    /// Whether it only asks: all others take the token.
    var isQuestion: Bool { self == .route || self == .next }

    /// The script that a header names; nil for any other.
    init?(_ header: FastAGIHeader) {
        self.init(rawValue: Self.name(in: header))
    }

    /// `agi_network_script`, else the path in `agi_request`; without slashes around it and what follows a question mark.
    static func name(in header: FastAGIHeader) -> String {
        var path = Substring(header[.script] ?? "")
        if path.isEmpty, let request = header[.request], let scheme = request.firstRange(of: "://") {
            path = request[scheme.upperBound...].drop { $0 != "/" }
        }
        path = path.prefix { $0 != "?" }.drop { $0 == "/" }
        while path.last == "/" { path.removeLast() }
        return String(path)
    }
}

/// One question or report of a dial plan.
enum FastAGIRequest {
    case route(RouteRequest)
    case next(callID: String, DialStatus, after: Extension?)
    case report(CallEvent)
    case agent(DeskPhoneRequest)
}

/// Why a question is not looked at.
enum FastAGIRefusal: Error, Equatable {
    case unknownScript(String)
    /// What was asked for takes the token.
    case needsToken(FastAGIScript, hasOne: Bool)
    case tooManyArguments
    case tooLong(String, limit: Int)
    case argument(CallArgumentError)

    var text: String {
        switch self {
        case .unknownScript(let name):
            "/\(name.prefix(64)) is none of majord's scripts: "
                + FastAGIScript.allCases.map { "/\($0.rawValue)" }.joined(separator: ", ")
        case .needsToken(let script, hasOne: false):
            "/\(script.rawValue) needs the token of majord's FastAGI: /\(script.rawValue)?token=…"
        case .needsToken(_, hasOne: true): "the token is not that of majord's FastAGI"
        case .tooManyArguments: "too many arguments: is there a comma in one of them?"
        case .tooLong(let what, let limit): "\(what) is too long (\(limit) bytes at most)"
        case .argument(let error): error.text
        }
    }
}

extension FastAGIHeader {
    /// What is asked. For arguments that are missing, the header's own lines stand in.
    ///
    /// - Parameter isTrusted: Whether the header has the right token.
    func request(isTrusted: Bool) throws(FastAGIRefusal) -> FastAGIRequest {
        guard let script = FastAGIScript(self) else { throw .unknownScript(FastAGIScript.name(in: self)) }
        guard isTrusted || script.isQuestion else { throw .needsToken(script, hasOne: token != nil) }
        guard self[.fourth] == nil else { throw .tooManyArguments }
        switch script {
        case .route: return .route(try routeRequest())
        case .agent: return .agent(try deskPhoneRequest())
        case .next:
            let callID = try callID(nonEmpty(.first))
            return try read { () throws(CallArgumentError) in
                .next(
                    callID: callID, try DialStatus(argument: self[.second] ?? ""),
                    after: try nonEmpty(.third).map { text throws(CallArgumentError) in try Extension(argument: text) })
            }
        case .ringing: return .report(try event(.ringing))
        case .answered: return .report(try event(.answered))
        case .up: return .report(try event(.up))
        case .released: return .report(try event(.released))
        case .ended: return .report(try event(.ended))
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

    /// What is reported, of the channel's own call where the script has no arguments.
    private func event(_ report: CallReport) throws(FastAGIRefusal) -> CallEvent {
        let callID = try callID(self[.first])
        return try read { () throws(CallArgumentError) in
            try CallEvent(report, callID: callID, argument: self[.second] ?? "")
        }
    }

    private func read<Value>(
        _ argument: () throws(CallArgumentError) -> Value
    ) throws(FastAGIRefusal) -> Value {
        do {
            return try argument()
        } catch {
            throw .argument(error)
        }
    }

    private func routeRequest() throws(FastAGIRefusal) -> RouteRequest {
        let caller = self[.first] ?? self[.callerID] ?? ""
        let called = nonEmpty(.second) ?? extensionOrDialed
        let limit = RESPRequest.addressLimit
        guard caller.utf8.count <= limit else { throw .tooLong("caller", limit: limit) }
        guard called.utf8.count <= limit else { throw .tooLong("called", limit: limit) }
        // Asterisk's word for a caller that is absent.
        return RouteRequest(
            caller: caller == Self.absent ? "" : caller, called: called, callID: try callID(nonEmpty(.third)))
    }

    /// A dial plan may have gone on to `s` or another extension that is no number.
    private var extensionOrDialed: String {
        if let `extension` = self[.extension], `extension`.utf8.contains(where: { (0x30...0x39).contains($0) }) {
            return `extension`
        }
        let dialed = self[.dialed] ?? ""
        return dialed == Self.absent ? "" : dialed
    }

    /// The call's id, or the channel's own where there is none.
    private func callID(_ given: String?) throws(FastAGIRefusal) -> String {
        let callID = given ?? self[.uniqueID] ?? ""
        guard callID.utf8.count <= RESPRequest.argumentLimit else {
            throw .tooLong("call id", limit: RESPRequest.argumentLimit)
        }
        return callID
    }

    private func deskPhoneRequest() throws(FastAGIRefusal) -> DeskPhoneRequest {
        try read { () throws(CallArgumentError) in
            try DeskPhoneRequest(
                phone: nonEmpty(.first) ?? self[.callerID] ?? "", wish: self[.second] ?? "", duration: nonEmpty(.third))
        }
    }

    private func nonEmpty(_ field: Field) -> String? {
        self[field].flatMap { $0.isEmpty ? nil : $0 }
    }

    private static let absent = "unknown"
}
