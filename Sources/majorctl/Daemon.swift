import ArgumentParser
import Foundation
import Glibc
import MajorAPI
import Routing
import Sheets
import Sockets
import Time
import Varlink
import Wording

/// The daemon at the other end of the control socket.
struct Daemon {
    private let channel: any DaemonChannel
    let session: Session

    /// How long connecting, and an answer or a sign of life, may take.
    static let patience: Duration = .seconds(5)

    init(_ channel: any DaemonChannel, _ session: Session) {
        self.channel = channel
        self.session = session
    }

    /// Calls a method, presents its answer and returns it.
    @discardableResult
    func call<Request: VarlinkRequest>(
        _ request: Request, _ show: (Request.Reply) throws -> Void
    ) throws -> Request.Reply {
        try present(try answer(to: request), to: request, show)
    }

    /// Calls a method that reads the directory, and tells a person at the terminal how far it has come. There is no limit to how long that
    /// takes as long as it goes on; where majord is not heard, or comes no further, it is given up.
    func read<Request: VarlinkRequest>(_ request: Request) throws -> JSONObject {
        var progress = ReadingDisplay()
        var last: JSONObject?
        defer { progress.clear() }
        try reportingErrors(Request.method) {
            try channel.stream(Request.method, request, timeout: Self.patience) { reply in
                guard case .object(let told) = reply["progress"], let step: DirectoryAPI.Progress = try? told.decoded()
                else {
                    last = reply
                    return true
                }
                return progress.note(step, at: .now)
            }
        }
        guard let last else {
            throw Failure.away(progress.standstill + Self.openOutcome(of: Request.method, AwayWords(session.language)))
        }
        return last
    }

    /// With `--json` an answer is printed as it is; else `show` puts it into words.
    @discardableResult
    func present<Request: VarlinkRequest>(
        _ reply: JSONObject, to request: Request, _ show: (Request.Reply) throws -> Void
    ) throws -> Request.Reply {
        let decoded: Request.Reply = try decode(reply)
        if session.options.json {
            session.printJSON(reply, of: Request.method)
        } else {
            try show(decoded)
        }
        return decoded
    }

    /// Calls a method that goes on answering, until the person ends it.
    ///
    /// - Parameter older: As an older majord knows it, where this one does not know a parameter.
    /// - Throws: Where majord ends it: whoever follows in a script has to know.
    func stream<Request: VarlinkRequest>(
        _ request: Request, orOlder older: Request? = nil, _ show: (Request.Reply) -> Void
    ) throws {
        var isRead = true
        do {
            try channel.stream(Request.method, request, timeout: nil) { reply in
                if session.options.json {
                    session.printJSON(reply, of: Request.method)
                } else if let decoded: Request.Reply = try? Printable.texts(of: reply).decoded() {
                    show(decoded)
                }
                // Whoever reads through a pipe wants each line as it comes; where nothing can be written, there is nothing to follow.
                isRead = fflush(nil) == 0
                return isRead
            }
            if isRead { throw Failure.away(AwayWords(session.language).ended) }
        } catch let error as VarlinkClientError {
            switch error {
            case .remote(let remote):
                guard let older, remote.name == VarlinkError.invalidParameter("").name else {
                    throw failure(remote, to: Request.method)
                }
                try stream(older, show)
            case .serverClosed: throw Failure.away(AwayWords(session.language).ended, cause: error)
            default: throw away(error)
            }
        }
    }

    /// Calls a method that goes on answering until it is done; between two answers it may be silent for a while, but not for long.
    ///
    /// - Parameter take: Is given each answer, as it may be shown and as it came.
    func follow<Request: VarlinkRequest>(
        _ request: Request, _ take: (Request.Reply, JSONObject) -> Void
    ) throws {
        var wrong: (any Error)?
        try reportingErrors(Request.method) {
            try channel.stream(Request.method, request, timeout: Self.patience) { reply in
                do {
                    take(try decode(reply), reply)
                    return true
                } catch {
                    wrong = error
                    return false
                }
            }
        }
        if let wrong { throw wrong }
    }

    /// Calls a method that may answer in several replies, each with other members of its lists, and returns all of them as one.
    ///
    /// - Parameter isProgress: Takes a reply that tells no more than how far the method has come.
    func gather<Request: VarlinkRequest>(
        _ request: Request, _ isProgress: (JSONObject) -> Bool = { _ in false }
    ) throws -> JSONObject {
        var all: JSONObject = [:]
        try reportingErrors(Request.method) {
            try channel.stream(Request.method, request, timeout: Self.patience) { reply in
                guard !isProgress(reply) else { return true }
                all.merge(reply) { one, next in
                    switch (one, next) {
                    case (.array(let one), .array(let next)): .array(one + next)
                    case (.object(let one), .object(let next)): .object(one.merging(next) { first, _ in first })
                    default: one
                    }
                }
                return true
            }
        }
        return all
    }

    /// Calls a method that answers in several replies, however long that takes as long as one follows the other within a minute.
    ///
    /// - Parameter take: Returns whether to go on.
    func follow<Request: VarlinkRequest>(_ request: Request, _ take: (Request.Reply) -> Bool) throws {
        try reportingErrors(Request.method) {
            try channel.stream(Request.method, request, timeout: .seconds(60)) { reply in
                guard let decoded: Request.Reply = try? reply.decoded() else { return false }
                return take(decoded)
            }
        }
    }

    /// Calls a method and returns its answer.
    func ask<Request: VarlinkRequest>(_ request: Request) throws -> Request.Reply {
        try decode(try answer(to: request))
    }

    /// Calls a method, and calls it as an older majord knows it where this one does not know a parameter.
    @discardableResult
    func call<Request: VarlinkRequest>(
        _ request: Request, orOlder older: Request, _ show: (Request.Reply) throws -> Void
    ) throws -> Request.Reply {
        do {
            let reply = try channel.call(Request.method, request)
            return try present(reply, to: request, show)
        } catch VarlinkClientError.remote(let error) where error.name == VarlinkError.invalidParameter("").name {
            return try call(older, show)
        } catch let error as VarlinkClientError {
            return try reportingErrors(Request.method) { throw error }
        }
    }

    /// What reads people's moments by the wall clock of the service, and what puts times into words.
    func clock() throws -> (reader: MomentReader, time: TimeWords) {
        let status = try ask(RosterAPI.Status())
        guard let zone = TimeZone(identifier: status.timeZone), let now = LocalDateTime(rfc3339: status.now) else {
            throw Failure.away(AwayWords(session.language).unknownZone(status.timeZone))
        }
        let label = ReaderZone.label(status.timeZone, now: now.instant)
        let clock = ServiceClock(zone)
        return (
            MomentReader(
                clock: clock, now: now.instant,
                noon: status.noon.flatMap { LocalTime(written: $0) } ?? .noon),
            TimeWords(session.language, now: now, zone: label, clock: clock)
        )
    }

    private func answer<Request: VarlinkRequest>(to request: Request) throws -> JSONObject {
        try reportingErrors(Request.method) { try channel.call(Request.method, request) }
    }

    /// Calls a method whose errors are an answer to whoever asks.
    func outcome<Request: VarlinkRequest>(of request: Request) throws -> Result<JSONObject, VarlinkError> {
        do throws(VarlinkClientError) {
            return .success(try channel.call(Request.method, request))
        } catch {
            guard case .remote(let remote) = error else { throw away(error, Request.method) }
            return .failure(remote)
        }
    }

    private func reportingErrors<Value>(_ method: String, _ body: () throws -> Value) throws -> Value {
        do {
            return try body()
        } catch let error as VarlinkClientError {
            guard case .remote(let remote) = error else { throw away(error, method) }
            throw failure(remote, to: method)
        }
    }

    /// What ends a command that majord answered with an error; for programs it is printed.
    func failure(_ error: VarlinkError, to method: String? = nil) -> any Error {
        let failure = Failure(error, session.language, to: Asked(method: method, words: session.words))
        guard session.options.json else { return namedInstead(error) ?? failure }
        session.printError(error)
        return failure.exitCode
    }

    private func away(_ error: VarlinkClientError, _ method: String? = nil) -> Failure {
        Self.away(error, session.language, method)
    }

    /// - Parameter method: What was asked; nil where nothing was yet.
    static func away(_ error: VarlinkClientError, _ language: Language, _ method: String? = nil) -> Failure {
        let words = AwayWords(language)
        let text =
            switch error {
            case .cannotConnect(let path, let error) where error.code == ENOENT: words.noSocket(path)
            case .cannotConnect(let path, let error) where error.code == ECONNREFUSED: words.nobodyListens(path)
            case .cannotConnect(let path, let error) where error.code == EACCES: words.notAllowed(path)
            case .timedOut: words.silent(seconds: Int(patience.components.seconds))
            case .serverClosed: words.closed
            case .cannotConnect, .callTooLong, .connectionFailed, .remote, .badReply: words.failed("\(error)")
            }
        return .away(text + (method.map { openOutcome(of: $0, words) } ?? ""), cause: error)
    }

    /// What is to be said where majord was asked for a change and never answered: it may have been made all the same.
    static func openOutcome(of method: String, _ words: AwayWords) -> String {
        switch method {
        case DirectoryAPI.Reload.method: words.openReload
        case RosterAPI.Release.method: words.open(see: "majorctl status")
        case RosterAPI.ReportSick.method, RosterAPI.PlanLeave.method, RosterAPI.Pause.method, RosterAPI.Return.method,
            RosterAPI.Cancel.method, RosterAPI.ChangeAbsence.method, RosterAPI.Give.method, CalendarAPI.Import.method:
            words.open(see: "majorctl absences")
        case RosterAPI.Approve.method, RosterAPI.Decline.method, RosterAPI.Withdraw.method,
            RosterAPI.Reopen.method:
            words.open(see: "majorctl requests")
        case RosterAPI.AddDeputy.method, RosterAPI.CancelDeputy.method: words.open(see: "majorctl deputy list")
        case NumbersAPI.Add.method, NumbersAPI.Refuse.method, NumbersAPI.Remove.method:
            words.open(see: "majorctl number list")
        case LedgerAPI.Forget.method: words.open(see: "majorctl history")
        default: ""
        }
    }

    func decode<Reply: VarlinkMessage>(_ reply: JSONObject) throws -> Reply {
        do {
            return try Printable.texts(of: reply).decoded()
        } catch {
            throw Failure.away(AwayWords(session.language).otherVersion(missing: error.path))
        }
    }

    /// Enters an absence and says what holds now.
    func enter<Request: VarlinkRequest>(
        _ request: Request, isOwn: Bool, _ time: TimeWords, _ remarks: [Remark]
    ) throws where Request.Reply: EnteredReply {
        try call(request) { reply in session.print(AbsenceText.confirmation(reply, isOwn: isOwn, time, remarks)) }
    }
}
