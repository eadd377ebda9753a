import Testing

@Suite("Reading sources")
struct SwiftSourceTests {
    @Test("this file's remarks and strings are none of its code, and what stands behind them is")
    func code() throws {
        // A remark with try! in it.
        let source = try SwiftSource("Tests/HouseTests/SwiftSourceTests.swift")
        let text = "a string with \" and as! in it"
        let lines = """
            // several lines with fatalError in them
            """
        #expect(!text.isEmpty && !lines.isEmpty)
        #expect(source.imports == ["Testing"])
        for word in ["try!", "as!", "fatalError"] { #expect(!source.code.contains(word)) }
        #expect(source.code.contains("#expect(!text.isEmpty && !lines.isEmpty)"))
        #expect(source.place(of: "let text =") == "Tests/HouseTests/SwiftSourceTests.swift:9")
    }
}
