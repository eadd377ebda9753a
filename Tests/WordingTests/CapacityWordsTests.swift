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

    @Test(
        "who has room",
        arguments: [
            (1, 2, false, ["room for 1 large or 2 small", "plaats voor 1 grote of 2 kleine"]),
            (0, 1, false, ["room for 1 small", "plaats voor 1 kleine"]), (0, 0, false, ["full", "vol"]),
            (0, 0, true, ["too much", "te veel"]),
        ])
    func room(large: Int, small: Int, isExceeded: Bool, expected: [String]) {
        #expect(both { CapacityWords($0).room(large: large, small: small, isExceeded: isExceeded) } == expected)
    }
}
