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
            digest.gaps.map(\.run.interval) == [
                interval("2026-04-01 08:00", "2026-04-01 09:00"), interval("2026-05-01 12:00", "2026-05-01 18:00"),
            ])
    }

    @Test("a client's gaps follow each other, and those at the same hours of days that follow are one")
    func joined() throws {
        // Bram works in the mornings: of the two weeks in which Anna is away the afternoons are gaps, but for the Wednesday on which Bram stays.
        var directory = office(clients: [Self.noord, client("oost", "cato", "bram")])
        var mornings = hours(.workdays, "08:00-12:00")
        mornings[.wednesday] = hours(.workdays, "08:00-18:00")[.wednesday]
        directory.agents[1] = agent("bram", "2102", hours: mornings)
        let roster = Roster(absences: [
            absence(1, "anna", from: at("2026-03-05 00:00"), until: at("2026-03-14 00:00")),
            absence(2, "cato", from: at("2026-03-09 13:00"), until: at("2026-03-09 14:00")),
        ])
        let digest = try RoutingTable(directory: directory, roster: roster, generation: 1).digest(at: Self.now)
        #expect(digest.gaps.map(\.client.client.id.description) == ["noord", "noord", "oost"])
        #expect(digest.gaps.map(\.run.count) == [4, 2, 1])
        #expect(
            digest.gaps.map(\.run.interval) == [
                interval("2026-03-05 12:00", "2026-03-10 18:00"), interval("2026-03-12 12:00", "2026-03-13 18:00"),
                interval("2026-03-09 13:00", "2026-03-09 14:00"),
            ])
    }

    @Test("a day without service is no day on which the backup is alone")
    func aloneWeekend() throws {
        let roster = Roster(absences: [
            absence(1, "anna", from: at("2026-03-05 00:00"), until: at("2026-03-11 00:00"))
        ])
        let digest = try Self.digest([Self.noord], roster)
        #expect(digest.alone.map(\.first) == [day("2026-03-05"), day("2026-03-09")])
        #expect(digest.alone.map(\.last) == [day("2026-03-06"), day("2026-03-10")])
    }

    @Test("an employment that ends is told with the clients that are left, and deputyships that it ends")
    func departures() throws {
        var directory = office(clients: [
            Self.noord,
            client("oost", "bram", "anna").handingOver(
                on: day("2026-05-01"), to: Pair(primary: AgentID("bram"), backup: AgentID("cato"))),
        ])
        func leaving(_ id: String, _ digits: String, _ last: String) -> Agent {
            Agent(
                id: AgentID(id), name: id, phone: phone(digits),
                employment: Employment(until: day(last)))
        }
        directory.agents[0] = leaving("anna", "2101", "2026-04-30")
        directory.agents[2] = leaving("cato", "2103", "2026-10-30")
        let digest = try RoutingTable(directory: directory, roster: Roster(), generation: 1).digest(at: Self.now)
        #expect(digest.departures.map(\.agent.id) == [AgentID("anna")], "the other leaves after what is looked at")
        #expect(digest.departures.map(\.last) == [day("2026-04-30")])
        #expect(digest.departures.flatMap(\.clients).map(\.client.id.description) == ["noord"])
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

    @Test("open cases of who is not in the directory, or whose last day was before, have lost their holder")
    func cases() throws {
        func file(_ id: Int64, _ holder: String) -> Case {
            Case(
                id: id, client: ClientID("noord"), holder: AgentID(holder), kind: .incident, openedBy: "root",
                openedAt: Self.now, touched: Self.now)
        }
        var directory = office(clients: [Self.noord])
        for (index, last) in [(1, "2026-03-02"), (2, "2026-03-01")] {
            let agent = directory.agents[index]
            directory.agents[index] = Agent(
                id: agent.id, name: agent.name, phone: agent.phone, employment: Employment(until: day(last)))
        }
        let roster = Roster(cases: [file(1, "anna"), file(2, "bram"), file(3, "cato"), file(4, "gone")])
        let digest = try RoutingTable(directory: directory, roster: roster, generation: 1).digest(at: Self.now)
        #expect(digest.orphanedCases.map(\.id) == [3, 4], "today is the last day of the second one")
    }
}
