import Testing

@testable import Web

@Suite("Form")
struct FormTests {
    @Test("fields are read as browsers write them, without blanks around them")
    func read() throws {
        let form = try #require(Form("from=2026-12-24&note=+t%26t%3D%C3%A9+&empty=&x"))
        #expect(form["from"] == "2026-12-24")
        #expect(form["note"] == "t&t=é")
        #expect(form["empty"] == nil && form.has("empty") && form.has("x") && form["other"] == nil)
    }

    @Test(
        "what no browser writes is refused",
        arguments: ["a=%", "a=%4", "a=%zz", "a=%ff", "a=1&a=2", "a=%00", "a=" + String(repeating: "x", count: 4_097)])
    func refused(text: String) {
        #expect(Form(text) == nil)
    }

    @Test("more fields than a form has are refused")
    func many() {
        #expect(Form((0..<65).map { "f\($0)=1" }.joined(separator: "&")) == nil)
        #expect(Form((0..<64).map { "f\($0)=1" }.joined(separator: "&")) != nil)
    }
}
