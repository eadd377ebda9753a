import CEpoll
import Glibc
import Synchronization

/// Wakes the loop from any thread and tells it what to do.
final class LoopBell: Sendable {
    enum Request: UInt8 {
        case goOn, shutDown, close
    }

    let descriptor: Int32
    private let strongest = Atomic<UInt8>(0)

    init() throws(PBXListenerError) {
        descriptor = eventfd(0, Int32(EFD_NONBLOCK) | Int32(EFD_CLOEXEC))
        guard descriptor >= 0 else { throw PBXListenerError("eventfd") }
    }

    deinit {
        Glibc.close(descriptor)
    }

    func ring(_ request: Request) {
        strongest.max(request.rawValue, ordering: .relaxed)
        eventfd_write(descriptor, 1)
    }

    /// What has been asked for, and silence.
    func answer() -> Request {
        var count: eventfd_t = 0
        eventfd_read(descriptor, &count)
        return Request(rawValue: strongest.load(ordering: .relaxed)) ?? .goOn
    }
}
