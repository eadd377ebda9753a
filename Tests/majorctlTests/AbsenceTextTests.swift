import MajorAPI
import Routing
import Sheets
import Testing
import Time
import Varlink
import Wording

@testable import majorctl

@Suite("AbsenceText")
struct AbsenceTextTests {
    private func time(zone: String? = nil) throws -> TimeWords {
        TimeWords(now: try #require(LocalDateTime(rfc3339: "2026-12-23T10:15:00+01:00")), zone: zone)
    }

    private func absence(_ id: String, _ kind: String, from: String, until: String?) throws -> RosterAPI.Absence {
        var absence: JSONObject = [
            "id": .string(id), "agent": "jdevries", "agent_name": "Joke de Vries", "kind": .string(kind),
            "from": .string(from), "entered_by": "jdevries", "entered_at": "2026-12-23T10:15:00+01:00",
        ]
        if let until { absence["until"] = .string(until) }
        return try absence.decoded()
    }

    private func entered(
        _ kind: String, from: String = "2026-12-24T00:00:00+01:00", until: String?, away: RosterAPI.Away? = nil,
        takeovers: [RosterAPI.Takeover] = [], gaps: [RosterAPI.Gap] = []
    ) throws -> RosterAPI.PlanLeave.Reply {
        return RosterAPI.PlanLeave.Reply(
            absence: try absence("7", kind, from: from, until: until), away: away, takeovers: takeovers, gaps: gaps,
            generation: 2)
    }

    private func takeover(_ client: String, _ agent: String?, always: Bool = true) -> RosterAPI.Takeover {
        RosterAPI.Takeover(
            client: client.lowercased(), clientName: client, agent: agent, agentName: agent, always: always)
    }

    @Test("sickness without an end says who gets the calls")
    func sickness() throws {
        let entered = try entered(
            "sickness", until: nil,
            takeovers: [takeover("Noord", "Mark"), takeover("Oost", "Mark"), takeover("West", "Anna")])
        #expect(
            AbsenceText.confirmation(entered, isOwn: true, try time()) == [
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
            AbsenceText.confirmation(until, isOwn: false, try time()) == [
                "Joke de Vries is on leave from Thursday 24 December 2026 until Monday 4 January 2027 09:00 (absence 7).",
                "Calls for Joke de Vries's client go to Mark until Monday 4 January 2027 09:00: Noord.",
            ])
        let midnight = try entered("leave", until: "2026-12-29T00:00:00+01:00")
        #expect(
            AbsenceText.confirmation(midnight, isOwn: true, try time()) == [
                "You are on leave from Thursday 24 December 2026 until the end of Monday 28 December 2026 (absence 7).",
                "No client's calls come to you first in that time.",
            ])
        let sickness = try entered("sickness", from: "2026-12-23T10:15:00+01:00", until: "2026-12-28T00:00:00+01:00")
        #expect(
            AbsenceText.confirmation(sickness, isOwn: true, try time()).first
                == "You are reported sick, back on Monday 28 December 2026.")
    }

    @Test(
        "one day is said once, what has begun is from now on, and times name their zone for readers in another",
        arguments: [
            (
                "2026-12-24T09:00:00+01:00", "2026-12-24T12:00:00+01:00",
                "on Thursday 24 December 2026, 09:00 to 12:00 Europe/Amsterdam"
            ),
            (
                "2026-12-24T09:00:00+01:00", "2026-12-25T00:00:00+01:00",
                "on Thursday 24 December 2026, 09:00 to 24:00 Europe/Amsterdam"
            ),
            ("2026-12-24T00:00:00+01:00", "2026-12-25T00:00:00+01:00", "on Thursday 24 December 2026, the whole day"),
            (
                "2026-12-24T22:00:00+01:00", "2026-12-25T06:00:00+01:00",
                "from Thursday 24 December 2026 22:00 Europe/Amsterdam until Friday 25 December 2026 06:00 Europe/Amsterdam"
            ),
            (
                "2026-12-23T10:15:00+01:00", "2026-12-26T00:00:00+01:00",
                "from now until the end of Friday 25 December 2026"
            ),
        ])
    func periods(from: String, until: String, expected: String) throws {
        let entered = try entered("leave", from: from, until: until)
        #expect(
            AbsenceText.confirmation(entered, isOwn: true, try time(zone: "Europe/Amsterdam")).first
                == "You are on leave \(expected) (absence 7).")
    }

    @Test("what keeps the agent away longer is said with its number, and what lies inside of it is not")
    func outlasting() throws {
        let longer = try absence("12", "leave", from: "2026-12-24T00:00:00+01:00", until: "2027-01-01T00:00:00+01:00")
        let inner = try absence("11", "leave", from: "2026-12-30T00:00:00+01:00", until: "2026-12-31T00:00:00+01:00")
        let new = try absence("7", "leave", from: "2026-12-24T00:00:00+01:00", until: "2026-12-30T00:00:00+01:00")
        let away = RosterAPI.Away(from: longer.from, until: longer.until, absences: [longer, new, inner])
        let entered = try entered(
            "leave", until: "2026-12-30T00:00:00+01:00", away: away, takeovers: [takeover("Noord", "Mark")])
        #expect(
            AbsenceText.confirmation(entered, isOwn: false, try time()) == [
                "Noted: leave from Thursday 24 December 2026 until the end of Tuesday 29 December 2026 (absence 7).",
                "Joke de Vries is away until the end of Thursday 31 December 2026: leave 12 until the end of Thursday 31 December 2026 "
                    + "is still there; majorctl change or cancel shortens it (12).",
                "Calls for Joke de Vries's client go to Mark until the end of Thursday 31 December 2026: Noord.",
            ])
    }

    @Test("a pause while sick does not end the sickness")
    func pauseWhileSick() throws {
        let sick = try absence("3", "sickness", from: "2026-12-23T08:00:00+01:00", until: nil)
        let pause = try absence("7", "pause", from: "2026-12-23T10:15:00+01:00", until: "2026-12-23T10:30:00+01:00")
        let entered = try entered(
            "pause", from: pause.from, until: pause.until,
            away: RosterAPI.Away(from: sick.from, until: nil, absences: [sick, pause]),
            takeovers: [takeover("Noord", "Mark")])
        #expect(
            AbsenceText.confirmation(entered, isOwn: true, try time()) == [
                "Noted: a pause until 10:30 (absence 7).",
                "You are away until further notice: sickness 3 until further notice is still there; majorctl change or cancel shortens it (3).",
                "Calls for your client go to Mark: Noord.",
            ])
    }

    @Test("who takes over at times only is told with the times in which nobody does")
    func exceptions() throws {
        let gap = RosterAPI.Gap(
            client: "noord", clientName: "Noord", from: "2026-12-28T09:00:00+01:00",
            until: "2026-12-28T12:00:00+01:00", standIns: [])
        let entered = try entered(
            "leave", until: "2026-12-30T00:00:00+01:00",
            takeovers: [takeover("Noord", "Mark", always: false), takeover("Oost", "Mark")], gaps: [gap])
        #expect(
            Array(AbsenceText.confirmation(entered, isOwn: true, try time()).dropFirst()) == [
                "Calls for your client go to Mark until the end of Tuesday 29 December 2026, except when nobody is there: Noord.",
                "Calls for your client go to Mark until the end of Tuesday 29 December 2026: Oost.",
                "Nobody is there for:",
                "  Noord: Monday 28 December 2026, 09:00 to 12:00; nobody else has capacity then",
            ])
    }

    @Test("what was cancelled is told with what other absences leave of it")
    func cancelled() throws {
        let ended = try absence("7", "leave", from: "2026-12-24T00:00:00+01:00", until: "2027-01-01T00:00:00+01:00")
        let other = try absence("8", "leave", from: "2026-12-24T00:00:00+01:00", until: "2026-12-30T00:00:00+01:00")
        let away = RosterAPI.Away(from: other.from, until: other.until, absences: [other])
        func lines(_ away: RosterAPI.Away?) throws -> [String] {
            let returned = RosterAPI.Cancel.Reply(
                agent: "jdevries", agentName: "Joke de Vries", ended: [ended], away: away, generation: 3)
            return AbsenceText.cancelled(returned, try time())
        }
        #expect(try lines(nil) == ["Absence 7 of Joke de Vries is cancelled."])
        #expect(
            try lines(away).last
                == "Joke de Vries is away from Thursday 24 December 2026 until the end of Tuesday 29 December 2026 all the same: leave 8 is still there."
        )
    }

    @Test("a kind that only a newer majord knows is shown as it is, and why somebody is away is not told to all")
    func kinds() throws {
        for (kind, expected) in [("leave", "leave"), ("away", "away"), ("parental", "parental")] {
            let absence = try absence("7", kind, from: "2026-12-24T00:00:00+01:00", until: nil)
            #expect(
                AbsenceText.line(absence, try time()) == "\(expected) from Thursday 24 December until further notice")
        }
    }

    @Test("gaps name the client, the time and who could stand in")
    func gaps() throws {
        let gap = RosterAPI.Gap(
            client: "noord", clientName: "Noord", from: "2026-12-24T09:00:00+01:00",
            until: "2026-12-24T12:00:00+01:00", standIns: ["Piet"])
        let entered = try entered(
            "pause", from: "2026-12-23T10:15:00+01:00", until: "2026-12-23T12:00:00+01:00",
            takeovers: [takeover("Noord", nil)], gaps: [gap])
        #expect(
            AbsenceText.confirmation(entered, isOwn: true, try time()) == [
                "You are in a pause until 12:00.", "Nobody is there for:",
                "  Noord: Thursday 24 December 2026, 09:00 to 12:00; could stand in: Piet",
            ])
    }

    @Test("each client is named once, the soonest gap first, with a few of his gaps and a count of the rest")
    func manyGaps() throws {
        func gap(_ client: String, _ day: Int, more: Int? = nil) -> RosterAPI.Gap {
            RosterAPI.Gap(
                client: client.lowercased(), clientName: client, from: "2026-12-\(day)T09:00:00+01:00",
                until: "2026-12-\(day)T12:00:00+01:00", standIns: [], more: more,
                moreUntil: more.map { _ in "2027-01-16T00:00:00+01:00" })
        }
        let gaps = [gap("Zuid", 23)] + (24...29).map { gap("Noord", $0, more: $0 == 29 ? 40 : nil) }
        #expect(
            AbsenceText.gaps(gaps, moreClients: 2, try time()) == [
                "  Zuid: Wednesday 23 December 2026, 09:00 to 12:00; nobody else has capacity then",
                "  Noord: Thursday 24 December 2026, 09:00 to 12:00; nobody else has capacity then",
                "    Friday 25 December 2026, 09:00 to 12:00",
                "    Saturday 26 December 2026, 09:00 to 12:00",
                "    and 43 more times until the end of Friday 15 January 2027",
                "  and 2 more clients",
            ])
    }
}
