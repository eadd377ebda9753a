import MajorAPI
import Testing
import Time
import Wording

@testable import majorctl

@Suite("What agents carry")
struct CapacityTextTests {
    @Test("each agent has his load, his roles, what changes and his room")
    func lines() {
        let reply = ReportsAPI.Capacity.Reply(
            now: "2026-11-26T10:00:00+01:00", timeZone: "Europe/Amsterdam", large: 3, small: 6, until: "2027-12-02",
            agents: [
                ReportsAPI.AgentCapacity(
                    agent: "joke", agentName: "Joke de Vries", percent: 67, exceeded: false,
                    roles: [.init(role: "primary", large: 1, small: 0), .init(role: "backup", large: 0, small: 2)],
                    changes: [
                        .init(
                            from: "2027-02-01T00:00:00+01:00", percent: 117, exceeded: true,
                            roles: [.init(role: "primary", large: 3, small: 1)])
                    ], roomLarge: 0, roomSmall: 0),
                ReportsAPI.AgentCapacity(
                    agent: "mark", agentName: "Mark", percent: 0, exceeded: false, roles: [], changes: [],
                    roomLarge: 3, roomSmall: 6),
            ])
        let time = TimeWords(.en, at: reply.now, in: nil)
        #expect(
            CapacityText.lines(reply, Style(isColored: false), hasBlocks: true, time) == [
                "3 large or 6 small clients are 100 %; looked ahead until Thursday 2 December 2027", "",
                "Joke de Vries   67 %  ███████···  too much from Monday 1 February 2027",
                "               primary 1 large, backup 2 small",
                "               117 % from Monday 1 February 2027: primary 3 large and 1 small",
                "Mark             0 %  ··········  room for 3 large or 6 small", "               no clients",
            ])
        #expect(reply.agents.map(CapacityText.exceeds) == [true, false])
    }
}
