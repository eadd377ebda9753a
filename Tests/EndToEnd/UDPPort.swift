import Foundation

/// Ports of the loopback interface.
enum UDPPort {
    /// One that nobody uses.
    static func free() -> UInt16 {
        let descriptor = socket(AF_INET, Int32(SOCK_DGRAM.rawValue), 0)
        defer { close(descriptor) }
        return bound(descriptor, to: 0) ?? 0
    }

    /// Whether nobody has bound it, by the kernel's list: trying to bind it would get in the way of whoever is just about to.
    static func isFree(_ port: UInt16) -> Bool {
        let digits = String(port, radix: 16, uppercase: true)
        let end = ":" + String(repeating: "0", count: 4 - digits.count) + digits
        let list =
            FileManager.default.contents(atPath: "/proc/net/udp").map { String(decoding: $0, as: UTF8.self) } ?? ""
        return !list.split(separator: "\n").contains { line in
            line.split(separator: " ").dropFirst().first?.hasSuffix(end) == true
        }
    }

    /// Sends a SIP message, whose lines need no carriage returns here.
    static func send(_ message: String, to port: UInt16) {
        let descriptor = socket(AF_INET, Int32(SOCK_DGRAM.rawValue), 0)
        defer { close(descriptor) }
        let bytes = Array(message.replacing("\n", with: "\r\n").utf8)
        withAddress(of: port) { address, size in
            _ = sendto(descriptor, bytes, bytes.count, 0, address, size)
        }
    }

    private static func bound(_ descriptor: Int32, to port: UInt16) -> UInt16? {
        guard withAddress(of: port, { bind(descriptor, $0, $1) }) == 0 else { return nil }
        var address = sockaddr_in()
        var size = socklen_t(MemoryLayout<sockaddr_in>.size)
        _ = withUnsafeMutablePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { getsockname(descriptor, $0, &size) }
        }
        return UInt16(bigEndian: address.sin_port)
    }

    @discardableResult
    private static func withAddress<Result>(
        of port: UInt16, _ body: (UnsafePointer<sockaddr>, socklen_t) -> Result
    ) -> Result {
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = inet_addr("127.0.0.1")
        address.sin_port = port.bigEndian
        return withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                body($0, socklen_t(MemoryLayout<sockaddr_in>.size))
            }
        }
    }
}
