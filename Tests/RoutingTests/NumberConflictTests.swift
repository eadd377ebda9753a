import Routing
import TestSupport
import Testing

@Suite struct NumberConflictTests {
    /// The conflicts as `client text / client text`, after the kind where they are not the same numbers.
    private static func conflicts(_ clients: Client...) -> [String] {
        NumberConflict.all(in: clients).map {
            ($0.kind == .same ? "" : "\($0.kind): ")
                + "\($0.first.client) \($0.first.written.text) / \($0.second.client) \($0.second.written.text)"
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

    @Test("a single number inside another client's block is told, as is a block, with the narrowest one around it")
    func nested() {
        let found = Self.conflicts(
            client("noord", "anna", "bram", numbers: ["315055*", "31505559*"]),
            client(
                "zuid", "anna", "bram",
                numbers: ["31505551*", "31505550100", "31505550200-31505550299", "315055590*", "31612345678"],
                contacts: [contact("Karin", "31505559123")]))
        #expect(
            Set(found) == [
                "nested: noord 315055* / zuid 31505551*", "nested: noord 315055* / zuid 31505550100",
                "nested: noord 315055* / zuid 31505550200-31505550299", "nested: noord 31505559* / zuid 315055590*",
                "nested: noord 31505559* / zuid 31505559123",
            ])
        #expect(found.count == 5)
    }

    @Test("within one client's block his own narrower ones are in order, whoever's block is around")
    func ownNested() {
        let found = Self.conflicts(
            client("noord", "anna", "bram", numbers: ["31505*"]),
            client("zuid", "anna", "bram", numbers: ["315055*", "31505551*", "31505551234"]))
        #expect(found == ["nested: noord 31505* / zuid 315055*"])
    }

    @Test(
        "blocks that are the same or cross are a conflict, whatever their kind and width",
        arguments: [
            ("31505551*", "31505551*", ""), ("31505551*", "31505551000-31505551999", ""),
            ("31505550200-31505550299", "31505550250-31505550349", "crossing: "),
            ("31505550200-31505550299", "31505550250-31505550310", "crossing: "),
            ("31505550200-31505550299", "31505550250-31505550350", "crossing: "),
            ("315055502*", "31505550250-31505550310", "crossing: "),
            ("31505550299-31505550305", "315055502*", "crossing: "),
            ("31505550200-31505550299", "31505550300-31505550399", nil), ("31505551*", "31505552*", nil),
            ("43112345-43112349", "4311234*", "nested: "), ("43112345-43112349", "43112346012*", nil),
        ] as [(String, String, String?)])
    func blocks(one: String, other: String, expected: String?) {
        let first = client("noord", "anna", "bram", numbers: [one])
        let second = client("zuid", "anna", "bram", numbers: [other])
        if expected == "nested: " {
            #expect(Self.conflicts(first, second) == ["nested: zuid \(other) / noord \(one)"])
        } else {
            #expect(Self.conflicts(first, second) == (expected.map { ["\($0)noord \(one) / zuid \(other)"] } ?? []))
            #expect(Self.conflicts(second, first) == (expected.map { ["\($0)zuid \(other) / noord \(one)"] } ?? []))
        }
    }

    @Test("ranges for numbers of different lengths have no number in common")
    func lengths() {
        let found = Self.conflicts(
            client("noord", "anna", "bram", numbers: ["43112345-43112349"]),
            client("zuid", "anna", "bram", numbers: ["431123450-431123499"]))
        #expect(found == [])
    }
}
