import Routing
import Testing
import Wording

@Suite("PartyWords")
struct PartyWordsTests {
    private static let number = PhoneNumber("31612345678").map(Party.number) ?? .unknown

    @Test(
        "who calls",
        arguments: [
            (number, ["+31612345678", "+31612345678"]), (.anonymous, ["a hidden number", "een verborgen nummer"]),
            (.internal, ["an internal phone", "een intern toestel"]),
            (.unknown, ["an unreadable number", "een onleesbaar nummer"]),
        ])
    func parties(party: Party, expected: [String]) {
        #expect(both { PartyWords($0).party(party) } == expected)
    }

    @Test("a number is told as the directory has it; who hides his is hidden, and nobody else")
    func rules() {
        #expect(PartyWords().party(Self.number, .masked) == "+3161234****")
        #expect(PartyWords().party(Self.number, .full) == "+31612345678")
        #expect(PartyWords().party(Self.number, .none) == nil)
        #expect(PartyWords().party(.anonymous, .none) == "a hidden number")
        #expect(
            both { PartyWords($0).untold } == ["a number that is not logged", "een nummer dat niet wordt vastgelegd"])
    }
}
