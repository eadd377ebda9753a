import DirectoryFiles
import Synchronization

/// Which files this site has, and in what those of others differ; told among the troubles.
package final class SiteFiles: Sendable {
    private struct State: Sendable {
        var version = ""
        /// In what another site's files differ, by its name, with their version.
        var others: [String: (version: String, difference: String)] = [:]
    }

    private let state = Mutex(State())

    /// The same for the same files.
    package var version: String { state.withLock(\.version) }

    func note(_ files: [String: String]?, below folder: String) {
        let version = Self.version(of: files ?? [:], below: folder)
        state.withLock { state in
            if state.version != version { state = State(version: version) }
        }
    }

    /// What is known of another site's files of that version.
    func difference(of site: String, _ version: String) -> String? {
        state.withLock { $0.others[site].flatMap { $0.version == version ? $0.difference : nil } }
    }

    func note(_ difference: String, of site: String, _ version: String) {
        state.withLock { $0.others[site] = (version, difference) }
    }

    func keep(only sites: Set<String>) {
        state.withLock { $0.others = $0.others.filter { sites.contains($0.key) } }
    }

    /// In what others differ, by their names; what differs in nothing that counts is left out.
    var differences: [(site: String, difference: String)] {
        state.withLock { $0.others.filter { !$0.value.difference.isEmpty }.map { ($0.key, $0.value.difference) } }
            .sorted { $0.0 < $1.0 }
    }

    /// FNV-1a of the files' places and texts, wherever the folder is.
    private static func version(of files: [String: String], below folder: String) -> String {
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        for (path, text) in files.sorted(by: { $0.key < $1.key }) {
            let place = path.hasPrefix(folder) ? String(path.dropFirst(folder.count)) : path
            let isSettings = files.count == 1 || place.hasSuffix("/majord.yaml")
            let shared = isSettings ? RecordsSetting.leavingOutOwn(text) : text
            for byte in "\(place)\0\(shared)\0".utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
        }
        let text = String(hash, radix: 16)
        return String(repeating: "0", count: 16 - text.count) + text
    }
}
