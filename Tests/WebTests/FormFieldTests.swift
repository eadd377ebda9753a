import Logging
import Testing
import Time
import Wording

@testable import Web

@Suite("Fields of forms")
struct FormFieldTests {
    @Test("an empty field without which nothing can be done is named as its form names it")
    func missing() {
        let words = PageWords(.nl)
        #expect(FormField.missing("why", words) == .missing("Reden"))
        #expect(FormField.missing("whom", words) == .missing("Vervangt"))
        // What nobody fills in is no field to people.
        #expect(FormField.missing("request", words) == .badInput)
        #expect(words.mistake(.missing("Reden")).contains("“Reden” is leeg"))
    }

    @Test("a login that is nobody's is told of once, and of very many not each")
    func guests() async {
        let log = GuestLog(Logger(label: "test") { _ in SwiftLogNoOpLogHandler() })
        #expect(await log.note("piet"))
        #expect(await !log.note("piet"))
        for number in 1..<GuestLog.most { #expect(await log.note("guest-\(number)")) }
        #expect(await !log.note("one-more"))
    }
}
