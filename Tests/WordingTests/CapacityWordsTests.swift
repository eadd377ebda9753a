import Testing
import Wording

@Suite("CapacityWords")
struct CapacityWordsTests {
    @Test("what somebody carries, by roles")
    func roles() {
        #expect(
            both { CapacityWords($0).roles([("primary", 1, 2), ("backup", 0, 1)]) } == [
                "primary 1 large and 2 small, backup 1 small",
                "eerste contactpersoon 1 grote en 2 kleine, tweede contactpersoon 1 kleine",
            ])
        #expect(both { CapacityWords($0).roles([]) } == ["no clients", "geen klanten"])
    }

    @Test("who has too much, now or from a day on")
    func tooMuch() {
        #expect(both { CapacityWords($0).tooMuch(from: nil) } == ["too much", "te veel"])
        #expect(
            both { CapacityWords($0).tooMuch(from: "1 May") } == ["too much from 1 May", "te veel vanaf 1 May"])
    }

    @Test(
        "who has room",
        arguments: [
            (1, 2, 50, ["room for 1 large or 2 small", "plaats voor 1 grote of 2 kleine"]),
            (0, 1, 50, ["room for 1 small", "plaats voor 1 kleine"]), (0, 0, 100, ["full", "vol"]),
            (0, 0, 90, ["no room for another client", "geen ruimte voor nog een klant"]),
        ])
    func room(large: Int, small: Int, percent: Int, expected: [String]) {
        #expect(both { CapacityWords($0).room(large: large, small: small, taken: percent) } == expected)
    }
}
