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

    @Test(
        "what the reader reads is what Foundation reads",
        arguments: [
            "[]", " [ ] ", "[{}]", #"[{"agent":"joke","ring":20}]"#,
            #"[ {"ring" : -3 , "agent":"\u00e9\ud834\udd1e\n\/"} ,{"agent":"x","ring":0}]"#,
            #"[{"agent":"a\"b\\c é 𝄞","ring":9223372036854775807}]"#, #"[{"agent":null,"ring":1}]"#,
            #"[{"agent":"x"}]"#,
            #"[{"agent":"x","ring":1,"more":[1.5,{"a":[true,false,null]},"]"]}]"#,
            #"[{"agent":"x","ring":9223372036854775808}]"#,
            "", "{}", "[", "[{]", "[{}", "[{},]", #"[{"agent":"x","ring":1}"#, #"[{"agent":"x","ring":1}]x"#,
            #"[{"agent":"x" "ring":1}]"#, #"[{"agent":"\x","ring":1}]"#, #"[{"agent":"\u12","ring":1}]"#,
            #"[{"agent":"\u+123","ring":1}]"#,
            #"[{"agent":7,"ring":1}]"#, #"[{"agent":"x","ring":"1"}]"#, #"[{"agent":"x","ring":--1}]"#,
            #"[{"agent":"x","ring":1,"y":nul}]"#,
        ])
    func reader(text: String) {
        let read = try? RowJSONReader.list(text).map {
            Part(agent: try $0.text("agent"), ring: Int(try $0.number("ring")))
        }
        #expect(read == (try? JSONDecoder().decode([Part].self, from: Data(text.utf8))))
    }

    @Test("a text that is cut short anywhere is refused")
    func cut() {
        let text = #"[{"agent":"a\u00e9","ring":12,"more":[{"x":null}]}]"#
        for count in 0..<text.utf8.count {
            #expect(throws: RowJSONReader.Misfit.self) { try RowJSONReader.list(String(text.prefix(count))) }
        }
    }

    @Test("what is nested too deep is refused")
    func deep() {
        let text = #"[{"more":"# + String(repeating: "[", count: 100_000)
        #expect(throws: RowJSONReader.Misfit.self) { try RowJSONReader.list(text) }
    }
}
