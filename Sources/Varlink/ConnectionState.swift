/// The order of things on one connection: calls run one after the other, and each is answered before the next begins.
///
/// Bytes and events go in; `next()` says what to do. The handler around it owns the channel, the tasks and the clocks.
struct ConnectionState {
    enum Step: Equatable {
        /// Wait for the first call, or the rest of one that has begun, no longer than the request timeout.
        case waitForCall
        /// Wait for a further call, no longer than the idle timeout.
        case wait
        /// Find out whether this peer may send a message that is longer than usual, and say `mayBeLong(_:)`.
        case askForLength
        /// Run this call; say `callEnded()` when its last reply has left.
        case run(VarlinkCall)
        /// Say what is wrong and close.
        case reject(MessageError)
        /// Close; everything has been answered.
        case close
        /// Nothing until the call under way has ended.
        case none
    }

    /// How long the message may be that is coming in.
    private enum Length {
        case usual, asked, long, refused
    }

    private let messageLength: Int
    private let longMessageLength: Int
    private var decoder: FrameDecoder
    private var length = Length.usual
    /// The call that is being answered.
    private(set) var current: VarlinkCall?
    private var hasCalled = false
    private var inputHasEnded = false
    private var peerHasLeft = false
    private var isDraining = false
    private var isOver = false

    /// - Parameter longMessageLength: Of one who may send long messages; nobody where it is no more than the other.
    init(messageLength: Int, longMessageLength: Int = 0) {
        self.messageLength = messageLength
        self.longMessageLength = longMessageLength
        decoder = FrameDecoder(limit: messageLength)
    }

    /// Whether to read on: not while a whole message's worth of bytes waits for the call under way, or to be allowed to go on.
    var wantsBytes: Bool { !isOver && length != .asked && decoder.bufferedByteCount <= decoder.limit }

    /// Whether a long message comes in or is answered.
    var hasLongMessage: Bool { length == .long }

    /// The answer to `askForLength`.
    mutating func mayBeLong(_ mayBe: Bool) {
        guard length == .asked else { return }
        guard !peerHasLeft else { return length = .usual }
        length = mayBe ? .long : .refused
        if mayBe { decoder.limit = longMessageLength }
    }

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
        if length == .long, current == nil { length = .usual }
    }

    /// Begin no further call.
    mutating func drain() {
        isDraining = true
    }

    mutating func callEnded() {
        current = nil
        if length == .long { length = .usual }
    }

    mutating func next() -> Step {
        guard !isOver, current == nil else { return .none }
        if length == .asked, !isDraining { return .waitForCall }
        do throws(MessageError) {
            while !isDraining, let frame = try decoder.next() {
                // Behind it as much is read ahead as behind any.
                decoder.limit = messageLength
                let call = try VarlinkCall(frame: frame)
                hasCalled = true
                guard call.oneway || !peerHasLeft else { continue }
                current = call
                return .run(call)
            }
        } catch {
            if error == .tooLong, length == .usual, longMessageLength > messageLength, decoder.mayBeMessage {
                length = .asked
                return .askForLength
            }
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
