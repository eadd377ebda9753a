import DirectoryFiles
import Foundation
package import MajorAPI
import Records
import Routing
import Switchboard
import Time
package import Varlink

extension ControlInterface {
    /// So many calls are told in one reply, and all that are told to somebody who wants no more.
    private static let movedInReply = 500
    private static let movedInAll = 1_000
    /// A sign of life for those who wait for another replay.
    private static let waiting: Duration = .milliseconds(500)

    package func replay(
        _ request: DirectoryAPI.Replay, _ caller: VarlinkCaller<DirectoryAPI.Replay>
    ) async throws(DirectoryAPI.Failure) -> DirectoryAPI.Replay.Reply {
        let requester = await identify(caller.peer)
        guard requester.mayManageDirectory else { throw denied(.replayCalls, requester, caller) }
        let wish = Switchboard.ReplayWish(
            directory: DirectoryCopy(
                path: DirectoryCopy.path(request.path),
                files: Dictionary(request.files.map { ($0.path, $0.text) }) { first, _ in first }),
            from: try DirectoryAPI.Failure.instant(request.from, parameter: "from"),
            until: try DirectoryAPI.Failure.instant(request.until, parameter: "until"),
            areLaterTold: request.then ?? false)
        // One at a time: each takes up to two cores, and the memory of a directory.
        while !replays.begin() {
            if caller.wantsMore { try await caller.send(reply(ReplayRun.Standing(), [])) }
            try? await Task.sleep(for: Self.waiting)
            guard !Task.isCancelled else { throw .ledgerUnavailable(.init(cause: "majord ends")) }
        }
        defer { replays.end() }
        let run = await telling(ReplayRun.Standing(), caller) { await prepared(wish) }
        return try await told(try run.get(), caller)
    }

    /// Does something that may take its time, on a machine that has much else to do, and gives a caller who wants more a sign of life meanwhile.
    private func telling<Value>(
        _ standing: ReplayRun.Standing, _ caller: VarlinkCaller<DirectoryAPI.Replay>, _ work: () async -> Value
    ) async -> Value {
        let telling = Task {
            while caller.wantsMore, (try? await Task.sleep(for: Self.waiting)) != nil {
                guard (try? await caller.send(reply(standing, []))) != nil else { return }
            }
        }
        let value = await work()
        telling.cancel()
        // None comes after what was found.
        await telling.value
        return value
    }

    private func prepared(_ wish: Switchboard.ReplayWish) async -> Result<ReplayRun, DirectoryAPI.Failure> {
        do throws(Switchboard.ReplayRefusal) {
            return .success(try await switchboard.replay(wish))
        } catch {
            switch error {
            case .findings(let findings):
                return .failure(
                    .refused(
                        DirectoryAPI.Refused(
                            generation: Int(clamping: switchboard.table.generation),
                            findings: findings.first(200, of: wish.directory.path).map(DirectoryAPI.Finding.init))))
            case .mistake(let text): return .failure(.ledgerUnavailable(.init(cause: text)))
            case .ledger(let error): return .failure(.ledgerUnavailable(.init(cause: "\(error)")))
            }
        }
    }

    /// Tells what is found as it is found; whoever goes away ends it.
    private func told(
        _ run: ReplayRun, _ caller: VarlinkCaller<DirectoryAPI.Replay>
    ) async throws(DirectoryAPI.Failure) -> DirectoryAPI.Replay.Reply {
        var held: [DirectoryAPI.MovedCall] = []
        while true {
            let next: Result<ReplayRun.Slice, LedgerError> = await telling(run.standing, caller) {
                do throws(LedgerError) {
                    return .success(try await run.next())
                } catch {
                    return .failure(error)
                }
            }
            let slice: ReplayRun.Slice
            do throws(LedgerError) {
                slice = try next.get()
            } catch {
                throw .ledgerUnavailable(.init(cause: "\(error)"))
            }
            let table = switchboard.table
            held += slice.moved.prefix(caller.wantsMore ? .max : max(Self.movedInAll - held.count, 0)).map {
                DirectoryAPI.MovedCall($0, with: run.directory, in: table)
            }
            if slice.isLast, held.count <= Self.movedInAll || !caller.wantsMore {
                return reply(slice.standing, held, run.warnings.first(200, of: "").map(DirectoryAPI.Finding.init))
            }
            guard caller.wantsMore else { continue }
            repeat {
                try await caller.send(reply(slice.standing, Array(held.prefix(Self.movedInReply))))
                held.removeFirst(min(Self.movedInReply, held.count))
            } while !held.isEmpty
            if slice.isLast {
                return reply(slice.standing, [], run.warnings.first(200, of: "").map(DirectoryAPI.Finding.init))
            }
        }
    }

    private func reply(
        _ standing: ReplayRun.Standing, _ calls: [DirectoryAPI.MovedCall], _ warnings: [DirectoryAPI.Finding] = []
    ) -> DirectoryAPI.Replay.Reply {
        let table = switchboard.table
        return DirectoryAPI.Replay.Reply(
            calls: calls, looked: standing.looked, of: standing.of, moved: standing.moved,
            movedThen: standing.movedLater, skipped: standing.skipped, warnings: warnings,
            timeZone: table.directory.settings.timeZone.identifier, now: table.clock.rfc3339(now()))
    }
}
