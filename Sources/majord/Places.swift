import DirectoryFiles
import Foundation
import Records

/// Where the daemon finds and keeps things: as told, else as systemd says in the environment, else the usual place.
struct Places {
    let configuration: String
    let state: String
    let runtime: String
    /// Where the records are; nil: nobody knows, since majord.yaml cannot be read, and so where they were.
    let records: RecordsPlace?
    /// The file that has the password of the database, where there is one.
    let recordsPassword: String?

    /// - Parameters:
    ///   - records: Over what majord.yaml says, as `site`.
    init(
        configuration: String?, state: String?, runtime: String?, records: String? = nil, site: String? = nil,
        environment: [String: String]
    ) {
        self.configuration = configuration ?? Self.first(environment["CONFIGURATION_DIRECTORY"]) ?? "/etc/majord"
        self.state = state ?? Self.first(environment["STATE_DIRECTORY"]) ?? "/var/lib/majord"
        self.runtime = runtime ?? Self.first(environment["RUNTIME_DIRECTORY"]) ?? "/run/majord"
        let said = RecordsSetting.read(at: self.configuration)
        let words = records ?? said?.records
        self.records = said == nil && records == nil ? nil : RecordsPlace(words: words, site: site ?? said?.site)
        let credential = environment["CREDENTIALS_DIRECTORY"].map { $0 + "/records-password" }
        recordsPassword = credential.flatMap { FileManager.default.isReadableFile(atPath: $0) ? $0 : nil }
    }

    var pbxSocket: String { runtime + "/pbx.sock" }
    var controlSocket: String { runtime + "/control.sock" }
    /// What says that there is a ledger in the state folder, also after that was emptied.
    var ledgerMark: String { runtime + "/ledger" }

    /// systemd separates several folders by colons (systemd.exec(5)).
    private static func first(_ folders: String?) -> String? {
        folders?.split(separator: ":").first.map(String.init)
    }
}
