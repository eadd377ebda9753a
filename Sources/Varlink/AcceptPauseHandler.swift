import NIOCore

/// Takes no connections for a second when one could not be accepted, as where no descriptors are left.
///
/// NIO's `AcceptBackoffHandler` delays reads alone. A socket whose first accept fails keeps the read that is under way, so it is
/// readable still, and the loop spins.
final class AcceptPauseHandler: ChannelInboundHandler {
    typealias InboundIn = any Channel

    static let length = TimeAmount.seconds(1)

    private var isPaused = false

    func errorCaught(context: ChannelHandlerContext, error: any Error) {
        guard error is IOError, !isPaused, let options = context.channel.syncOptions else {
            context.fireErrorCaught(error)
            return
        }
        isPaused = true
        // Without these the socket is closed, or about to be.
        try? options.setOption(.autoRead, value: false)
        context.eventLoop.assumeIsolated().scheduleTask(in: Self.length) {
            self.isPaused = false
            try? options.setOption(.autoRead, value: true)
        }
    }
}
