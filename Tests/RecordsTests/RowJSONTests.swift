import Foundation
import Testing

@testable import Records

@Suite("JSON of a row's parts") struct RowJSONTests {
    private struct Part: Decodable, Equatable {
        let agent: String
        let ring: Int
    }

    @Test(
        "a text is read back as it was by a reader that somebody else wrote",
        arguments: [
            "jdevries", "", "a \"quoted\" one", "back\\slash", "line\nend\ttab\u{0}\u{1F}", "Ünïcode 𝄞", "\u{7F}/",
        ])
    func text(text: String) throws {
        let json = RowJSON.list([text]) { text, json in
            RowJSON.object(["agent": .text(text), "none": .text(nil), "ring": .number(20)], to: &json)
        }
        let read = try JSONDecoder().decode([Part].self, from: Data(json.utf8))
        #expect(read == [Part(agent: text, ring: 20)], "\(json)")
    }

    @Test("several parts, and none")
    func list() {
        func json(_ numbers: [Int64?]) -> String {
            RowJSON.list(numbers) { RowJSON.object(["n": .number($0)], to: &$1) }
        }
        #expect(json([]) == "[]")
        #expect(json([1, nil, -3]) == #"[{"n":1},{},{"n":-3}]"#)
    }
}
