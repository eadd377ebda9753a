package import MajorAPI
import Records
import Routing
import Switchboard
import Time
package import Varlink
import Wording

extension ControlInterface: NumbersMethods {
    package func unknown(
        _ request: NumbersAPI.Unknown, _ caller: VarlinkCaller<NumbersAPI.Unknown>
    ) async throws(NumbersAPI.Failure) -> NumbersAPI.Unknown.Reply {
        let since: Instant? = try NumbersAPI.Failure.instant(request.since, parameter: "since")
        return try await answered(caller) { requester throws(NumberRefusal) in
            let (callers, areMore) = try await switchboard.unknownCallers(since: since, by: requester)
            let table = switchboard.table
            return NumbersAPI.Unknown.Reply(
                callers: callers.map { NumbersAPI.Caller($0, in: table) }, more: areMore)
        }
    }

    package func list(
        _ request: NumbersAPI.List, _ caller: VarlinkCaller<NumbersAPI.List>
    ) async throws(NumbersAPI.Failure) -> NumbersAPI.List.Reply {
        try await answered(caller) { requester throws(NumberRefusal) in
            let (numbers, table) = try switchboard.learnedNumbers(by: requester)
            return NumbersAPI.List.Reply(numbers: NumbersAPI.Learned.all(numbers, in: table))
        }
    }

    package func add(
        _ request: NumbersAPI.Add, _ caller: VarlinkCaller<NumbersAPI.Add>
    ) async throws(NumbersAPI.Failure) -> NumbersAPI.Add.Reply {
        try await answered(caller) { requester throws(NumberRefusal) in
            let changed = try await switchboard.learn(
                request.number, client: request.client, contact: request.contact, function: request.function,
                by: requester)
            let table = switchboard.table
            return NumbersAPI.Add.Reply(
                learned: NumbersAPI.Learned(changed.learned, in: table),
                before: changed.before.map { NumbersAPI.Learned($0, in: table) },
                generation: Int(clamping: changed.generation))
        }
    }

    package func refuse(
        _ request: NumbersAPI.Refuse, _ caller: VarlinkCaller<NumbersAPI.Refuse>
    ) async throws(NumbersAPI.Failure) -> NumbersAPI.Refuse.Reply {
        try await answered(caller) { requester throws(NumberRefusal) in
            let changed = try await switchboard.refuse(request.number, by: requester)
            let table = switchboard.table
            return NumbersAPI.Refuse.Reply(
                learned: NumbersAPI.Learned(changed.learned, in: table),
                before: changed.before.map { NumbersAPI.Learned($0, in: table) },
                generation: Int(clamping: changed.generation))
        }
    }

    package func remove(
        _ request: NumbersAPI.Remove, _ caller: VarlinkCaller<NumbersAPI.Remove>
    ) async throws(NumbersAPI.Failure) -> NumbersAPI.Remove.Reply {
        try await answered(caller) { requester throws(NumberRefusal) in
            let (removed, generation) = try await switchboard.unlearn(request.number, by: requester)
            return NumbersAPI.Remove.Reply(
                removed: NumbersAPI.Learned(removed, in: switchboard.table), generation: Int(clamping: generation))
        }
    }

    private func answered<Request: VarlinkRequest>(
        _ caller: VarlinkCaller<Request>, _ body: (Requester) async throws(NumberRefusal) -> Request.Reply
    ) async throws(NumbersAPI.Failure) -> Request.Reply where Request.Failure == NumbersAPI.Failure {
        let requester = await identify(caller.peer)
        do throws(NumberRefusal) {
            return try await body(requester)
        } catch {
            switch error {
            case .notAllowed(let right): throw denied(right, requester, caller)
            case .invalidNumber(let text, let unfit):
                throw .invalidNumber(
                    .init(
                        number: text, reason: NumberWords().reason(unfit),
                        kind: NumbersAPI.InvalidNumber.Kind(word: unfit.rawValue)))
            case .unknownClient(let id, let nearest):
                let known = switchboard.table.clients.map(\.client.id.description)
                throw .unknownClient(.init(client: id, nearest: nearest, known: known))
            case .invalidContact: throw .invalidContact
            case .inFiles(let number, let client, let place):
                throw .inFiles(
                    .init(
                        number: "\(number)", client: client.id.description, clientName: client.name,
                        place: place.description))
            case .notLearned(let number): throw .notLearned(.init(number: "\(number)"))
            case .ledger(let error): throw .ledgerUnavailable(.init(cause: "\(error)"))
            }
        }
    }
}
