import Glibc

/// Where a TCP connection comes from.
struct PeerAddress: Hashable, CustomStringConvertible {
    private let family: Int32
    private let high: UInt64
    private let low: UInt64

    /// The other end's; nil where the connection is none over TCP, or has broken already.
    init?(of descriptor: Int32) {
        var address = sockaddr_storage()
        var length = socklen_t(MemoryLayout<sockaddr_storage>.size)
        let isKnown = withUnsafeMutablePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { getpeername(descriptor, $0, &length) == 0 }
        }
        guard isKnown else { return nil }
        family = Int32(address.ss_family)
        switch family {
        case AF_INET:
            high = 0
            low = withUnsafeBytes(of: &address) { bytes in
                UInt64(bytes.loadUnaligned(fromByteOffset: 4, as: UInt32.self))
            }
        case AF_INET6:
            (high, low) = withUnsafeBytes(of: &address) { bytes in
                (
                    bytes.loadUnaligned(fromByteOffset: 8, as: UInt64.self),
                    bytes.loadUnaligned(fromByteOffset: 16, as: UInt64.self)
                )
            }
        default: return nil
        }
    }

    var description: String {
        var text = [CChar](repeating: 0, count: 46)
        let isWritten =
            if family == AF_INET {
                withUnsafeBytes(of: UInt32(truncatingIfNeeded: low)) {
                    inet_ntop(family, $0.baseAddress, &text, 46) != nil
                }
            } else {
                withUnsafeBytes(of: (high, low)) { inet_ntop(family, $0.baseAddress, &text, 46) != nil }
            }
        return isWritten ? String(decoding: text.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self) : "?"
    }
}
