import MajorAPI
import Testing
import Time
import Wording

@testable import Web

@Suite("The page of reports")
struct ReportsViewTests {
    private func wish(_ query: String) throws -> ReportWish { ReportWish(try #require(Form(query))) }

    private func body(_ query: String, mistake: String?) throws -> String {
        let context = PageContext(
            visitor: Visitor(reader: .user("els"), name: "Els", isManager: true), language: .nl)
        let client = DirectoryAPI.Client(id: "noord", name: "Noord", size: .small, state: .covered, agents: [])
        return ReportsView(context: context, templates: try Templates()).body(
            nil, [client], try wish(query), mistake: mistake)
    }

    @Test("a month that cannot be had is told in its place, with what was chosen")
    func refused() throws {
        let body = try body("month=2025-11&client=noord&language=en", mistake: "Over die tijd is niets bekend")
        #expect(body.contains("Over die tijd is niets bekend") && body.contains(#"value="2025-11""#))
        #expect(body.contains(#"<option value="noord" selected>"#) && body.contains("<option selected>en</option>"))
        #expect(!body.contains("/reports.csv"), "there is nothing to take along")
    }

    @Test("what is no month stays as it was typed")
    func typed() throws {
        let wish = try wish("month=november")
        #expect(wish.mistake == .noMonth("november") && wish.written == "november")
        #expect(try body("month=november", mistake: "x").contains(#"value="november""#))
    }

    @Test("a client who has left the directory can be chosen where the report tells of him")
    func departed() {
        let client = DirectoryAPI.Client(id: "noord", name: "Noord", size: .small, state: .covered, agents: [])
        let found = ReportsView.choices([client], reported: [("noord", "Noord"), ("oost", "Oost")])
        #expect(found.map(\.id) == ["noord", "oost"] && found.last?.name == "Oost")
    }
}
