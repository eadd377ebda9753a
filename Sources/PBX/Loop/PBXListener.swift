import CEpoll
import Foundation
import Routing
package import Sockets
import Time

/// Answers PBXs on a Unix socket and, where there is one, on a FastAGI socket, on a thread of its own.
///
/// One thread runs a bare epoll loop: over a general event loop a round trip took half as long again (`Benchmarks/README.md`). All that
/// can be wrong with a request is judged by `RESPSession` and `FastAGISession`, which know nothing of sockets.
package final class PBXListener: Sendable {
    /// A stream socket that is bound and listens, and what its peers may use.
    package struct Socket: Sendable {
        /// Belongs to the listener from now on and is closed by `run`.
        package let listening: ListeningSocket
        package let limits: PBXLimits
        package let refusals: RefusalReport
        /// What FastAGI's peers have to show for more than questions; without one, none may do more.
        package let token: FastAGIToken?
        package let incidents: IncidentReport

        package init(
            listening: ListeningSocket, limits: PBXLimits, refusals: @escaping RefusalReport = { _ in },
            token: FastAGIToken? = nil, incidents: @escaping IncidentReport = { _ in }
        ) {
            self.listening = listening
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
        let counters = SocketCounters()
        let fastAGICounters = SocketCounters()
        let bell: LoopBell

        func desk(_ socket: PBXPeer.Socket, _ counters: SocketCounters, _ mailbox: DeskMailbox) -> SessionDesk {
            SessionDesk(
                calls: calls, counters: counters, fastAGI: fastAGICounters, mailbox: mailbox, token: fastAGI?.token,
                socket: socket)
        }
    }

    private let setup: Setup

    /// - Parameters:
    ///   - socket: The Unix socket. It belongs to the listener from now on and is closed by `run`.
    ///   - fastAGI: The socket for Asterisk's FastAGI, TCP or Unix, if any.
    ///   - heartbeat: Whom to tell that the loop goes round, if anybody.
    package init(
        socket: ListeningSocket, fastAGI: Socket? = nil, desk: CallDesk, limits: PBXLimits = PBXLimits(),
        heartbeat: Heartbeat? = nil, refusals: @escaping RefusalReport = { _ in }
    ) throws(PBXListenerError) {
        setup = Setup(
            pbx: Socket(listening: socket, limits: limits, refusals: refusals), fastAGI: fastAGI, calls: desk,
            heartbeat: heartbeat, bell: try LoopBell())
    }

    package var figures: ConnectionFigures { setup.counters.connections.figures }

    package var fastAGIFigures: ConnectionFigures { setup.fastAGICounters.connections.figures }

    /// Questions over the PBX socket that were dropped since the start.
    package var dropped: DroppedQuestions { setup.counters.dropped.figures }

    /// The same over FastAGI.
    package var fastAGIDropped: DroppedQuestions { setup.fastAGICounters.dropped.figures }

    /// How long `ROUTE`, `EXTENSION` and `NEXT` took: from when the loop woke up for the bytes that completed the question to when its
    /// reply had been handed to the kernel. Questions that came together all took as long as the last of them. What was dropped is
    /// not in it.
    package var latency: LatencyFigures { setup.counters.latency.figures }

    /// How many milliseconds ago the last question over the PBX socket was answered; nil before the first one.
    package var sinceLastQuestion: Int64? { setup.counters.latency.sinceLast }

    /// The same over FastAGI.
    package var sinceLastFastAGIQuestion: Int64? { setup.fastAGICounters.latency.sinceLast }

    /// How long `route` and `next` took over FastAGI: from the answer to the first command to the second.
    package var fastAGILatency: LatencyFigures { setup.fastAGICounters.latency.figures }

    /// Answers until `shutdown` or `close` is called, or the task is cancelled, which shuts down. To be called once.
    package func run() async throws(PBXListenerError) {
        let result = await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                let thread = Thread {
                    // The name of a Thread is its own; ps and perf show the kernel's.
                    name_this_thread("majord-pbx")
                    continuation.resume(returning: self.runLoop())
                }
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
            Glibc.close(setup.pbx.listening.descriptor)
            if let fastAGI = setup.fastAGI { Glibc.close(fastAGI.listening.descriptor) }
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
