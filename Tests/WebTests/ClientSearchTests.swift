import MajorAPI
import Testing

@testable import Web

@Suite("Looking for clients")
struct ClientSearchTests {
    private var client: DirectoryAPI.Client {
        var client = DirectoryAPI.Client(id: "c17", name: "Stichting Één", size: .small, state: .covered, agents: [])
        client.numbers = ["+31505550100", "+31505550200 - +31505550299", "+3110555*"]
        client.contacts = [DirectoryAPI.Contact(name: "Karin Smit", mobile: "+31612345678", email: "k.smit@een.nl")]
        client.learned = ["+31888001122"]
        client.address = ["Dorpsstraat 1", "9711 AB Groningen"]
        return client
    }

    @Test(
        "finds them by name, place and contact, however it is written",
        arguments: ["een", "ÉÉN", "stichting  een", "  karin   smit ", "groningen", "dorps", "karin", "k.smit@", "c17"])
    func texts(text: String) { #expect(ClientSearch(text).finds(client)) }

    @Test(
        "finds them by a number, also one inside a block, in every form, and by a part of it",
        arguments: [
            "+31505550100", "050 555 01 00", "0505550242", "+31 50 555 02 42", "0031505550299", "5550250",
            "06-12345678", "088 800 11 22", "0105551", "010 555 98 76", "(050) 555.02.00",
        ])
    func numbers(text: String) { #expect(ClientSearch(text).finds(client)) }

    @Test(
        "finds none by what is in no number of theirs, and by too few digits",
        arguments: [
            "0505550300", "050 555 01 01", "0612345679", "0999", "010 556", "055", "zwolle", "karin 0505550100",
        ])
    func others(text: String) { #expect(!ClientSearch(text).finds(client)) }
}
