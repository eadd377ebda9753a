import Routing
import TestSupport
import Testing
import Time

@Suite("The block around a number") struct BlockAroundTests {
    @Test(
        "is the client's narrowest range or prefix; a single number and a contact's mobile tell the number itself, so they are none",
        arguments: [
            ("31505550100", nil), ("31505550245", "+31505550200 - +31505550299"), ("31505551999", "+31505551*"),
            ("31505551001", "+31505551*"), ("31612345678", nil), ("31999999999", nil),
        ] as [(String, String?)])
    func block(digits: String, expected: String?) throws {
        let directory = office(clients: [
            client(
                "noord", "anna", "bram",
                numbers: ["31505550100", "31505550200-31505550299", "31505551*", "31505551001"],
                contacts: [contact("Karin", "31612345678")])
        ])
        let table = try RoutingTable(directory: directory, roster: Roster(), generation: 1)
        #expect(table.block(around: number(digits))?.description == expected)
    }
}
