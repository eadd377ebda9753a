import Routing
import TestSupport
import Testing
import Time

/// Two weeks round each change of the clocks and round Christmas, every stretch of which was worked out on paper: who may get the calls of a
/// client who is served round the clock (`west`), and of one who is served in office hours (`noord`).
@Suite("A calendar checked by hand") struct HandCheckedCalendarTests {
    private static let agreement = Agreement(title: "2026", start: day("2026-01-01"), end: nil, level: "always")

    /// Anna works on workdays from 08:00 to 17:00, Bram always, Cato always but on Mondays; at New Year `west` goes from Anna and Bram to Bram
    /// and Cato.
    private static let directory = office(
        agents: [
            agent("anna", "2101", hours: hours(.workdays, "08:00-17:00")), agent("bram", "2102"),
            agent(
                "cato", "2103",
                hours: hours([.tuesday, .wednesday, .thursday, .friday, .saturday, .sunday], "00:00-24:00")),
        ],
        closedDays: [day("2026-12-25"), day("2026-12-26"), day("2027-01-01")],
        closures: Timeline([interval("2026-12-24 15:00", "2026-12-24 18:00")]),
        clients: [
            client("noord", "anna", "bram", numbers: ["31505550100"]),
            Client(
                id: ClientID("west"), name: "West", size: .small, schools: 20,
                pair: Pair(primary: AgentID("anna"), backup: AgentID("bram")),
                handovers: [
                    Handover(from: day("2027-01-01"), pair: Pair(primary: AgentID("bram"), backup: AgentID("cato")))
                ],
                agreement: agreement, numbers: [written("31105550100")]),
        ])

    private static func series(_ id: Int64, _ agent: String, _ days: [Weekday], _ times: String, from: String)
        -> Absence
    {
        Absence(
            id: id, agent: AgentID(agent), kind: .leave, start: at("\(from) 00:00"), end: nil,
            series: WeeklySeries(hours: hours(days, times), firstDay: day(from)), enteredBy: agent,
            enteredAt: at("\(from) 00:00"))
    }

    private static let roster = Roster(
        absences: [
            // The night in which the clocks go forward, from Saturday evening to Sunday at 03:00, which is an hour after 01:59.
            absence(1, "bram", from: at("2026-03-28 22:00"), until: at("2026-03-29 03:00")),
            absence(2, "anna", .sickness, from: at("2026-03-31 09:30"), until: at("2026-04-02 00:00")),
            absence(3, "bram", from: at("2026-04-01 00:00"), until: at("2026-04-02 00:00")),
            // The night in which the clocks go back: 02:00 to 03:00 comes twice.
            absence(4, "bram", from: at("2026-10-25 00:00"), until: at("2026-10-26 00:00")),
            series(5, "anna", [.friday], "13:00-18:00", from: "2026-10-19"),
            // Christmas.
            absence(6, "anna", from: at("2026-12-23 00:00"), until: at("2027-01-04 00:00")),
            absence(7, "bram", from: at("2026-12-24 12:00"), until: at("2026-12-28 00:00")),
            series(8, "bram", [.tuesday], "09:00-12:00", from: "2026-12-21"),
        ],
        deputyships: [
            deputyship(
                1, "cato", for: .agent(AgentID("bram"), client: ClientID("west")), from: at("2026-10-25 00:00"),
                until: at("2026-10-26 00:00")),
            deputyship(
                2, "cato", for: .agent(AgentID("anna"), client: nil), from: at("2026-12-26 00:00"),
                until: at("2026-12-30 00:00")),
        ])

    /// From when on who may get a call, in order; `-` is nobody in service, `closed` no service.
    @Test(
        "who may get a call from when on, and a millisecond before that who might until then",
        arguments: [
            ("noord", "2026-03-27 08:00 AB, 17:00 B, 18:00 closed"),
            ("noord", "2026-03-30 08:00 AB, 17:00 B, 18:00 closed"),
            ("noord", "2026-03-31 08:00 AB, 09:30 B, 18:00 closed"),
            ("noord", "2026-04-01 08:00 -, 18:00 closed"),
            ("noord", "2026-04-02 08:00 AB, 17:00 B, 18:00 closed"),
            ("west", "2026-03-28 00:00 B, 22:00 -"),
            ("west", "2026-03-29 00:00 -, 03:00 B"),
            ("west", "2026-03-30 00:00 B, 08:00 AB, 17:00 B"),
            ("west", "2026-03-31 00:00 B, 08:00 AB, 09:30 B"),
            ("west", "2026-04-01 00:00 -"),
            ("west", "2026-04-02 00:00 B, 08:00 AB, 17:00 B"),
            ("noord", "2026-10-22 08:00 AB, 17:00 B, 18:00 closed"),
            ("noord", "2026-10-23 08:00 AB, 13:00 B, 18:00 closed"),
            ("noord", "2026-10-26 08:00 AB, 17:00 B, 18:00 closed"),
            ("noord", "2026-10-30 08:00 AB, 13:00 B, 18:00 closed"),
            ("west", "2026-10-24 00:00 B"),
            ("west", "2026-10-25 00:00 C"),
            ("west", "2026-10-26 00:00 B, 08:00 AB, 17:00 B"),
            ("west", "2026-10-30 00:00 B, 08:00 AB, 13:00 B"),
            ("noord", "2026-12-21 08:00 AB, 17:00 B, 18:00 closed"),
            ("noord", "2026-12-22 08:00 AB, 09:00 A, 12:00 AB, 17:00 B, 18:00 closed"),
            ("noord", "2026-12-23 08:00 B, 18:00 closed"),
            ("noord", "2026-12-24 08:00 B, 12:00 -, 15:00 closed"),
            ("noord", "2026-12-28 08:00 B, 18:00 closed"),
            ("noord", "2026-12-29 08:00 BC, 09:00 C, 12:00 BC, 18:00 closed"),
            ("noord", "2026-12-30 08:00 B, 18:00 closed"),
            ("noord", "2026-12-31 08:00 B, 18:00 closed"),
            ("west", "2026-12-22 00:00 B, 08:00 AB, 09:00 A, 12:00 AB, 17:00 B"),
            ("west", "2026-12-23 00:00 B"),
            ("west", "2026-12-24 00:00 B, 12:00 -"),
            ("west", "2026-12-25 00:00 -"),
            ("west", "2026-12-26 00:00 C"),
            ("west", "2026-12-27 00:00 C"),
            ("west", "2026-12-28 00:00 B"),
            ("west", "2026-12-29 00:00 BC, 09:00 C, 12:00 BC"),
            ("west", "2026-12-31 00:00 B"),
            ("west", "2027-01-01 00:00 BC"),
            ("west", "2027-01-04 00:00 B"),
            ("west", "2027-01-05 00:00 BC, 09:00 C, 12:00 BC"),
        ])
    func row(client id: String, row: String) throws {
        let table = try RoutingTable(directory: Self.directory, roster: Self.roster, generation: 1)
        let entry = try #require(table.client(ClientID(id)))
        let caller = call(from: id == "noord" ? "31505550100" : "31105550100")
        let date = String(row.prefix(10))
        let stretches = row.dropFirst(11).split(separator: ", ").map { $0.split(separator: " ") }
        for (index, stretch) in stretches.enumerated() {
            let start = at("\(date) \(stretch[0])")
            let end =
                index + 1 < stretches.count
                ? at("\(date) \(stretches[index + 1][0])") : at("\(day(date).advanced(by: 1)) 00:00")
            for moment in [start, end.advanced(by: Milliseconds(-1))] {
                let decision = table.decide(caller, at: moment)
                let letters = decision.targets.compactMap(\.agent).map { $0.description.prefix(1).uppercased() }
                let found =
                    switch decision.reason {
                    case .cause(.closed): "closed"
                    case .cause(.uncovered): "-"
                    default: letters.joined()
                    }
                #expect(found == stretch[1], "\(id) at \(table.clock.rfc3339(moment))")
                let whole = interval("2026-03-01 00:00", "2027-02-01 00:00")
                let isGap = table.coverage(of: entry, over: whole).gaps.contains(moment)
                #expect(isGap == (stretch[1] == "-"), "\(id) at \(table.clock.rfc3339(moment))")
            }
        }
    }
}
