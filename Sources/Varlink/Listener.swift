package import NIOCore
import NIOPosix
import Synchronization

/// Serves a `VarlinkService` on a Unix socket.
///
/// Peers are bounded, in number and in what is kept for each; none can hold up another. Calls on one connection run one
/// after the other, those of different connections at the same time.
package final class VarlinkListener: Sendable {
    typealias Activity = Admission<ObjectIdentifier>.Activity

    private struct State {
        var admission: Admission<ObjectIdentifier>
        var connections: [ObjectIdentifier: Connection] = [:]
        var server: (any Channel)?

        var channels: [any Channel] { connections.values.map(\.channel) }
    }

    private struct Connection {
        var channel: any Channel
        var peer: PeerCredentials
    }

    private let socket: ListeningSocket
    private let service: VarlinkService
    private let limits: VarlinkLimits
    private let group: any EventLoopGroup
    private let identify: @Sendable (NIOBSDSocket.Handle) throws -> PeerCredentials
    private let report: @Sendable (VarlinkEvent) -> Void
    private let counters: VarlinkCounters
    private let state: Mutex<State>

    /// - Parameters:
    ///   - socket: taken over: `run()` closes it at its end.
    ///   - counters: what is to count connections.
    ///   - identify: says who is at the other end of a connection.
    ///   - report: told of every connection that was refused or dropped; on an event loop, so it must not block.
    package init(
        socket: ListeningSocket,
        service: VarlinkService,
        limits: VarlinkLimits = VarlinkLimits(),
        group: any EventLoopGroup = MultiThreadedEventLoopGroup.singleton,
        counters: VarlinkCounters = VarlinkCounters(),
        identify: @escaping @Sendable (NIOBSDSocket.Handle) throws -> PeerCredentials = {
            try PeerCredentials(descriptor: $0)
        },
        report: @escaping @Sendable (VarlinkEvent) -> Void = { _ in }
    ) {
        self.socket = socket
        self.service = service
        self.limits = limits
        self.group = group
        self.counters = counters
        self.identify = identify
        self.report = { event in
            counters.note(event)
            report(event)
        }
        state = Mutex(State(admission: Admission(limits)))
    }

    /// Serves until `shutdown()`, then until every call under way has been answered. Runs once.
    ///
    /// When the task is cancelled, it closes all connections at once instead.
    /// - Throws: NIO's error when the socket cannot be served, or no longer, although nobody asked for the end.
    package func run() async throws {
        defer { socket.removeFile() }
        let server = try await ServerBootstrap(group: group)
            .serverChannelInitializer { channel in
                channel.eventLoop.makeCompletedFuture {
                    try channel.pipeline.syncOperations.addHandler(AcceptPauseHandler())
                }
            }
            .serverChannelOption(.backlog, value: ListeningSocket.backlog)
            .childChannelOption(.allowRemoteHalfClosure, value: true)
            .childChannelInitializer { channel in
                channel.eventLoop.makeCompletedFuture { try self.accept(channel) }
            }
            .withBoundSocket(socket.descriptor).get()
        let isClosed = state.withLock { state in
            state.server = server
            return state.admission.isClosed
        }
        if isClosed { server.close(promise: nil) }
        var wasAsked = false
        await withTaskCancellationHandler {
            try? await server.closeFuture.get()
            wasAsked = state.withLock { $0.admission.isClosed }
            shutdown()
            await connectionsClosed(on: server.eventLoop)
        } onCancel: {
            shutdown()
            closeConnections()
        }
        guard wasAsked else { throw ChannelError.ioOnClosedChannel }
    }

    /// Takes no more connections and no more calls. Calls under way are finished, streams are asked to end, and what is
    /// still there after `shutdownGrace` is closed. Returns at once; `run()` returns when it is done.
    package func shutdown() {
        let (server, channels) = state.withLock { state in
            state.admission.close()
            return (state.server, state.channels)
        }
        server?.close(promise: nil)
        for channel in channels { channel.pipeline.fireUserInboundEventTriggered(DrainEvent()) }
    }

    private func connectionsClosed(on eventLoop: any EventLoop) async {
        let channels = state.withLock { $0.channels }
        let deadline = eventLoop.scheduleTask(in: TimeAmount(limits.shutdownGrace)) { self.closeConnections() }
        try? await EventLoopFuture.andAllComplete(channels.map(\.closeFuture), on: eventLoop).get()
        deadline.cancel()
    }

    private func closeConnections() {
        for channel in state.withLock({ $0.channels }) { channel.close(promise: nil) }
    }

    /// Serves a new connection, or throws, which closes it.
    private func accept(_ channel: any Channel) throws {
        let pipeline = channel.pipeline.syncOperations
        let read = try? pipeline.withUnsafeTransportIfAvailable { (descriptor: NIOBSDSocket.Handle) in
            try identify(descriptor)
        }
        guard let peer = read else {
            throw refuse(nil, .unknownPeer)
        }
        let id = ObjectIdentifier(channel)
        let (answer, closing) = state.withLock { state in
            let answer = state.admission.admit(id, user: peer.userID)
            guard case .admitted(let closing) = answer else { return (answer, nil as Connection?) }
            state.connections[id] = Connection(channel: channel, peer: peer)
            return (answer, closing.flatMap { state.connections[$0] })
        }
        if case .refused(let refusal) = answer { throw refuse(peer, refusal) }
        counters.noteOpened()
        if let closing {
            report(.dropped(peer: closing.peer, .madeRoom))
            closing.channel.close(promise: nil)
        }
        channel.closeFuture.whenComplete { _ in
            self.counters.noteClosed()
            self.state.withLock { state in
                state.admission.leave(id)
                state.connections[id] = nil
            }
        }
        try pipeline.addHandler(
            ConnectionHandler(channel: channel, service: service, peer: peer, limits: limits, report: report) {
                activity in
                self.state.withLock { $0.admission.note(activity, of: id) }
            })
    }

    private func refuse(_ peer: PeerCredentials?, _ refusal: VarlinkEvent.Refusal) -> ChannelError {
        report(.refused(peer: peer, refusal))
        return .ioOnClosedChannel
    }
}
