import Glibc
import Synchronization

/// Descriptors of files that SQLite locks. They stay open for as long as the process lives: closing any descriptor of a file takes all
/// locks of the process on it away (fcntl(2)), and so SQLite's. One is opened only where something is the matter with the file.
enum LockedFiles {
    private struct Name: Hashable {
        let device: UInt64
        let number: UInt64
    }

    private static let opened = Mutex<[Name: Int32]>([:])

    /// Nil where there is no such file, or it is a link, or may not be opened.
    static func descriptor(of path: String) -> Int32? {
        var found = stat()
        guard lstat(path, &found) == 0, found.st_mode & S_IFMT == S_IFREG else { return nil }
        let name = Name(device: UInt64(found.st_dev), number: UInt64(found.st_ino))
        return opened.withLock { opened in
            if let known = opened[name] { return known }
            let file = open(path, O_RDWR | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK)
            guard file >= 0 else { return nil }
            opened[name] = file
            return file
        }
    }
}
