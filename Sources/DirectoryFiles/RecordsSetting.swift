import Foundation
import Routing

/// What `majord.yaml` says of where records are: it is read before all else, since the records are opened while the directory is read.
package struct RecordsSetting: Sendable, Equatable {
    /// libpq's words; nil: a file of the state folder.
    package let records: String?
    package let site: String?

    /// - Parameter path: The directory's, as `DirectoryReader` takes it.
    /// - Returns: Nil where the file cannot be read, or what it says of this is none.
    package static func read(at path: String) -> RecordsSetting? {
        let findings = Findings()
        let source = FileSource(path: path, keeping: false)
        guard let kind = try? source.kind() else { return nil }
        let file = kind == .folder ? "\(source.path)/majord.yaml" : source.path
        guard let text = try? source.text(file), let value = YAMLFile.document(text, file: file, findings),
            let entries = value.entries()
        else { return nil }
        func setting(_ key: String, _ read: (Value) -> String?) -> String? {
            entries.first { $0.value.label == key }.flatMap { $0.value.isEmpty ? nil : read($0.value) }
        }
        let found = RecordsSetting(
            records: setting("records") { $0.records() }, site: setting("site") { $0.identifier() })
        return findings.hasErrors ? nil : found
    }

    /// The text of a settings file without what each site has of its own: the same files at two sites are the same then.
    package static func leavingOutOwn(_ text: String) -> String {
        guard let entries = YAMLFile.document(text, file: "", Findings())?.entries() else { return text }
        let scalars = Array(text.unicodeScalars)
        let lines = [0] + scalars.indices.filter { scalars[$0] == "\n" }.map { $0 + 1 }
        func index(_ key: Value) -> Int {
            let line = key.place.line - 1
            return min(lines.indices.contains(line) ? lines[line] + key.place.column - 1 : scalars.count, scalars.count)
        }
        // Lines may end otherwise than here: no place is before the one above it.
        var starts: [Int] = []
        for entry in entries { starts.append(max(index(entry.key), starts.last ?? 0)) }
        starts.append(scalars.count)
        var shared = scalars[..<starts[0]]
        for (place, entry) in entries.enumerated() where !["site", "records"].contains(entry.value.label) {
            shared += scalars[starts[place]..<starts[place + 1]]
        }
        return String(String.UnicodeScalarView(shared))
    }

    /// Whether words for a connection have a password, which whoever may read them would have.
    package static func hasPassword(_ words: String) -> Bool {
        guard let scheme = words.range(of: "://") else {
            return words.contains(/(?:^|\s)password\s*=/)
        }
        let rest = words[scheme.upperBound...]
        let user = rest.prefix { $0 != "/" && $0 != "?" }.split(separator: "@", omittingEmptySubsequences: false)
        return user.count > 1 && user[0].contains(":") || rest.contains(/[?&]password=/)
    }
}

extension Value {
    /// libpq's words for a connection to PostgreSQL, at most 1,000 bytes.
    func records() -> String? {
        guard let text = scalar() else { return nil }
        let isAddress = ["postgresql://", "postgres://"].contains(where: text.hasPrefix)
        guard isAddress || text.contains("="), text.utf8.count <= 1_000,
            text.utf8.allSatisfy({ $0 >= 0x20 && $0 != 0x7F })
        else {
            error("`\(label)` must be postgresql://… or libpq's words, such as `host=/run/postgresql dbname=majord`")
            return nil
        }
        guard !RecordsSetting.hasPassword(text) else {
            error("`\(label)` has a password, which others can read here; put it into the credential records-password")
            return nil
        }
        return text
    }
}
