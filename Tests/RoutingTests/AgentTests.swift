import Routing
import TestSupport
import Testing

@Suite struct AgentTests {
    @Test("an extension is one to fifteen digits", arguments: ["0", "2101", "0201234567", "123456789012345"])
    func extensions(text: String) {
        #expect(Extension(text)?.description == text)
    }

    @Test(
        "what a dial plan should not dial is no extension",
        arguments: ["", "1234567890123456", "+31201234567", "21 01", "2101;ext", "２１０１", "2101\n", "sip:2101", "*21"])
    func none(text: String) {
        #expect(Extension(text) == nil)
    }
}
