import ArgumentParser
import Foundation
import MajorAPI
import Routing
import Varlink

/// The daemon at the other end of the control socket.
struct Daemon {
    private let client: VarlinkClient
    private let options: GlobalOptions

    /// How long reading a whole directory may take.
    static let readingTime: Duration = .seconds(300)

    /// - Parameter patience: How long an answer may take.
    init(_ options: GlobalOptions, patience: Duration = .seconds(5)) throws {
        self.options = options
        do {
            client = try VarlinkClient(path: options.socketPath, timeout: patience)
        } catch {
            throw Failure.away("\(error)")
        }
    }

    /// Calls a method. With `--json` the answer is printed as it is; else `show` puts it into words.
    func call<Reply: Decodable>(
        _ method: String, _ parameters: some Encodable, _ show: (Reply) throws -> Void
    ) throws {
        let reply = try ask(method, parameters)
        if options.json {
            Printable.printJSON(reply)
        } else {
            try show(try decode(reply))
        }
    }

    /// Calls a method that goes on answering, until majord or the person ends it.
    func stream<Reply: Decodable>(
        _ method: String, _ parameters: some Encodable, _ show: (Reply) -> Void
    ) throws {
        do {
            try client.stream(method, try JSONObject(encoding: parameters)) { reply in
                if options.json {
                    Printable.printJSON(reply)
                } else if let decoded: Reply = try? Printable.texts(of: reply).decoded() {
                    show(decoded)
                }
                // Whoever reads through a pipe wants each line as it comes.
                fflush(nil)
                return true
            }
        } catch let error as VarlinkClientError {
            guard case .remote(let remote) = error else { throw Failure.away("\(error)") }
            throw Failure(remote)
        }
    }

    /// Calls a method and returns its answer.
    func ask<Reply: Decodable>(
        _ method: String, _ parameters: some Encodable, returning type: Reply.Type = Reply.self
    ) throws -> Reply {
        try decode(try ask(method, parameters))
    }

    /// What reads people's moments by the wall clock of the service, and what puts times into words.
    func clock() throws -> (reader: MomentReader, wording: Wording) {
        let status: StatusMessage = try ask(RosterAPI.status, NoParameters())
        guard let zone = TimeZone(identifier: status.timeZone), let now = LocalDateTime(rfc3339: status.now) else {
            throw Failure.away("majord's time zone \(status.timeZone) is not known here")
        }
        let label = ReaderZone.label(status.timeZone, now: now.instant)
        return (
            MomentReader(clock: ServiceClock(zone), now: now.instant, zone: label), Wording(now: now, zone: label)
        )
    }

    private func ask(_ method: String, _ parameters: some Encodable) throws -> JSONObject {
        do {
            return try client.call(method, try JSONObject(encoding: parameters))
        } catch let error as VarlinkClientError {
            guard case .remote(let remote) = error else { throw Failure.away("\(error)") }
            if options.json {
                Self.printError(remote)
                throw Failure(remote).exitCode
            }
            throw Failure(remote)
        }
    }

    /// An error as one line of JSON.
    static func printError(_ error: VarlinkError) {
        Printable.printJSON(["error": .string(error.name), "parameters": .object(error.parameters)])
    }

    private func decode<Reply: Decodable>(_ reply: JSONObject) throws -> Reply {
        do {
            return try Printable.texts(of: reply).decoded()
        } catch {
            throw Failure.away("majord answered without \(error.path); majord and majorctl must be of one version")
        }
    }
}

/// For methods without parameters.
struct NoParameters: Encodable {}
