import Foundation
import TestSupport
import Testing
import Time

@Suite("RFC 3339")
struct RFC3339Tests {
    @Test(
        "what is written is read again",
        arguments: ["Europe/Amsterdam", "America/St_Johns", "Asia/Kathmandu", "UTC"])
    func roundTrip(zone: String) throws {
        let clock = ServiceClock(try #require(TimeZone(identifier: zone)))
        for step in 0..<500 {
            let instant = Instant(clamping: 1_700_000_000_000 + Int64(step) * 86_399_123)
            let text = clock.rfc3339(instant)
            #expect(LocalDateTime(rfc3339: text)?.instant == instant, "\(text)")
        }
    }

    @Test(
        "forms of RFC 3339",
        arguments: [
            ("1970-01-01T00:00:00Z", 0), ("1970-01-01t00:00:00z", 0), ("1970-01-01 01:00:00+01:00", 0),
            ("1970-01-01T00:00:00.5Z", 500), ("1970-01-01T00:00:00.1234567Z", 123),
            ("1969-12-31T23:30:00-00:30", 0),
        ])
    func forms(text: String, milliseconds: Int64) {
        #expect(LocalDateTime(rfc3339: text)?.instant == Instant(clamping: milliseconds))
    }

    @Test(
        "anything else is refused",
        arguments: [
            "", "2026-12-24", "2026-12-24T09:00:00", "2026-13-24T09:00:00Z", "2026-12-24T24:00:00Z",
            "2026-12-24T09:60:00Z", "2026-12-24T09:00:00+1:00", "2026-12-24T09:00:00.Z", "2026-12-24T09:00:00Zx",
            "2026-12-24T09:00:60Z", "99999-01-01T00:00:00Z", "２026-12-24T09:00:00Z",
        ])
    func refused(text: String) {
        #expect(LocalDateTime(rfc3339: text) == nil)
    }
}
