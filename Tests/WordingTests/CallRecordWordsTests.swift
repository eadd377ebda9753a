import Routing
import Testing
import Time
import Wording

@Suite("CallRecordWords")
struct CallRecordWordsTests {
    @Test("texts stand below each other behind their labels", arguments: CallRecordWords.Label.allCases)
    func labels(label: CallRecordWords.Label) {
        #expect(both { CallRecordWords($0).label(label) }.allSatisfy { $0.count < CallRecordWords.labelWidth })
    }

    @Test(
        "how a call ended is told in Dutch, and in English by the word that programs read",
        arguments: DialStatus.allCases)
    func ends(status: DialStatus) {
        #expect(CallRecordWords(.en).end(status.rawValue) == status.rawValue)
        #expect(CallRecordWords(.nl).end(status.rawValue) != status.rawValue)
        #expect(CallRecordWords(.nl).end("something-new") == "something-new")
    }
}
