import Foundation
package import MajorAPI
import Records
import Routing
import Switchboard
import Time
package import Varlink

extension ControlInterface: CallsMethods {
    package func list(
        _ request: CallsAPI.List, _ caller: VarlinkCaller<CallsAPI.List>
    ) async throws(CallsAPI.Failure) -> CallsAPI.List.Reply {
        var wish = Switchboard.CallsWish(client: request.client, agent: request.agent, outcome: request.outcome)
        wish.from = try CallsAPI.Failure.instant(request.from, parameter: "from")
        wish.until = try CallsAPI.Failure.instant(request.until, parameter: "until")
        if let text = request.before {
            guard let before = CallPosition(text) else { throw .invalidParameter("before") }
            wish.before = before
        }
        if let limit = request.limit {
            guard (1...2_000).contains(limit) else { throw .invalidParameter("limit") }
            wish.limit = limit
        }
        if let outcome = wish.outcome, !CallRecord.outcomeWords.contains(outcome) { throw .invalidParameter("outcome") }
        let asked = wish
        return try await answered(caller) { requester throws(CaseRefusal) in
            let (calls, next) = try await switchboard.calls(asked, by: requester)
            let table = switchboard.table
            return CallsAPI.List.Reply(
                calls: calls.map { CallsAPI.Call($0, in: table) }, now: table.clock.rfc3339(now()),
                timeZone: table.directory.settings.timeZone.identifier, more: next != nil, next: next?.description)
        }
    }

    package func describe(
        _ request: CallsAPI.Describe, _ caller: VarlinkCaller<CallsAPI.Describe>
    ) async throws(CallsAPI.Failure) -> CallsAPI.Describe.Reply {
        try await answered(caller) { requester throws(CaseRefusal) in
            let calls = try await switchboard.calls(named: request.call, by: requester)
            let table = switchboard.table
            return CallsAPI.Describe.Reply(
                calls: calls.map { CallsAPI.CallDetails($0.call, version: $0.version, in: table) },
                now: table.clock.rfc3339(now()), timeZone: table.directory.settings.timeZone.identifier)
        }
    }

    package func listMissed(
        _ request: CallsAPI.ListMissed, _ caller: VarlinkCaller<CallsAPI.ListMissed>
    ) async throws(CallsAPI.Failure) -> CallsAPI.ListMissed.Reply {
        let requester = await identify(caller.peer)
        if request.mine == true, requester.agent(in: switchboard.table) == nil {
            throw .notAnAgent(.init(user: requester.user))
        }
        return try await answered(caller) { requester throws(CaseRefusal) in
            let (missed, areMore) = try await switchboard.missedCalls(
                client: request.client, isOwn: request.mine ?? false, areClosedTold: request.closed ?? false,
                by: requester)
            let (table, instant) = (switchboard.table, now())
            return CallsAPI.ListMissed.Reply(
                missed: missed.map { missed in
                    let message = CallsAPI.Missed(missed, in: table, at: instant)
                    return requester.isWall ? message.withoutCaller : message
                }, now: table.clock.rfc3339(instant),
                timeZone: table.directory.settings.timeZone.identifier, more: areMore)
        }
    }

    package func closeMissed(
        _ request: CallsAPI.CloseMissed, _ caller: VarlinkCaller<CallsAPI.CloseMissed>
    ) async throws(CallsAPI.Failure) -> CallsAPI.CloseMissed.Reply {
        try await answered(caller) { requester throws(CaseRefusal) in
            let closed = try await switchboard.closeMissedCall(request.missed, note: request.note, by: requester)
            return CallsAPI.CloseMissed.Reply(missed: CallsAPI.Missed(closed, in: switchboard.table, at: now()))
        }
    }

    private func answered<Request: VarlinkRequest>(
        _ caller: VarlinkCaller<Request>, _ body: (Requester) async throws(CaseRefusal) -> Request.Reply
    ) async throws(CallsAPI.Failure) -> Request.Reply where Request.Failure == CallsAPI.Failure {
        let requester = await identify(caller.peer)
        do throws(CaseRefusal) {
            return try await body(requester)
        } catch {
            switch error {
            case .notAllowed(let right): throw denied(right, requester, caller)
            case .unknownClient(let id, let nearest): throw .unknownClient(.init(client: id, nearest: nearest))
            case .unknownAgent(let id, let known): throw .unknownAgent(.init(agent: id, known: known))
            case .unknownCall(let name), .unknownCase(let name), .closedCase(let name, _):
                throw .unknownCall(.init(call: name))
            case .unknownMissedCall(let name): throw .unknownMissed(.init(missed: name))
            case .doneMissedCall(let name, let closing):
                throw .unknownMissed(
                    .init(
                        missed: name, closedHow: closing.way.rawValue, closedBy: closing.by,
                        closedAt: switchboard.table.clock.rfc3339(closing.at)))
            case .invalidNote: throw .invalidNote
            case .ledger(let error): throw .ledgerUnavailable(.init(cause: "\(error)"))
            // Of cases alone.
            case .noHolder, .unknownContact, .invalidReference, .referenceTaken, .alreadyHolds, .holdsNothing:
                throw .ledgerUnavailable(.init(cause: "\(error)"))
            }
        }
    }
}

extension CallsAPI.Missed {
    /// As a wall reads it.
    fileprivate var withoutCaller: Self {
        var told = self
        (told.contact, told.caller, told.note, told.owners) = (nil, nil, nil, [])
        return told
    }
}
