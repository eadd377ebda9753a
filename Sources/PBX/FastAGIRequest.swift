import Routing

/// What a dial plan can have done: the path of `agi://host/path`.
enum FastAGIScript: String, CaseIterable {
    case route, next, ringing, answered, ended, agent

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
    case next(callID: String, DialStatus)
    case report(CallEvent)
    case agent(DeskPhoneRequest)
}

/// Why a question is not looked at.
enum FastAGIRefusal: Error, Equatable {
    case unknownScript(String)
    case tooManyArguments
    case tooLong(String, limit: Int)
    case argument(CallArgumentError)

    var text: String {
        switch self {
        case .unknownScript(let name): "unknown script \(name.prefix(64))"
        case .tooManyArguments: "too many arguments: is there a comma in one of them?"
        case .tooLong(let what, let limit): "\(what) is too long (\(limit) bytes at most)"
        case .argument(let error): error.text
        }
    }
}

extension FastAGIHeader {
    /// What is asked. For arguments that are missing, the header's own lines stand in.
    func request() throws(FastAGIRefusal) -> FastAGIRequest {
        guard let script = FastAGIScript(self) else { throw .unknownScript(FastAGIScript.name(in: self)) }
        guard self[.fourth] == nil else { throw .tooManyArguments }
        switch script {
        case .route: return .route(try routeRequest())
        case .agent: return .agent(try deskPhoneRequest())
        default: break
        }
        let callID = try callID(in: .first)
        do throws(CallArgumentError) {
            let argument = self[.second] ?? ""
            switch script {
            case .ringing:
                return .report(CallEvent(callID: callID, kind: .ringing(try Extension(argument: argument))))
            case .answered:
                return .report(CallEvent(callID: callID, kind: .answered(try Extension(argument: argument))))
            case .ended: return .report(CallEvent(callID: callID, kind: .ended(try DialStatus(ended: argument))))
            default: return .next(callID: callID, try DialStatus(argument: argument))
            }
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
            caller: caller == Self.absent ? "" : caller, called: called, callID: try callID(in: .third))
    }

    /// A dial plan may have gone on to `s` or another extension that is no number.
    private var extensionOrDialed: String {
        if let `extension` = self[.extension], `extension`.utf8.contains(where: { (0x30...0x39).contains($0) }) {
            return `extension`
        }
        let dialed = self[.dialed] ?? ""
        return dialed == Self.absent ? "" : dialed
    }

    private func callID(in field: Field) throws(FastAGIRefusal) -> String {
        let callID = nonEmpty(field) ?? self[.uniqueID] ?? ""
        guard callID.utf8.count <= RESPRequest.argumentLimit else {
            throw .tooLong("call id", limit: RESPRequest.argumentLimit)
        }
        return callID
    }

    private func deskPhoneRequest() throws(FastAGIRefusal) -> DeskPhoneRequest {
        do throws(CallArgumentError) {
            return try DeskPhoneRequest(
                phone: nonEmpty(.first) ?? self[.callerID] ?? "", wish: self[.second] ?? "",
                duration: nonEmpty(.third))
        } catch {
            throw .argument(error)
        }
    }

    private func nonEmpty(_ field: Field) -> String? {
        self[field].flatMap { $0.isEmpty ? nil : $0 }
    }

    private static let absent = "unknown"
}
