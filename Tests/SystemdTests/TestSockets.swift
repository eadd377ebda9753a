import Glibc

struct SocketFailure: Error {
    let code: Int32
}

/// A Unix socket bound in the abstract name space, which leaves no file behind.
final class BoundSocket: Sendable {
    let descriptor: Int32
    /// In the form of `$NOTIFY_SOCKET`: `@` stands for the leading NUL.
    let path: String

    init(type: __socket_type) throws {
        let descriptor = socket(AF_UNIX, Int32(type.rawValue), 0)
        guard descriptor >= 0 else { throw SocketFailure(code: errno) }
        self.descriptor = descriptor
        // Binding an address of no more than its family makes the kernel choose a free abstract name (unix(7)).
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        var length = socklen_t(MemoryLayout<sa_family_t>.size)
        let bound = withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { bind(descriptor, $0, length) }
        }
        guard bound == 0 else { throw SocketFailure(code: errno) }
        length = socklen_t(MemoryLayout<sockaddr_un>.size)
        let named = withUnsafeMutablePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { getsockname(descriptor, $0, &length) }
        }
        guard named == 0 else { throw SocketFailure(code: errno) }
        let nameLength = Int(length) - MemoryLayout<sa_family_t>.size
        path = withUnsafeBytes(of: &address.sun_path) { "@" + String(decoding: $0[1..<nameLength], as: UTF8.self) }
    }

    deinit {
        close(descriptor)
    }
}

/// What a service manager has at the other end of `$NOTIFY_SOCKET`.
final class NotifyReceiver: Sendable {
    private let socket: BoundSocket

    init() throws {
        socket = try BoundSocket(type: SOCK_DGRAM)
    }

    var path: String { socket.path }

    /// The datagram that has arrived; nil when none has. A Unix datagram arrives before its sender returns.
    func receive() -> String? {
        var buffer = [UInt8](repeating: 0, count: 8_192)
        let count = recv(socket.descriptor, &buffer, buffer.count, Int32(MSG_DONTWAIT))
        return count < 0 ? nil : String(decoding: buffer[..<count], as: UTF8.self)
    }
}
