import Sheets
package import Varlink
package import Wording

/// Why majord has no answer for a page.
package enum AskingError: Error, Equatable {
    /// There is no way to majord, or it does not answer in time.
    case away
    /// It said no, or that there is no such thing.
    case refused(VarlinkError)
    /// It answered what this version does not understand.
    case otherVersion
    /// It was not asked, since what was typed, or asked for, makes no sense.
    case mistyped(PageWords.Mistake)
}

/// A connection to majord on somebody's behalf. It blocks its thread.
package struct DaemonLine {
    private let client: VarlinkClient

    init(socket: String, for reader: Reader, timeout: Duration = .seconds(5)) throws(AskingError) {
        do {
            client = try VarlinkClient(path: socket, timeout: timeout, speaksFor: reader.speaksFor)
        } catch {
            throw .away
        }
    }

    /// Calls a method; texts of others come as they may be shown.
    package func ask<Request: VarlinkRequest>(_ request: Request) throws(AskingError) -> Request.Reply {
        let reply: JSONObject
        do {
            reply = try client.call(Request.method, request)
        } catch {
            throw AskingError(error)
        }
        return try Self.decoded(reply)
    }

    /// Calls a method that may answer in several replies, each with more members of its lists, and returns all as one.
    package func gather<Request: VarlinkRequest>(_ request: Request) throws(AskingError) -> Request.Reply {
        var all: JSONObject = [:]
        do {
            try client.stream(Request.method, request, timeout: .seconds(20)) { reply in
                if case .object = reply["progress"] { return true }
                all.merge(reply) { one, next in
                    switch (one, next) {
                    case (.array(let one), .array(let next)): .array(one + next)
                    case (.object(let one), .object(let next)): .object(one.merging(next) { first, _ in first })
                    default: one
                    }
                }
                return true
            }
        } catch {
            throw AskingError(error)
        }
        return try Self.decoded(all)
    }

    /// Follows a method that goes on answering.
    /// - Parameters:
    ///   - timeout: Between two answers; then it is over.
    ///   - take: Returns whether to go on.
    func follow<Request: VarlinkRequest>(
        _ request: Request, timeout: Duration, _ take: (Request.Reply) -> Bool
    ) throws(AskingError) {
        do {
            try client.stream(Request.method, request, timeout: timeout) { reply in
                guard let decoded: Request.Reply = try? Self.decoded(reply) else { return false }
                return take(decoded)
            }
        } catch {
            throw AskingError(error)
        }
    }

    private static func decoded<Reply: VarlinkMessage>(_ reply: JSONObject) throws(AskingError) -> Reply {
        do {
            return try Printable.texts(of: reply).decoded()
        } catch {
            throw .otherVersion
        }
    }
}

extension AskingError {
    init(_ error: VarlinkClientError) {
        switch error {
        case .remote(let error) where error.name.hasPrefix("org.varlink.service.Method"): self = .otherVersion
        case .remote(let error): self = .refused(error)
        case .badReply: self = .otherVersion
        case .cannotConnect, .serverClosed, .callTooLong, .timedOut, .connectionFailed: self = .away
        }
    }

    /// Whether majord refused since the visitor may not.
    var isDenial: Bool {
        if case .refused(let error) = self { error.name == "org.varlink.service.PermissionDenied" } else { false }
    }
}
