import Foundation
import MajorAPI
import Time
import Varlink

/// majord's list of events, and what it keeps of who was told, over a connection that is made anew when it breaks.
struct EventSource {
    /// Nothing can be read or kept now; it is tried again.
    struct Away: Error {
        let text: String
    }

    /// An event as a program gets it.
    struct Told {
        let number: Int
        let kind: String
        let json: String
    }

    private let session: Session
    private var daemon: Daemon?
    /// Counts the connections: the records may be others behind another one.
    private(set) var connections = 0
    /// Whether another site told of events when that was asked last.
    private var isElsewhere = false

    init(_ session: Session) {
        self.session = session
    }

    /// The number of the last event; 0 where there is none.
    ///
    /// - Throws: `Away` also while another site tells of them.
    mutating func newest() throws -> Int {
        let reply = try ask(EventsAPI.List(limit: 1))
        if let site = reply.toldBy {
            isElsewhere = true
            throw Away(text: "\(site.isEmpty ? "another site" : "the site \(site)") tells of events")
        }
        if isElsewhere {
            // How far that one has come is to be read anew.
            isElsewhere = false
            connections += 1
        }
        return reply.events.last?.event ?? 0
    }

    /// The first event after another one.
    mutating func event(after number: Int) throws -> Told? {
        let language = session.isLanguageChosen ? session.language.rawValue : nil
        let request = EventsAPI.List(after: number, limit: 1, language: language)
        let answer = try answer(request)
        let reply: EventsAPI.List.Reply = try answer.decoded()
        guard let event = reply.events.first, case .array(let events) = answer["events"],
            case .object(let object)? = events.first
        else { return nil }
        return Told(
            number: event.event, kind: event.kind,
            json: MessageOrder.text(of: object, "Event", in: EventsAPI.List.method))
    }

    /// Up to which event a program that nobody knows yet counts as told: it begins with what happens from a moment on.
    mutating func last(before moment: Instant) throws -> Int {
        let newest = try newest()
        let since = EventsAPI.List(since: ServiceClock(.gmt).rfc3339(moment), limit: 1)
        return try ask(since).events.first.map { $0.event - 1 } ?? newest
    }

    mutating func position(of program: String) throws -> Int? {
        try ask(EventsAPI.Told(program: program)).event
    }

    mutating func note(_ program: String, toldOf number: Int) throws {
        _ = try ask(EventsAPI.NoteTold(program: program, event: number))
    }

    // MARK: -

    private mutating func ask<Request: VarlinkRequest>(_ request: Request) throws -> Request.Reply {
        try answer(request).decoded()
    }

    private mutating func answer<Request: VarlinkRequest>(_ request: Request) throws -> JSONObject {
        let daemon = try connected()
        let outcome: Result<JSONObject, VarlinkError>
        do {
            outcome = try daemon.outcome(of: request)
        } catch let failure as Failure {
            self.daemon = nil
            throw Away(text: failure.text)
        }
        switch outcome {
        case .success(let answer): return answer
        case .failure(let error):
            let failure = Failure(error)
            // Whoever may not do it will not be allowed to later.
            guard case .refused(let text) = failure else { throw failure }
            throw Away(text: text)
        }
    }

    private mutating func connected() throws -> Daemon {
        if let daemon { return daemon }
        do {
            let connected = try session.daemon()
            daemon = connected
            connections += 1
            return connected
        } catch let failure as Failure {
            throw Away(text: failure.text)
        }
    }
}
