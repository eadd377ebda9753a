package import Time

/// Where a call stands among those that are kept: how one goes on behind it. Written `1800000000000-42`: when it was noted, in milliseconds
/// since 1970, and the ledger's number of it.
package struct CallPosition: Sendable, Equatable {
    package let noted: Instant
    package let row: Int64

    package init(noted: Instant, row: Int64) {
        self.noted = noted
        self.row = row
    }
}

extension CallPosition: LosslessStringConvertible {
    /// Nil for what is no position as `description` writes it.
    package init?(_ description: String) {
        let parts = description.split(separator: "-", omittingEmptySubsequences: false)
        guard parts.count == 2, let noted = Int64(parts[0]), let row = Int64(parts[1]), noted >= 0, row > 0 else {
            return nil
        }
        self.init(noted: Instant(clamping: noted), row: row)
        guard self.description == description else { return nil }
    }

    package var description: String { "\(noted.milliseconds)-\(row)" }
}
