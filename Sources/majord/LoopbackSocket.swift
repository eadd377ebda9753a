import Glibc
import Varlink

/// A TCP socket that listens on an address of this machine, for FastAGI without systemd.
enum LoopbackSocket {
    /// Reads `127.0.0.1:4577`; nil for anything but an IPv4 address and a port.
    static func address(_ text: String) -> sockaddr_in? {
        let parts = text.split(separator: ":", omittingEmptySubsequences: false)
        guard parts.count == 2, let port = UInt16(parts[1]), port > 0 else { return nil }
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = port.bigEndian
        guard inet_pton(AF_INET, String(parts[0]), &address.sin_addr) == 1 else { return nil }
        return address
    }

    /// Listens; fails where somebody else does.
    static func listen(on address: sockaddr_in) throws(SystemError) -> Int32 {
        let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue), 0)
        guard descriptor >= 0 else { throw SystemError(code: errno) }
        // Connections of a daemon that has just ended must not keep the next one from listening.
        var isOn: Int32 = 1
        setsockopt(descriptor, SOL_SOCKET, SO_REUSEADDR, &isOn, socklen_t(MemoryLayout<Int32>.size))
        let isBound = withUnsafePointer(to: address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                bind(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size)) == 0
            }
        }
        guard isBound, Glibc.listen(descriptor, 4_096) == 0 else {
            let error = SystemError(code: errno)
            close(descriptor)
            throw error
        }
        return descriptor
    }
}
