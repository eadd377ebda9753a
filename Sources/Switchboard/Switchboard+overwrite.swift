import Glibc
import Logging
import Records

/// What was forgotten stands in the ledger's log for as long as somebody reads what was there before.
extension Switchboard {
    /// A second's patience with those who read.
    static let overwriteTries = 10

    /// What a start finds in the log counts as one, although it is mostly none.
    static let erasuresAtStart = 1

    /// What came of the last try.
    enum Overwriting: Equatable {
        case done
        /// Somebody reads what was there before.
        case isRead
        case failed(LedgerError)
    }

    /// Whether something was forgotten that may stand in the log yet.
    var isOverwritingOwed: Bool { overwritten < erasures }

    /// Moves what is in the log into the ledger and makes the log empty.
    ///
    /// - Parameter tries: How often it is tried, ten times a second.
    func overwrite(patience tries: Int) async {
        let (upkeep, until) = (ledger.upkeep, erasures)
        lastOverwriting = await BackgroundThread.run("majord-forget") {
            var last = Overwriting.done
            for number in 1...max(tries, 1) {
                do throws(LedgerError) {
                    if try upkeep.emptyLog() { return .done }
                    last = .isRead
                } catch {
                    last = .failed(error)
                }
                if number < tries { usleep(100_000) }
            }
            return last
        }
        if lastOverwriting == .done { overwritten = max(overwritten, until) }
        // Where it failed for another cause, that is told.
        let since = isOverwritingOwed && lastOverwriting == .isRead ? health.unwrittenSince ?? now() : nil
        guard since != health.unwrittenSince else { return }
        health.note(unwrittenSince: since)
        noteChange()
    }

    /// Overwrites what is owed, and tells that it is done. To be called every few seconds, and at the end.
    ///
    /// - Parameter isEnd: Whether there is no later: then it is waited for those who read, for a second.
    package func overwriteForgotten(isEnd: Bool = false) async {
        guard isOverwritingOwed else { return }
        await overwrite(patience: isEnd ? Self.overwriteTries : 1)
        if !isOverwritingOwed {
            logger.notice("What was forgotten is overwritten in the ledger's log by now")
        } else if isEnd, lastOverwriting == .isRead {
            logger.warning(
                "Somebody reads the ledger, whose log may have what was forgotten yet; the next start overwrites it")
        } else if isEnd, case .failed(let error) = lastOverwriting, erasures > Self.erasuresAtStart {
            logger.warning(
                "The ledger's log may have what was forgotten yet, and cannot be emptied: \(error); the next start overwrites it"
            )
        }
    }
}
