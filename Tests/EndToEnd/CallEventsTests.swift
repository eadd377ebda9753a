import Foundation
import Testing

extension EndToEnd {
    /// What becomes of a call, told by Kamailio as shipped, and what majord makes of it.
    @Suite("Call events", .serialized)
    struct CallEventsTests {
        /// Phones ring for a second each.
        private static let shortRing = Office.directory.replacing("ring: 20s", with: "ring: 1s")

        @Test(
            "a call that nobody takes rings at the primary, then at the backup, then at the overflow; one record tells so"
        )
        func nobodyAnswers() throws {
            let office = try Office(directory: Self.shortRing)
            try office.open()
            let exchange = try Exchange(office)
            try exchange.plugIn("2101", silent: true)
            try exchange.plugIn("2102", silent: true)
            try exchange.call(from: "+31505550100", id: "in-turn", expecting: "phones/2050")
            try exchange.recorded("ENDED 200", of: "in-turn")
            try exchange.plugIn("2102")
            try exchange.call(from: "+31505550100", id: "to-the-backup", expecting: "phones/2102")
            try exchange.recorded("ENDED 200", of: "to-the-backup")

            let records = try office.recordedCalls()
            #expect(records.map(\.callID) == ["in-turn", "to-the-backup"])
            let first = try #require(records.first)
            // A phone that answers at once need not have rung.
            #expect(first.phonesThatRang.prefix(2) == ["2101", "2102"])
            #expect(first.answeredBy == "2050")
            #expect(first.agent == nil)
            #expect(first.decision != nil)
            #expect(first.caller == "+31505550100")
            #expect(first.client == "noord")
            #expect(first.reason == "primary")
            #expect(first.targets == "2101:1,2102:1,2050:0")
            #expect(records.last?.phonesThatRang.first == "2101")
            #expect(records.last?.agent == "mark")
            #expect(records.allSatisfy { $0.ended == "answered" && $0.isInOrder })
        }

        @Test("an agent on a call is skipped until it is over")
        func busyAgent() throws {
            let office = try Office()
            try office.open()
            let exchange = try Exchange(office)
            let long = try exchange.longCall(from: "+31505550100", id: "long", expecting: "phones/2101")
            try exchange.recorded("ANSWERED 2101", of: "long")
            try exchange.call(from: "+31505550100", id: "second", expecting: "phones/2102")
            try exchange.recorded("ENDED 200", of: "second")
            try long.hangUp()
            try exchange.recorded("ENDED 200", of: "long")
            try exchange.call(from: "+31505550100", id: "third", expecting: "phones/2101")
            try exchange.recorded("ENDED 200", of: "third")
            #expect(exchange.calls(to: "2101").count == 2)

            let records = try office.recordedCalls()
            #expect(records.map(\.callID) == ["long", "second", "third"])
            #expect(records.map(\.agent) == ["joke", "mark", "joke"])
            #expect(records.map(\.targets) == ["2101:20,2102:20,2050:0", "2102:20,2050:0", "2101:20,2102:20,2050:0"])
            #expect(records.allSatisfy { $0.ended == "answered" && $0.isInOrder })
        }

        @Test("a caller who gives up leaves nobody busy")
        func callerGivesUp() throws {
            let office = try Office()
            try office.open()
            let exchange = try Exchange(office)
            try exchange.plugIn("2101", silent: true)
            try exchange.abandonedCall(from: "+31505550100", id: "abandoned")
            try exchange.recorded("ENDED 487", of: "abandoned")
            try exchange.plugIn("2101")
            try exchange.call(from: "+31505550100", id: "again", expecting: "phones/2101")
            try exchange.recorded("ENDED 200", of: "again")

            let records = try office.recordedCalls()
            #expect(records.map(\.callID) == ["abandoned", "again"])
            #expect(records.first?.phonesThatRang == ["2101"])
            #expect(records.first?.answeredBy == nil)
            #expect(records.map(\.ended) == ["cancelled", "answered"])
        }

        @Test("feature codes change and tell an agent's availability, and the display says so")
        func featureCodes() throws {
            let office = try Office()
            try office.open()
            let exchange = try Exchange(office)
            #expect(try exchange.dial("*70", at: "2101") == "480 Joke de Vries takes calls (available)")
            #expect(try exchange.dial("*71", at: "2101") == "480 Joke de Vries is away (away)")
            try exchange.call(from: "+31505550100", expecting: "phones/2102")
            #expect(try exchange.dial("*70", at: "2101") == "480 Joke de Vries is away (away)")
            #expect(try exchange.dial("*72", at: "2101") == "480 Joke de Vries takes calls (available)")
            try exchange.call(from: "+31505550100", expecting: "phones/2101")
            let pause = try exchange.dial("*73", at: "2101")
            #expect(pause.hasPrefix("480 Joke de Vries is away until "), "\(pause)")
            #expect(pause.hasSuffix(" (away)"), "\(pause)")
            try exchange.call(from: "+31505550100", expecting: "phones/2102")
            #expect(try office.majorctl("absences").output.contains("pause"))

            #expect(try exchange.dial("*71", at: "2000") == "403 Extension 2000 belongs to no agent (refused)")
            #expect(try exchange.dial("*71", at: "joke") == "403 Feature codes work from an extension ()")
            try office.kill()
            #expect(try exchange.dial("*71", at: "2102") == "503 Not possible now, nothing has changed ()")
        }

        @Test("the phone's display gets the client's and the contact's name, at the backup too")
        func display() throws {
            let office = try Office(directory: Self.shortRing)
            try office.open()
            let exchange = try Exchange(office)
            try exchange.plugIn("2101", silent: true)
            try exchange.call(from: "anonymous", identity: "+31612345678", id: "mobile", expecting: "phones/2102")
            func name(_ end: String) -> String {
                "\"Scholengroep Noord: K. Smit\(end)\" <sip:+31612345678@trunk.example>"
            }
            #expect(exchange.calls(to: "2101") == ["mobile 2101 \(name(""))"])
            #expect(exchange.calls(to: "2102") == ["mobile 2102 \(name(" (for Joke)"))"])
            try exchange.call(from: "+31201112233", id: "stranger", expecting: "phones/2000")
            #expect(exchange.calls(to: "2000") == ["stranger 2000 "])
        }

        @Test("what happens while majord is away is told when it is back, so nobody stays busy")
        func awayMeanwhile() throws {
            let office = try Office()
            try office.open()
            let exchange = try Exchange(office)
            let long = try exchange.longCall(from: "+31505550100", id: "long", expecting: "phones/2101")
            try exchange.recorded("ANSWERED 2101", of: "long")
            try office.kill()
            try exchange.call(from: "+31505550100", id: "meanwhile", expecting: "phones/2000")
            try long.hangUp()
            try office.open()
            try exchange.recorded("ENDED 200", of: "long")
            try exchange.recorded("ENDED 200", of: "meanwhile")
            try exchange.call(from: "+31505550100", id: "afterwards", expecting: "phones/2101")
            try exchange.recorded("ENDED 200", of: "afterwards")

            let records = try office.recordedCalls()
            #expect(Set(records.map(\.callID)) == ["long", "meanwhile", "afterwards"])
            #expect(records.count == 3)
            #expect(records.allSatisfy { $0.ended == "answered" && $0.isInOrder })
            let meanwhile = try #require(records.first { $0.callID == "meanwhile" })
            #expect(meanwhile.decision == nil)
            #expect(meanwhile.answeredBy == "2000")
        }
    }
}
