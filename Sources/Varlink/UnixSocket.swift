import Glibc

/// The system calls around Unix stream sockets that both ends need. Every descriptor is closed on exec.
enum UnixSocket {
    /// A socket that the caller closes.
    static func open() throws(SystemError) -> CInt {
        let descriptor = socket(AF_UNIX, CInt(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue), 0)
        guard descriptor >= 0 else { throw .current }
        return descriptor
    }

    static func bind(_ descriptor: CInt, to path: String) throws(SystemError) {
        guard try withAddress(path, { Glibc.bind(descriptor, $0, $1) }) == 0 else { throw .current }
    }

    static func connect(_ descriptor: CInt, to path: String) throws(SystemError) {
        guard try withAddress(path, { Glibc.connect(descriptor, $0, $1) }) == 0 else { throw .current }
    }

    private static func withAddress(
        _ path: String, _ body: (UnsafePointer<sockaddr>, socklen_t) -> CInt
    ) throws(SystemError) -> CInt {
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        let bytes = Array(path.utf8)
        // One byte stays for the NUL at the end; a NUL inside would name another file.
        guard bytes.count < MemoryLayout.size(ofValue: address.sun_path) else { throw SystemError(code: ENAMETOOLONG) }
        guard !bytes.isEmpty, !bytes.contains(0) else { throw SystemError(code: EINVAL) }
        withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: bytes) }
        return withUnsafePointer(to: address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                body($0, socklen_t(MemoryLayout<sockaddr_un>.size))
            }
        }
    }
}
