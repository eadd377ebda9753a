package import MajorAPI
import Records
import Routing
import Switchboard
import Time
package import Varlink
import Wording

extension ControlInterface {
    package func forget(
        _ request: LedgerAPI.Forget, _ caller: VarlinkCaller<LedgerAPI.Forget>
    ) async throws(LedgerAPI.Failure) -> LedgerAPI.Forget.Reply {
        let wish: Switchboard.ForgetWish
        switch (request.number, request.client, request.contact) {
        case (let number?, nil, nil): wish = .number(number)
        case (nil, let client?, let contact?) where contact.contains { !$0.isWhitespace }:
            wish = .contact(contact, client: client)
        case (nil, _, _): throw .invalidParameter("contact")
        default: throw .invalidParameter("number")
        }
        let requester = await identify(caller.peer)
        let progress = ErasureProgress()
        let result = try await telling({ LedgerAPI.Forget.Reply(progress.standing) }, caller) {
            () async -> Result<Switchboard.Forgotten, ForgetRefusal> in
            do throws(ForgetRefusal) {
                return .success(
                    try await switchboard.forget(wish, isDry: request.dryRun ?? false, by: requester, progress))
            } catch {
                return .failure(error)
            }
        }
        do throws(ForgetRefusal) {
            let forgotten = try result.get()
            let counts = forgotten.counts
            return LedgerAPI.Forget.Reply(
                tokens: forgotten.tokens.map { "forgotten-\($0)" }, calls: counts.calls, missed: counts.missed,
                cases: counts.cases, learned: counts.learned, history: counts.history, events: counts.events,
                notes: counts.notes, files: counts.files, left: forgotten.left, overwritten: forgotten.isOverwritten,
                backupsUntil: switchboard.table.clock.rfc3339(forgotten.backupsUntil),
                journal: LedgerAPI.Forget.Reply.Journal(word: forgotten.logNumbers.rawValue), aside: forgotten.aside,
                ongoing: forgotten.ongoing, block: forgotten.hasBlock,
                openMissed: forgotten.openMissed.map(String.init),
                leftHistory: forgotten.leftNames.history, leftEvents: forgotten.leftNames.events,
                leftNotes: forgotten.leftNames.notes)
        } catch {
            switch error {
            case .notAllowed(let right): throw denied(right, requester, caller)
            case .invalidNumber(let text, let unfit):
                throw .invalidNumber(.init(number: text, reason: NumberWords().reason(unfit)))
            case .unknownClient(let id, let nearest): throw .unknownClient(.init(client: id, nearest: nearest))
            case .recordsWait(let count, let cause):
                let why = cause.map { ": \($0)" } ?? ""
                throw .ledgerUnavailable(
                    .init(cause: "records of calls are not written yet (\(count)), and may have it\(why)"))
            case .unfinished(let error): throw .unfinished(.init(cause: "\(error)"))
            case .isBeingForgotten: throw .beingForgotten
            case .inFiles(let place): throw .inFiles(.init(file: place.file, line: place.line))
            case .ledger(let error): throw .ledgerUnavailable(.init(cause: "\(error)"))
            }
        }
    }
}

extension LedgerAPI.Forget.Reply {
    /// One that others follow.
    init(_ standing: ErasureProgress.Standing) {
        self.init(
            tokens: [], calls: 0, missed: 0, cases: 0, learned: 0, history: 0, events: 0, notes: 0, files: 0, left: 0,
            overwritten: false, backupsUntil: "", journal: .none, aside: [], ongoing: 0, block: false, openMissed: [],
            progress: LedgerAPI.ForgetProgress(done: standing.done, total: standing.total))
    }
}
