import Foundation
import MajorAPI
import Routing
import Testing
import Time
import Varlink
import Wording

@testable import Control

@Suite("Mapping")
struct MappingTests {
    /// A client with a primary who is away and a backup who is there.
    private func table() throws -> (RoutingTable, Instant) {
        let zone = try #require(TimeZone(identifier: "Europe/Amsterdam"))
        let exclusive = try #require(PhoneNumber("31880001234"))
        let caller = try #require(PhoneNumber("31505550100"))
        let start = try #require(CalendarDay(year: 2026, month: 1, day: 1))
        let place = Place(file: "clients.d/noord.yaml", line: 12, column: 5)
        let client = Client(
            id: ClientID("noord"), name: "Scholengroep Noord", size: .large, schools: 41,
            pair: Pair(primary: AgentID("joke"), backup: AgentID("mark")),
            agreement: Agreement(title: "Afspraken", start: start, end: nil, level: "altijd"),
            numbers: [WrittenBlock(.single(caller), text: "050 555 01 00", place: place)])
        var settings = Settings(timeZone: zone, overflow: Overflow(fallback: Extension(2_000)))
        settings.exclusiveNumbers = [ExclusiveNumber(exclusive, place: place)]
        settings.levels = [ServiceLevel(name: "altijd", hours: .always)]
        let directory = Directory(
            settings: settings,
            agents: [
                Agent(id: AgentID("joke"), name: "Joke de Vries", phone: try #require(Extension("2101"))),
                Agent(id: AgentID("mark"), name: "Mark Bakker", phone: try #require(Extension("2102"))),
            ], clients: [client])
        let now = ServiceClock(zone).instant(start.advanced(by: 100), .startOfDay)
        let absence = Absence(
            id: 1, agent: AgentID("joke"), kind: .sickness, start: now, end: nil, enteredBy: "root", enteredAt: now)
        return (try RoutingTable(directory: directory, roster: Roster(absences: [absence]), generation: 3), now)
    }

    @Test("a decision and its steps in words")
    func explanation() throws {
        let (table, now) = try table()
        let call = Call(
            caller: .number(try #require(PhoneNumber("31505550100"))),
            called: .number(try #require(PhoneNumber("31880001234"))))
        let explanation = table.explain(call, at: now)
        let decision = RoutingAPI.Decision(explanation.decision, in: table)
        #expect(decision.action == .dial)
        #expect(decision.reason == "backup")
        #expect(decision.targets.map(\.extension) == ["2102", "2000"])
        #expect(decision.targets.map(\.agentName) == ["Mark Bakker", nil])
        let words = StepWords(clock: table.clock, at: now, now: now)
        let steps = explanation.steps.map { RoutingAPI.Step($0, words, in: table) { _ in true } }
        #expect(
            steps.map { "\($0.name): \($0.found)" } == [
                "called number: +31880001234 is an exclusive number",
                "caller: +31505550100 is Scholengroep Noord, in `050 555 01 00`",
                "agreement: Afspraken is in force from Thursday 1 January 2026",
                "service hours: altijd is in service",
                "primary: Joke de Vries on 2101 is sick",
                "backup: Mark Bakker on 2102 is available",
                "decision: dial, because backup: 2102 (Mark Bakker, 20 s), then 2000 (overflow)",
            ])
        #expect(steps[1].place == "clients.d/noord.yaml:12:5")
        let others = explanation.steps.map { RoutingAPI.Step($0, words, in: table) { _ in false } }
        #expect(others.map(\.found)[4] == "Joke de Vries on 2101 is away")
    }

    @Test("members have the names of the interface definition")
    func memberNames() throws {
        let (table, now) = try table()
        let call = Call(caller: .anonymous, called: .number(try #require(PhoneNumber("31880001234"))))
        let decision = RoutingAPI.Decision(table.decide(call, at: now), in: table)
        let answer = try JSONObject(
            of: RoutingAPI.Decide.Reply(callerNumber: nil, at: table.clock.rfc3339(now), decision: decision))
        #expect(answer.keys.sorted() == ["at", "decision"])
        guard case .object(let members) = answer["decision"], case .array(let targets) = members["targets"],
            case .object(let target) = targets.first
        else {
            Issue.record("no decision with a target")
            return
        }
        #expect(target["extension"] == "2000")
        #expect(target["role"] == "overflow")
        let absence = try #require(table.roster.absences.first)
        let shown = RosterAPI.Absence(absence, in: table, showsWhy: true, at: testClock())
        #expect(
            try JSONObject(of: shown).keys.sorted() == [
                "agent", "agent_name", "entered_at", "entered_by", "from", "id", "kind",
            ])
        let away = try JSONObject(
            of: RosterAPI.Absence(absence, in: table, showsWhy: false, at: testClock()))
        #expect(away.keys.sorted() == ["agent", "agent_name", "from", "id", "kind"])
        #expect(away["kind"] == "away")
    }
}
