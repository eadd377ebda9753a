import Routing
import TestSupport
import Testing
import Time

@Suite("The nearest block") struct NearestBlockTests {
    @Test(
        "is the one that is like a number but for its last three digits at the most; numbers of one country or area are not near",
        arguments: [
            ("31505550101", "31505550100 noord"), ("31505550000", "31505550100 noord"),
            ("31505550300", "31505550200-31505550299 noord"), ("31505559999", nil), ("31505551", "31505551* noord"),
            ("31612345670", "31612345678 noord"), ("31612399999", nil), ("31205559999", nil),
            ("31205550999", "31205550100 zuid"), ("31209", nil), ("4420", nil),
            ("31109999999", nil), ("31105599999", nil), ("31105550999", "31105550100 west"), ("442079460000", nil),
        ] as [(String, String?)])
    func nearest(digits: String, expected: String?) {
        let directory = office(clients: [
            client(
                "noord", "anna", "bram", numbers: ["31505550100", "31505550200-31505550299", "31505551*"],
                contacts: [contact("Karin", "31612345678"), contact("Henk", nil)]),
            client("zuid", "bram", "anna", numbers: ["31205550100"]),
            client("west", "cato", "bram", numbers: ["31105550100"]),
        ])
        let found = NearestBlocks(directory)[number(digits)]
        #expect(found.map { "\($0.block.text) \($0.client.id)" } == expected)
    }

    @Test("without clients there is none")
    func none() {
        #expect(NearestBlocks(office(clients: []))[number("31505550101")] == nil)
    }
}
