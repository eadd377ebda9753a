import Routing
import TestSupport
import Testing

@Suite struct CoverageCountTests {
    @Test("a client outside its hours is closed, one outside its agreement is not")
    func overview() throws {
        let directory = office(clients: [
            client("noord", "anna", "bram"), client("zuid", "anna", "bram", level: "always"),
            client("oost", "anna", "bram", from: "2026-06-01", level: "always"),
        ])
        let open = try table(directory).overview(at: at("2026-03-03 12:00")).count
        #expect(
            open == CoverageCount(clients: 3, inService: 2, covered: 2, closed: 0, withoutAgreement: 1))
        let night = try table(directory).overview(at: at("2026-03-03 22:00")).count
        #expect(
            night == CoverageCount(clients: 3, inService: 1, covered: 1, closed: 1, withoutAgreement: 1))
    }
}
