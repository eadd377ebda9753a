import Logging
package import Records
import Routing
import Time
import Wording

/// Why the ledger was not copied, or nothing was noted or forgotten.
package enum UpkeepRefusal: Error, Sendable {
    case notAllowed(Right)
    /// Somebody else has a copy made.
    case isBeingCopied
    case ledger(LedgerError)
}

/// The ledger as a whole: whether it is sound, and copies of it.
extension Switchboard {
    /// Tells of ledgers that were set aside, makes the log of the ledger empty, which what was forgotten may stand in, and looks at what the
    /// start did not come to. To be called once, when calls are answered.
    package func lookAfterLedger() async {
        noteSetAside()
        let instant = now()
        await tell(
            health.setAside.map { name in
                NewEvent(.ledgerSetAside, at: instant, Event.About(detail: name), mark: "set aside \(name)")
            })
        let (upkeep, calls) = (ledger.upkeep, ledger.calls)
        await overwrite(patience: 1)
        let damage = await BackgroundThread.run("majord-upkeep") {
            upkeep.isChecked ? nil : try? upkeep.damage()
        }
        if let damage {
            health.note(damage: damage)
            logger.report(.ledgerDamaged, "The ledger is damaged, and in use all the same: \(damage)")
            noteChange()
        }
        // A start on a full disk has only read.
        let written = await BackgroundThread.run("majord-upkeep") {
            Result { () throws(LedgerError) in try calls.probe() }
        }
        if case .failure(let error) = written {
            recorder.noteUnavailable("The ledger can be read and not written, and calls go on: \(error)", error)
        }
        await watchLedger()
    }

    /// Looks which ledgers are set aside. To be called now and then: somebody may have moved one away.
    package nonisolated func noteSetAside() {
        if let folder = ledger.folder { health.note(setAside: folder.damaged) }
    }

    /// Notes that somebody has looked at the ledgers that were set aside.
    ///
    /// - Returns: Their names since.
    package func noteSeen(by requester: Requester) async throws(UpkeepRefusal) -> [String] {
        guard requester.isManager else { throw .notAllowed(.manageLedger) }
        guard let folder = ledger.folder else { return [] }
        let result = await BackgroundThread.run("majord-upkeep") {
            Result { () throws(LedgerError) in try folder.noteSeen() }
        }
        noteSetAside()
        noteChange()
        do throws(LedgerError) {
            let names = try result.get()
            if !names.isEmpty {
                logger.report(
                    .ledgerSeen,
                    "\(requester.user) has looked at what was set aside: \(names.joined(separator: ", "))",
                    requester.fields)
            }
            return names
        } catch {
            throw .ledger(error)
        }
    }

    /// How far a copy has come, in bytes.
    package struct CopyProgress: Sendable {
        package let done: Int
        package let total: Int
    }

    /// Makes a copy of the ledger as it is now, looked at to its end. Calls and changes go on meanwhile.
    ///
    /// - Parameter tell: Told how far it has come.
    package func copyLedger(
        by requester: Requester, _ tell: @escaping @Sendable (CopyProgress) -> Void
    ) async throws(UpkeepRefusal) -> LedgerCopy {
        guard requester.isManager else { throw .notAllowed(.manageLedger) }
        guard !isCopying else { throw .isBeingCopied }
        isCopying = true
        defer { isCopying = false }
        let (upkeep, notes) = (ledger.upkeep, desk.notes)
        let copied = await BackgroundThread.run("majord-backup") {
            Result { () throws(LedgerError) in
                try upkeep.copy { done, total in
                    tell(CopyProgress(done: done, total: total))
                    return !notes.isFinished
                }
            }
        }
        do throws(LedgerError) {
            let copy = try copied.get()
            logger.report(
                .backedUp, "\(requester.user) was sent a copy of the ledger, \(copy.size) bytes", requester.fields)
            return copy
        } catch {
            throw .ledger(error)
        }
    }
}
