package import NIOCore
import NIOPosix
package import Sockets
import Synchronization

/// Serves a `VarlinkService` on a Unix socket.
///
/// Peers are bounded, in number and in what is kept for each; none can hold up another. Calls on one connection run one
/// after the other, those of different connections at the same time.
package final class VarlinkListener: Sendable {
    typealias Activity = ConnectionPlaces<ObjectIdentifier>.Activity

    private struct State {
        var places: ConnectionPlaces<ObjectIdentifier>
        var refusals = RefusalLog()
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
    private let longMessages: LongMessages
    private let maySendLong: @Sendable (PeerCredentials) async -> Bool
    private let group: any EventLoopGroup
    private let identify: @Sendable (NIOBSDSocket.Handle) throws -> PeerCredentials
    private let refusals: RefusalReport
    private let report: @Sendable (DroppedConnection) -> Void
    private let counters: ConnectionCounters
    private let state: Mutex<State>

    /// - Parameters:
    ///   - socket: taken over: `run()` closes it at its end.
    ///   - counters: what is to count connections.
    ///   - identify: says who is at the other end of a connection.
    ///   - maySendLong: whom it trusts with messages of `longMessageLength`; asked once a message is longer than those of others may be.
    ///   - refusals: told of connections that were too many; on an event loop, so it must not block.
    ///   - report: told of every connection that was closed for what its peer did or did not do; likewise.
    package init(
        socket: ListeningSocket,
        service: VarlinkService,
        limits: VarlinkLimits = VarlinkLimits(),
        group: any EventLoopGroup = MultiThreadedEventLoopGroup.singleton,
        counters: ConnectionCounters = ConnectionCounters(),
        identify: @escaping @Sendable (NIOBSDSocket.Handle) throws -> PeerCredentials = {
            try PeerCredentials(descriptor: $0)
        },
        maySendLong: @escaping @Sendable (PeerCredentials) async -> Bool = { _ in false },
        refusals: @escaping RefusalReport = { _ in },
        report: @escaping @Sendable (DroppedConnection) -> Void = { _ in }
    ) {
        self.socket = socket
        self.service = service
        self.limits = limits
        longMessages = LongMessages(places: limits.longMessages)
        self.maySendLong = maySendLong
        self.group = group
        self.counters = counters
        self.identify = identify
        self.refusals = refusals
        self.report = { dropped in
            if case .badMessage = dropped.cause { counters.noteProtocolError() } else { counters.noteTimedOut() }
            report(dropped)
        }
        state = Mutex(State(places: ConnectionPlaces(limits.admission)))
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
            return state.places.isClosed
        }
        if isClosed { server.close(promise: nil) }
        var wasAsked = false
        await withTaskCancellationHandler {
            try? await server.closeFuture.get()
            wasAsked = state.withLock { $0.places.isClosed }
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
            state.places.close()
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
            let answer = state.places.admit(id, user: peer.userID)
            guard case .admitted(let closing) = answer else { return (answer, nil as Connection?) }
            state.connections[id] = Connection(channel: channel, peer: peer)
            return (answer, closing.flatMap { state.connections[$0] })
        }
        if case .refused(let cause) = answer { throw refuse(peer, cause) }
        counters.noteOpened()
        if let closing {
            counters.noteMadeRoom()
            tell(.hadMost, of: closing.peer)
            closing.channel.close(promise: nil)
        }
        channel.closeFuture.whenComplete { _ in
            self.counters.noteClosed()
            self.state.withLock { state in
                state.places.leave(id)
                state.connections[id] = nil
            }
        }
        try pipeline.addHandler(
            ConnectionHandler(
                channel: channel, service: service, peer: peer, limits: limits, longMessages: longMessages,
                maySendLong: maySendLong, report: report
            ) { activity in
                self.state.withLock { $0.places.note(activity, of: id) }
            })
    }

    private func refuse(_ peer: PeerCredentials?, _ cause: RefusalCause) -> ChannelError {
        counters.noteRefused()
        tell(cause, of: peer)
        return .ioOnClosedChannel
    }

    private func tell(_ cause: RefusalCause, of peer: PeerCredentials?) {
        let now = Int64(NIODeadline.now().uptimeNanoseconds / 1_000_000)
        if let told = state.withLock({ $0.refusals.note(cause, of: peer?.userID, at: now) }) { refusals(told) }
    }
}
