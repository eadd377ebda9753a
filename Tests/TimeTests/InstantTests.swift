import TestSupport
import Testing
import Time

@Suite struct InstantTests {
    @Test("the usable range is 1900 to 2200 and everything outside moves to its ends")
    func range() {
        #expect(Instant.earliest == utc("1900-01-01 00:00"))
        #expect(Instant.latest == utc("2200-01-01 00:00"))
        #expect(Instant(clamping: .min) == .earliest)
        #expect(Instant(clamping: .max) == .latest)
        #expect(Instant(clamping: -1).milliseconds == -1)
    }

    @Test(
        "moving an instant saturates at the ends of the range",
        arguments: [
            (Instant(clamping: 0), Milliseconds(1), Instant(clamping: 1)),
            (Instant(clamping: 0), Milliseconds(-1), Instant(clamping: -1)),
            (Instant.latest, Milliseconds(1), Instant.latest),
            (Instant.latest, Milliseconds(.max), Instant.latest),
            (Instant.earliest, Milliseconds(.min), Instant.earliest),
            (Instant.latest, Milliseconds(.min), Instant.earliest),
            (Instant.earliest, Milliseconds(.max), Instant.latest),
        ])
    func advanced(start: Instant, duration: Milliseconds, expected: Instant) {
        #expect(start.advanced(by: duration) == expected)
    }

    @Test("the time between two instants has a sign, even over the whole range")
    func since() {
        let start = Instant(clamping: 1_000)
        #expect(start.advanced(by: .seconds(5)).since(start) == .seconds(5))
        #expect(start.since(start.advanced(by: .minutes(2))) == .minutes(-2))
        #expect(Instant.earliest.advanced(by: Instant.latest.since(.earliest)) == .latest)
    }

    @Test("instants compare by time")
    func order() {
        #expect(Instant(clamping: -1) < Instant(clamping: 0))
        #expect(!(Instant(clamping: 0) < Instant(clamping: 0)))
    }

    @Test("units of time are multiples of a millisecond and saturate")
    func units() {
        #expect(Milliseconds.seconds(1) == Milliseconds(1_000))
        #expect(Milliseconds.minutes(45) == Milliseconds.seconds(2_700))
        #expect(Milliseconds.hours(4) == Milliseconds.minutes(240))
        #expect(Milliseconds.days(400) == Milliseconds.hours(9_600))
        #expect(Milliseconds.days(.max) == Milliseconds(.max))
        #expect(Milliseconds.seconds(.min) == Milliseconds(.min))
        #expect(Milliseconds(1_999).wholeSeconds == 1)
    }
}
