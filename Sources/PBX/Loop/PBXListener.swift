import Foundation
import Routing
import Time

/// Answers PBXs on a Unix socket and, where there is one, on a FastAGI socket, on a thread of its own.
///
/// One thread runs a bare epoll loop: over a general event loop a round trip took half as long again (`Benchmarks/README.md`). All that
/// can be wrong with a request is judged by `RESPSession` and `FastAGISession`, which know nothing of sockets.
package final class PBXListener: Sendable {
    /// A stream socket that is bound and listens, and what its peers may use.
    package struct Socket: Sendable {
        /// Belongs to the listener from now on and is closed by `run`.
        package let descriptor: Int32
        package let limits: PBXLimits
        package let refusals: RefusalReport
        /// What FastAGI's peers have to show for more than questions; without one, none may do more.
        package let token: FastAGIToken?
        package let incidents: IncidentReport

        package init(
            descriptor: Int32, limits: PBXLimits, refusals: @escaping RefusalReport = { _ in },
            token: FastAGIToken? = nil, incidents: @escaping IncidentReport = { _ in }
        ) {
            self.descriptor = descriptor
            self.limits = limits
            self.refusals = refusals
            self.token = token
            self.incidents = incidents
        }
    }

    /// What the loop starts with.
    struct Setup: Sendable {
        let pbx: Socket
        let fastAGI: Socket?
        let calls: CallDesk
        let heartbeat: Heartbeat?
        let counters = ConnectionCounters()
        let fastAGICounters = ConnectionCounters()
        let latency = LatencyHistogram()
        let fastAGILatency = LatencyHistogram()
        let bell: LoopBell

        func desk(
            _ socket: PBXPeer.Socket, _ connections: ConnectionCounters, _ latency: LatencyHistogram,
            _ mailbox: DeskMailbox
        ) -> SessionDesk {
            SessionDesk(
                calls: calls, connections: connections, latency: latency, fastAGI: fastAGICounters, mailbox: mailbox,
                token: fastAGI?.token, socket: socket)
        }
    }

    private let setup: Setup

    /// - Parameters:
    ///   - descriptor: The Unix socket: a stream socket that is bound and listens. It belongs to the listener from now on and is
    ///     closed by `run`.
    ///   - fastAGI: The socket for Asterisk's FastAGI, TCP or Unix, if any.
    ///   - heartbeat: Whom to tell that the loop goes round, if anybody.
    package init(
        descriptor: Int32, fastAGI: Socket? = nil, desk: CallDesk, limits: PBXLimits = PBXLimits(),
        heartbeat: Heartbeat? = nil, refusals: @escaping RefusalReport = { _ in }
    ) throws(PBXListenerError) {
        setup = Setup(
            pbx: Socket(descriptor: descriptor, limits: limits, refusals: refusals), fastAGI: fastAGI, calls: desk,
            heartbeat: heartbeat, bell: try LoopBell())
    }

    package var figures: ConnectionFigures { setup.counters.figures }

    package var fastAGIFigures: ConnectionFigures { setup.fastAGICounters.figures }

    /// How long `ROUTE`, `EXTENSION` and `NEXT` took: from when the loop woke up for the bytes that completed the question to when its
    /// reply had been handed to the kernel. Questions that came together all took as long as the last of them. What was dropped is
    /// not in it.
    package var latency: LatencyFigures { setup.latency.figures }

    /// How many milliseconds ago the last question over the PBX socket was answered; nil before the first one.
    package var sinceLastQuestion: Int64? { setup.latency.sinceLast }

    /// The same over FastAGI.
    package var sinceLastFastAGIQuestion: Int64? { setup.fastAGILatency.sinceLast }

    /// How long `route` and `next` took over FastAGI: from the answer to the first command to the second.
    package var fastAGILatency: LatencyFigures { setup.fastAGILatency.figures }

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

    /// Accepts nobody any more, answers every request that has come in completely, and ends. Who waits in the backlog stays there for
    /// the next one that has the socket, and what comes in too late to be answered is not decided either: the peer sees the end and
    /// asks again.
    package func shutdown() {
        setup.bell.ring(.shutDown)
    }

    /// Ends at once.
    package func close() {
        setup.bell.ring(.close)
    }

    /// Answers until the end, on the thread that calls it.
    func runLoop() -> Result<Void, PBXListenerError> {
        defer {
            Glibc.close(setup.pbx.descriptor)
            if let fastAGI = setup.fastAGI { Glibc.close(fastAGI.descriptor) }
        }
        return Result { () throws(PBXListenerError) in try ConnectionLoop(setup).run() }
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
