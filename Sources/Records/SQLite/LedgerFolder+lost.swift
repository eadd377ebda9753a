import Foundation
import Glibc
package import Time

/// Word for the next start of what was lost: records, since the ledger could not be written until majord ended, or what was in the log. It is
/// the name of an empty file, for which a full disk mostly has room. Where the folder is gone or read-only the journal alone tells.
extension LedgerFolder {
    package struct LostRecords: Hashable, Sendable {
        /// How many records of calls; 0: what was changed in this time and was in the log.
        package let count: Int
        /// Since when the ledger could not be written, or the log was not moved into it.
        package let since: Instant
        /// When majord ended, or the log was found to be gone.
        package let until: Instant

        /// What was in the log.
        package init(logSince since: Instant, until: Instant) {
            self.init(count: 0, since: since, until: until)
        }

        package init(count: Int, since: Instant, until: Instant) {
            self.count = count
            self.since = since
            self.until = until
        }

        fileprivate init?(name: String) {
            guard name.hasPrefix(Self.prefix) else { return nil }
            let numbers = name.dropFirst(Self.prefix.count).split(separator: "-").map { Int64($0) }
            guard numbers.count == 3, let count = numbers[2], count >= 0, let since = numbers[0], let until = numbers[1]
            else { return nil }
            self.init(
                count: Int(clamping: count), since: Instant(clamping: since), until: Instant(clamping: until))
        }

        private static let prefix = "ledger.sqlite.lost-"

        fileprivate var name: String { "\(Self.prefix)\(since.milliseconds)-\(until.milliseconds)-\(count)" }
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
}
