import Glibc

/// A Unix stream socket that listens: one that systemd passed in, or one made here.
package struct ListeningSocket: Sendable {
    /// How many connections may wait to be accepted; the kernel takes net.core.somaxconn when that is less.
    static let backlog: CInt = 1024

    package let descriptor: CInt
    /// The file to remove at the end; nil when the socket is somebody else's.
    let path: String?

    /// Takes over a socket that already listens, as systemd passes it (sd_listen_fds(3)).
    package init(descriptor: CInt) {
        self.descriptor = descriptor
        path = nil
    }

    /// Makes a socket and listens. A socket file that nobody listens on any more is replaced; any other file, and a
    /// socket that somebody listens on, is left alone and EADDRINUSE thrown.
    /// - Parameter mode: the file's permissions, as for chmod(2); write permission is what a client needs (unix(7)).
    package init(path: String, mode: UInt32) throws(SystemError) {
        let descriptor = try UnixSocket.open()
        do throws(SystemError) {
            try Self.removeStale(path)
            try UnixSocket.bind(descriptor, to: path)
            // Until listen(2) nobody can connect, so there is no moment at which the mode is too wide.
            guard chmod(path, mode) == 0, listen(descriptor, Self.backlog) == 0 else { throw SystemError.current }
        } catch {
            close(descriptor)
            throw error
        }
        self.descriptor = descriptor
        self.path = path
    }

    /// Removes the file of a socket that was made here.
    package func removeFile() {
        if let path { unlink(path) }
    }

    private static func removeStale(_ path: String) throws(SystemError) {
        let probe = try UnixSocket.open()
        defer { close(probe) }
        do throws(SystemError) {
            try UnixSocket.connect(probe, to: path)
            throw SystemError(code: EADDRINUSE)
        } catch {
            switch error.code {
            case ENOENT: return
            // A plain file refuses like a socket that nobody listens on.
            case ECONNREFUSED where isSocket(path):
                guard unlink(path) == 0 || errno == ENOENT else { throw SystemError.current }
            case ECONNREFUSED: throw SystemError(code: EADDRINUSE)
            default: throw error
            }
        }
    }

    private static func isSocket(_ path: String) -> Bool {
        var status = stat()
        return lstat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFSOCK
    }
}
