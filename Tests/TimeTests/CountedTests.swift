import TestSupport
import Testing
import Time

@Suite struct CountedTests {
    @Test("one of something is no plural", arguments: [(0, "0 errors"), (1, "1 error"), (2, "2 errors")])
    func errors(number: Int, text: String) {
        #expect(counted(number, "error") == text)
    }

    @Test("a plural of its own")
    func irregular() {
        #expect(counted(1, "record waits", "records wait") == "1 record waits")
        #expect(counted(0, "record waits", "records wait") == "0 records wait")
    }
}
