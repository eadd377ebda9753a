import Glibc
import Sockets

@testable import Systemd

/// What systemd passes in the environment.
enum Passed {
    private static let known: PassedSockets.Kinds = ["pbx": [.ipv4], "fastagi": [.ipv4], "control": [.ipv4]]
    private static let hasSockets = (3...5).allSatisfy { (descriptor: Int32) in
        guard fcntl(descriptor, F_GETFD) < 0 else { return true }
        let made = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        defer { if made != descriptor { close(made) } }
        return listen(made, 1) == 0 && dup2(made, descriptor) == descriptor
    }

    /// In lines: `$LISTEN_FDS`, `$LISTEN_FDNAMES`, `$NOTIFY_SOCKET`.
    static func environment(_ bytes: [UInt8]) {
        guard hasSockets else { return }
        let lines = bytes.filter { $0 != 0 }.split(
            separator: UInt8(ascii: "\n"), maxSplits: 2, omittingEmptySubsequences: false
        ).map { String(decoding: $0, as: UTF8.self) }
        setenv("LISTEN_PID", "\(getpid())", 1)
        setenv("LISTEN_FDS", lines[0], 1)
        if lines.count > 1 { setenv("LISTEN_FDNAMES", lines[1], 1) }
        let passed = try? PassedSockets.take(known: known)
        for name in ["LISTEN_PID", "LISTEN_FDS", "LISTEN_FDNAMES"] {
            precondition(getenv(name) == nil, "a child takes the sockets for its own")
        }
        for socket in known.keys.flatMap({ passed?.sockets(named: $0) ?? [] }) {
            precondition((3...5).contains(socket.descriptor), "\(socket.descriptor) is taken for a socket")
        }
        notify(lines.count > 2 ? lines[2] : lines[0])
    }

    /// A name is a path or `@` and a name, and fits into a socket's address.
    private static func notify(_ name: String) {
        let bytes = Array(name.utf8)
        let isOne =
            (bytes.first == UInt8(ascii: "/") || bytes.first == UInt8(ascii: "@")) && (2..<108).contains(bytes.count)
        precondition((NotifySocket(name: name) != nil) == isOne, "\(name) is taken for another socket")
    }
}
