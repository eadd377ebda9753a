import Records
import Terminal

extension Version {
    /// As the ledger compares it.
    static let release = ReleaseVersion(text) ?? LedgerSchema.oldestVersion
}
