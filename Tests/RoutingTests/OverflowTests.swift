import Routing
import TestSupport
import Testing

@Suite struct OverflowTests {
    @Test("a cause has its own target or the common one", arguments: Overflow.Cause.allCases)
    func targets(cause: Overflow.Cause) {
        let overflow = Overflow(fallback: phone("2000"), targets: [.closed: phone("2900")])
        #expect(overflow[cause] == phone(cause == .closed ? "2900" : "2000"))
    }
}
