import Routing
import Testing
import Time

@Suite("Where a call stands")
struct CallPositionTests {
    @Test("a position is read as it is written")
    func roundTrip() {
        let position = CallPosition(noted: Instant(clamping: 1_800_000_000_000), row: 42)
        #expect(position.description == "1800000000000-42")
        #expect(CallPosition(position.description) == position)
    }

    @Test(
        "what is no position is none",
        arguments: [
            "", "-", "1", "1-", "-1", "1-0", "1--1", "a-1", "1-2-3", "-1-1", "1- 2", "+1-+1", "01-1", "1-01",
            "9223372036854775807-1",
        ])
    func refused(_ text: String) { #expect(CallPosition(text) == nil) }
}
