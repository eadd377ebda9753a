import Foundation
package import MajorAPI
import Records
import Routing
import Switchboard
import Time
package import Varlink

extension ControlInterface: CasesMethods {
    package func open(
        _ request: CasesAPI.Open, _ caller: VarlinkCaller<CasesAPI.Open>
    ) async throws(CasesAPI.Failure) -> CasesAPI.Open.Reply {
        try await answered(caller) { requester throws(CaseRefusal) in
            let wish = Switchboard.CaseWish(
                client: request.client, holder: request.holder, kind: request.kind == .request ? .request : .incident,
                reference: request.reference, contact: request.contact, note: request.note)
            let opened = try await switchboard.openCase(wish, by: requester)
            return CasesAPI.Open.Reply(
                case: message(opened.file), new: opened.isNew, generation: Int(clamping: opened.generation),
                noted: request.note.map { _ in opened.isNoted })
        }
    }

    package func take(
        _ request: CasesAPI.Take, _ caller: VarlinkCaller<CasesAPI.Take>
    ) async throws(CasesAPI.Failure) -> CasesAPI.Take.Reply {
        let name = try Self.name(request.case, request.reference)
        return try await answered(caller) { requester throws(CaseRefusal) in
            let taken = try await switchboard.giveCase(name, to: request.agent, by: requester)
            return CasesAPI.Take.Reply(case: message(taken.file), generation: Int(clamping: taken.generation))
        }
    }

    package func giveAll(
        _ request: CasesAPI.GiveAll, _ caller: VarlinkCaller<CasesAPI.GiveAll>
    ) async throws(CasesAPI.Failure) -> CasesAPI.GiveAll.Reply {
        try await answered(caller) { requester throws(CaseRefusal) in
            let given = try await switchboard.giveCases(of: request.from, to: request.to, by: requester)
            return CasesAPI.GiveAll.Reply(cases: given.map { message($0) })
        }
    }

    package func note(
        _ request: CasesAPI.Note, _ caller: VarlinkCaller<CasesAPI.Note>
    ) async throws(CasesAPI.Failure) -> CasesAPI.Note.Reply {
        let name = try Self.name(request.case, request.reference)
        return try await answered(caller) { requester throws(CaseRefusal) in
            let noted = try await switchboard.noteCase(name, request.note, by: requester)
            return CasesAPI.Note.Reply(case: message(noted.file), generation: Int(clamping: noted.generation))
        }
    }

    package func close(
        _ request: CasesAPI.Close, _ caller: VarlinkCaller<CasesAPI.Close>
    ) async throws(CasesAPI.Failure) -> CasesAPI.Close.Reply {
        let name = try Self.name(request.case, request.reference)
        return try await answered(caller) { requester throws(CaseRefusal) in
            let closed = try await switchboard.closeCase(name, note: request.note, by: requester)
            return CasesAPI.Close.Reply(
                case: message(closed.file, closed: (requester.user, now())),
                generation: Int(clamping: closed.generation))
        }
    }

    package func list(
        _ request: CasesAPI.List, _ caller: VarlinkCaller<CasesAPI.List>
    ) async throws(CasesAPI.Failure) -> CasesAPI.List.Reply {
        try await answered(caller) { requester throws(CaseRefusal) in
            let (cases, areMore) = try await switchboard.cases(
                client: request.client, agent: request.agent, areClosedTold: request.closed ?? false, by: requester)
            let table = switchboard.table
            return CasesAPI.List.Reply(
                cases: cases.map { message($0.file, closed: $0.closed) }, now: table.clock.rfc3339(now()),
                timeZone: table.directory.settings.timeZone.identifier, more: areMore)
        }
    }

    /// One of the two.
    private static func name(_ name: String?, _ reference: String?) throws(CasesAPI.Failure) -> CaseName {
        switch (name, reference) {
        case (let name?, nil): CaseName(name)
        case (nil, let reference?): CaseName(reference: reference)
        case (nil, nil): throw .invalidParameter("case")
        case (.some, .some): throw .invalidParameter("reference")
        }
    }

    private func message(_ file: Case, closed: (by: String, at: Instant)? = nil) -> CasesAPI.Case {
        CasesAPI.Case(file, closed: closed, in: switchboard.table, at: now())
    }

    private func answered<Request: VarlinkRequest>(
        _ caller: VarlinkCaller<Request>, _ body: (Requester) async throws(CaseRefusal) -> Request.Reply
    ) async throws(CasesAPI.Failure) -> Request.Reply where Request.Failure == CasesAPI.Failure {
        let requester = await identify(caller.peer)
        do throws(CaseRefusal) {
            return try await body(requester)
        } catch {
            switch error {
            case .notAllowed(let right): throw denied(right, requester, caller)
            case .unknownClient(let id, let nearest): throw .unknownClient(.init(client: id, nearest: nearest))
            case .unknownAgent(let id, let known): throw .unknownAgent(.init(agent: id, known: known))
            case .noHolder: throw .noHolder
            case .unknownContact(let name, let client, let known):
                throw .unknownContact(.init(contact: name, clientName: client.name, known: known))
            case .invalidReference: throw .invalidReference
            case .invalidNote: throw .invalidNote
            case .referenceTaken(let file, let client):
                throw .referenceTaken(
                    .init(case: String(file.id), reference: file.reference ?? "", clientName: client))
            case .unknownCase(let name), .unknownCall(let name), .unknownMissedCall(let name),
                .doneMissedCall(let name, _):
                throw .unknownCase(.init(case: name))
            case .closedCase(let name, let kept):
                throw .unknownCase(
                    .init(
                        case: name, number: String(kept.file.id), closedBy: kept.closed?.by,
                        closedAt: (kept.closed?.at).map(switchboard.table.clock.rfc3339)))
            case .alreadyHolds(let file, let agent):
                throw .alreadyHolds(.init(case: String(file.id), agentName: agent.name))
            case .holdsNothing(let agent): throw .holdsNothing(.init(agent: agent.description))
            case .ledger(let error): throw .ledgerUnavailable(.init(cause: "\(error)"))
            }
        }
    }
}
