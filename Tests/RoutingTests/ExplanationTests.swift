import Routing
import TestSupport
import Testing

@Suite struct ExplanationTests {
    private static func explain(
        _ call: Call, at text: String, _ absences: Absence...
    ) throws -> Explanation {
        let table = try RoutingTable(
            directory: RoutingTableDecideTests.directory(), roster: Roster(absences: absences), generation: 1)
        return table.explain(call, at: at(text))
    }

    private static func words(_ step: Step) -> String {
        switch step {
        case .called(_, let isExclusive, let owner):
            owner.map { "\($0.client.id)'s own" } ?? (isExclusive ? "exclusive" : "not exclusive")
        case .caller(_, nil, let countsAs): countsAs.map { "nobody, so \($0.client.id)" } ?? "nobody"
        case .caller(_, let match?, _):
            "\(match.client.client.id) \(match.written.text) \(match.written.place) \(match.contact?.name ?? "-")"
        case .diverted(let party): "diverted by \(party.word)"
        case .refused(let learned): "refused by \(learned.enteredBy)"
        case .agreement(let agreement, let term): "\(agreement.title) \(term)"
        case .hours(let level, let isOpen, let opens): "\(level) \(isOpen) \(opens == nil ? "-" : "opens")"
        case .agent(let agent, let role, let availability, let remarks):
            "\(agent.id) \(role) \(words(availability))\(remarks.wrapsUpUntil == nil ? "" : " wraps up")"
        case .decided(let decision): decision.reason.word
        }
    }

    private static func words(_ availability: Availability) -> String {
        switch availability {
        case .available: "available"
        case .busy: "busy"
        case .outsideHours(let next): next == nil ? "never works" : "outside hours"
        case .notEmployed: "not employed"
        case .absent(let absence, _): "absent \(absence.id)"
        }
    }

    @Test("a call to another number is explained in one step")
    func pass() throws {
        let called = Call(caller: .number(number("31505550100")), called: .number(number("31880001235")))
        let steps = try Self.explain(called, at: "2026-03-02 09:00").steps.map(Self.words)
        #expect(steps == ["not exclusive", "not-exclusive"])
    }

    @Test(
        "a caller who is nobody's is explained in two steps",
        arguments: [(Party.anonymous, "anonymous"), (.internal, "internal"), (.unknown, "unknown-caller")])
    func nobody(caller: Party, reason: String) throws {
        let called = Call(caller: caller, called: .number(number("31880001234")))
        let steps = try Self.explain(called, at: "2026-03-02 09:00").steps.map(Self.words)
        #expect(steps == ["exclusive", "nobody", reason])
    }

    @Test(
        "whose own number was called is told first, and then as whom the caller counts",
        arguments: [
            (.anonymous, ["noord's own", "nobody, so noord", "2026 inForce", "office false opens", "closed"]),
            (
                .number(number("31999")),
                ["noord's own", "nobody, so noord", "2026 inForce", "office false opens", "closed"]
            ),
            (.internal, ["noord's own", "nobody", "internal"]),
            (
                .number(number("31205550100")),
                ["noord's own", "zuid 31205550100 clients.yaml:1:5 -", "other-client"]
            ),
        ] as [(Party, [String])])
    func ownNumber(caller: Party, expected: [String]) throws {
        let table = try table(RoutingTableDecideTests.withOwnNumber())
        let own = Call(caller: caller, called: .number(number("31880001240")))
        #expect(table.explain(own, at: at("2026-03-02 06:00")).steps.map(Self.words) == expected)
    }

    @Test(
        "a client's call is explained up to the step that decided it",
        arguments: [
            (
                "31505550250", "2025-12-31 09:00",
                ["noord 31505550200-31505550299 clients.yaml:1:5 -", "2026 notStarted", "agreement-not-started"]
            ),
            (
                "31505551999", "2027-01-01 09:00",
                ["noord 31505551* clients.yaml:1:5 -", "2026 ended", "agreement-ended"]
            ),
            (
                "31612345678", "2026-03-01 09:00",
                ["noord 31612345678 clients.yaml:1:5 Karin", "2026 inForce", "office false opens", "closed"]
            ),
            (
                "31505550100", "2026-12-31 20:00",
                ["noord 31505550100 clients.yaml:1:5 -", "2026 inForce", "office false -", "closed"]
            ),
            (
                "31505550100", "2026-03-02 08:00",
                [
                    "noord 31505550100 clients.yaml:1:5 -", "2026 inForce", "office true -", "anna primary available",
                    "bram backup available", "primary",
                ]
            ),
            (
                "31505550100", "2026-03-02 09:00",
                [
                    "noord 31505550100 clients.yaml:1:5 -", "2026 inForce", "office true -", "anna primary absent 1",
                    "bram backup available", "backup",
                ]
            ),
            (
                "31505550100", "2026-03-02 10:00",
                [
                    "noord 31505550100 clients.yaml:1:5 -", "2026 inForce", "office true -", "anna primary absent 1",
                    "bram backup absent 2", "uncovered",
                ]
            ),
            (
                "31105550100", "2026-03-02 14:00",
                [
                    "west 31105550100 clients.yaml:1:5 -", "2026 inForce", "always true -",
                    "cato primary outside hours", "bram backup absent 2", "uncovered",
                ]
            ),
        ])
    func client(digits: String, time: String, expected: [String]) throws {
        let explanation = try Self.explain(
            call(from: digits), at: time,
            absence(1, "anna", from: at("2026-03-02 09:00"), until: at("2026-03-04 00:00")),
            absence(2, "bram", .sickness, from: at("2026-03-02 10:00"), until: at("2026-03-02 15:00")))
        #expect(explanation.steps.map(Self.words) == ["exclusive"] + expected)
        #expect(explanation.instant == at(time))
        #expect(explanation.call == call(from: digits))
    }

    @Test("one absence right after another puts off when the agent is back")
    func backToBack() throws {
        let table = try table(
            RoutingTableDecideTests.directory(),
            absence(1, "cato", from: at("2026-03-02 10:00"), until: at("2026-03-02 11:00")),
            absence(2, "cato", .sickness, from: at("2026-03-02 11:00"), until: at("2026-03-02 12:00")))
        let cato = try #require(table.agent(AgentID("cato")))
        #expect(
            cato.availability(at: at("2026-03-02 10:30"))
                == .absent(cato.absences[0], until: at("2026-03-02 12:00")))
    }

    @Test("of several absences the one that lasts longest is named, then the hours")
    func availability() throws {
        let table = try table(
            RoutingTableDecideTests.directory(),
            absence(1, "cato", from: at("2026-03-02 10:00"), until: at("2026-03-02 12:00")),
            absence(2, "cato", .pause, from: at("2026-03-02 10:30"), until: at("2026-03-02 10:45")),
            absence(3, "cato", from: at("2026-03-02 11:00"), until: at("2026-03-02 11:30")))
        let cato = try #require(table.agent(AgentID("cato")))
        #expect(
            cato.availability(at: at("2026-03-02 10:40")) == .absent(cato.absences[0], until: at("2026-03-02 12:00")))
        #expect(
            cato.availability(at: at("2026-03-02 11:15")) == .absent(cato.absences[0], until: at("2026-03-02 12:00")))
        #expect(cato.availability(at: at("2026-03-02 12:00")) == .available)
        #expect(cato.availability(at: at("2026-03-02 13:00")) == .outsideHours(next: at("2026-03-03 09:00")))
        #expect(cato.availability(at: at("2026-03-04 13:00")) == .outsideHours(next: at("2026-03-09 09:00")))
        #expect(!cato.availability(at: at("2026-03-04 13:00")).isAvailable)
    }

    @Test("an explanation's decision is the one that the call gets", arguments: 0..<20)
    func agreement(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        let year = interval("2025-12-20 00:00", "2027-01-10 00:00")
        let absences = random.absences(60, of: ["anna", "bram", "cato"], in: year)
        let table = try RoutingTable(
            directory: RoutingTableDecideTests.directory(), roster: Roster(absences: absences), generation: 3)
        let callers = ["31505550100", "31505550222", "31612345678", "31205550100", "31105550100", "49301234567"]
        for _ in 0..<150 {
            let instant = random.instant(in: year)
            let asked = call(from: callers.randomElement(using: &random) ?? "")
            let explanation = table.explain(asked, at: instant)
            try #require(explanation.decision.outcome == table.decide(asked, at: instant).outcome)
            let last = try #require(explanation.steps.last)
            guard case .decided(let decided) = last else {
                Issue.record("the last step is \(last)")
                continue
            }
            try #require(decided.outcome == explanation.decision.outcome)
            for case .agent(let agent, let role, let availability, _) in explanation.steps {
                let isDialled = decided.targets.contains { $0.agent == agent.id && $0.role == role }
                try #require(availability.isAvailable == isDialled)
            }
        }
    }
}
