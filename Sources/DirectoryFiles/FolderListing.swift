import Foundation
import Glibc

/// Looks at folders on the disk.
enum FolderListing {
    enum Kind {
        case folder, file
    }

    enum Failure: Error {
        case missing
        /// What the system says: permission denied, input/output error.
        case system(String)
    }

    static func kind(of path: String) throws(Failure) -> Kind {
        var status = stat()
        guard stat(path, &status) == 0 else {
            throw errno == ENOENT ? .missing : .system(String(cString: strerror(errno)))
        }
        return status.st_mode & S_IFMT == S_IFDIR ? .folder : .file
    }

    /// Names in order. Hidden files and what editors leave are passed over.
    static func names(in folder: String) throws(Failure) -> [String] {
        let names: [String]
        do {
            names = try FileManager.default.contentsOfDirectory(atPath: folder)
        } catch {
            _ = try kind(of: folder)
            throw .system("\(error.localizedDescription)")
        }
        return names.filter { !$0.hasPrefix(".") && !$0.hasPrefix("#") }.sorted()
    }
}
