import Glibc
import Systemd
import Varlink

/// A listening socket of the daemon: systemd's, or one made in the runtime folder.
struct OpenedSocket {
    let socket: ListeningSocket
    /// Where it is, for the log.
    let description: String
    /// Its file as it is to be; nil where it has none.
    let file: SocketFile?

    /// - Parameters:
    ///   - mode: The file's, for users of `group` where there is one.
    ///   - number: The group's, where the name service tells it.
    init(
        _ passed: PassedSockets, name: String, path: String, mode: UInt32, group: String?, number: UInt32?
    ) throws(StartFailure) {
        if let descriptor = passed.descriptors(named: name).first {
            socket = ListeningSocket(descriptor: descriptor)
            description = "passed by systemd"
            file = Self.boundPath(descriptor).map {
                SocketFile(name: name, path: $0, mode: mode, group: group, isPassed: true)
            }
            return
        }
        do {
            socket = try ListeningSocket(path: path, mode: mode)
        } catch {
            throw .socket(path: path, error)
        }
        description = path
        file = SocketFile(name: name, path: path, mode: mode, group: group, isPassed: false)
        if let number {
            // Without the right to do so the socket stays with the group of whoever started the daemon, and the status says so.
            _ = chown(path, uid_t.max, number)
        }
    }

    /// Removes the file of a socket that was made here.
    func remove() {
        socket.removeFile()
    }

    /// Where a Unix socket is bound; nil for one of another kind, or without a file (unix(7)).
    private static func boundPath(_ descriptor: Int32) -> String? {
        var address = sockaddr_un()
        var length = socklen_t(MemoryLayout<sockaddr_un>.size)
        let isNamed = withUnsafeMutablePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { getsockname(descriptor, $0, &length) == 0 }
        }
        guard isNamed, address.sun_family == sa_family_t(AF_UNIX) else { return nil }
        let path = withUnsafeBytes(of: &address.sun_path) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) }
        return path.isEmpty ? nil : path
    }
}
