import Glibc
import Synchronization

/// The socket of the service manager, which never makes its sender wait: a manager that does not read for a while must not hold up
/// calls. What it does not take now is sent before what comes next.
final class NotifySocket: Sendable {
    /// Datagrams that are kept at the most; a status or a sign of life takes the place of the one before.
    static let capacity = 64

    private let descriptor: Int32
    private let address: sockaddr_un
    private let length: socklen_t
    private let waiting = Mutex<[[ServiceMessage]]>([])

    /// - Parameter name: As `$NOTIFY_SOCKET` has it: a path, or `@` and a name of the abstract name space (sd_notify(3)). Nil for
    ///   anything else.
    init?(name: String) {
        var bytes = Array(name.utf8)
        guard let first = bytes.first, bytes.count > 1, first == UInt8(ascii: "/") || first == UInt8(ascii: "@") else {
            return nil
        }
        if first == UInt8(ascii: "@") { bytes[0] = 0 }
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        let room = MemoryLayout.size(ofValue: address.sun_path)
        guard bytes.count < room else { return nil }
        withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: bytes) }
        let descriptor = socket(AF_UNIX, Int32(SOCK_DGRAM.rawValue | SOCK_CLOEXEC.rawValue), 0)
        guard descriptor >= 0 else { return nil }
        self.descriptor = descriptor
        self.address = address
        // The name of an abstract socket has no NUL at its end.
        length = socklen_t(MemoryLayout<sa_family_t>.size + bytes.count + (bytes[0] == 0 ? 0 : 1))
    }

    deinit {
        close(descriptor)
    }

    /// - Returns: Whether the manager has all of it; what is kept for later counts as not.
    func send(_ messages: [ServiceMessage]) -> Bool {
        waiting.withLock { waiting in
            Self.add(messages, to: &waiting)
            while let next = waiting.first {
                switch sendNow(ServiceMessage.datagram(next)) {
                case 0: waiting.removeFirst()
                case EAGAIN, ENOBUFS, EINTR: return false
                default:
                    // Nobody is there: nothing is worth keeping.
                    waiting = []
                    return false
                }
            }
            return true
        }
    }

    /// Adds one datagram. Two signs of life say no more than one, and an older status says nothing any more.
    static func add(_ messages: [ServiceMessage], to waiting: inout [[ServiceMessage]]) {
        if messages.allSatisfy(\.isReplaceable) {
            waiting.removeAll { earlier in
                earlier.count == messages.count && zip(earlier, messages).allSatisfy { $0.isReplaced(by: $1) }
            }
        }
        waiting.append(messages)
        if waiting.count > capacity { waiting.removeFirst() }
    }

    private func sendNow(_ text: String) -> Int32 {
        var text = text
        return text.withUTF8 { bytes in
            withUnsafePointer(to: address) { pointer in
                pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                    sendto(
                        descriptor, bytes.baseAddress, bytes.count, Int32(MSG_NOSIGNAL | MSG_DONTWAIT),
                        $0, length) < 0 ? errno : 0
                }
            }
        }
    }
}

extension ServiceMessage {
    fileprivate var isReplaceable: Bool {
        switch self {
        case .status, .watchdog: true
        case .ready, .reloading, .stopping: false
        }
    }

    fileprivate func isReplaced(by other: ServiceMessage) -> Bool {
        switch (self, other) {
        case (.status, .status), (.watchdog, .watchdog): true
        default: false
        }
    }
}
