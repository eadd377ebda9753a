import Foundation
import Routing
import Time

/// Measures the forecast of 1,000 clients over 26 weeks with a roster in use, and prints its name and milliseconds.
@main
struct CoverageBenchmark {
    static let slices = 15
    static let weeks = 27

    static func main() throws {
        guard let zone = TimeZone(identifier: "Europe/Amsterdam"),
            let today = CalendarDay(year: 2026, month: 11, day: 26), let phone = Extension("2000")
        else { return }
        let clock = ServiceClock(zone)
        let now = clock.instant(today, .startOfDay).advanced(by: .hours(10))
        let agents = (0..<500).map { agent($0) }
        var settings = Settings(timeZone: zone, overflow: Overflow(fallback: phone))
        settings.levels = [
            ServiceLevel(name: "office", hours: hours(1...5, from: 7, until: 18)),
            ServiceLevel(name: "always", hours: .always),
        ]
        let clients = (0..<1_000).map { client($0, today) }
        let table = try RoutingTable(
            directory: Directory(settings: settings, agents: agents, clients: clients), roster: roster(now),
            generation: 1)
        let period = ForecastPeriod(from: now, weeks: weeks, clock)
        let times = (0..<slices).map { _ in
            var stretches = 0
            let time = ContinuousClock().measure {
                var reader = ForecastReader(table, over: period)
                for entry in table.clients { stretches += reader.forecast(of: entry).stretches.count }
            }
            precondition(stretches > clients.count)
            return Double(time.components.attoseconds) / 1e15 + Double(time.components.seconds) * 1e3
        }
        print("coverage", times.sorted()[slices / 2])
    }

    /// Every third works part of the week, with hours that begin and end inside of the service's.
    private static func agent(_ index: Int) -> Agent {
        Agent(
            id: AgentID("agent-\(index)"), name: "Agent \(index)", phone: Extension(UInt32(3_000 + index)),
            hours: index % 3 == 0 ? hours(1...4, from: 8, until: 17) : nil)
    }

    private static func client(_ index: Int, _ today: CalendarDay) -> Client {
        let pair = Pair(
            primary: AgentID("agent-\(index % 500)"), backup: AgentID("agent-\((index + 1 + index / 500) % 500)"))
        return Client(
            id: ClientID("client-\(index)"), name: "Client \(index)", size: .small, schools: 10, pair: pair,
            agreement: Agreement(
                title: "2026", start: today.advanced(by: -100), end: nil, level: index % 10 == 0 ? "always" : "office"))
    }

    /// 10,000 absences and 200 deputyships over the half year.
    private static func roster(_ now: Instant) -> Roster {
        var random = SeededGenerator(seed: 2026)
        let absences = (0..<10_000).map { id -> Absence in
            let start = now.advanced(by: .hours(.random(in: 0...4_300, using: &random)))
            return Absence(
                id: Int64(id), agent: AgentID("agent-\(id % 500)"), kind: .leave, start: start,
                end: start.advanced(by: .hours(.random(in: 2...120, using: &random))), enteredBy: "root", enteredAt: now
            )
        }
        let deputyships = (0..<200).map { id -> Deputyship in
            let start = now.advanced(by: .hours(.random(in: 0...4_000, using: &random)))
            return Deputyship(
                id: Int64(id), deputy: AgentID("agent-\((id * 7 + 3) % 500)"),
                post: .agent(AgentID("agent-\(id * 2 % 500)"), client: nil), start: start,
                end: start.advanced(by: .days(14)), enteredBy: "root", enteredAt: now)
        }
        return Roster(absences: absences, deputyships: deputyships)
    }

    private static func hours(_ days: ClosedRange<Int>, from: Int, until: Int) -> WeeklyHours {
        var hours = WeeklyHours()
        guard let from = LocalTime(hour: from, minute: 30), let until = LocalTime(hour: until, minute: 0) else {
            return hours
        }
        for day in Weekday.allCases where days.contains(day.rawValue + 1) {
            hours[day] = [WeeklyHours.Range(from: from, until: until)].compactMap(\.self)
        }
        return hours
    }
}

/// The same roster for the same seed (SplitMix64).
struct SeededGenerator: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) {
        state = seed
    }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
