import Records
import Terminal
import Testing

@testable import majord

@Suite("Version")
struct VersionTests {
    @Test("this majord is one that may use the ledger as it leaves it")
    func release() {
        #expect(ReleaseVersion(Version.text) == Version.release)
        #expect(Version.release >= LedgerSchema.oldestVersion)
    }
}
