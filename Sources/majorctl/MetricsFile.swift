import Glibc
import Sockets

/// Replaces a file so that whoever reads it sees the text before or the text after, never a part.
enum MetricsFile {
    /// Why there is no new text in the file.
    struct Failure: Error, Equatable {
        let path: String
        let cause: String

        var text: String { "cannot write \(path): \(cause)" }
    }

    /// Writes the text to a new file beside it, readable by everybody, and renames that to `path`.
    ///
    /// Of the file that stood there nothing is kept, neither owner nor rights. Only a regular file is replaced: a device or a link has a
    /// meaning that a new file would end.
    static func replace(_ path: String, with text: String) throws(Failure) {
        do throws(Cause) {
            var existing = stat()
            if lstat(path, &existing) == 0, existing.st_mode & S_IFMT != S_IFREG {
                throw Cause(text: "it is no regular file; name another one")
            }
            let folder = path.lastIndex(of: "/").map { path[...$0] } ?? ""
            try write(text, to: "\(folder).majorctl-metrics.XXXXXX", renamedTo: path)
        } catch {
            throw Failure(path: path, cause: error.text)
        }
    }

    private struct Cause: Error {
        let text: String

        init(text: String) {
            self.text = text
        }

        /// The system call that has just failed.
        static var current: Cause {
            switch errno {
            case ENOENT, ENOTDIR: Cause(text: "there is no such folder; create it first")
            case EACCES, EPERM: Cause(text: "you may not create files in its folder")
            case let code: Cause(text: "\(SystemError(code: code))")
            }
        }
    }

    private static func write(_ text: String, to template: String, renamedTo path: String) throws(Cause) {
        var name = Array(template.utf8CString)
        let descriptor = mkstemp(&name)
        guard descriptor >= 0 else { throw .current }
        var isDone = false
        defer {
            if !isDone { unlink(name) }
        }
        do throws(Cause) {
            try write(text, to: descriptor)
        } catch {
            close(descriptor)
            throw error
        }
        guard close(descriptor) == 0, rename(name, path) == 0 else { throw .current }
        isDone = true
    }

    private static func write(_ text: String, to descriptor: CInt) throws(Cause) {
        guard fchmod(descriptor, 0o644) == 0 else { throw .current }
        var rest = Array(text.utf8)[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
            if count >= 0 {
                rest.removeFirst(count)
            } else if errno != EINTR {
                throw .current
            }
        }
    }
}
