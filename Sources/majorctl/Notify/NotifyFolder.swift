import Foundation
import Glibc
import Time

/// The folder with the programs that are told of events.
struct NotifyFolder {
    let path: String

    struct Program: Hashable {
        /// Its file's name, by which the records know it.
        let name: String
        let path: String
        /// When it was put there, or changed last.
        let since: Instant
    }

    /// Whether there is such a folder, and it can be read.
    var isThere: Bool { (try? FileManager.default.contentsOfDirectory(atPath: path)) != nil }

    /// All executable files, in the order of their names, but those that editors and packages leave behind. None where there is no folder.
    var programs: [Program] {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
        return names.sorted().compactMap { name in
            guard Self.isProgram(name) else { return nil }
            let path = path + "/" + name
            var file = stat()
            guard stat(path, &file) == 0, file.st_mode & S_IFMT == S_IFREG, access(path, X_OK) == 0 else { return nil }
            let changed = Int64(file.st_ctim.tv_sec) * 1_000 + Int64(file.st_ctim.tv_nsec) / 1_000_000
            return Program(name: name, path: path, since: Instant(clamping: changed))
        }
    }

    static func isProgram(_ name: String) -> Bool {
        let left = ["~", ".bak", ".orig", ".swp", ".dpkg-old", ".dpkg-new", ".dpkg-dist", ".dpkg-tmp"]
        return !name.hasPrefix(".") && !name.hasPrefix("#") && !left.contains(where: name.hasSuffix)
            && name.utf8.count <= 255
    }
}
