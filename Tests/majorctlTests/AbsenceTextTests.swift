import MajorAPI
import Routing
import Testing
import Varlink

@testable import majorctl

@Suite("AbsenceText")
struct AbsenceTextTests {
    let today = CalendarDay(daysSince1970: 20_810)  // Wednesday 23 December 2026

    private func entered(
        _ kind: String, until: String?, takeovers: [RosterAPI.Takeover] = [], gaps: [RosterAPI.Gap] = []
    ) throws -> RosterAPI.Entered {
        var absence: JSONObject = [
            "id": "7", "agent": "jdevries", "agent_name": "Joke de Vries", "kind": .string(kind),
            "from": "2026-12-24T00:00:00+01:00", "entered_by": "jdevries", "entered_at": "2026-12-23T10:15:00+01:00",
        ]
        if let until { absence["until"] = .string(until) }
        return RosterAPI.Entered(
            absence: try absence.decoded(), takeovers: takeovers, gaps: gaps, generation: 2)
    }

    private func takeover(_ client: String, _ agent: String?) -> RosterAPI.Takeover {
        RosterAPI.Takeover(client: client.lowercased(), clientName: client, agent: agent, agentName: agent)
    }

    @Test("sickness without an end says who gets the calls")
    func sickness() throws {
        let entered = try entered(
            "sickness", until: nil,
            takeovers: [takeover("Noord", "Mark"), takeover("Oost", "Mark"), takeover("West", "Anna")])
        #expect(
            AbsenceText.confirmation(entered, isOwn: true, today: today) == [
                "You are reported sick until further notice.",
                "Calls for your 2 clients go to Mark: Noord, Oost.",
                "Calls for your client go to Anna: West.",
            ])
    }

    @Test("an end is said as people say it; midnight is the end of the day before")
    func ends() throws {
        let until = try entered(
            "leave", until: "2027-01-04T09:00:00+01:00", takeovers: [takeover("Noord", "Mark")])
        #expect(
            AbsenceText.confirmation(until, isOwn: false, today: today) == [
                "Joke de Vries is on leave from Thursday 24 December until Monday 4 January 2027 09:00 (absence 7).",
                "Calls for Joke de Vries's client go to Mark until Monday 4 January 2027 09:00: Noord.",
            ])
        let midnight = try entered("leave", until: "2026-12-29T00:00:00+01:00")
        #expect(
            AbsenceText.confirmation(midnight, isOwn: true, today: today) == [
                "You are on leave from Thursday 24 December until the end of Monday 28 December (absence 7).",
                "No client's calls come to you first in that time.",
            ])
    }

    @Test("gaps name the client, the time and who could stand in")
    func gaps() throws {
        let gap = RosterAPI.Gap(
            client: "noord", clientName: "Noord", from: "2026-12-24T09:00:00+01:00",
            until: "2026-12-24T12:00:00+01:00", standIns: ["Piet"])
        let entered = try entered(
            "pause", until: "2026-12-23T12:00:00+01:00", takeovers: [takeover("Noord", nil)], gaps: [gap])
        #expect(
            AbsenceText.confirmation(entered, isOwn: true, today: today) == [
                "You are in a pause until 12:00.", "Nobody is there for:",
                "  Noord: Thursday 24 December 09:00 to 12:00; could stand in: Piet",
            ])
    }
}
