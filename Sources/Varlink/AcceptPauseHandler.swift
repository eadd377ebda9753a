import NIOCore
import Sockets

/// Takes no connections for a while when one could not be accepted, as where no descriptors are left (`AcceptPause`).
///
/// NIO's `AcceptBackoffHandler` delays reads alone. A socket whose first accept fails keeps the read that is under way, so it is
/// readable still, and the loop spins.
final class AcceptPauseHandler: ChannelInboundHandler {
    typealias InboundIn = any Channel

    private var isPaused = false

    func errorCaught(context: ChannelHandlerContext, error: any Error) {
        guard let code = (error as? IOError)?.errnoCode, AcceptPause.isNeeded(after: code), !isPaused,
            let options = context.channel.syncOptions
        else {
            context.fireErrorCaught(error)
            return
        }
        isPaused = true
        // Without these the socket is closed, or about to be.
        try? options.setOption(.autoRead, value: false)
        context.eventLoop.assumeIsolated().scheduleTask(in: TimeAmount(AcceptPause.length)) {
            self.isPaused = false
            try? options.setOption(.autoRead, value: true)
        }
    }
}
