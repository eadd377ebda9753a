import Routing
import TestSupport
import Testing
import Time

@Suite struct AbsenceConsequencesTests {
    private static let directory = office(clients: [
        client("noord", "anna", "bram", size: .large, numbers: ["31505550100"]), client("zuid", "bram", "anna"),
    ])

    /// What a further absence means, as `noord bram` for takeovers and `noord 2026-… cato` for gaps.
    private static func consequences(
        of new: Absence, with others: Absence..., in directory: Directory = Self.directory
    ) throws -> (takeovers: [String], gaps: [String]) {
        let before = try RoutingTable(directory: directory, roster: Roster(absences: others), generation: 1)
        let after = RoutingTable(before, roster: Roster(absences: others + [new]), generation: 2)
        let consequences = after.consequences(of: new, before: before)
        let gaps = consequences.opened.map { gap in
            let times = gap.times.intervals.map { "\(after.clock.rfc3339($0.start).prefix(16))" }
            return "\(gap.client.client.id) \(times.joined(separator: ",")) \(gap.standIns.map(\.id.description))"
        }
        return (consequences.takeovers.map { "\($0.client.client.id) \($0.by?.id.description ?? "nobody")" }, gaps)
    }

    private static func tuesday(_ id: Int64, _ agent: String) -> Absence {
        absence(id, agent, from: at("2026-03-03 00:00"), until: at("2026-03-04 00:00"))
    }

    @Test("the backup takes over where the absent agent is the primary")
    func takeover() throws {
        let found = try Self.consequences(of: Self.tuesday(1, "anna"))
        #expect(found.takeovers == ["noord bram"])
        #expect(found.gaps == [])
    }

    @Test("where both are away there is a gap, with those who could stand in")
    func gap() throws {
        let found = try Self.consequences(of: Self.tuesday(2, "anna"), with: Self.tuesday(1, "bram"))
        #expect(found.takeovers == ["noord nobody"])
        #expect(found.gaps == [#"noord 2026-03-03T08:00 ["cato"]"#, #"zuid 2026-03-03T08:00 ["cato"]"#])
    }

    @Test("the client who has nobody first is told first, whatever the order of the clients")
    func soonestFirst() throws {
        var directory = Self.directory
        directory.clients.append(client("west", "anna", "cato"))
        let cato = absence(1, "cato", from: at("2026-03-03 00:00"), until: at("2026-03-04 00:00"))
        let bram = absence(2, "bram", from: at("2026-03-05 00:00"), until: at("2026-03-06 00:00"))
        let anna = absence(3, "anna", .sickness, from: at("2026-03-02 00:00"), until: nil)
        let found = try Self.consequences(of: anna, with: cato, bram, in: directory)
        #expect(found.gaps.map { String($0.prefix(4)) } == ["west", "noor", "zuid"])
    }

    @Test("a gap that was there before is not opened again")
    func oldGap() throws {
        let anna = Self.tuesday(1, "anna")
        let bram = Self.tuesday(2, "bram")
        let found = try Self.consequences(of: Self.tuesday(3, "anna"), with: anna, bram)
        #expect(found.gaps == [])
    }

    @Test("nobody stands in who is away for a part of the gap")
    func standInAway() throws {
        let pause = absence(5, "cato", .pause, from: at("2026-03-03 12:00"), until: at("2026-03-03 12:01"))
        let found = try Self.consequences(of: Self.tuesday(2, "anna"), with: Self.tuesday(1, "bram"), pause)
        #expect(found.gaps == ["noord 2026-03-03T08:00 []", "zuid 2026-03-03T08:00 []"])
    }

    @Test("nobody stands in for whom the client would be too much")
    func standInFull() throws {
        var directory = Self.directory
        // Two large clients and one small one leave cato room for one more small client.
        directory.clients += [
            client("west", "cato", "dirk", size: .large), client("oost", "cato", "dirk", size: .large),
            client("midden", "cato", "dirk"),
        ]
        directory.agents.append(agent("dirk", "2104", hours: hours([.monday], "08:00-18:00")))
        let found = try Self.consequences(
            of: Self.tuesday(2, "anna"), with: Self.tuesday(1, "bram"), in: directory)
        #expect(found.gaps == ["noord 2026-03-03T08:00 []", #"zuid 2026-03-03T08:00 ["cato"]"#])
    }

    @Test("an absence without an end is looked at for twenty-six weeks")
    func openEnded() throws {
        let sickness = absence(2, "anna", .sickness, from: at("2026-03-02 00:00"), until: nil)
        let soon = absence(1, "bram", from: at("2026-08-28 00:00"), until: at("2026-08-29 00:00"))
        #expect(try Self.consequences(of: sickness, with: soon).gaps.count == 2)
        let late = absence(1, "bram", from: at("2026-09-01 00:00"), until: at("2026-09-02 00:00"))
        #expect(try Self.consequences(of: sickness, with: late).gaps.isEmpty)
    }

    @Test("an absence outside service hours, or of somebody without clients, has no consequences")
    func none() throws {
        let weekend = absence(1, "anna", from: at("2026-03-06 18:00"), until: at("2026-03-09 08:00"))
        #expect(try Self.consequences(of: weekend).takeovers == [])
        #expect(try Self.consequences(of: Self.tuesday(1, "cato")).takeovers == [])
        let cancelled = absence(1, "anna", from: at("2026-03-03 00:00"), until: at("2026-03-03 00:00"))
        #expect(try Self.consequences(of: cancelled).takeovers == [])
    }

    /// What holds after a further absence.
    private static func after(_ new: Absence, _ others: Absence..., from instant: Instant = .earliest) throws
        -> AbsenceConsequences
    {
        let before = try RoutingTable(directory: directory, roster: Roster(absences: others), generation: 1)
        let after = RoutingTable(before, roster: Roster(absences: others + [new]), generation: 2)
        return after.consequences(of: new, before: before, from: instant)
    }

    @Test("a shorter absence inside of a longer one ends nothing: the agent is away as long as the longer one")
    func shorterOne() throws {
        let long = absence(1, "anna", from: at("2026-03-02 00:00"), until: at("2026-03-07 00:00"))
        let short = absence(2, "anna", from: at("2026-03-02 00:00"), until: at("2026-03-04 00:00"))
        let found = try Self.after(short, long)
        #expect(found.away?.interval == interval("2026-03-02 00:00", "2026-03-07 00:00"))
        #expect(found.away?.absences.map(\.id) == [1, 2])
    }

    @Test("absences that overlap or follow each other at once make one stretch; those apart do not")
    func stretches() throws {
        let first = absence(1, "anna", from: at("2026-03-02 00:00"), until: at("2026-03-04 00:00"))
        let next = absence(2, "anna", from: at("2026-03-04 00:00"), until: at("2026-03-05 00:00"))
        let later = absence(3, "anna", from: at("2026-03-06 00:00"), until: nil)
        #expect(try Self.after(next, first, later).away?.interval == interval("2026-03-02 00:00", "2026-03-05 00:00"))
        #expect(try Self.after(later, first, next).away?.end == nil)
    }

    @Test("what is over at the instant of the change is no part of the stretch; what is in force after it is")
    func overAtTheChange() throws {
        let noon = at("2026-03-02 12:00")
        let replaced = absence(1, "anna", .pause, from: at("2026-03-02 11:00"), until: noon)
        let leave = absence(2, "anna", from: at("2026-03-02 00:00"), until: at("2026-03-02 13:00"))
        let later = absence(3, "anna", from: at("2026-03-02 14:00"), until: at("2026-03-03 00:00"))
        let pause = absence(4, "anna", .pause, from: noon, until: at("2026-03-02 14:00"))
        let alone = try #require(try Self.after(pause, replaced, from: noon).away)
        #expect(alone.interval == pause.interval && alone.absences.map(\.id) == [4])
        let beside = try #require(try Self.after(pause, replaced, leave, later, from: noon).away)
        #expect(beside.interval == interval("2026-03-02 00:00", "2026-03-03 00:00"))
        #expect(beside.absences.map(\.id) == [2, 4, 3])
        let planned = absence(
            5, "anna", from: at("2026-03-03 00:00"), until: at("2026-03-04 00:00"))
        #expect(try Self.after(planned, later, from: noon).away?.absences.map(\.id) == [3, 5], "touching later")
    }

    @Test(
        "what nobody covered before is among the gaps, in whichever place the agent stands, and is not opened by the change"
    )
    func knownGaps() throws {
        let bram = Self.tuesday(1, "bram")
        let earlier = Self.tuesday(2, "anna")
        let week = absence(3, "anna", from: at("2026-03-02 00:00"), until: at("2026-03-07 00:00"))
        let found = try Self.after(week, bram, earlier)
        #expect(found.opened.isEmpty)
        #expect(found.takeovers.map(\.by?.id.description) == ["bram"])
        #expect(found.gaps.map(\.client.client.id.description) == ["noord", "zuid"], "anna is the backup of zuid")
        #expect(found.gaps.first?.times == found.takeovers.first?.gaps)
        let backups = try Self.after(
            absence(4, "bram", from: at("2026-03-02 00:00"), until: at("2026-03-07 00:00")), bram, earlier)
        #expect(backups.gaps.map(\.times) == found.gaps.map(\.times), "as for the leave of the other one")
    }

    /// The sentence and the gaps are asked of `decide`, a millisecond either side of each boundary.
    @Test("takeovers and gaps say what calls do")
    func decisions() throws {
        let others = [
            Self.tuesday(1, "bram"), absence(2, "anna", from: at("2026-03-03 00:00"), until: at("2026-03-05 00:00")),
        ]
        let week = absence(3, "anna", from: at("2026-03-02 10:00"), until: at("2026-03-06 12:00"))
        let before = try RoutingTable(directory: Self.directory, roster: Roster(absences: others), generation: 1)
        let table = RoutingTable(before, roster: Roster(absences: others + [week]), generation: 2)
        let found = table.consequences(of: week, before: before)
        let gaps = try #require(found.takeovers.first).gaps
        #expect(!gaps.isEmpty)
        let call = Call(caller: .number(number("31505550100")), called: .number(number("31880001234")))
        let away = try #require(found.away).interval
        let edges = gaps.intervals.flatMap { [$0.start, $0.end] } + [away.start, away.end]
        for edge in edges {
            for instant in [edge.advanced(by: Milliseconds(-1)), edge] where away.contains(instant) {
                let reason = table.decide(call, at: instant).reason
                #expect((reason == .cause(.uncovered)) == gaps.contains(instant), "\(table.clock.rfc3339(instant))")
                #expect(reason != .role(.primary))
            }
        }
    }

    @Test("what is over is not looked at")
    func past() throws {
        let week = absence(3, "anna", from: at("2026-03-02 00:00"), until: at("2026-03-07 00:00"))
        let bram = Self.tuesday(1, "bram")
        #expect(try Self.after(week, bram, from: at("2026-03-03 12:00")).gaps.count == 2)
        #expect(try Self.after(week, bram, from: at("2026-03-04 00:00")).gaps.isEmpty)
    }
}
