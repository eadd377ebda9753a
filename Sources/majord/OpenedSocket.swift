import Sockets
import Systemd

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
        if let given = passed.sockets(named: name).first {
            socket = given
            description = "passed by systemd"
            file = given.address.path.map {
                SocketFile(name: name, path: $0, mode: mode, group: group, isPassed: true)
            }
            return
        }
        do {
            // Where majord has no right to give it away, the status says so.
            socket = try ListeningSocket(path: path, mode: mode, group: number)
        } catch {
            throw .socket(path: path, error)
        }
        description = path
        file = SocketFile(name: name, path: path, mode: mode, group: group, isPassed: false)
    }

    /// Removes the file of a socket that was made here.
    func remove() {
        socket.removeFile()
    }
}
