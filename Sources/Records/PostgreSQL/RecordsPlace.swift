import Foundation
import Glibc

/// Where the records are: in a database, by libpq's words, or else in a file of the state folder.
package struct RecordsPlace: Sendable, Equatable {
    /// libpq's words; nil: the file.
    package let words: String?
    /// By which people know this site; nil: as the machine is called.
    package let site: String?

    package init(words: String?, site: String?) {
        (self.words, self.site) = (words, site)
    }
}

/// What a state folder has of records that are in a database.
package struct DatabaseFolder: Sendable {
    private let state: String
    /// The folder of the copy.
    package let path: String

    package init(state: String) {
        self.state = state
        path = state + "/last-known"
    }

    private var placeFile: String { path + "/place" }
    private var idFile: String { path + "/id" }

    package var exists: Bool { access(placeFile, F_OK) == 0 }

    /// Where the records were at the last start, for one at which the directory cannot be read; nil: in a file.
    package var place: RecordsPlace? {
        guard let text = try? String(contentsOfFile: placeFile, encoding: .utf8) else { return nil }
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        guard let words = lines.first, !words.isEmpty else { return nil }
        return RecordsPlace(words: words, site: lines.count > 1 && !lines[1].isEmpty ? lines[1] : nil)
    }

    package func note(_ place: RecordsPlace) throws(LedgerError) {
        guard place != self.place else { return }
        try write("\(place.words ?? "")\n\(place.site ?? "")\n", to: placeFile)
    }

    /// The id of this folder's site: no other folder has the same.
    package func id() throws(LedgerError) -> String {
        if let known = try? String(contentsOfFile: idFile, encoding: .utf8), known.utf8.count == 32 { return known }
        let id = (0..<4).map { _ in
            let part = String(UInt32.random(in: 0...UInt32.max), radix: 16)
            return String(repeating: "0", count: 8 - part.count) + part
        }.joined()
        try write(id, to: idFile)
        return id
    }

    /// The site's number in the database, as it was told last.
    package var number: UInt64? {
        (try? String(contentsOfFile: path + "/number", encoding: .utf8)).flatMap {
            UInt64($0.trimmingCharacters(in: .whitespacesAndNewlines))
        }
    }

    func note(number: UInt64) throws(LedgerError) {
        guard number != self.number else { return }
        try write("\(number)\n", to: path + "/number")
    }

    private func write(_ text: String, to file: String) throws(LedgerError) {
        guard mkdir(path, 0o700) == 0 || errno == EEXIST else {
            throw .cannotOpen(path: state, cause: String(cString: strerror(errno)))
        }
        do {
            try Data(text.utf8).write(to: URL(filePath: file), options: .atomic)
        } catch {
            throw .cannotOpen(path: file, cause: "\(error.localizedDescription)")
        }
    }
}
