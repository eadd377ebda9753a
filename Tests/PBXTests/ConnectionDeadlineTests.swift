import Testing

@testable import PBX

@Suite("Connection's deadline")
struct ConnectionDeadlineTests {
    private let limits = PBXLimits()

    @Test(
        "each thing that a connection waits for has a time of its own",
        arguments: [
            (.read, 3_600_000), (.send, 10_000), (.wait, 3_000), (.turn, .max), (.close, .max),
        ] as [(ConnectionStep, Int64)])
    func waiting(step: ConnectionStep, time: Int64) {
        var deadline = ConnectionDeadline(limits, now: 0)
        #expect(deadline.deadline == limits.idle)
        deadline.set(for: step, .idle, request: 0, now: 0)
        #expect(deadline.deadline == time)
    }

    @Test("a request counts from its first byte on, the next one anew, and after it the connection may be idle")
    func midway() {
        var deadline = ConnectionDeadline(limits, now: 0)
        deadline.set(for: .read, .midway, request: 1, now: 1_000)
        #expect(deadline.deadline == 11_000)
        deadline.set(for: .read, .midway, request: 1, now: 9_000)
        #expect(deadline.deadline == 11_000)
        deadline.set(for: .read, .midway, request: 2, now: 10_000)
        #expect(deadline.deadline == 20_000)
        deadline.set(for: .read, .idle, request: 2, now: 12_000)
        #expect(deadline.deadline == 12_000 + limits.idle)
        deadline.set(for: .read, .midway, request: 2, now: 13_000)
        #expect(deadline.deadline == 23_000)
    }

    @Test("the lifetime ends it whatever it waits for, but for what has to be gone through before it closes")
    func lifetime() {
        var deadline = ConnectionDeadline(.fastAGI, now: 0)
        #expect(deadline.end == 5_000 && deadline.deadline == 5_000)
        for step in [ConnectionStep.read, .send, .turn] {
            deadline.set(for: step, .idle, request: 0, now: 4_000)
            #expect(deadline.deadline == 5_000)
        }
        deadline.set(for: .close, .idle, request: 0, now: 4_000)
        #expect(deadline.deadline == .max)
    }
}
