import CEpoll
import Foundation
import Synchronization

/// Answers PBXs on a Unix socket, on a thread of its own.
///
/// One thread runs a bare epoll loop: a general event loop costs three times as much a round trip (`Benchmarks/README.md`). All that
/// can be wrong with a request is judged by `RESPSession`, which knows nothing of sockets.
package final class PBXListener: Sendable {
    /// Tells how many connections have been closed at once, since it was told last, because there were too many.
    package typealias RefusalReport = @Sendable (_ count: Int) -> Void

    private let descriptor: Int32
    private let desk: CallDesk
    private let limits: PBXLimits
    private let counters = ConnectionCounters()
    private let reportRefusals: RefusalReport
    private let bell: LoopBell

    /// - Parameters:
    ///   - descriptor: A stream socket that is bound and listens. It belongs to the listener from now on and is closed by `run`.
    ///   - refusals: Called on the loop's thread, at most once a minute.
    package init(
        descriptor: Int32, desk: CallDesk, limits: PBXLimits = PBXLimits(), refusals: @escaping RefusalReport = { _ in }
    ) throws(PBXListenerError) {
        self.descriptor = descriptor
        self.desk = desk
        self.limits = limits
        reportRefusals = refusals
        bell = try LoopBell()
    }

    package var figures: ConnectionFigures { counters.figures }

    /// Answers until `shutdown` or `close` is called, or the task is cancelled, which shuts down. To be called once.
    package func run() async throws(PBXListenerError) {
        let result = await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                let thread = Thread { continuation.resume(returning: self.runLoop()) }
                thread.name = "majord-pbx"
                thread.start()
            }
        } onCancel: {
            shutdown()
        }
        try result.get()
    }

    /// Accepts nobody any more, answers every request that has come in completely, and ends.
    package func shutdown() {
        bell.ring(.shutDown)
    }

    /// Ends at once.
    package func close() {
        bell.ring(.close)
    }

    private func runLoop() -> Result<Void, PBXListenerError> {
        Result { () throws(PBXListenerError) in
            let loop = try ConnectionLoop(
                listener: descriptor, bell: bell, desk: RESPDesk(calls: desk, connections: counters), limits: limits,
                reportRefusals: reportRefusals)
            try loop.run()
        }
    }
}

/// A call to the kernel failed without which there is no listening.
package struct PBXListenerError: Error, Equatable, CustomStringConvertible {
    /// Such as `epoll_wait`.
    package let call: String
    /// The errno value.
    package let code: Int32

    init(_ call: String) {
        self.call = call
        code = errno
    }

    package var description: String { "\(call): \(String(cString: strerror(code)))" }
}

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
