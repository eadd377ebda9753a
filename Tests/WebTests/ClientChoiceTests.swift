import MajorAPI
import Testing
import Time
import Wording

@testable import Web

@Suite("Naming a client in a field")
struct ClientChoiceTests {
    private func client(_ id: String, _ name: String) -> DirectoryAPI.Client {
        DirectoryAPI.Client(id: id, name: name, size: .small, state: .covered, agents: [])
    }

    private var clients: [DirectoryAPI.Client] {
        [
            client("c1", "De Linde"), client("c2", "De Linde Oost"), client("c3", "Stichting Één"),
            client("c4", "Zuid"), client("c5", "Zuid"),
        ]
    }

    @Test(
        "by name, by a part of it, and by id",
        arguments: [("De Linde", "c1"), ("  de   linde ", "c1"), ("oost", "c2"), ("stichting een", "c3"), ("c5", "c5")])
    func found(text: String, id: String) throws {
        #expect(try ClientChoice(text: text).id(among: clients) == id)
    }

    @Test("what several have is asked back with their names; those of one name with what tells them apart")
    func several() {
        #expect(throws: AskingError.mistyped(.severalClients("lin", ["De Linde", "De Linde Oost"], more: 0))) {
            try ClientChoice(text: "lin").id(among: clients)
        }
        #expect(throws: AskingError.mistyped(.severalClients("zuid", ["Zuid (c4)", "Zuid (c5)"], more: 0))) {
            try ClientChoice(text: "zuid").id(among: clients)
        }
        let text = PageWords(.nl).mistake(.severalClients("lin", ["De Linde", "De Linde Oost"], more: 2))
        #expect(text == "“lin” past bij meer klanten: De Linde, De Linde Oost, nog 2. Schrijf er één van.")
    }

    @Test("what nobody has is told as typed")
    func unknown() {
        #expect(throws: AskingError.mistyped(.unknownClient("noord"))) {
            try ClientChoice(text: "noord").id(among: clients)
        }
    }
}
