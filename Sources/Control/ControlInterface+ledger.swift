import Foundation
package import MajorAPI
import Records
import Switchboard
package import Varlink

extension ControlInterface: LedgerMethods {
    /// How much is sent at a time, in bytes.
    private static let pieceLength = 512 << 10

    package func backup(
        _ request: LedgerAPI.Backup, _ caller: VarlinkCaller<LedgerAPI.Backup>
    ) async throws(LedgerAPI.Failure) -> LedgerAPI.Backup.Reply {
        let requester = await identify(caller.peer)
        let (steps, told) = AsyncStream<Switchboard.CopyProgress>.makeStream(bufferingPolicy: .bufferingNewest(1))
        let copying = Task {
            defer { told.finish() }
            do throws(UpkeepRefusal) {
                return Result<LedgerCopy, UpkeepRefusal>.success(
                    try await switchboard.copyLedger(by: requester) { told.yield($0) })
            } catch {
                return .failure(error)
            }
        }
        for await step in steps {
            try await caller.send(LedgerAPI.Backup.Reply(done: step.done, total: step.total))
        }
        do throws(UpkeepRefusal) {
            let copy = try await copying.value.get()
            var sent = 0
            while sent < copy.size {
                let offset = sent
                let piece = await BackgroundThread.run("majord-backup") {
                    Result { () throws(LedgerError) in
                        let bytes = try copy.bytes(at: offset, count: Self.pieceLength)
                        return (count: bytes.count, text: Data(bytes).base64EncodedString())
                    }
                }
                let (count, text): (Int, String)
                do throws(LedgerError) { (count, text) = try piece.get() } catch { throw UpkeepRefusal.ledger(error) }
                guard count > 0 else { throw UpkeepRefusal.ledger(.unavailable(cause: "the copy is cut short")) }
                sent += count
                do throws(LedgerAPI.Failure) {
                    try await caller.send(
                        LedgerAPI.Backup.Reply(
                            done: sent, total: copy.size, data: text))
                } catch {
                    // He has gone.
                    break
                }
            }
            return LedgerAPI.Backup.Reply(done: copy.size, total: copy.size)
        } catch {
            throw refusal(error, requester, caller)
        }
    }

    package func noteSeen(
        _ request: LedgerAPI.NoteSeen, _ caller: VarlinkCaller<LedgerAPI.NoteSeen>
    ) async throws(LedgerAPI.Failure) -> LedgerAPI.NoteSeen.Reply {
        let requester = await identify(caller.peer)
        do throws(UpkeepRefusal) {
            return LedgerAPI.NoteSeen.Reply(names: try await switchboard.noteSeen(by: requester))
        } catch {
            throw refusal(error, requester, caller)
        }
    }

    func refusal<Request: VarlinkRequest>(
        _ refusal: UpkeepRefusal, _ requester: Requester, _ caller: VarlinkCaller<Request>
    ) -> LedgerAPI.Failure where Request.Failure == LedgerAPI.Failure {
        switch refusal {
        case .notAllowed(let right): denied(right, requester, caller)
        case .isBeingCopied: .beingCopied
        case .ledger(let error): .ledgerUnavailable(.init(cause: "\(error)"))
        }
    }
}
