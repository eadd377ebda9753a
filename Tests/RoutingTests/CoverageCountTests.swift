import Routing
import TestSupport
import Testing

@Suite struct CoverageCountTests {
    @Test(
        "the counts add up to all clients",
        arguments: [
            (0, 0, 0, 0, "no clients yet"),
            (4, 4, 0, 0, "4 of 4 clients covered"),
            (3, 3, 1, 0, "3 of 4 clients covered, 1 closed"),
            (3, 2, 1, 1, "2 of 5 clients covered, 1 closed, 1 without an agreement now"),
            (0, 0, 2, 0, "no client in service now, 2 closed"),
        ])
    func sentence(inService: Int, covered: Int, closed: Int, withoutAgreement: Int, expected: String) {
        let count = CoverageCount(
            clients: inService + closed + withoutAgreement, inService: inService, covered: covered, closed: closed,
            withoutAgreement: withoutAgreement)
        #expect(count.sentence == expected)
    }

    @Test("a client outside its hours is closed, one outside its agreement is not")
    func overview() throws {
        let directory = office(clients: [
            client("noord", "anna", "bram"), client("zuid", "anna", "bram", level: "always"),
            client("oost", "anna", "bram", from: "2026-06-01", level: "always"),
        ])
        let open = try table(directory).overview(at: at("2026-03-03 12:00")).count
        #expect(open.sentence == "2 of 3 clients covered, 1 without an agreement now")
        let night = try table(directory).overview(at: at("2026-03-03 22:00")).count
        #expect(night.sentence == "1 of 3 clients covered, 1 closed, 1 without an agreement now")
    }
}
