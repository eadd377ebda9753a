import TestSupport
import Testing
import Time

@testable import Routing

/// Forecast, guard and decisions never disagree about any instant.
@Suite("Random rosters") struct RosterPropertyTests {
    private static let agents = ["anna", "bram", "cato", "dirk", "emma"]
    private static let callers = ["noord": "31505550100", "zuid": "31205550100", "west": "31105550100"]

    /// With a handover of `noord` in the middle of each season.
    private static func directory(_ season: Interval) -> Directory {
        let clock = ServiceClock(amsterdam)
        let middle = clock.day(of: season.start).advanced(by: 12)
        let agreement = Agreement(title: "2026", start: day("2025-01-01"), end: nil, level: "office")
        var agents = agents.enumerated().map { agent($1, "210\($0)") }
        agents[2] = agent("cato", "2102", hours: hours([.monday, .tuesday, .saturday], "07:00-15:30"))
        return office(
            agents: agents, closedDays: [day("2026-12-25"), day("2026-12-26"), day("2026-01-01")],
            closures: Timeline([interval("2026-12-24 15:00", "2026-12-24 18:00")]),
            clients: [
                Client(
                    id: ClientID("noord"), name: "Noord", size: .large, schools: 41,
                    pair: Pair(primary: AgentID("anna"), backup: AgentID("bram")),
                    handovers: [Handover(from: middle, pair: Pair(primary: AgentID("cato"), backup: AgentID("anna")))],
                    agreement: agreement, numbers: [written("31505550100")]),
                client("zuid", "bram", "cato", level: "always", numbers: ["31205550100"]),
                client("west", "dirk", "anna", from: "2025-01-01", numbers: ["31105550100"]),
            ])
    }

    private static let seasons = [
        interval("2026-03-20 00:00", "2026-04-12 00:00"), interval("2026-10-15 00:00", "2026-11-08 00:00"),
        interval("2025-12-20 00:00", "2026-01-15 00:00"), interval("2026-12-15 00:00", "2027-01-10 00:00"),
    ]

    private static func roster(_ random: inout SeededGenerator, _ season: Interval) -> Roster {
        let absences = random.absences(10, of: agents, in: season) + random.series(4, of: agents, in: season)
        let deputyships = random.deputyships(8, of: agents, for: Array(callers.keys).sorted(), in: season)
        return Roster(absences: absences, deputyships: deputyships)
    }

    /// A millisecond either side of each bound.
    private static func moments(_ timelines: [Timeline], in season: Interval) -> [Instant] {
        timelines.flatMap(\.intervals).flatMap { [$0.start, $0.end] }
            .flatMap { [$0.advanced(by: Milliseconds(-1)), $0, $0.advanced(by: Milliseconds(1))] }
            .filter(season.contains)
    }

    @Test("coverage, forecast and calendar say of every instant what a call would get, in its order", arguments: 0..<40)
    func forecast(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        let season = Self.seasons[Int(seed % 4)]
        let table = try RoutingTable(
            directory: Self.directory(season), roster: Self.roster(&random, season), generation: 1)
        var reader = CoverageReader(table, over: season)
        for entry in table.clients {
            let coverage = reader.coverage(of: entry)
            let stretches = coverage.stretches
            let calendar = table.coverings(of: entry, over: season)
            let caller = call(from: Self.callers[entry.client.id.description] ?? "")
            let timelines =
                coverage.covers.map(\.times) + [coverage.service, coverage.gaps]
                + [Timeline(stretches.map(\.interval)), Timeline(calendar.map(\.interval))]
            let some = (0..<60).map { _ in random.instant(in: season) }
            for moment in Self.moments(timelines, in: season) + some {
                let decision = table.decide(caller, at: moment)
                let told = decision.targets.compactMap(\.agent)
                let covering = coverage.covers.filter { $0.times.contains(moment) }.map { table.agent($0).id }
                let place = "\(entry.client.id) at \(table.clock.rfc3339(moment)), seed \(seed)"
                try #require(told == covering, "\(place)")
                try #require(coverage.gaps.contains(moment) == (decision.reason == .cause(.uncovered)), "\(place)")
                let isServed = decision.action == .dial || decision.reason == .cause(.uncovered)
                try #require(coverage.service.contains(moment) == isServed, "\(place)")
                guard isServed else { continue }
                let stretch = try #require(stretches.first { $0.interval.contains(moment) }, "\(place)")
                try #require(table.agents(of: stretch).map(\.id) == told, "\(place)")
                let first = try #require(calendar.first { $0.interval.contains(moment) }, "\(place)")
                try #require(first.agent?.id == told.first, "\(place)")
            }
        }
    }

    @Test("what the guard says to open is open afterwards and was not before, and it misses nothing", arguments: 0..<40)
    func guarded(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        let season = Self.seasons[Int(seed % 4)]
        let directory = Self.directory(season)
        let before = try RoutingTable(directory: directory, roster: Self.roster(&random, season), generation: 1)
        let now = season.start
        let all =
            seed.isMultiple(of: 2)
            ? random.series(1, of: Self.agents, in: season) : random.absences(1, of: Self.agents, in: season)
        let new = try #require(all.first)
        let entered = Absence(
            id: 5_000, agent: new.agent, kind: .leave, start: new.start, end: new.end ?? season.end,
            series: new.series, enteredBy: "root", enteredAt: now)
        let consequences = before.guarded(entered, at: now)
        var roster = before.roster
        roster.absences.append(entered)
        let after = RoutingTable(before, roster: roster, generation: 2)
        let term = try #require(entered.interval)
        for entry in before.clients {
            let caller = call(from: Self.callers[entry.client.id.description] ?? "")
            let opened = consequences.opened.first { $0.client.client.id == entry.client.id }?.times ?? .never
            let coverage = [before, after].map { $0.coverage(of: entry, over: season) }
            let timelines = coverage.flatMap { [$0.gaps, $0.service] } + [opened]
            for moment in Self.moments(timelines, in: season) where term.contains(moment) {
                let isOpened =
                    after.decide(caller, at: moment).reason == .cause(.uncovered)
                    && before.decide(caller, at: moment).reason != .cause(.uncovered)
                try #require(
                    opened.contains(moment) == isOpened,
                    "\(entry.client.id) at \(before.clock.rfc3339(moment)), seed \(seed)")
            }
        }
    }

    @Test(
        "each part that would be allowed of leave opens nothing, and holds time in which its agent works for a client",
        arguments: 0..<40)
    func allowed(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        let season = Self.seasons[Int(seed % 4)]
        let table = try RoutingTable(
            directory: Self.directory(season), roster: Self.roster(&random, season), generation: 1)
        for leave in random.absences(12, of: Self.agents, in: season) {
            let entered = Absence(
                id: 5_000, agent: leave.agent, kind: .leave, start: leave.start, end: leave.end ?? season.end,
                enteredBy: "root", enteredAt: season.start)
            let term = try #require(entered.interval)
            let agent = try #require(table.agent(leave.agent))
            for part in table.guarded(entered, at: season.start).allowed {
                #expect(term.intersection(part) == part, "seed \(seed)")
                let asked = Absence(
                    id: 5_000, agent: leave.agent, kind: .leave, start: part.start, end: part.end, enteredBy: "root",
                    enteredAt: season.start)
                #expect(table.guarded(asked, at: season.start).opened.isEmpty, "seed \(seed)")
                let service = table.clientsConcerned(by: leave.agent).reduce(Timeline.never) {
                    $0.union(table.coverage(of: $1, over: part).service)
                }
                let work = agent.hours.map { service.intersection($0.timeline(over: part)) } ?? service
                #expect(!work.isEmpty, "seed \(seed)")
            }
        }
    }

    @Test("whoever changes an absence is told the same gaps as whoever enters it as it is now", arguments: 0..<20)
    func changedAbsence(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        let season = Self.seasons[Int(seed % 4)]
        let before = try RoutingTable(
            directory: Self.directory(season), roster: Self.roster(&random, season), generation: 1)
        for absence in before.roster.absences where absence.interval != nil {
            var longer = absence
            longer.end = absence.end?.advanced(by: .days(3))
            func table(_ absences: [Absence]) -> RoutingTable {
                var roster = before.roster
                roster.absences = Absences(absences)
                return RoutingTable(before, roster: roster, generation: 2)
            }
            let others = before.roster.absences.filter { $0.id != absence.id }
            let after = table(others + [longer])
            let changed = after.consequences(of: longer, before: before, from: season.start)
            let entered = after.consequences(of: longer, before: table(others), from: season.start)
            #expect(changed.gaps.map(\.times) == entered.gaps.map(\.times), "absence \(absence.id), seed \(seed)")
        }
    }

    @Test("cancelling a deputyship opens what the guard says", arguments: 0..<20)
    func cancelled(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        let season = Self.seasons[Int(seed % 4)]
        let before = try RoutingTable(
            directory: Self.directory(season), roster: Self.roster(&random, season), generation: 1)
        for deputyship in before.roster.deputyships {
            let left = before.roster.deputyships.filter { $0.id != deputyship.id }
            let opened = before.guarded(left, of: [deputyship.deputy], over: season)
            var roster = before.roster
            roster.deputyships = left
            let after = RoutingTable(before, roster: roster, generation: 2)
            for entry in before.clients {
                let new = after.coverage(of: entry, over: season).gaps
                    .subtracting(before.coverage(of: entry, over: season).gaps)
                let told = opened.first { $0.client.client.id == entry.client.id }?.times ?? .never
                try #require(told == new, "\(entry.client.id), seed \(seed)")
            }
        }
    }

    @Test("a table of which one agent changed is the table compiled anew", arguments: 0..<10)
    func changed(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        let season = Self.seasons[Int(seed % 4)]
        let before = try RoutingTable(
            directory: Self.directory(season), roster: Self.roster(&random, season), generation: 1)
        var roster = before.roster
        let others = random.absences(3, of: ["anna"], in: season).map {
            Absence(
                id: $0.id + 3_000, agent: $0.agent, kind: $0.kind, start: $0.start, end: $0.end, enteredBy: "anna",
                enteredAt: $0.enteredAt)
        }
        roster.absences.append(contentsOf: others)
        let quick = RoutingTable(before, roster: roster, generation: 2, changed: [AgentID("anna")])
        let whole = try RoutingTable(directory: before.directory, roster: roster, generation: 2)
        for entry in whole.clients {
            let same = try #require(quick.client(entry.client.id))
            #expect(whole.coverage(of: entry, over: season).gaps == quick.coverage(of: same, over: season).gaps)
        }
    }

    @Test(
        "requests that wait reserve: they count as away for others' leave until they begin, not when calls are decided")
    func requests() throws {
        let season = Self.seasons[0]
        let wanted = absence(1, "dirk", from: at("2026-03-24 00:00"), until: at("2026-03-26 00:00"))
        let roster = Roster(requests: [LeaveRequest(leave: wanted)])
        let table = try RoutingTable(directory: Self.directory(season), roster: roster, generation: 1)
        let leave = absence(2, "anna", from: at("2026-03-24 00:00"), until: at("2026-03-25 00:00"))
        let opened = table.guarded(leave, at: season.start).opened
        #expect(opened.map(\.client.client.id.description) == ["west"])
        #expect(opened.flatMap(\.collisions).map(\.id) == [1])
        #expect(table.guarded(leave, at: season.start, deciding: 1).opened.isEmpty)
        #expect(table.guarded(leave, at: at("2026-03-24 00:00")).opened.isEmpty)
        #expect(
            table.decide(call(from: "31105550100"), at: at("2026-03-24 10:00")).dialled == "2103:20,2100:20,2907:0")
    }
}
