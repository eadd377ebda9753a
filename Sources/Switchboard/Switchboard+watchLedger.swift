import Logging
import Records
import Routing
import Time
import Wording

/// What somebody does to the ledger's files, and what is lost by it.
extension Switchboard {
    /// Has made anew what can be, and tells, once, of what cannot, and that it is well again. To be called every few seconds, and at the end.
    package func watchLedger() async {
        let (upkeep, recorder) = (ledger.upkeep, recorder)
        let (mended, hindrance) = await BackgroundThread.run("majord-upkeep") { (upkeep.mend(), upkeep.hindrance) }
        if !mended.isEmpty { await tell(mended) }
        let before = ledgerHindrance
        guard hindrance != before else { return }
        ledgerHindrance = hindrance
        health.note(hindrance)
        await leaveWord(of: hindrance)
        switch before {
        case .closed where hindrance == nil:
            logger.report(.ledgerClosed, "The ledger's files could be opened anew again", level: .notice)
        case .unlocked where hindrance == nil:
            logger.report(.ledgerClosed, "The ledger's lock is in its place again", level: .notice)
        default: break
        }
        switch hindrance {
        case let hindrance? where hindrance.isGone:
            recorder.noteUnavailable("Calls go on, and changes are refused: \(hindrance)")
        case .unlocked?, .closed?:
            logger.report(
                .ledgerClosed,
                hindrance.map { "The ledger is in use, and the next start may fail, or another majord come in: \($0)" }
                    ?? "")
        default: break
        }
        if before?.isGone ?? false, !(hindrance?.isGone ?? false) {
            await BackgroundThread.run("majord-upkeep") { recorder.maintain() }
        }
        noteChange()
    }

    private func tell(_ mended: [LedgerHindrance]) async {
        let instant = now()
        for hindrance in mended {
            logger.report(.ledgerMended, "The ledger's files are whole again: \(hindrance.mended)")
        }
        await tell(
            mended.map { NewEvent(.ledgerUnavailable, at: instant, Event.About(start: instant, detail: $0.mended)) })
    }

    /// What is in the log alone, or in a ledger that was removed, is lost however majord ends, so that word of it is left at once; it is taken back
    /// where the log is well again, or the ledger in its place.
    private func leaveWord(of hindrance: LedgerHindrance?) async {
        guard let folder = ledger.folder else { return }
        let (before, instant) = (lostLog, now())
        let word: LedgerFolder.LostRecords? =
            if case .removed? = hindrance {
                LedgerFolder.LostRecords(ledgerAt: instant)
            } else {
                hindrance?.lostSince.map { LedgerFolder.LostRecords(logSince: $0, until: instant) }
            }
        lostLog = word
        await BackgroundThread.run("majord-upkeep") {
            if let before { folder.remove(before) }
            if let word { folder.note(word) }
        }
    }

    /// Tells of what an earlier majord has lost, once that can be kept. To be called once, when calls are answered.
    package func tellLostRecords() async {
        guard let folder = ledger.folder else { return }
        let (records, notes, logger) = (ledger.events, desk.notes, logger)
        let clock = table.clock
        await BackgroundThread.run("majord-upkeep") {
            for lost in folder.lost {
                let what: String
                switch lost.what {
                case .records(let count):
                    what = "\(counted(count, .record)) of calls lost when majord ended"
                    notes.noteDropped(count)
                case .log:
                    what =
                        "what was changed then may be lost with the ledger's log, which somebody had removed or cut short"
                    logger.report(
                        .recordsLost,
                        "Between \(clock.noted(lost.since)) and \(clock.noted(lost.until)): \(what); see majorctl history and majorctl absences"
                    )
                case .ledger:
                    what =
                        "the ledger that was in \(folder.path) is gone, and an empty one was begun: put back what was there, or restore a backup (majord --restore)"
                    logger.report(.recordsLost, "Absences, cases and records of calls are lost: \(what)")
                }
                let event = NewEvent(
                    .ledgerUnavailable, at: lost.until,
                    Event.About(start: lost.since, end: lost.until, detail: what))
                // Else the next start tells.
                if (try? records.write([.tell(event)])) != nil { folder.remove(lost) }
            }
        }
    }
}
