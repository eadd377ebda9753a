import TestSupport
import Testing
import Time

@testable import Routing

@Suite struct DigestTests {
    /// Monday.
    private static let now = at("2026-03-02 10:00")

    private static func digest(_ clients: [Client], _ roster: Roster = Roster()) throws -> Digest {
        try RoutingTable(directory: office(clients: clients), roster: roster, generation: 1).digest(at: now)
    }

    private static let noord = client("noord", "anna", "bram")

    @Test("in a quiet office there is nothing but introductions that nobody wrote down")
    func quiet() throws {
        let digest = try Self.digest([Self.noord])
        #expect(digest.gaps.isEmpty && digest.alone.isEmpty && digest.requests.isEmpty && digest.orphans.isEmpty)
        #expect(digest.sicknesses.isEmpty && digest.endingAgreements.isEmpty)
        #expect(digest.introductions.map(\.client.client.id) == [ClientID("noord")])
        #expect(digest.gapsUntil == day("2026-09-06"))
        #expect(digest.aloneUntil == day("2026-03-15"))
    }

    @Test("gaps are told with their times, the soonest first, as far as leave is looked at")
    func gaps() throws {
        let digest = try Self.digest(
            [Self.noord, client("oost", "cato", "bram")],
            Roster(absences: [
                absence(1, "anna", from: at("2026-05-01 00:00"), until: at("2026-05-02 00:00")),
                absence(2, "bram", from: at("2026-05-01 12:00"), until: at("2026-05-02 00:00")),
                absence(3, "cato", from: at("2026-04-01 00:00"), until: at("2026-04-02 00:00")),
                absence(4, "bram", from: at("2026-04-01 00:00"), until: at("2026-04-01 09:00")),
            ]))
        #expect(digest.gaps.map(\.client.client.id.description) == ["oost", "noord"])
        #expect(
            digest.gaps.map(\.interval) == [
                interval("2026-04-01 08:00", "2026-04-01 09:00"), interval("2026-05-01 12:00", "2026-05-01 18:00"),
            ])
    }

    @Test("only days on which the backup is alone all day are told, and none with a deputy behind him")
    func alone() throws {
        let absences = [
            absence(1, "anna", from: at("2026-03-03 12:00"), until: at("2026-03-07 00:00")),
            absence(2, "anna", from: at("2026-03-10 00:00"), until: at("2026-03-11 00:00")),
        ]
        let digest = try Self.digest([Self.noord], Roster(absences: absences))
        #expect(digest.alone.map(\.first) == [day("2026-03-04"), day("2026-03-10")])
        #expect(digest.alone.map(\.last) == [day("2026-03-06"), day("2026-03-10")])
        #expect(digest.alone.map(\.backup.id) == [AgentID("bram"), AgentID("bram")])
        let roster = Roster(
            absences: absences,
            deputyships: [
                ForecastTests.deputyship(
                    1, "cato", for: .agent(AgentID("anna"), client: nil), "2026-03-03 00:00", "2026-03-12 00:00")
            ])
        #expect(try Self.digest([Self.noord], roster).alone.isEmpty)
        let primary = [absence(1, "bram", from: at("2026-03-03 00:00"), until: at("2026-03-07 00:00"))]
        #expect(try Self.digest([Self.noord], Roster(absences: primary)).alone.isEmpty)
    }

    @Test("sicknesses without an end are long after `review_after`, others never are")
    func sicknesses() throws {
        let digest = try Self.digest(
            [Self.noord],
            Roster(absences: [
                absence(1, "anna", .sickness, from: Self.now.advanced(by: .days(-14)), until: nil),
                absence(2, "bram", .sickness, from: Self.now.advanced(by: .days(-15)), until: nil),
                absence(
                    3, "cato", .sickness, from: Self.now.advanced(by: .days(-30)),
                    until: Self.now.advanced(by: .days(9))
                ),
            ]))
        #expect(digest.sicknesses.map(\.id) == [2])
    }

    @Test("agreements that end within 90 days, today and the ninetieth included")
    func agreements() throws {
        let digest = try Self.digest(
            [
                client("a", "anna", "bram", until: "2026-06-01"), client("b", "anna", "bram", until: "2026-05-31"),
                client("c", "anna", "bram", until: "2026-03-02"), client("d", "anna", "bram", until: "2026-03-01"),
            ])
        #expect(digest.endingAgreements.map(\.client.client.id.description) == ["c", "b"])
    }

    @Test("a pair without an introduction is told, also one to come, and none whose agreement is over")
    func introductions() throws {
        let pair = Pair(primary: AgentID("cato"), backup: AgentID("anna"))
        let digest = try Self.digest(
            [
                Self.noord.handingOver(on: day("2026-04-01"), to: pair),
                client("oost", "anna", "bram", until: "2026-03-01"),
                client("west", "anna", "bram").handingOver(on: day("2026-03-01"), to: pair),
            ])
        #expect(digest.introductions.map(\.client.client.id.description) == ["noord", "noord", "west"])
        #expect(digest.introductions.map(\.from) == [nil, day("2026-04-01"), nil])
    }

    @Test("requests that nobody decided, and absences without an agent")
    func waiting() throws {
        func leave(_ id: Int64, _ from: String) -> Absence {
            absence(id, "anna", from: at(from), until: at(from).advanced(by: .days(1)))
        }
        let digest = try Self.digest(
            [Self.noord],
            Roster(
                absences: [
                    absence(9, "gone", from: at("2026-03-05 00:00"), until: at("2026-03-06 00:00"))
                ],
                requests: [
                    LeaveRequest(leave: leave(1, "2026-04-01 00:00")),
                    LeaveRequest(leave: leave(2, "2026-03-02 00:00")),
                    LeaveRequest(
                        leave: leave(3, "2026-04-01 00:00"), state: .declined(by: "root", at: Self.now, why: "no")),
                ]))
        #expect(digest.requests.map(\.id) == [1, 2])
        #expect(digest.orphans.map(\.id) == [9])
    }
}
