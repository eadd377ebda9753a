import Routing
import Switchboard
import TestSupport
import Testing
import Time

@Suite("OngoingCalls")
struct OngoingCallsTests {
    let start = Instant(clamping: 1_800_000_000_000)
    let joke = AgentID("joke")
    let mark = AgentID("mark")

    @Test("a call keeps one agent busy at a time")
    func oneAgent() {
        var calls = OngoingCalls()
        calls.ringing("a", joke, ring: .seconds(20), at: start)
        calls.ringing("a", mark, ring: .seconds(20), at: start)
        #expect(!calls.busy.contains(joke) && calls.busy.contains(mark))
        calls.answered("a", joke, at: start, until: start.advanced(by: .hours(4)))
        #expect(calls.busy.contains(joke) && !calls.busy.contains(mark))
        calls.stopRinging("a")
        #expect(calls.busy.contains(joke))
    }

    @Test("a call that is told to be up ends so long after the last time, and holds whom it had let go")
    func stillUp() {
        var calls = OngoingCalls()
        calls.answered("a", joke, at: start, until: start.advanced(by: .hours(4)))
        calls.stillUp("a", joke, at: start.advanced(by: .hours(3)), until: start.advanced(by: .hours(5)))
        calls.expire(at: start.advanced(by: Milliseconds(Milliseconds.hours(5).count - 1)))
        #expect(calls.byAgent[joke] == [OngoingCalls.Call(callID: "a", since: start, isAnswered: true)])
        calls.expire(at: start.advanced(by: .hours(5)))
        #expect(calls.busy == .nobody)
        calls.stillUp("a", joke, at: start.advanced(by: .hours(6)), until: start.advanced(by: .hours(7)))
        #expect(calls.busy.contains(joke))
    }

    @Test("a clock that goes back keeps nobody busy longer than a call may last from then on")
    func clockBack() {
        var calls = OngoingCalls()
        calls.answered("a", joke, at: start, until: start.advanced(by: .hours(4)))
        let corrected = start.advanced(by: .hours(-1_000))
        calls.expire(at: corrected)
        #expect(calls.busy.contains(joke))
        calls.expire(at: corrected.advanced(by: Milliseconds(Milliseconds.hours(4).count - 1)))
        #expect(calls.busy.contains(joke))
        calls.expire(at: corrected.advanced(by: .hours(4)))
        #expect(!calls.busy.contains(joke))
        #expect(calls.count == 0)
    }

    @Test("an agent with two calls is busy until both are over")
    func twoCalls() {
        var calls = OngoingCalls()
        calls.answered("a", joke, at: start, until: start.advanced(by: .hours(4)))
        calls.answered("b", joke, at: start, until: start.advanced(by: .hours(4)))
        calls.release("a")
        calls.release("a")
        #expect(calls.busy.contains(joke))
        calls.release("b")
        #expect(!calls.busy.contains(joke))
    }

    @Test("calls are told with their beginning")
    func beginnings() {
        var calls = OngoingCalls()
        let later = start.advanced(by: .seconds(5))
        calls.ringing("a", joke, ring: .seconds(20), at: start)
        #expect(calls.byAgent[joke] == [OngoingCalls.Call(callID: "a", since: start, isAnswered: false)])
        calls.answered("a", joke, at: later, until: start.advanced(by: .hours(4)))
        calls.ringing("b", joke, ring: .seconds(20), at: start)
        #expect(
            calls.byAgent[joke] == [
                OngoingCalls.Call(callID: "b", since: start, isAnswered: false),
                OngoingCalls.Call(callID: "a", since: later, isAnswered: true),
            ])
        calls.release("a")
        calls.release("b")
        #expect(calls.byAgent.isEmpty)
    }

    @Test(
        "whoever was on a call wraps it up when it ends; a phone that only rang, and a person who freed him, leave nothing to do"
    )
    func wrapUp() throws {
        let wrapUp = try #require(BusyAgents.WrapUp(after: start, of: nil, for: .minutes(3)))
        var calls = OngoingCalls()
        calls.answered("a", joke, at: start, until: start.advanced(by: .hours(4)))
        calls.ringing("b", mark, ring: .seconds(20), at: start)
        calls.release("a", wrapUp: wrapUp)
        calls.release("b", wrapUp: wrapUp)
        #expect(calls.busy.isWrappingUp(joke) && !calls.busy.isWrappingUp(mark))
        #expect(!calls.busy.contains(joke))
        calls.expire(at: start.advanced(by: .minutes(3)))
        #expect(calls.busy == .nobody)
        calls.answered("c", joke, at: start, until: start.advanced(by: .hours(4)))
        calls.release("c")
        #expect(calls.busy == .nobody)
    }

    @Test("a clock that goes back ends what was to be wrapped up")
    func wrapUpClockBack() throws {
        var calls = OngoingCalls()
        calls.answered("a", joke, at: start, until: start.advanced(by: .hours(4)))
        calls.release("a", wrapUp: try #require(BusyAgents.WrapUp(after: start, of: nil, for: .minutes(3))))
        calls.expire(at: start.advanced(by: .hours(-1)))
        #expect(calls.busy == .nobody)
    }

    @Test("whatever is reported in whatever order, nobody stays busy for ever")
    func random() {
        var generator = SeededGenerator(seed: 7)
        var calls = OngoingCalls()
        var now = start
        for _ in 0..<20_000 {
            let call = "\(Int.random(in: 0..<50, using: &generator))"
            let agent = AgentID("\(Int.random(in: 0..<5, using: &generator))")
            switch Int.random(in: 0..<4, using: &generator) {
            case 0: calls.ringing(call, agent, ring: .seconds(20), at: now)
            case 1: calls.answered(call, agent, at: now, until: now.advanced(by: .minutes(10)))
            case 2: calls.release(call)
            default:
                now = now.advanced(by: .seconds(Int.random(in: 0..<60, using: &generator)))
                calls.expire(at: now)
            }
        }
        calls.expire(at: now.advanced(by: .minutes(11)))
        #expect(calls.count == 0)
        #expect(calls.busy == .nobody)
    }
}
