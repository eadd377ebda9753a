import NIOCore
import Sockets

/// Tells a connection to finish the call under way and close.
struct DrainEvent {}

/// One peer's connection: does what `ConnectionState` says, on the channel's event loop.
///
/// A synchronous handler rather than an async channel, because a reader that is too slow, a peer that vanishes and a
/// shutdown each arrive while a method runs in its task, and all meet here without a lock.
final class ConnectionHandler: ChannelDuplexHandler {
    typealias InboundIn = ByteBuffer
    typealias OutboundIn = ByteBuffer
    typealias OutboundOut = ByteBuffer

    private let channel: any Channel
    private let service: VarlinkService
    private let peer: PeerCredentials
    private let limits: VarlinkLimits
    private let longMessages: LongMessages
    private let maySendLong: @Sendable (PeerCredentials) async -> Bool
    private let report: @Sendable (DroppedConnection) -> Void
    private let note: @Sendable (VarlinkListener.Activity) -> Void

    private var state: ConnectionState
    /// The method that runs; nil again when it has returned.
    private var task: Task<Void, Never>?
    /// Numbers the calls, so that a method cannot send replies after its end.
    private var callNumber: UInt64 = 0
    /// Until when bytes are waited for, and which step it is for.
    private var deadline: (step: ConnectionState.Step, Scheduled<Void>)?
    private var readIsHeldBack = false
    /// Whether it has one of the places for long messages.
    private var hasLongPlace = false

    init(
        channel: any Channel, service: VarlinkService, peer: PeerCredentials, limits: VarlinkLimits,
        longMessages: LongMessages, maySendLong: @escaping @Sendable (PeerCredentials) async -> Bool,
        report: @escaping @Sendable (DroppedConnection) -> Void,
        note: @escaping @Sendable (VarlinkListener.Activity) -> Void
    ) {
        self.channel = channel
        self.service = service
        self.peer = peer
        self.limits = limits
        self.longMessages = longMessages
        self.maySendLong = maySendLong
        self.report = report
        self.note = note
        state = ConnectionState(
            messageLength: limits.messageLength, longMessageLength: limits.longMessageLength)
    }

    // MARK: - What the channel says

    func channelActive(context: ChannelHandlerContext) {
        advance()
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        state.received(unwrapInboundIn(data).readableBytesView)
    }

    func channelReadComplete(context: ChannelHandlerContext) {
        advance()
    }

    func read(context: ChannelHandlerContext) {
        readIsHeldBack = !state.wantsBytes
        if !readIsHeldBack { context.read() }
    }

    func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
        switch event {
        case ChannelEvent.inputClosed:
            state.inputEnded()
            advance()
        case is DrainEvent:
            state.drain()
            // A stream has no end of its own.
            if state.current?.more == true { task?.cancel() }
            advance()
        default:
            context.fireUserInboundEventTriggered(event)
        }
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) {
        context.close(promise: nil)
    }

    func channelInactive(context: ChannelHandlerContext) {
        state.peerLeft()
        // Whoever wants no reply may leave at once.
        if state.current?.oneway == false { task?.cancel() }
        advance()
    }

    // MARK: - What to do next

    private func advance() {
        if hasLongPlace, !state.hasLongMessage {
            hasLongPlace = false
            longMessages.giveBack()
        }
        let step = state.next()
        if let deadline, deadline.step != step {
            deadline.1.cancel()
            self.deadline = nil
        }
        switch step {
        case .none: break
        case .waitForCall: startDeadline(of: step, .unfinished, after: limits.requestTimeout)
        case .wait: startDeadline(of: step, .idle, after: limits.idleTimeout)
        case .askForLength: return askForLength()
        case .run(let call): run(call)
        case .close: channel.close(promise: nil)
        case .reject(let error):
            report(DroppedConnection(peer: peer, cause: .badMessage(error)))
            write(EncodedReply(VarlinkError.invalidParameter(error.parameter))).assumeIsolated().whenComplete { _ in
                self.channel.close(promise: nil)
            }
        }
        if readIsHeldBack, state.wantsBytes { channel.read() }
    }

    /// Runs until a whole call has come in: single bytes now and then do not keep a connection open.
    private func startDeadline(of step: ConnectionState.Step, _ cause: DroppedConnection.Cause, after delay: Duration) {
        guard deadline == nil else { return }
        deadline = (step, drop(cause, after: delay))
    }

    private func askForLength() {
        let (eventLoop, handler) = (channel.eventLoop, NIOLoopBound(self, eventLoop: channel.eventLoop))
        Task { [longMessages, maySendLong, peer] in
            let may = await maySendLong(peer)
            if may { await longMessages.take() }
            eventLoop.execute {
                handler.value.hasLongPlace = may
                handler.value.state.mayBeLong(may)
                handler.value.advance()
            }
        }
        // Meanwhile the time goes on in which a call has to be whole.
        advance()
    }

    private func run(_ call: VarlinkCall) {
        callNumber &+= 1
        note(call.more ? .streaming : .calling)
        let eventLoop = channel.eventLoop
        let handler = NIOLoopBound(self, eventLoop: eventLoop)
        task = Task { [service, peer, callNumber] in
            let reply = await service.answer(call, from: peer) { reply throws(VarlinkError) in
                do {
                    try await eventLoop.flatSubmit { handler.value.send(reply, during: callNumber) }.get()
                } catch {
                    throw .disconnected
                }
            }
            eventLoop.execute { handler.value.finish(call, reply) }
        }
    }

    /// Writes one of several replies, as long as the method that sends it runs.
    private func send(_ reply: EncodedReply, during number: UInt64) -> EventLoopFuture<Void> {
        guard task != nil, number == callNumber else {
            return channel.eventLoop.makeFailedFuture(ChannelError.outputClosed)
        }
        return write(reply)
    }

    private func finish(_ call: VarlinkCall, _ reply: EncodedReply) {
        task = nil
        guard !call.oneway else { return callEnded() }
        // The next call waits until this reply has left, which bounds what is kept for a peer to one reply.
        write(reply).assumeIsolated().whenComplete { _ in self.callEnded() }
    }

    private func callEnded() {
        state.callEnded()
        note(.waiting)
        advance()
    }

    private func write(_ reply: EncodedReply) -> EventLoopFuture<Void> {
        let deadline = drop(.slow, after: limits.writeTimeout)
        let written = channel.writeAndFlush(ByteBuffer(bytes: reply.frame))
        written.whenComplete { _ in deadline.cancel() }
        return written
    }

    private func drop(_ cause: DroppedConnection.Cause, after delay: Duration) -> Scheduled<Void> {
        channel.eventLoop.scheduleTask(in: TimeAmount(delay)) { [channel, report, peer] in
            report(DroppedConnection(peer: peer, cause: cause))
            channel.close(promise: nil)
        }
    }
}
