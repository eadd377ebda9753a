import Glibc
import Systemd
import Varlink

/// A listening socket of the daemon: systemd's, or one made in the runtime folder.
struct OpenedSocket {
    let socket: ListeningSocket
    /// Where it is, for the log.
    let description: String

    init(
        _ passed: PassedSockets, name: String, path: String, mode: UInt32, group: UInt32?
    ) throws(StartFailure) {
        if let descriptor = passed.descriptors(named: name).first {
            socket = ListeningSocket(descriptor: descriptor)
            description = "passed by systemd"
            return
        }
        do {
            socket = try ListeningSocket(path: path, mode: mode)
        } catch {
            throw .socket(path: path, error)
        }
        description = path
        if let group {
            // Without the right to do so the socket stays with the group of whoever started the daemon.
            _ = chown(path, uid_t.max, group)
        }
    }

    /// Removes the file of a socket that was made here.
    func remove() {
        socket.removeFile()
    }
}
