import MajorAPI
import Routing
import Switchboard
import Testing
import Time

@testable import Control
@testable import Varlink

/// Calendars that programs outside fetch by a key.
@Suite("Feeds")
struct FeedTests {
    private func address(
        _ office: ControlOffice, _ parameters: JSONObject = [:], by asker: Asker = .own
    ) async throws -> String? {
        let reply = try await office.call(CalendarAPI.FeedAddress.method, parameters, by: asker)
        let address: CalendarAPI.FeedAddress.Reply = try reply.parameters.decoded()
        return address.key
    }

    private func show(_ office: ControlOffice, _ key: String, by asker: Asker = .stranger) async throws -> VarlinkReply
    {
        try await office.call(CalendarAPI.ShowFeed.method, ["key": .string(key)], by: asker)
    }

    @Test("there is none until it is made; another one closes the old one, and an end all")
    func keys() async throws {
        let office = try ControlOffice()
        #expect(try await address(office) == nil)
        let first = try #require(try await address(office, ["renew": true]))
        #expect(first.count == 32 && first.allSatisfy(\.isHexDigit))
        #expect(try await address(office) == first)
        #expect(try await show(office, first).error == nil)
        let second = try #require(try await address(office, ["renew": true], by: .own))
        #expect(second != first)
        #expect(try await show(office, first).error == "org.majord.Calendar.UnknownFeed")
        #expect(try await show(office, second).error == nil)
        #expect(try await address(office, ["agent": "jdevries", "end": true], by: .manager) == nil)
        for key in [second, "", "0", second + "0"] {
            #expect(try await show(office, key).error == "org.majord.Calendar.UnknownFeed")
        }
    }

    @Test("it tells that somebody is away until when: not why, and no client")
    func away() async throws {
        let office = try ControlOffice()
        _ = try await office.switchboard.reportSick(agent: "jdevries", until: nil, note: "griep", by: office.manager)
        _ = try await office.switchboard.pause(agent: "mbakker", for: .minutes(30), note: nil, by: office.manager)
        let own = try #require(try await address(office, ["renew": true]))
        let desk = try #require(try await address(office, ["desk": true, "renew": true], by: .manager))
        let reply = try await show(office, own)
        let told: CalendarAPI.ShowFeed.Reply = try reply.parameters.decoded()
        #expect(told.name == "Joke de Vries" && told.away.map(\.agent) == ["jdevries"])
        #expect(told.away.allSatisfy { $0.covers.isEmpty })
        let all = try await show(office, desk)
        let everybody: CalendarAPI.ShowFeed.Reply = try all.parameters.decoded()
        #expect(Set(everybody.away.map(\.agent)) == ["jdevries", "mbakker"] && everybody.name == nil)
        for word in ["griep", "sick", "pause", "noord", "Noord"] {
            #expect(!"\(reply.parameters)\(all.parameters)".contains(word), "\(word)")
        }
    }

    @Test("what cannot be meant is refused")
    func refused() async throws {
        let office = try ControlOffice()
        for parameters in [["desk": true, "agent": "jdevries"], ["renew": true, "end": true]] as [JSONObject] {
            let reply = try await office.call(CalendarAPI.FeedAddress.method, parameters, by: .manager)
            #expect(reply.error == VarlinkError.invalidParameter("").name)
        }
        #expect(
            try await office.call(CalendarAPI.FeedAddress.method, by: .manager).error == "org.majord.Roster.NotAnAgent")
    }
}
