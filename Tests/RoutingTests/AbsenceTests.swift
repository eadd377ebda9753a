import Routing
import TestSupport
import Testing
import Time

@Suite struct AbsenceTests {
    @Test("an absence without an end lasts for ever, one ended before it began is none")
    func lasting() {
        let start = at("2026-03-02 09:00")
        #expect(absence(1, "anna", .sickness, from: start, until: nil).interval?.end == .latest)
        #expect(absence(1, "anna", from: start, until: start).interval == nil)
        let leave = absence(1, "anna", from: start, until: at("2026-03-03 09:00"))
        #expect(leave.interval == interval("2026-03-02 09:00", "2026-03-03 09:00"))
    }

    @Test("what has begun ends at the instant, what has not begun never happens")
    func ended() {
        let leave = absence(1, "anna", from: at("2026-03-02 09:00"), until: at("2026-03-06 18:00"))
        let shortened = leave.ended(at: at("2026-03-03 12:00"))
        #expect(shortened.interval == interval("2026-03-02 09:00", "2026-03-03 12:00"))
        #expect(leave.ended(at: at("2026-03-01 12:00")).interval == nil)
        #expect(shortened.id == leave.id && shortened.kind == leave.kind && shortened.agent == leave.agent)
    }
}
