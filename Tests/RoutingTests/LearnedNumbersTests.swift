import TestSupport
import Testing
import Time

@testable import Routing

@Suite("Numbers learned") struct LearnedNumbersTests {
    private static let monday = at("2026-03-02 10:00")

    private static func learned(_ digits: String, _ meaning: LearnedNumber.Meaning) -> LearnedNumber {
        LearnedNumber(number: number(digits), meaning: meaning, enteredBy: "els", enteredAt: monday)
    }

    private static func client(_ id: String, _ contact: String? = nil) -> LearnedNumber.Meaning {
        .client(ClientID(id), contact: contact, function: contact.map { _ in "ICT" })
    }

    private static let numbers = [
        learned("31999999999", client("noord")), learned("31999999998", client("noord", "Piet")),
        learned("31999999997", client("zuid", "Sara")), learned("31999999996", .refused),
        // Inside noord's block, noord's own number, and numbers that the files have otherwise.
        learned("31505550250", client("noord", "Joost")), learned("31505550100", client("noord", "Receptie")),
        learned("31505550251", client("zuid", "Niemand")), learned("31612345678", client("noord", "Niet Karin")),
        learned("31205550100", .refused), learned("31999999995", client("gone")),
    ]

    private static func tables() throws -> [RoutingTable] {
        let directory = RoutingTableDecideTests.withOwnNumber()
        let roster = Roster(learnedNumbers: numbers)
        let empty = try RoutingTable(directory: directory, roster: Roster(), generation: 1)
        let some = RoutingTable(
            empty, roster: Roster(learnedNumbers: Array(numbers.dropFirst(2).reversed())), generation: 2)
        return [
            try RoutingTable(directory: directory, roster: roster, generation: 1),
            RoutingTable(empty, roster: roster, generation: 2), RoutingTable(some, roster: roster, generation: 3),
            // Another change of the roster leaves them.
            RoutingTable(
                RoutingTable(empty, roster: roster, generation: 2),
                roster: Roster(
                    absences: [absence(1, "cato", from: monday, until: nil)], learnedNumbers: numbers), generation: 3),
        ]
    }

    @Test(
        "a number is its client's and its contact's at once, unless the files say otherwise",
        arguments: [
            ("31999999999", "noord", nil, "primary"), ("31999999998", "noord", "Piet", "primary"),
            ("31999999997", "zuid", "Sara", "primary"), ("31999999996", nil, nil, "refused"),
            ("31505550250", "noord", "Joost", "primary"), ("31505550100", "noord", "Receptie", "primary"),
            ("31505550251", "noord", nil, "primary"), ("31612345678", "noord", "Karin", "primary"),
            ("31205550100", "zuid", nil, "primary"), ("31999999995", nil, nil, "unknown-caller"),
        ] as [(String, String?, String?, String)])
    func decided(digits: String, client: String?, contact: String?, reason: String) throws {
        for table in try Self.tables() {
            let decision = table.decide(call(from: digits), at: Self.monday)
            #expect(decision.client?.client.id.description == client)
            #expect(decision.contact?.name == contact)
            #expect(decision.reason.word == reason)
        }
    }

    @Test("what is forgotten is nobody's again, and its contact is gone")
    func forgotten() throws {
        for table in try Self.tables() {
            let next = RoutingTable(table, roster: Roster(learnedNumbers: Array(Self.numbers.prefix(1))), generation: 9)
            #expect(next.decide(call(from: "31999999998"), at: Self.monday).reason == .cause(.unknownCaller))
            #expect(next.decide(call(from: "31505550250"), at: Self.monday).contact == nil)
            #expect(next.clients.first?.client.contacts.map(\.name) == ["Karin", "Henk"])
            #expect(next.directory.clients.first?.contacts.count == 2)
        }
    }

    @Test("a learned number counts on a client's own number as one of the files does")
    func ownNumber() throws {
        func reason(_ digits: String) throws -> String {
            let own = Call(caller: .number(number(digits)), called: .number(number("31880001240")))
            return try Self.tables()[1].decide(own, at: Self.monday).reason.word
        }
        #expect(try reason("31999999998") == "primary")
        #expect(try reason("31999999997") == "other-client")
        #expect(try reason("31999999996") == "refused")
    }

    @Test("it is told how a number was learned, and who refused one")
    func explained() throws {
        let table = try Self.tables()[1]
        func places(_ digits: String) -> [String] {
            table.explain(call(from: digits), at: Self.monday).steps.compactMap { step in
                switch step {
                case .caller(_, let match?, _): match.written.place.description
                case .refused(let learned): learned.enteredBy
                default: nil
                }
            }
        }
        #expect(places("31999999999") == ["learned on 2026-03-02 from els"])
        #expect(places("31999999998") == ["learned on 2026-03-02 from els"])
        #expect(places("31505550250") == ["learned on 2026-03-02 from els"])
        #expect(places("31505550251") == ["clients.yaml:1:5"])
        #expect(places("31999999996") == ["els"])
    }

    @Test("those that the files contradict, or have by now, or whose client is gone, are told")
    func idle() throws {
        let place = Place(file: "clients.yaml", line: 1, column: 5)
        for table in try Self.tables() {
            let found = table.idleNumbers.map { (String($0.learned.number.digits), $0.cause) }
            #expect(found.map(\.0) == ["31505550251", "31612345678", "31205550100", "31999999995"])
            #expect(
                found.map(\.1) == [
                    .contradicted(by: ClientID("noord"), place), .inFiles(place),
                    .contradicted(by: ClientID("zuid"), place), .unknownClient(ClientID("gone")),
                ])
        }
    }
}
