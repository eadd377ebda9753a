package import Glibc

/// Where a socket is bound, or whom it is to reach, as the kernel has it (unix(7), ip(7), ipv6(7)).
package struct SocketAddress: Sendable {
    /// How many bytes a Unix socket's name may have, the NUL behind a path included.
    private static let nameLimit = MemoryLayout<sockaddr_un>.size - nameOffset
    /// A Unix socket's name stands behind the address's family.
    private static let nameOffset = MemoryLayout<sa_family_t>.size

    private var storage = sockaddr_storage()
    private var length: socklen_t = 0

    /// A Unix socket's.
    ///
    /// - Throws: EINVAL for a path that is empty or has a NUL in it, which would name another file; ENAMETOOLONG from 108 bytes on.
    package init(path: String) throws(SystemError) {
        let bytes = Array(path.utf8)
        guard !bytes.isEmpty, !bytes.contains(0) else { throw SystemError(code: EINVAL) }
        guard bytes.count < Self.nameLimit else { throw SystemError(code: ENAMETOOLONG) }
        // What follows the path is zero already.
        set(name: bytes, length: bytes.count + 1)
    }

    /// A Unix socket's, as `$NOTIFY_SOCKET` has it: a path, or `@` and a name of the abstract name space (sd_notify(3)). Nil for
    /// anything else.
    package init?(notifySocket name: String) {
        var bytes = Array(name.utf8)
        guard bytes.count > 1, bytes.count < Self.nameLimit else { return nil }
        switch bytes[0] {
        case UInt8(ascii: "/"): set(name: bytes, length: bytes.count + 1)
        case UInt8(ascii: "@"):
            bytes[0] = 0
            // The name of an abstract socket has no NUL at its end.
            set(name: bytes, length: bytes.count)
        default: return nil
        }
    }

    /// Reads `127.0.0.1:4577`; nil for anything but an IPv4 address and a port.
    package init?(ipv4 text: String) {
        let parts = text.split(separator: ":", omittingEmptySubsequences: false)
        guard parts.count == 2, let port = UInt16(parts[1]), port > 0 else { return nil }
        var address = in_addr()
        guard inet_pton(AF_INET, String(parts[0]), &address) == 1 else { return nil }
        self.init(ipv4: address, port: port)
    }

    private init(ipv4 address: in_addr, port: UInt16) {
        let whole = sockaddr_in(
            sin_family: sa_family_t(AF_INET), sin_port: port.bigEndian, sin_addr: address,
            sin_zero: (0, 0, 0, 0, 0, 0, 0, 0))
        withUnsafeMutableBytes(of: &storage) { $0.storeBytes(of: whole, as: sockaddr_in.self) }
        length = socklen_t(MemoryLayout<sockaddr_in>.size)
    }

    /// A TCP port of this machine alone; with 0 the kernel chooses one as it is bound.
    package static func loopback(port: UInt16) -> SocketAddress {
        SocketAddress(ipv4: in_addr(s_addr: INADDR_LOOPBACK.bigEndian), port: port)
    }

    /// Where a socket is bound; nil for what is no socket.
    package init?(of descriptor: CInt) {
        self.init(getsockname, descriptor)
    }

    /// Where the other end of a connection is bound; nil for what is none, or is none any more.
    package init?(ofPeer descriptor: CInt) {
        self.init(getpeername, descriptor)
    }

    private init?(
        _ ask: (CInt, UnsafeMutablePointer<sockaddr>, UnsafeMutablePointer<socklen_t>) -> CInt, _ descriptor: CInt
    ) {
        var size = socklen_t(MemoryLayout<sockaddr_storage>.size)
        let isKnown = withUnsafeMutablePointer(to: &storage) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { ask(descriptor, $0, &size) == 0 }
        }
        guard isKnown else { return nil }
        length = size
    }

    private mutating func set(name: [UInt8], length count: Int) {
        storage.ss_family = sa_family_t(AF_UNIX)
        withUnsafeMutableBytes(of: &storage) { bytes in
            UnsafeMutableRawBufferPointer(rebasing: bytes[Self.nameOffset...]).copyBytes(from: name)
        }
        length = socklen_t(Self.nameOffset + count)
    }
}

extension SocketAddress {
    package enum Family: Sendable {
        case unix, ipv4, ipv6
    }

    /// Nil for one of those that are not for streams between programs, such as netlink's.
    package var family: Family? {
        switch CInt(storage.ss_family) {
        case AF_UNIX: .unix
        case AF_INET: .ipv4
        case AF_INET6: .ipv6
        default: nil
        }
    }

    /// Whether it is reached over TCP.
    package var isInternet: Bool { family == .ipv4 || family == .ipv6 }

    /// The file of a Unix socket; nil for one of another kind, or without a file.
    package var path: String? {
        guard family == .unix else { return nil }
        let path = withUnsafeBytes(of: storage) { bytes in
            String(decoding: bytes[..<Int(length)].dropFirst(Self.nameOffset).prefix { $0 != 0 }, as: UTF8.self)
        }
        return path.isEmpty ? nil : path
    }

    /// The address without the port.
    package var host: IPAddress? { withUnsafeBytes(of: storage) { IPAddress($0, family: CInt(storage.ss_family)) } }

    package var port: UInt16? {
        guard isInternet else { return nil }
        return withUnsafeBytes(of: storage) {
            UInt16(bigEndian: $0.loadUnaligned(fromByteOffset: 2, as: UInt16.self))
        }
    }

    /// Passes it on to a system call.
    package func withPointer<Value>(_ body: (UnsafePointer<sockaddr>, socklen_t) -> Value) -> Value {
        withUnsafePointer(to: storage) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { body($0, length) }
        }
    }

    /// A stream socket of its family, closed on exec. The caller closes it.
    func openStream() throws(SystemError) -> CInt {
        let descriptor = socket(
            CInt(storage.ss_family), CInt(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue), 0)
        guard descriptor >= 0 else { throw .current }
        return descriptor
    }
}
