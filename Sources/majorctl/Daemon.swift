import ArgumentParser
import Foundation
import MajorAPI
import Routing
import Time
import Varlink
import Wording

/// The daemon at the other end of the control socket.
struct Daemon {
    private let channel: any DaemonChannel
    private let session: Session

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
            let parameters = try JSONObject(encoding: request)
            try channel.stream(Request.method, parameters, timeout: Self.patience) { reply in
                guard case .object(let told) = reply["progress"], let step: DirectoryAPI.Progress = try? told.decoded()
                else {
                    last = reply
                    return true
                }
                return progress.note(step, at: .now)
            }
        }
        guard let last else { throw Failure.away(progress.standstill + Self.openOutcome(of: Request.method)) }
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

    /// Calls a method that goes on answering, until majord or the person ends it.
    func stream<Request: VarlinkRequest>(_ request: Request, _ show: (Request.Reply) -> Void) throws {
        do {
            try channel.stream(Request.method, try JSONObject(encoding: request), timeout: nil) { reply in
                if session.options.json {
                    session.printJSON(reply, of: Request.method)
                } else if let decoded: Request.Reply = try? Printable.texts(of: reply).decoded() {
                    show(decoded)
                }
                // Whoever reads through a pipe wants each line as it comes; where nothing can be written, there is nothing to follow.
                return fflush(nil) == 0
            }
        } catch let error as VarlinkClientError {
            guard case .remote(let remote) = error else { throw Failure.away("\(error)") }
            throw Failure(remote, session.language)
        }
    }

    /// Calls a method that may answer in several replies, each with other members of its lists, and returns all of them as one.
    func gather<Request: VarlinkRequest>(_ request: Request) throws -> JSONObject {
        var all: JSONObject = [:]
        try reportingErrors(Request.method) {
            let parameters = try JSONObject(encoding: request)
            try channel.stream(Request.method, parameters, timeout: Self.patience) { reply in
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
            let reply = try channel.call(Request.method, try JSONObject(encoding: request))
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
            throw Failure.away("majord's time zone \(status.timeZone) is not known here")
        }
        let label = ReaderZone.label(status.timeZone, now: now.instant)
        return (
            MomentReader(
                clock: ServiceClock(zone), now: now.instant,
                noon: status.noon.flatMap { LocalTime(written: $0) } ?? .noon),
            TimeWords(session.language, now: now, zone: label)
        )
    }

    private func answer<Request: VarlinkRequest>(to request: Request) throws -> JSONObject {
        try reportingErrors(Request.method) { try channel.call(Request.method, try JSONObject(encoding: request)) }
    }

    /// Calls a method whose errors are an answer to whoever asks.
    func outcome<Request: VarlinkRequest>(of request: Request) throws -> Result<JSONObject, VarlinkError> {
        do {
            return .success(try channel.call(Request.method, try JSONObject(encoding: request)))
        } catch let error as VarlinkClientError {
            guard case .remote(let remote) = error else { throw Self.away(error, Self.openOutcome(of: Request.method)) }
            return .failure(remote)
        }
    }

    private func reportingErrors<Value>(_ method: String, _ body: () throws -> Value) throws -> Value {
        do {
            return try body()
        } catch let error as VarlinkClientError {
            guard case .remote(let remote) = error else { throw Self.away(error, Self.openOutcome(of: method)) }
            throw failure(remote, to: method)
        }
    }

    /// What ends a command that majord answered with an error; for programs it is printed.
    func failure(_ error: VarlinkError, to method: String? = nil) -> any Error {
        let failure = Failure(error, session.language, to: method)
        guard session.options.json else { return failure }
        session.printError(error)
        return failure.exitCode
    }

    static func away(_ error: VarlinkClientError, _ outcome: String = "") -> Failure {
        guard case .timedOut = error else { return .away("\(error)\(outcome)") }
        return .away(
            "majord has not been heard for \(patience.components.seconds) seconds: it hangs, or the machine is overloaded; "
                + "see systemctl status majord\(outcome)")
    }

    /// What is to be said where majord was asked for a change and never answered: it may have been made all the same.
    static func openOutcome(of method: String) -> String {
        switch method {
        case DirectoryAPI.Reload.method:
            ". Whether the directory was reloaded is open: majorctl status tells the generation in force"
        case RosterAPI.Release.method: ". Whether it was done is open: see majorctl status"
        case RosterAPI.ReportSick.method, RosterAPI.PlanLeave.method, RosterAPI.Pause.method, RosterAPI.Return.method,
            RosterAPI.Cancel.method, RosterAPI.Give.method, CalendarAPI.Import.method:
            ". Whether it was done is open: see majorctl absences"
        default: ""
        }
    }

    func decode<Reply: Decodable>(_ reply: JSONObject) throws -> Reply {
        do {
            return try Printable.texts(of: reply).decoded()
        } catch {
            throw Failure.away("majord answered without \(error.path); majord and majorctl must be of one version")
        }
    }

    /// Enters an absence and says what holds now.
    func enter<Request: VarlinkRequest>(
        _ request: Request, isOwn: Bool, _ time: TimeWords, _ remarks: [Remark]
    ) throws where Request.Reply: EnteredReply {
        try call(request) { reply in session.print(AbsenceText.confirmation(reply, isOwn: isOwn, time, remarks)) }
    }
}
