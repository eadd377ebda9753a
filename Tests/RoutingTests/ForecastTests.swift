import TestSupport
import Testing
import Time

@testable import Routing

@Suite struct ForecastTests {
    private static let monday = at("2026-03-02 00:00")

    private static func forecast(
        _ id: String, _ roster: Roster, from instant: Instant = monday, weeks: Int = 1,
        directory: Directory = RoutingTableDecideTests.directory()
    ) throws -> (ClientForecast, RoutingTable) {
        let table = try RoutingTable(directory: directory, roster: roster, generation: 1)
        let entry = try #require(table.client(ClientID(id)))
        var reader = ForecastReader(table, over: ForecastPeriod(from: instant, weeks: weeks, table.clock))
        return (reader.forecast(of: entry), table)
    }

    /// `bbbbb--`, a letter a day.
    private static func letters(_ forecast: ClientForecast) -> String { String(forecast.days.map(\.letter)) }

    /// `one 03-02 16:00 to 03-03 12:00 bram`
    private static func words(_ forecast: ClientForecast, _ table: RoutingTable) -> [String] {
        forecast.stretches.map { stretch in
            let ends = [stretch.interval.start, stretch.interval.end].map { instant in
                let time = table.clock.local(instant)
                return "\(time.day)".dropFirst(5) + " \(time.time)"
            }
            let agents = table.agents(of: stretch).map(\.id.description).joined(separator: ",")
            return "\(stretch.state) \(ends[0]) to \(ends[1]) \(agents)"
        }
    }

    @Test("a quiet week is covered by both, and closed at the end")
    func quiet() throws {
        let (forecast, table) = try Self.forecast("noord", Roster())
        #expect(Self.letters(forecast) == "bbbbb--")
        #expect(Self.words(forecast, table) == ["both 03-02 08:00 to 03-06 18:00 anna,bram"])
    }

    @Test("a day shows the worst that comes in service, and the stretches when")
    func worst() throws {
        let (forecast, table) = try Self.forecast(
            "noord",
            Roster(absences: [
                absence(1, "anna", from: at("2026-03-02 16:00"), until: at("2026-03-04 09:00")),
                absence(2, "bram", from: at("2026-03-03 12:00"), until: at("2026-03-05 00:00")),
            ]))
        #expect(Self.letters(forecast) == "onnbb--")
        #expect(
            Self.words(forecast, table) == [
                "both 03-02 08:00 to 03-02 16:00 anna,bram", "one 03-02 16:00 to 03-03 12:00 bram",
                "nobody 03-03 12:00 to 03-04 09:00 ", "one 03-04 09:00 to 03-04 18:00 anna",
                "both 03-05 08:00 to 03-06 18:00 anna,bram",
            ])
        #expect(forecast.gaps.map(\.interval) == [interval("2026-03-03 12:00", "2026-03-04 09:00")])
    }

    @Test("what is over is no part of it: today is what is left of it, and it ends with a Sunday")
    func today() throws {
        let sickness = absence(1, "anna", from: at("2026-03-04 08:00"), until: at("2026-03-04 12:00"))
        let wednesday = at("2026-03-04 12:00")
        let (forecast, _) = try Self.forecast("noord", Roster(absences: [sickness]), from: wednesday, weeks: 2)
        #expect(Self.letters(forecast) == "bbb--bbbbb--")
        let (evening, _) = try Self.forecast("noord", Roster(), from: at("2026-03-04 18:00"))
        #expect(Self.letters(evening) == "-bb--")
    }

    @Test("a deputy alone is told apart, one behind the backup is named after him")
    func deputy() throws {
        let roster = Roster(
            absences: [
                absence(1, "anna", from: at("2026-03-03 00:00"), until: at("2026-03-05 00:00")),
                absence(2, "bram", from: at("2026-03-04 00:00"), until: at("2026-03-05 00:00")),
            ],
            deputyships: [
                Self.deputyship(
                    1, "cato", for: .agent(AgentID("anna"), client: nil), "2026-03-03 00:00", "2026-03-05 00:00")
            ])
        let (forecast, table) = try Self.forecast(
            "noord", roster, directory: office(clients: [client("noord", "anna", "bram")]))
        #expect(Self.letters(forecast) == "bodbb--")
        #expect(
            Self.words(forecast, table).dropFirst().dropLast() == [
                "one 03-03 08:00 to 03-03 18:00 bram,cato", "deputy 03-04 08:00 to 03-04 18:00 cato",
            ])
    }

    @Test("days outside of the agreement's term are told apart from days without service")
    func term() throws {
        let (forecast, _) = try Self.forecast("zuid", Roster(), from: at("2026-12-28 00:00"), weeks: 2)
        #expect(Self.letters(forecast).hasSuffix("          "), "\(Self.letters(forecast))")
        #expect(Self.letters(forecast).hasPrefix("bbbb"))
    }

    @Test("the forecast is what decisions come to, and a millisecond either side of every change", arguments: 0..<24)
    func agreement(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        let starts = ["2026-03-19 11:00", "2026-10-14 00:00", "2026-12-17 18:30", "2026-12-28 09:00"]
        let start = at(starts[Int(seed % 4)])
        let season = try #require(Interval(from: start, until: start.advanced(by: .days(30))))
        let agents = ["anna", "bram", "cato"]
        let roster = Roster(
            absences: random.absences(10, of: agents, in: season),
            deputyships: (0..<Int64(seed % 5)).map { random.standIn($0, of: agents, in: season) })
        var directory = RoutingTableDecideTests.directory()
        if seed % 2 == 1 {
            directory.clients = directory.clients.map {
                $0.handingOver(on: directory.dayIn(season), to: Pair(primary: AgentID("cato"), backup: AgentID("anna")))
            }
        }
        let table = try RoutingTable(directory: directory, roster: roster, generation: 1)
        let period = ForecastPeriod(from: start, weeks: 4, table.clock)
        let whole = try #require(period.interval)
        var reader = ForecastReader(table, over: period)
        let callers = ["noord": "31505550100", "zuid": "31205550100", "west": "31105550100"]
        for entry in table.clients {
            let forecast = reader.forecast(of: entry)
            try #require(forecast.days.count == period.days)
            let edges = forecast.stretches.flatMap { [$0.interval.start, $0.interval.end] }
            var instants = edges + edges.map { $0.advanced(by: Milliseconds(-1)) }
            instants += edges.map { $0.advanced(by: Milliseconds(1)) }
            instants += (0..<300).map { _ in random.instant(in: whole) }
            var worst: [CalendarDay: CoverState] = [:]
            for instant in instants where whole.contains(instant) {
                let decision = table.decide(call(from: callers[entry.client.id.description] ?? ""), at: instant)
                let day = table.clock.day(of: instant)
                let shown = forecast.days[day.daysSince1970 - period.firstDay.daysSince1970]
                switch decision.reason {
                case .cause(.closed): try #require(shown != .noAgreement)
                case .cause(.agreementEnded), .cause(.agreementNotStarted): try #require(shown == .noAgreement)
                default:
                    let there = decision.candidates.filter { $0.hindrance == nil }.map { table.agent($0).id }
                    let stretch = try #require(forecast.stretches.first { $0.interval.contains(instant) })
                    try #require(Set(table.agents(of: stretch).map(\.id)) == Set(there))
                    let posts = decision.candidates.count { $0.hindrance == nil && $0.role != .deputy }
                    let state: CoverState =
                        posts == 2 ? .both : posts == 1 ? .one : there.isEmpty ? .nobody : .deputy
                    try #require(stretch.state == state)
                    try #require((decision.reason == .cause(.uncovered)) == (state == .nobody))
                    worst[day] = max(worst[day] ?? .both, state)
                }
            }
            // Every change is among the instants that were asked, so the worst of a day that has one is among them.
            for (day, state) in worst {
                guard case .served(let shown) = forecast.days[day.daysSince1970 - period.firstDay.daysSince1970] else {
                    Issue.record("\(day) is served")
                    continue
                }
                try #require(shown >= state)
            }
            for (index, shown) in forecast.days.enumerated() {
                guard case .served(let state) = shown else { continue }
                let day = period.firstDay.advanced(by: index)
                let hours = try #require(table.clock.wholeDay(day)?.intersection(whole))
                let states = forecast.stretches.filter { stretch in
                    stretch.interval.intersection(hours).map {
                        entry.service.timeline(over: $0).intersection(Timeline([$0])).isEmpty == false
                    } ?? false
                }.map(\.state)
                try #require(states.max() == state, "\(day)")
            }
        }
    }

    @Test("no instant of the last year that majord knows is too late")
    func end() throws {
        let (forecast, _) = try Self.forecast("noord", Roster(), from: .latest, weeks: 1)
        #expect(forecast.stretches.isEmpty)
    }
}

extension ForecastDay {
    var letter: Character {
        switch self {
        case .served(.both): "b"
        case .served(.one): "o"
        case .served(.deputy): "d"
        case .served(.nobody): "n"
        case .closed: "-"
        case .noAgreement: " "
        }
    }
}

extension ForecastTests {
    static func deputyship(
        _ id: Int64, _ deputy: String, for post: Deputyship.Post, _ from: String, _ until: String
    ) -> Deputyship {
        Deputyship(
            id: id, deputy: AgentID(deputy), post: post, start: at(from), end: at(until), enteredBy: "root",
            enteredAt: at(from))
    }
}

extension Client {
    /// The same client with a pair that takes over.
    func handingOver(on day: CalendarDay, to pair: Pair) -> Client {
        Client(
            id: id, name: name, size: size, schools: schools, pair: self.pair, introduced: introduced,
            handovers: [Handover(from: day, pair: pair)], ring: ring, agreement: agreement, numbers: numbers,
            contacts: contacts, notes: notes)
    }
}

extension Directory {
    /// The tenth day of a season.
    fileprivate func dayIn(_ season: Interval) -> CalendarDay {
        ServiceClock(settings.timeZone).day(of: season.start.advanced(by: .days(10)))
    }
}

extension SeededGenerator {
    /// Some days in which one stands in for another, or for a client's pair.
    fileprivate mutating func standIn(_ id: Int64, of agents: [String], in season: Interval) -> Deputyship {
        let start = instant(in: season)
        let pair = agents.shuffled(using: &self)
        let posts: [Deputyship.Post] = [
            .agent(AgentID(pair[1]), client: nil), .agent(AgentID(pair[1]), client: ClientID("noord")),
            .client(ClientID("west")),
        ]
        return Deputyship(
            id: id, deputy: AgentID(pair[0]), post: posts[Int(id) % 3], start: start,
            end: start.advanced(by: .hours(.random(in: 1...200, using: &self))), enteredBy: "root", enteredAt: start)
    }
}
