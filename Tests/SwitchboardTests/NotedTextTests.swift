import Testing

@testable import Switchboard

@Suite("NotedText")
struct NotedTextTests {
    @Test("a text of any length comes back as it was", arguments: [0, 1, 7, 8, 9, 37, 63, 64, 65, 128, 384])
    func comesBack(length: Int) {
        let text = String((0..<length).map { Character(UnicodeScalar(UInt8(0x21 + $0 % 90))) })
        #expect(NotedText(text).text == text)
    }

    @Test("letters of several bytes come back, whichever of them is the last that has room in place")
    func letters() {
        for length in 58...66 {
            let text = String(repeating: "a", count: length) + "é€😀"
            #expect(NotedText(text).text == text)
        }
    }
}
