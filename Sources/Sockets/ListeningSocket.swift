import Glibc

/// A stream socket that listens: one that systemd passed in, or one made here.
package struct ListeningSocket: Sendable {
    /// How many connections may wait to be accepted; the kernel takes net.core.somaxconn when that is less.
    package static let backlog: CInt = 4_096

    /// Why a socket that was passed in cannot be served.
    package enum Unusable: Error, Equatable {
        /// It is no stream socket, or does not listen.
        case notListening
        /// It is of a family that this service does not serve.
        case otherFamily
    }

    package let descriptor: CInt
    package let address: SocketAddress
    /// Whether it was made here, so that its file is removed at the end.
    let isOwn: Bool

    init(descriptor: CInt, address: SocketAddress, isOwn: Bool) {
        self.descriptor = descriptor
        self.address = address
        self.isOwn = isOwn
    }

    /// Takes over a socket that already listens, as systemd passes it (sd_listen_fds(3)).
    ///
    /// - Parameter families: Those that are served.
    package init(passed descriptor: CInt, families: Set<SocketAddress.Family>) throws(Unusable) {
        guard Self.option(SO_TYPE, of: descriptor) == CInt(SOCK_STREAM.rawValue),
            Self.option(SO_ACCEPTCONN, of: descriptor) == 1, let address = SocketAddress(of: descriptor)
        else { throw .notListening }
        guard let family = address.family, families.contains(family) else { throw .otherFamily }
        self.init(descriptor: descriptor, address: address, isOwn: false)
    }

    /// Makes a Unix socket and listens. A socket file that nobody listens on any more is replaced; any other file, and a
    /// socket that somebody listens on, is left alone and EADDRINUSE thrown.
    ///
    /// - Parameters:
    ///   - mode: The file's permissions, as for chmod(2); write permission is what a client needs (unix(7)).
    ///   - group: The file's, where it is to have one. Without the right to give it away the file stays with the group of whoever
    ///     makes it.
    package init(path: String, mode: UInt32, group: UInt32? = nil) throws(SystemError) {
        let address = try SocketAddress(path: path)
        let descriptor = try address.openStream()
        do throws(SystemError) {
            try Self.removeStale(path, at: address)
            guard address.withPointer({ bind(descriptor, $0, $1) }) == 0 else { throw SystemError.current }
            if let group { _ = chown(path, uid_t.max, group) }
            // Until listen(2) nobody can connect, so there is no moment at which the mode is too wide.
            guard chmod(path, mode) == 0, listen(descriptor, Self.backlog) == 0 else { throw SystemError.current }
        } catch {
            close(descriptor)
            throw error
        }
        self.init(descriptor: descriptor, address: address, isOwn: true)
    }

    /// Makes a TCP socket and listens; fails where somebody else does.
    package init(address: SocketAddress) throws(SystemError) {
        let descriptor = try address.openStream()
        // Connections of a daemon that has just ended must not keep the next one from listening.
        var isOn: CInt = 1
        setsockopt(descriptor, SOL_SOCKET, SO_REUSEADDR, &isOn, socklen_t(MemoryLayout<CInt>.size))
        guard address.withPointer({ bind(descriptor, $0, $1) }) == 0, listen(descriptor, Self.backlog) == 0,
            let bound = SocketAddress(of: descriptor)
        else {
            let error = SystemError.current
            close(descriptor)
            throw error
        }
        self.init(descriptor: descriptor, address: bound, isOwn: true)
    }

    /// Removes the file of a socket that was made here.
    package func removeFile() {
        if isOwn, let path = address.path { unlink(path) }
    }

    private static func option(_ name: CInt, of descriptor: CInt) -> CInt? {
        var value: CInt = 0
        var size = socklen_t(MemoryLayout<CInt>.size)
        return getsockopt(descriptor, SOL_SOCKET, name, &value, &size) == 0 ? value : nil
    }

    private static func removeStale(_ path: String, at address: SocketAddress) throws(SystemError) {
        let probe = try address.openStream()
        defer { close(probe) }
        guard address.withPointer({ connect(probe, $0, $1) }) != 0 else { throw SystemError(code: EADDRINUSE) }
        switch errno {
        case ENOENT: return
        // A plain file refuses like a socket that nobody listens on.
        case ECONNREFUSED where isSocket(path):
            guard unlink(path) == 0 || errno == ENOENT else { throw SystemError.current }
        case ECONNREFUSED: throw SystemError(code: EADDRINUSE)
        case let code: throw SystemError(code: code)
        }
    }

    private static func isSocket(_ path: String) -> Bool {
        var status = stat()
        return lstat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFSOCK
    }
}
