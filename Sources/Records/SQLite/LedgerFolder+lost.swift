import Foundation
import Glibc
package import Time

/// Word for the next start of what was lost: records, since the ledger could not be written until majord ended, what was in the log, or the
/// ledger itself. It is the name of an empty file, for which a full disk mostly has room. Where the folder is gone or read-only the journal alone tells.
extension LedgerFolder {
    package struct LostRecords: Hashable, Sendable {
        package enum What: Hashable, Sendable {
            /// So many records of calls.
            case records(Int)
            /// What was changed in this time and was in the log.
            case log
            /// All that was in the ledger, which somebody removed; as long as it is not put back.
            case ledger
        }

        package let what: What
        /// Since when the ledger could not be written, or the log was not moved into it.
        package let since: Instant
        /// When majord ended, or the log or the ledger was found to be gone.
        package let until: Instant

        /// What was in the log.
        package init(logSince since: Instant, until: Instant) {
            (what, self.since, self.until) = (.log, since, until)
        }

        package init(count: Int, since: Instant, until: Instant) {
            (what, self.since, self.until) = (.records(count), since, until)
        }

        /// All that was in the ledger.
        package init(ledgerAt instant: Instant) {
            (what, since, until) = (.ledger, instant, instant)
        }

        fileprivate init?(name: String) {
            guard name.hasPrefix(Self.prefix) else { return nil }
            let words = name.dropFirst(Self.prefix.count).split(separator: "-")
            guard words.count == 3, let since = Int64(words[0]), let until = Int64(words[1]) else { return nil }
            self.since = Instant(clamping: since)
            self.until = Instant(clamping: until)
            switch (words[2], Int64(words[2])) {
            case ("all", _): what = .ledger
            case (_, 0): what = .log
            case (_, let count?) where count > 0: what = .records(Int(clamping: count))
            default: return nil
            }
        }

        private static let prefix = "ledger.sqlite.lost-"

        fileprivate var name: String {
            let last =
                switch what {
                case .records(let count): "\(count)"
                case .log: "0"
                case .ledger: "all"
                }
            return "\(Self.prefix)\(since.milliseconds)-\(until.milliseconds)-\(last)"
        }
    }

    package func note(_ lost: LostRecords) {
        let file = open("\(path)/\(lost.name)", O_WRONLY | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o600)
        guard file >= 0 else { return }
        close(file)
        sync()
    }

    /// What was lost, and not removed since.
    package var lost: [LostRecords] {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
        return names.sorted().compactMap(LostRecords.init(name:))
    }

    package func remove(_ lost: LostRecords) {
        unlink("\(path)/\(lost.name)")
    }

    /// Takes notice that a ledger was opened. Of one that was begun anew, where there was one before, word is left; where it was put back, none is.
    ///
    /// - Parameter mark: A file outside of the folder that says that there is a ledger in it, however the folder is emptied; nil: there is none.
    func noteOpened(isNew: Bool, mark: String?, at instant: Instant) {
        let words = lost.filter { $0.what == .ledger }
        if !isNew {
            words.forEach(remove)
        } else if words.isEmpty, let mark, (try? String(contentsOfFile: mark, encoding: .utf8)) == path {
            note(LostRecords(ledgerAt: instant))
        }
        guard let mark else { return }
        let file = open(mark, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, 0o600)
        guard file >= 0 else { return }
        // Without it the next start knows less, and is none the worse.
        _ = write(file, path, path.utf8.count)
        close(file)
    }
}
