import TestSupport
import Testing
import Time

@testable import Routing

@Suite("RoutingTable+decide") struct RoutingTableDecideTests {
    /// `noord` in office hours, `zuid` and `west` round the clock, `west` with a primary who works on three mornings.
    static func directory() -> Directory {
        office(
            agents: [
                agent("anna", "2101"), agent("bram", "2102"),
                agent("cato", "2103", hours: hours([.monday, .tuesday, .wednesday], "09:00-13:00")),
            ], closedDays: [day("2026-04-06"), day("2026-12-25")],
            closures: Timeline([interval("2026-12-24 15:00", "2026-12-25 00:00")]),
            clients: [
                client(
                    "noord", "anna", "bram", until: "2026-12-31",
                    numbers: ["31505550100", "31505550200-31505550299", "31505551*", "31612345679"],
                    contacts: [contact("Karin", "31612345678"), contact("Henk", "31612345679")]),
                client(
                    "zuid", "bram", "anna", until: "2026-12-31", level: "always",
                    numbers: ["31205550100", "316*"]),
                client("west", "cato", "bram", level: "always", numbers: ["31105550100", "31505551234"]),
            ])
    }

    /// The same, with a number of noord's own.
    static func withOwnNumber() -> Directory {
        var directory = directory()
        directory.settings.exclusiveNumbers.append(
            ExclusiveNumber(
                number("31880001240"), place: Place(file: "majord.yaml", line: 4),
                owner: ExclusiveNumber.Owner(ClientID("noord"), place: Place(file: "majord.yaml", line: 4))))
        return directory
    }

    struct Row: CustomTestStringConvertible {
        let caller: Party
        var called: Party = .number(number("31880001234"))
        let at: String
        var absences: [Absence] = []
        let expected: String
        var client: String?
        var contact: String?
        var opens: String?

        var testDescription: String { "\(caller) at \(at): \(expected)" }
    }

    private static func party(_ digits: String) -> Party { .number(number(digits)) }
    private static let noord = party("31505550100")
    private static let zuid = party("31205550100")
    private static let west = party("31105550100")

    private func check(_ row: Row, _ directory: Directory = directory()) throws {
        let table = try RoutingTable(
            directory: directory, roster: Roster(absences: row.absences), generation: 7)
        let decision = table.decide(Call(caller: row.caller, called: row.called), at: at(row.at))
        let words = [decision.action.rawValue, decision.reason.word, decision.dialled]
        #expect(words.filter { !$0.isEmpty }.joined(separator: " ") == row.expected)
        #expect(decision.client?.client.id.description == row.client)
        #expect(decision.contact?.name == row.contact)
        #expect(decision.opens == row.opens.map { at($0) })
        #expect(decision.generation == 7)
    }

    @Test(
        "step 1: a call to anything but an exclusive number is passed on, whoever calls",
        arguments: [
            Row(caller: noord, called: party("31880001235"), at: "2026-03-02 09:00", expected: "pass not-exclusive"),
            Row(caller: noord, called: party("3188000123"), at: "2026-03-02 09:00", expected: "pass not-exclusive"),
            Row(caller: noord, called: .internal, at: "2026-03-02 09:00", expected: "pass not-exclusive"),
            Row(caller: noord, called: .unknown, at: "2026-03-02 09:00", expected: "pass not-exclusive"),
            Row(caller: .anonymous, called: .anonymous, at: "2026-03-02 09:00", expected: "pass not-exclusive"),
        ])
    func notExclusive(row: Row) throws { try check(row) }

    @Test(
        "step 2: a caller who is nobody's goes to the overflow of the cause",
        arguments: [
            Row(caller: .anonymous, at: "2026-03-02 09:00", expected: "overflow anonymous 2901:0"),
            Row(caller: .internal, at: "2026-03-02 09:00", expected: "overflow internal 2902:0"),
            Row(caller: .unknown, at: "2026-03-02 09:00", expected: "overflow unknown-caller 2900:0"),
            Row(caller: party("31505550101"), at: "2026-03-02 09:00", expected: "overflow unknown-caller 2900:0"),
            Row(caller: party("315055502000"), at: "2026-03-02 09:00", expected: "overflow unknown-caller 2900:0"),
            Row(caller: party("31880001234"), at: "2026-03-02 03:00", expected: "overflow unknown-caller 2900:0"),
        ])
    func nobody(row: Row) throws { try check(row) }

    private static let own = party("31880001240")

    @Test(
        "step 0: who calls a client's own number is that client's, a colleague and another client's caller excepted",
        arguments: [
            Row(
                caller: .anonymous, called: own, at: "2026-03-02 09:00",
                expected: "dial primary 2101:20,2102:20,2907:0", client: "noord"),
            Row(
                caller: .unknown, called: own, at: "2026-03-02 09:00", expected: "dial primary 2101:20,2102:20,2907:0",
                client: "noord"),
            Row(
                caller: party("31999"), called: own, at: "2026-03-02 09:00",
                expected: "dial primary 2101:20,2102:20,2907:0",
                client: "noord"),
            Row(
                caller: .anonymous, called: own, at: "2026-03-02 20:00", expected: "overflow closed 2905:0",
                client: "noord", opens: "2026-03-03 08:00"),
            Row(
                caller: .anonymous, called: own, at: "2027-03-02 09:00", expected: "overflow agreement-ended 2904:0",
                client: "noord"),
            Row(
                caller: party("31612345678"), called: own, at: "2026-03-02 09:00",
                expected: "dial primary 2101:20,2102:20,2907:0", client: "noord", contact: "Karin"),
            Row(
                caller: zuid, called: own, at: "2026-03-02 09:00", expected: "overflow other-client 2909:0",
                client: "zuid"),
            Row(
                caller: zuid, called: own, at: "2027-03-02 09:00", expected: "overflow other-client 2909:0",
                client: "zuid"),
            Row(caller: .internal, called: own, at: "2026-03-02 09:00", expected: "overflow internal 2902:0"),
            Row(caller: .anonymous, at: "2026-03-02 09:00", expected: "overflow anonymous 2901:0"),
            Row(caller: zuid, at: "2026-03-02 09:00", expected: "dial primary 2102:20,2101:20,2907:0", client: "zuid"),
        ])
    func ownNumber(row: Row) throws { try check(row, Self.withOwnNumber()) }

    @Test(
        "step 3: the agreement holds from the first day's first millisecond to the last day's last",
        arguments: [
            Row(
                caller: zuid, at: "2025-12-31 23:59:59.999", expected: "overflow agreement-not-started 2903:0",
                client: "zuid"),
            Row(caller: zuid, at: "2026-01-01 00:00", expected: "dial primary 2102:20,2101:20,2907:0", client: "zuid"),
            Row(
                caller: zuid, at: "2026-12-31 23:59:59.999", expected: "dial primary 2102:20,2101:20,2907:0",
                client: "zuid"),
            Row(caller: zuid, at: "2027-01-01 00:00", expected: "overflow agreement-ended 2904:0", client: "zuid"),
            Row(
                caller: party("31612345678"), at: "2027-03-01 09:00", expected: "overflow agreement-ended 2904:0",
                client: "noord", contact: "Karin"),
            Row(caller: west, at: "2090-03-01 03:00", expected: "dial backup 2102:20,2907:0", client: "west"),
        ])
    func term(row: Row) throws { try check(row) }

    @Test(
        "step 4: outside service hours the call goes to the overflow, with the next opening inside the term",
        arguments: [
            ("2026-03-02 07:59:59.999", "2026-03-02 08:00"), ("2026-03-02 18:00", "2026-03-03 08:00"),
            ("2026-03-27 18:00", "2026-03-30 08:00"), ("2026-04-06 12:00", "2026-04-07 08:00"),
            ("2026-04-06 00:00", "2026-04-07 08:00"), ("2026-12-24 15:00", "2026-12-28 08:00"),
            ("2026-10-25 02:30", "2026-10-26 08:00"), ("2026-12-31 18:00", nil),
            ("2026-12-30 18:00", "2026-12-31 08:00"),
        ] as [(String, String?)])
    func closed(time: String, opens: String?) throws {
        try check(
            Row(caller: Self.noord, at: time, expected: "overflow closed 2905:0", client: "noord", opens: opens))
    }

    @Test(
        "step 4: in service hours the pair is dialled, to the millisecond",
        arguments: [
            "2026-03-02 08:00", "2026-03-02 17:59:59.999", "2026-12-24 14:59:59.999", "2026-03-30 08:00",
            "2026-10-26 17:59:59.999", "2026-12-31 17:59:59.999",
        ])
    func open(time: String) throws {
        try check(
            Row(caller: Self.noord, at: time, expected: "dial primary 2101:20,2102:20,2907:0", client: "noord"))
    }

    private static let leave = absence(1, "anna", from: at("2026-03-02 08:30"), until: at("2026-03-03 09:00"))
    private static let sickness = absence(2, "bram", .sickness, from: at("2026-03-02 12:00"), until: nil)
    private static let pause = absence(3, "anna", .pause, from: at("2026-03-02 10:00"), until: at("2026-03-02 10:45"))
    private static let more = absence(4, "anna", from: at("2026-03-03 09:00"), until: at("2026-03-03 10:00"))

    @Test(
        "steps 6 to 8: the primary, else the backup, else uncovered; leave until nine ends at nine",
        arguments: [
            Row(
                caller: noord, at: "2026-03-02 08:29:59.999", absences: [leave, sickness],
                expected: "dial primary 2101:20,2102:20,2907:0", client: "noord"),
            Row(
                caller: noord, at: "2026-03-02 08:30", absences: [leave, sickness],
                expected: "dial backup 2102:20,2907:0", client: "noord"),
            Row(
                caller: noord, at: "2026-03-02 11:59:59.999", absences: [leave, sickness],
                expected: "dial backup 2102:20,2907:0", client: "noord"),
            Row(
                caller: noord, at: "2026-03-02 12:00", absences: [leave, sickness],
                expected: "overflow uncovered 2906:0", client: "noord"),
            Row(
                caller: noord, at: "2026-03-03 08:59:59.999", absences: [leave, sickness],
                expected: "overflow uncovered 2906:0", client: "noord"),
            Row(
                caller: noord, at: "2026-03-03 09:00", absences: [leave, sickness],
                expected: "dial primary 2101:20,2907:0", client: "noord"),
            Row(
                caller: noord, at: "2026-11-02 09:00", absences: [leave, sickness],
                expected: "dial primary 2101:20,2907:0",
                client: "noord"),
        ])
    func absent(row: Row) throws { try check(row) }

    @Test(
        "several absences of one agent add up, whether they lie inside each other, touch or repeat",
        arguments: [
            ("2026-03-02 10:30", false), ("2026-03-02 10:45", false), ("2026-03-03 09:00", false),
            ("2026-03-03 09:59:59.999", false), ("2026-03-03 10:00", true),
        ])
    func overlapping(time: String, isBack: Bool) throws {
        try check(
            Row(
                caller: Self.noord, at: time, absences: [Self.more, Self.pause, Self.leave, Self.leave],
                expected: isBack ? "dial primary 2101:20,2102:20,2907:0" : "dial backup 2102:20,2907:0",
                client: "noord"))
    }

    @Test(
        "leave in whole days is over at midnight, also when the clocks change in between",
        arguments: [
            ("2026-03-28", "2026-03-29", 47), ("2026-10-24", "2026-10-25", 49), ("2026-10-25", "2026-10-25", 25),
        ])
    func wholeDays(first: String, last: String, length: Int) throws {
        let clock = ServiceClock(amsterdam)
        let start = try #require(clock.wholeDay(day(first))).start
        let end = try #require(clock.wholeDay(day(last))).end
        #expect(end.since(start) == .hours(length))
        let table = try table(Self.directory(), absence(1, "bram", from: start, until: end))
        func reason(_ instant: Instant) -> Decision.Reason {
            table.decide(Call(caller: Self.zuid, called: .number(number("31880001234"))), at: instant)
                .reason
        }
        #expect(reason(start.advanced(by: Milliseconds(-1))) == .role(.primary))
        #expect(reason(start) == .role(.backup))
        #expect(reason(end.advanced(by: Milliseconds(-1))) == .role(.backup))
        #expect(reason(end) == .role(.primary))
    }

    @Test(
        "an agent's own hours count, else only the level's",
        arguments: [
            ("2026-03-02 08:59:59.999", "dial backup 2102:20,2907:0"),
            ("2026-03-02 09:00", "dial primary 2103:20,2102:20,2907:0"),
            ("2026-03-02 12:59:59.999", "dial primary 2103:20,2102:20,2907:0"),
            ("2026-03-02 13:00", "dial backup 2102:20,2907:0"), ("2026-03-05 10:00", "dial backup 2102:20,2907:0"),
            ("2026-04-06 10:00", "dial primary 2103:20,2102:20,2907:0"),
            ("2026-10-25 02:30", "dial backup 2102:20,2907:0"),
        ])
    func ownHours(time: String, expected: String) throws {
        try check(Row(caller: Self.west, at: time, expected: expected, client: "west"))
    }

    @Test(
        "the longest match says whose call it is: contact, single number, narrowest block",
        arguments: [
            ("31612345678", "noord", "Karin"), ("31612345679", "noord", "Henk"), ("31612345670", "zuid", nil),
            ("31505550100", "noord", nil), ("31505550299", "noord", nil), ("31505551235", "noord", nil),
            ("31505551234", "west", nil),
        ] as [(String, String, String?)])
    func longestMatch(digits: String, client: String, contact: String?) throws {
        let decision = try table(Self.directory()).decide(call(from: digits), at: at("2026-03-02 09:00"))
        #expect(decision.client?.client.id == ClientID(client))
        #expect(decision.contact?.name == contact)
    }

    @Test("targets name their roles and agents, ring as configured, and end with the overflow")
    func targets() throws {
        var directory = Self.directory()
        directory.settings.ring = .seconds(35)
        directory.settings.overflow = Overflow(fallback: phone("2000"))
        let decision = try table(directory).decide(call(from: "31505550100"), at: at("2026-03-02 09:00"))
        #expect(
            decision.targets == [
                Target(.candidate(AgentID("anna"), .primary), phone: phone("2101"), ring: 35),
                Target(.candidate(AgentID("bram"), .backup), phone: phone("2102"), ring: 35),
                Target(.overflow, phone: phone("2000"), ring: 0),
            ])
    }

    @Test("every exclusive number counts, none configured passes everything")
    func exclusiveNumbers() throws {
        var directory = Self.directory()
        directory.settings.exclusiveNumbers = [exclusive("31880009999"), exclusive("31880001234")]
        #expect(try table(directory).decide(call(from: "31505550100"), at: at("2026-03-02 09:00")).action == .dial)
        directory.settings.exclusiveNumbers = []
        #expect(try table(directory).decide(call(from: "31505550100"), at: at("2026-03-02 09:00")).action == .pass)
    }
}
