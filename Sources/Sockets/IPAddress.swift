import Glibc

/// An address of the Internet Protocol, of version 4 or 6, such as the one that a TCP connection comes from.
package struct IPAddress: Hashable, Sendable, CustomStringConvertible {
    private let family: CInt
    private let high: UInt64
    private let low: UInt64

    /// - Parameter bytes: A socket's address as the kernel has it (ip(7), ipv6(7)).
    init?(_ bytes: UnsafeRawBufferPointer, family: CInt) {
        self.family = family
        switch family {
        case AF_INET:
            high = 0
            low = UInt64(bytes.loadUnaligned(fromByteOffset: 4, as: UInt32.self))
        case AF_INET6:
            high = bytes.loadUnaligned(fromByteOffset: 8, as: UInt64.self)
            low = bytes.loadUnaligned(fromByteOffset: 16, as: UInt64.self)
        default: return nil
        }
    }

    /// As sockaddr_in has it, in the network's order of bytes; nil for one of version 6.
    var ipv4: UInt32? { family == AF_INET ? UInt32(truncatingIfNeeded: low) : nil }

    package var description: String {
        var text = [CChar](repeating: 0, count: 46)
        let isWritten =
            if let ipv4 {
                withUnsafeBytes(of: ipv4) { inet_ntop(family, $0.baseAddress, &text, 46) != nil }
            } else {
                withUnsafeBytes(of: (high, low)) { inet_ntop(family, $0.baseAddress, &text, 46) != nil }
            }
        return isWritten ? String(decoding: text.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self) : "?"
    }
}
