import Foundation
import Routing
import TestSupport
import Time

func number(_ digits: some StringProtocol) -> PhoneNumber {
    guard let number = PhoneNumber(String(digits)) else { preconditionFailure("no number \(digits)") }
    return number
}

/// `31505550100`, `31505550200-31505550299` or `31505551*`
func block(_ text: String) -> NumberBlock {
    if text.hasSuffix("*") { return .prefix(number(text.dropLast())) }
    let ends = text.split(separator: "-").map { number($0) }
    guard let last = ends.dropFirst().first else { return .single(ends[0]) }
    guard let range = NumberBlock.DDIRange(first: ends[0], last: last) else { preconditionFailure("no range \(text)") }
    return .range(range)
}

func written(_ text: String, line: Int = 1) -> WrittenBlock {
    WrittenBlock(block(text), text: text, place: Place(file: "clients.yaml", line: line, column: 5))
}

func exclusive(_ digits: String, line: Int = 3) -> ExclusiveNumber {
    ExclusiveNumber(number(digits), place: Place(file: "majord.yaml", line: line, column: 21))
}

func phone(_ digits: String) -> Extension {
    guard let phone = Extension(digits) else { preconditionFailure("no extension \(digits)") }
    return phone
}

func agent(_ id: String, _ digits: String, hours: WeeklyHours? = nil) -> Agent {
    Agent(id: AgentID(id), name: id.capitalized, phone: phone(digits), user: id, hours: hours)
}

func contact(_ name: String, _ mobile: String?) -> Contact {
    Contact(name: name, function: "ICT", mobile: mobile.map { written($0) })
}

func client(
    _ id: String, _ primary: String, _ backup: String, size: Client.Size = .small, from: String = "2026-01-01",
    until: String? = nil, level: String = "office", numbers: [String] = [], contacts: [Contact] = []
) -> Client {
    Client(
        id: ClientID(id), name: id.capitalized, size: size, schools: 20,
        pair: Pair(primary: AgentID(primary), backup: AgentID(backup)),
        agreement: Agreement(title: "2026", start: day(from), end: until.map { day($0) }, level: level),
        numbers: numbers.map { written($0) }, contacts: contacts)
}

func absence(
    _ id: Int64, _ agent: String, _ kind: Absence.Kind = .leave, from: Instant, until: Instant?
) -> Absence {
    Absence(id: id, agent: AgentID(agent), kind: kind, start: from, end: until, enteredBy: agent, enteredAt: from)
}

/// Office hours from 08:00 to 18:00 on workdays, three agents, the exclusive number +31880001234, and an extension for
/// each cause.
func office(
    agents: [Agent] = [agent("anna", "2101"), agent("bram", "2102"), agent("cato", "2103")],
    closedDays: Set<CalendarDay> = [], closures: Timeline = .never, clients: [Client]
) -> Directory {
    let causes = Overflow.Cause.allCases.enumerated().map { ($1, phone("290\($0)")) }
    var settings = Settings(
        timeZone: amsterdam,
        overflow: Overflow(fallback: phone("2000"), targets: Dictionary(uniqueKeysWithValues: causes)))
    settings.exclusiveNumbers = [exclusive("31880001234")]
    settings.levels = [
        ServiceLevel(
            name: "office", hours: hours(.workdays, "08:00-18:00"), closedDays: closedDays, closures: closures),
        ServiceLevel(name: "always", hours: .always),
    ]
    return Directory(settings: settings, agents: agents, clients: clients)
}

func table(_ directory: Directory, _ absences: Absence..., generation: UInt64 = 1) throws -> RoutingTable {
    try RoutingTable(directory: directory, roster: Roster(absences: absences), generation: generation)
}

/// A call to the exclusive number.
func call(from caller: String) -> Call {
    Call(caller: .number(number(caller)), called: .number(number("31880001234")))
}

/// What can be compared of a decision.
struct Outcome: Equatable {
    let action: Decision.Action
    let reason: Decision.Reason
    let targets: [Target]
    let client: ClientID?
    let contact: Contact?
    let opens: Instant?
    let generation: UInt64
}

extension Decision {
    var outcome: Outcome { answer.outcome }
    var dialled: String { answer.dialled }
}

extension Decision.Answer {
    var outcome: Outcome {
        Outcome(
            action: action, reason: reason, targets: targets, client: client?.client.id, contact: contact, opens: opens,
            generation: generation)
    }

    /// `2101:20,2102:20,2907:0`
    var dialled: String {
        targets.map { "\($0.phone):\($0.ring)" }.joined(separator: ",")
    }
}

extension SeededGenerator {
    /// Absences of an hour to twelve days, some of them open-ended, that overlap as chance has it.
    mutating func absences(_ count: Int, of agents: [String], in interval: Interval) -> [Absence] {
        (0..<Int64(count)).compactMap { id in
            let start = instant(in: interval)
            let length = Milliseconds.minutes(.random(in: 60...17_280, using: &self))
            let isOpen = Int.random(in: 0..<12, using: &self) == 0
            return agents.randomElement(using: &self).map {
                absence(
                    id, $0, isOpen ? .sickness : .leave, from: start, until: isOpen ? nil : start.advanced(by: length))
            }
        }
    }
}

/// From Monday 2 March 2026 for four weeks, unless otherwise said.
func deputyship(
    _ id: Int64, _ deputy: String, for post: Deputyship.Post, from: Instant = at("2026-03-02 00:00"),
    until: Instant = at("2026-03-30 00:00")
) -> Deputyship {
    Deputyship(
        id: id, deputy: AgentID(deputy), post: post, start: from, end: until, enteredBy: "root", enteredAt: from)
}

extension SeededGenerator {
    /// Leave that comes back, of some hours or whole days of the week, every week or every other, some of it without end, some days excepted.
    mutating func series(_ count: Int, of agents: [String], in interval: Interval) -> [Absence] {
        let clock = ServiceClock(amsterdam)
        return (0..<Int64(count)).compactMap { id in
            let start = instant(in: interval)
            let first = clock.day(of: start)
            let days = Weekday.allCases.filter { _ in Int.random(in: 0..<4, using: &self) == 0 }
            let times = ["00:00-24:00", "13:00-18:00", "09:00-12:00", "00:00-02:30"].randomElement(using: &self)
            var series = WeeklySeries(
                hours: hours(days.isEmpty ? [.sunday] : days, times ?? "00:00-24:00"),
                weeks: .random(in: 1...2, using: &self), firstDay: first)
            for _ in 0..<Int.random(in: 0...3, using: &self) {
                let excepted = first.advanced(by: .random(in: 0...28, using: &self))
                let end =
                    Bool.random(using: &self) ? clock.instant(excepted, .startOfDay).advanced(by: .hours(14)) : nil
                series = series.excepting(excepted, end: end)
            }
            let end = Bool.random(using: &self) ? start.advanced(by: .days(.random(in: 1...40, using: &self))) : nil
            return agents.randomElement(using: &self).map {
                Absence(
                    id: 1_000 + id, agent: AgentID($0), kind: .leave, start: start, end: end, series: series,
                    enteredBy: $0, enteredAt: start)
            }
        }
    }

    /// Deputyships for agents, for one of their clients and for clients, that overlap as chance has it.
    mutating func deputyships(
        _ count: Int, of agents: [String], for clients: [String], in interval: Interval
    ) -> [Deputyship] {
        (1...Int64(count)).compactMap { id in
            let start = instant(in: interval)
            let end = start.advanced(by: .minutes(.random(in: 60...17_280, using: &self)))
            guard let deputy = agents.randomElement(using: &self), let member = agents.randomElement(using: &self),
                let client = clients.randomElement(using: &self)
            else { return nil }
            let post: Deputyship.Post =
                switch Int.random(in: 0..<4, using: &self) {
                case 0: .client(ClientID(client))
                case 1: .agent(AgentID(member), client: ClientID(client))
                default: .agent(AgentID(member), client: nil)
                }
            return deputyship(id, deputy, for: post, from: start, until: end)
        }
    }
}
