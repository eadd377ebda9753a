/// The order of things on one connection: calls run one after the other, and each is answered before the next begins.
///
/// Bytes and events go in; `next()` says what to do. The handler around it owns the channel, the tasks and the clocks.
struct ConnectionState {
    enum Step: Equatable {
        /// Wait for the first call, or the rest of one that has begun, no longer than the request timeout.
        case waitForCall
        /// Wait for a further call, no longer than the idle timeout.
        case wait
        /// Run this call; say `callEnded()` when its last reply has left.
        case run(VarlinkCall)
        /// Say what is wrong and close.
        case reject(MessageError)
        /// Close; everything has been answered.
        case close
        /// Nothing until the call under way has ended.
        case none
    }

    private let readAhead: Int
    private var decoder: FrameDecoder
    /// The call that is being answered.
    private(set) var current: VarlinkCall?
    private var hasCalled = false
    private var inputHasEnded = false
    private var peerHasLeft = false
    private var isDraining = false
    private var isOver = false

    init(messageLength: Int) {
        readAhead = messageLength
        decoder = FrameDecoder(limit: messageLength)
    }

    /// Whether to read on: not while a whole message's worth of bytes waits for the call under way.
    var wantsBytes: Bool { !isOver && decoder.bufferedByteCount <= readAhead }

    mutating func received(_ bytes: some Sequence<UInt8>) {
        decoder.append(bytes)
    }

    /// The peer sends no more; what it has sent is still answered.
    mutating func inputEnded() {
        inputHasEnded = true
    }

    /// Nobody reads replies any more: only calls that want none are still run.
    mutating func peerLeft() {
        inputHasEnded = true
        peerHasLeft = true
    }

    /// Begin no further call.
    mutating func drain() {
        isDraining = true
    }

    mutating func callEnded() {
        current = nil
    }

    mutating func next() -> Step {
        guard !isOver, current == nil else { return .none }
        do throws(MessageError) {
            while !isDraining, let frame = try decoder.next() {
                let call = try VarlinkCall(frame: frame)
                hasCalled = true
                guard call.oneway || !peerHasLeft else { continue }
                current = call
                return .run(call)
            }
        } catch {
            isOver = true
            return .reject(error)
        }
        guard inputHasEnded || isDraining else {
            return hasCalled && decoder.bufferedByteCount == 0 ? .wait : .waitForCall
        }
        isOver = true
        return .close
    }
}
