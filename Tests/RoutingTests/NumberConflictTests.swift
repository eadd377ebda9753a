import Routing
import Testing

@Suite struct NumberConflictTests {
    /// The conflicts as `client text / client text`.
    private static func conflicts(_ clients: Client...) -> [String] {
        NumberConflict.all(in: clients).map {
            "\($0.first.client) \($0.first.written.text) / \($0.second.client) \($0.second.written.text)"
        }
    }

    @Test("two clients with the same single number are a conflict, the first in the directory first")
    func singles() {
        let found = Self.conflicts(
            client("noord", "anna", "bram", numbers: ["31505550100"]),
            client("zuid", "anna", "bram", numbers: ["31505550101", "31505550100"]))
        #expect(found == ["noord 31505550100 / zuid 31505550100"])
    }

    @Test("a contact's mobile number counts as a single number")
    func contacts() {
        let found = Self.conflicts(
            client("noord", "anna", "bram", contacts: [contact("Karin", "31612345678")]),
            client("zuid", "anna", "bram", numbers: ["31612345678"]),
            client("west", "anna", "bram", contacts: [contact("Karin", "31612345678")]))
        #expect(found == ["noord 31612345678 / zuid 31612345678", "noord 31612345678 / west 31612345678"])
    }

    @Test("a client's own number may be a contact's, but not two contacts'")
    func ownContact() {
        let one = client(
            "noord", "anna", "bram", numbers: ["31612345678"], contacts: [contact("Karin", "31612345678")])
        #expect(Self.conflicts(one) == [])
        let two = client(
            "noord", "anna", "bram", numbers: ["31612345678"],
            contacts: [contact("Karin", "31612345678"), contact("Henk", "31612345678")])
        #expect(Self.conflicts(two) == ["noord 31612345678 / noord 31612345678"])
    }

    @Test("a single number inside another client's block is none, nor is a block inside a wider one")
    func nested() {
        let found = Self.conflicts(
            client("noord", "anna", "bram", numbers: ["315055*"]),
            client("zuid", "anna", "bram", numbers: ["31505551*", "31505550100", "31505550200-31505550299"]))
        #expect(found == [])
    }

    @Test(
        "blocks of equal width that overlap are a conflict, whatever their kind",
        arguments: [
            ("31505551*", "31505551*", true), ("31505551*", "31505551000-31505551999", true),
            ("31505550200-31505550299", "31505550250-31505550349", true),
            ("31505550200-31505550299", "31505550300-31505550399", false),
            ("31505550200-31505550299", "31505550250-31505550350", false), ("31505551*", "31505552*", false),
        ])
    func blocks(one: String, other: String, expected: Bool) {
        let first = client("noord", "anna", "bram", numbers: [one])
        let second = client("zuid", "anna", "bram", numbers: [other])
        #expect(Self.conflicts(first, second) == (expected ? ["noord \(one) / zuid \(other)"] : []))
        #expect(Self.conflicts(second, first) == (expected ? ["zuid \(other) / noord \(one)"] : []))
    }

    @Test("ranges for numbers of different lengths have no number in common")
    func lengths() {
        let found = Self.conflicts(
            client("noord", "anna", "bram", numbers: ["43112345-43112349"]),
            client("zuid", "anna", "bram", numbers: ["431123450-431123499"]))
        #expect(found == [])
    }
}
