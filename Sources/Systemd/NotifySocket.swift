import Glibc
import Sockets
import Synchronization

/// The socket of the service manager, which never makes its sender wait: a manager that does not read for a while must not hold up
/// calls. What it does not take now is sent before what comes next.
final class NotifySocket: Sendable {
    /// Datagrams that are kept at the most; a status or a sign of life takes the place of the one before.
    static let capacity = 64

    private let descriptor: Int32
    private let address: SocketAddress
    private let waiting = Mutex<[[ServiceMessage]]>([])

    /// - Parameter name: As `$NOTIFY_SOCKET` has it: a path, or `@` and a name of the abstract name space (sd_notify(3)). Nil for
    ///   anything else.
    init?(name: String) {
        guard let address = SocketAddress(notifySocket: name) else { return nil }
        let descriptor = socket(AF_UNIX, Int32(SOCK_DGRAM.rawValue | SOCK_CLOEXEC.rawValue), 0)
        guard descriptor >= 0 else { return nil }
        self.descriptor = descriptor
        self.address = address
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
            address.withPointer { pointer, length in
                sendto(
                    descriptor, bytes.baseAddress, bytes.count, Int32(MSG_NOSIGNAL | MSG_DONTWAIT), pointer, length) < 0
                    ? errno : 0
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
