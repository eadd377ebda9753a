import Routing
import Testing
import Time
import Wording

@Suite("CallRecordWords")
struct CallRecordWordsTests {
    @Test(
        "how a call ended is told in Dutch, and in English by the word that programs read",
        arguments: DialStatus.allCases)
    func ends(status: DialStatus) {
        #expect(CallRecordWords(.en).end(status.rawValue) == status.rawValue)
        #expect(CallRecordWords(.nl).end(status.rawValue) != status.rawValue)
        #expect(CallRecordWords(.nl).end("something-new") == "something-new")
    }
}
