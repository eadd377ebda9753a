import Glibc
import Sockets
import Synchronization
import Testing

@testable import Varlink

/// A listener that serves an `ExampleService` on a socket in a directory of its own.
struct RunningListener: Sendable {
    let path: String
    let example: ExampleService
    let listener: VarlinkListener
    let events: Happenings<DroppedConnection>
    let refusals: Happenings<Refusals>
    let counters: ConnectionCounters

    /// Serves while `body` runs, then shuts down and waits for the listener's end.
    ///
    /// - Parameter users: Whose the connections are, in the order in which they come; those of this process's user where nil.
    static func with(
        _ limits: VarlinkLimits = VarlinkLimits(), users: [UInt32]? = nil, maySendLong: Bool = false,
        _ body: (RunningListener) async throws -> Void
    ) async throws {
        try await withTemporaryDirectory { directory in
            let path = directory + "/socket"
            let example = ExampleService()
            let events = Happenings<DroppedConnection>()
            let refusals = Happenings<Refusals>()
            let counters = ConnectionCounters()
            let rest = Rest(users)
            let listener = VarlinkListener(
                socket: try ListeningSocket(path: path, mode: 0o600), service: example.service, limits: limits,
                counters: counters,
                identify: { descriptor in
                    var peer = try PeerCredentials(descriptor: descriptor)
                    if let user = rest.next() { peer.userID = user }
                    return peer
                },
                maySendLong: { _ in maySendLong },
                refusals: { refusals.add($0) }, report: { events.add($0) })
            // A task of its own: it does not share the thread that the body blocks.
            let running = Task { try await listener.run() }
            do {
                try await body(
                    RunningListener(
                        path: path, example: example, listener: listener, events: events, refusals: refusals,
                        counters: counters))
            } catch {
                listener.shutdown()
                throw error
            }
            listener.shutdown()
            try await running.value
        }
    }
}

/// The users who are still to come.
private final class Rest: Sendable {
    private let users: Mutex<ArraySlice<UInt32>>

    init(_ users: [UInt32]?) {
        self.users = Mutex((users ?? [])[...])
    }

    func next() -> UInt32? { users.withLock { $0.popFirst() } }
}

/// Runs `body`, which may block, with the path of an empty directory in which it may make a file named `socket`.
func withTemporaryDirectory(_ body: (String) async throws -> Void) async throws {
    var template = Array("/tmp/varlink-test-XXXXXX".utf8CString)
    guard let pointer = mkdtemp(&template) else { throw SystemError.current }
    let directory = String(cString: pointer)
    defer {
        unlink(directory + "/socket")
        rmdir(directory)
    }
    try await onOwnThread { try await body(directory) }
}

extension PeerCredentials {
    /// This process, as a peer sees it.
    static var own: PeerCredentials {
        get throws {
            var pair: [CInt] = [-1, -1]
            guard socketpair(AF_UNIX, CInt(SOCK_STREAM.rawValue), 0, &pair) == 0 else { throw SystemError.current }
            defer { pair.forEach { close($0) } }
            return try PeerCredentials(descriptor: pair[0])
        }
    }
}
