import Foundation
package import MajorAPI
import Records
import Routing
import Switchboard
import Time
package import Varlink
import Wording

extension ControlInterface: EventsMethods {
    package func list(
        _ request: EventsAPI.List, _ caller: VarlinkCaller<EventsAPI.List>
    ) async throws(EventsAPI.Failure) -> EventsAPI.List.Reply {
        var query = EventQuery(after: Int64(request.after ?? 0), kinds: try Self.kinds(request.kinds))
        query.since = try EventsAPI.Failure.instant(request.since, parameter: "since")
        if let limit = request.limit {
            guard (1...1_000).contains(limit) else { throw .invalidParameter("limit") }
            query.limit = limit
        }
        query.isNewest = request.newest ?? (request.after == nil && request.since == nil)
        let limit = query.limit
        query.limit += 1
        let events = try await read(query, caller).events
        var reply = EventsAPI.List.Reply(
            events: (query.isNewest ? events.suffix(limit) : events.prefix(limit)).map {
                message($0, request.language)
            },
            timeZone: switchboard.table.directory.settings.timeZone.identifier, more: events.count > limit)
        if !switchboard.isTeller { reply.toldBy = switchboard.sites.first(where: \.isTeller)?.name ?? "" }
        return reply
    }

    /// The list is asked again every second: whoever follows it does not keep majord from ending, and is told of all that others append.
    package func follow(
        _ request: EventsAPI.Follow, _ caller: VarlinkCaller<EventsAPI.Follow>
    ) async throws(EventsAPI.Failure) -> EventsAPI.Follow.Reply {
        var query = EventQuery(after: Int64(request.after ?? 0), kinds: try Self.kinds(request.kinds), limit: 200)
        if request.after == nil {
            let newest = EventQuery(kinds: query.kinds, limit: 1, isNewest: true)
            query.after = try await read(newest, caller).seen
        }
        var isTold = false
        while !Task.isCancelled {
            let (events, seen) = try await read(query, caller)
            for event in events {
                try await caller.send(EventsAPI.Follow.Reply(event: message(event, request.language)))
            }
            query.after = max(query.after, seen)
            guard events.isEmpty else { continue }
            if !isTold {
                isTold = true
                try await caller.send(EventsAPI.Follow.Reply())
            }
            guard !switchboard.desk.notes.isFinished, (try? await Task.sleep(for: .seconds(1))) != nil else { break }
        }
        return EventsAPI.Follow.Reply()
    }

    package func told(
        _ request: EventsAPI.Told, _ caller: VarlinkCaller<EventsAPI.Told>
    ) async throws(EventsAPI.Failure) -> EventsAPI.Told.Reply {
        let requester = await identify(caller.peer)
        do throws(Switchboard.EventRefusal) {
            return EventsAPI.Told.Reply(
                event: try await switchboard.told(request.program, by: requester).map { Int($0) })
        } catch {
            throw refusal(error, requester, caller)
        }
    }

    package func noteTold(
        _ request: EventsAPI.NoteTold, _ caller: VarlinkCaller<EventsAPI.NoteTold>
    ) async throws(EventsAPI.Failure) -> EventsAPI.NoteTold.Reply {
        guard !request.program.isEmpty, request.program.utf8.count <= 255 else { throw .invalidParameter("program") }
        let requester = await identify(caller.peer)
        do throws(Switchboard.EventRefusal) {
            try await switchboard.note(request.program, toldOf: Int64(request.event), by: requester)
            return EventsAPI.NoteTold.Reply()
        } catch {
            throw refusal(error, requester, caller)
        }
    }

    private static func kinds(_ names: [String]?) throws(EventsAPI.Failure) -> [Event.Kind] {
        var kinds: [Event.Kind] = []
        for name in names ?? [] {
            guard let kind = Event.Kind(rawValue: name) else {
                throw .unknownKind(.init(kind: name, known: Event.Kind.allCases.map(\.rawValue)))
            }
            kinds.append(kind)
        }
        return kinds
    }

    private func read<Request: VarlinkRequest>(
        _ query: EventQuery, _ caller: VarlinkCaller<Request>
    ) async throws(EventsAPI.Failure) -> (events: [Event], seen: Int64) where Request.Failure == EventsAPI.Failure {
        let requester = await identify(caller.peer)
        do throws(Switchboard.EventRefusal) {
            return try await switchboard.events(query, by: requester)
        } catch {
            throw refusal(error, requester, caller)
        }
    }

    private func refusal<Request: VarlinkRequest>(
        _ refusal: Switchboard.EventRefusal, _ requester: Requester, _ caller: VarlinkCaller<Request>
    ) -> EventsAPI.Failure where Request.Failure == EventsAPI.Failure {
        switch refusal {
        case .notAllowed(let right): denied(right, requester, caller)
        case .unknownEvent: .invalidParameter("event")
        case .ledger(let error): .ledgerUnavailable(.init(cause: "\(error)"))
        }
    }

    private func message(_ event: Event, _ language: String?) -> EventsAPI.Event {
        EventsAPI.Event(
            event, language.flatMap(Language.init) ?? switchboard.table.directory.settings.language,
            to: switchboard.recipients(of: event), contact: switchboard.contact(of: event), in: switchboard.table,
            at: now())
    }
}
