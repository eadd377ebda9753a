import Routing
import Switchboard
import Testing
import Time

@Suite("ClockWatch")
struct ClockWatchTests {
    let start = Instant(clamping: 1_800_000_000_000)
    let boot = Milliseconds.hours(2)

    private func watch(newest: Milliseconds? = Milliseconds(0), distrustedFor: Milliseconds? = nil) -> ClockWatch {
        ClockWatch(
            wall: start, uptime: boot, newestRecord: newest.map { start.advanced(by: Milliseconds(-$0.count)) },
            distrustedUntil: distrustedFor.map { start.advanced(by: $0) })
    }

    private func later(_ time: Milliseconds) -> Milliseconds { Milliseconds(boot.count + time.count) }

    @Test("clocks that go together, or drift apart a little, are no jump")
    func together() {
        var watch = watch()
        for minute in 1...3_000 {
            let passed = Milliseconds.minutes(minute)
            let drift = Milliseconds(Int64(minute) * 99)
            #expect(
                watch.observe(
                    wall: start.advanced(by: Milliseconds(passed.count + drift.count)), uptime: later(passed)) == nil)
        }
        #expect(watch.isTrusted(at: later(.hours(50))))
    }

    @Test(
        "a jump is told once, and the clock is not trusted for 24 hours by the clock that goes on",
        arguments: [Milliseconds.days(365), .days(-365), .minutes(6), .hours(-1)])
    func jump(by jump: Milliseconds) {
        var watch = watch()
        let seen = later(.seconds(5))
        let wall = start.advanced(by: .seconds(5)).advanced(by: jump)
        #expect(watch.observe(wall: wall, uptime: seen) == jump)
        #expect(watch.observe(wall: wall.advanced(by: .seconds(5)), uptime: later(.seconds(10))) == nil)
        #expect(!watch.isTrusted(at: seen))
        #expect(!watch.isTrusted(at: Milliseconds(seen.count + Milliseconds.hours(24).count - 1)))
        #expect(watch.isTrusted(at: Milliseconds(seen.count + Milliseconds.hours(24).count)))
        #expect(watch.distrustedUntil == wall.advanced(by: .hours(24)))
    }

    @Test("many small steps are a jump as one large step is")
    func steps() {
        var watch = watch()
        var jumps = 0
        for step in 1...10 {
            let wall = start.advanced(by: Milliseconds(Int64(step) * 65_000))
            if watch.observe(wall: wall, uptime: later(.seconds(5 * step))) != nil { jumps += 1 }
        }
        #expect(jumps == 1)
    }

    @Test(
        "a start is trusted unless it is over a week after the newest record, or within a day of a jump",
        arguments: [
            (Milliseconds.days(7), nil, true), (Milliseconds(7 * 86_400_000 + 1), nil, false), (nil, nil, true),
            (.days(-400), nil, true), (.seconds(1), .hours(3), false), (.seconds(1), .hours(-1), true),
            (.seconds(1), .days(400), false),
        ] as [(Milliseconds?, Milliseconds?, Bool)])
    func starts(newest: Milliseconds?, distrustedFor: Milliseconds?, isTrusted: Bool) {
        let watch = watch(newest: newest, distrustedFor: distrustedFor)
        #expect(watch.isTrusted(at: boot) == isTrusted)
        #expect(watch.isTrusted(at: later(.hours(24))), "a day later it is in any case")
    }
}
