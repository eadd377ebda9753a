import Testing

@testable import Varlink

@Suite("Connection state")
struct ConnectionStateTests {
    private let first = VarlinkCall(method: "a.First")
    private let second = VarlinkCall(method: "a.Second")
    private let oneway = VarlinkCall(method: "a.Third", oneway: true)
    private var state = ConnectionState(messageLength: 100)

    @Test("calls run one after the other")
    mutating func oneAfterTheOther() {
        #expect(state.next() == .waitForCall)
        state.received(first.frame + second.frame)
        #expect(state.next() == .run(first))
        #expect(state.next() == .none)
        state.callEnded()
        #expect(state.next() == .run(second))
        state.callEnded()
        #expect(state.next() == .wait)
    }

    @Test("a first call is waited for, and the rest of any, but a further one may take its time")
    mutating func waiting() {
        #expect(state.next() == .waitForCall)
        state.received(first.frame.dropLast())
        #expect(state.next() == .waitForCall)
        state.received([0])
        #expect(state.next() == .run(first))
        state.received(second.frame.prefix(1))
        state.callEnded()
        #expect(state.next() == .waitForCall)
        state.received(second.frame.dropFirst())
        #expect(state.next() == .run(second))
        state.callEnded()
        #expect(state.next() == .wait)
        state.received(first.frame.prefix(1))
        #expect(state.next() == .waitForCall)
    }

    @Test("what came before the end of the input is answered, then it closes")
    mutating func inputEnded() {
        state.received(first.frame + second.frame + [1])
        state.inputEnded()
        #expect(state.next() == .run(first))
        state.callEnded()
        #expect(state.next() == .run(second))
        #expect(state.next() == .none)
        state.callEnded()
        #expect(state.next() == .close)
        #expect(state.next() == .none)
    }

    @Test("a peer that has left still gets done what wants no reply")
    mutating func peerLeft() {
        state.received(first.frame + oneway.frame + second.frame)
        state.peerLeft()
        #expect(state.next() == .run(oneway))
        state.callEnded()
        #expect(state.next() == .close)
    }

    @Test("draining finishes the call under way and begins no other")
    mutating func drain() {
        state.received(first.frame + second.frame)
        #expect(state.next() == .run(first))
        state.drain()
        #expect(state.next() == .none)
        state.callEnded()
        #expect(state.next() == .close)
    }

    @Test("draining closes an idle connection")
    mutating func drainIdle() {
        #expect(state.next() == .waitForCall)
        state.drain()
        #expect(state.next() == .close)
    }

    @Test("a bad message is told after the calls before it, and ends the connection")
    mutating func reject() {
        state.received(first.frame + [0x78, 0] + second.frame)
        #expect(state.next() == .run(first))
        state.callEnded()
        #expect(state.next() == .reject(.notJSON(offset: 0)))
        #expect(state.next() == .none)
        #expect(!state.wantsBytes)
    }

    @Test("no more is read while a message's worth of bytes waits")
    mutating func readAhead() {
        state.received(first.frame)
        #expect(state.next() == .run(first))
        state.received([UInt8](repeating: 0x20, count: 100))
        #expect(state.wantsBytes)
        state.received([0x20])
        #expect(!state.wantsBytes)
        state.callEnded()
        #expect(state.next() == .reject(.tooLong))
    }

    @Test("a message that is longer than others may be is asked about, and goes on where it may")
    func longMessage() {
        let long = VarlinkCall(method: "a." + String(repeating: "x", count: 150))
        var state = ConnectionState(messageLength: 100, longMessageLength: 200)
        state.received(long.frame.prefix(120))
        #expect(state.next() == .askForLength)
        #expect(state.next() == .waitForCall)
        #expect(!state.wantsBytes)
        state.mayBeLong(true)
        #expect(state.wantsBytes)
        #expect(state.next() == .waitForCall)
        state.received(long.frame.dropFirst(120) + first.frame)
        #expect(state.next() == .run(long))
        #expect(state.hasLongMessage)
        // Behind it no more is read ahead than behind any.
        state.received([UInt8](repeating: 0x20, count: 100))
        #expect(!state.wantsBytes)
        state.callEnded()
        #expect(!state.hasLongMessage)
        #expect(state.next() == .run(first))
        state.callEnded()
        // The next one is asked about anew, and one that is longer still is refused.
        state.received([UInt8](repeating: 0x20, count: 150))
        #expect(state.next() == .askForLength)
        state.mayBeLong(true)
        #expect(state.next() == .reject(.tooLong))
    }

    @Test("who may not send long messages is refused, and nobody who has left holds a place", arguments: [true, false])
    func longMessageRefused(isGone: Bool) {
        let long = VarlinkCall(method: "a." + String(repeating: "x", count: 150))
        var state = ConnectionState(messageLength: 100, longMessageLength: 200)
        state.received(long.frame)
        #expect(state.next() == .askForLength)
        if isGone { state.peerLeft() }
        state.mayBeLong(isGone)
        #expect(!state.hasLongMessage)
        #expect(state.next() == (isGone ? .askForLength : .reject(.tooLong)))
    }

    @Test("what cannot be a message is refused at once, whoever sends it")
    func longGarbage() {
        var state = ConnectionState(messageLength: 100, longMessageLength: 200)
        state.received([UInt8](repeating: UInt8(ascii: "x"), count: 120))
        #expect(state.next() == .reject(.tooLong))
    }
}
