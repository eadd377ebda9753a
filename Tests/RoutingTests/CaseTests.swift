import Routing
import TestSupport
import Testing
import Time

/// Who comes first for a call: who has called back, and who works on an open case.
@Suite("Cases and call backs") struct CaseTests {
    /// Anna and Bram have `noord`, with the contact Karin; Cato has nothing to do with it but a case.
    private static let directory = office(
        agents: [agent("anna", "2101"), agent("bram", "2102"), agent("cato", "2103"), agent("dirk", "2104")],
        clients: [
            Client(
                id: ClientID("noord"), name: "Noord", size: .small, schools: 20,
                pair: Pair(primary: AgentID("anna"), backup: AgentID("bram")),
                agreement: Agreement(title: "2026", start: day("2026-01-01"), end: nil, level: "always"),
                numbers: [written("31505550100"), written("31505550101")],
                contacts: [Contact(name: "Karin", mobile: written("31612345678"))])
        ])
    private static let tuesday = at("2026-03-03 10:00")

    private static func file(
        _ id: Int64, _ holder: String, client: String = "noord", contact: String? = nil, caller: String? = nil,
        touched: Instant = at("2026-03-02 10:00")
    ) -> Case {
        Case(
            id: id, client: ClientID(client), holder: AgentID(holder), kind: .incident, reference: "T-\(id)",
            contact: contact, caller: caller.flatMap { PhoneNumber($0) }, openedBy: "root", openedAt: touched,
            touched: touched)
    }

    private static func table(_ cases: [Case], _ absences: Absence...) throws -> RoutingTable {
        try RoutingTable(directory: directory, roster: Roster(absences: absences, cases: cases), generation: 1)
    }

    struct Row: CustomTestStringConvertible {
        let what: String
        let cases: [Case]
        var caller = "31505550100"
        let dialled: String
        let roles: [Role]
        var pinned: Int64?

        var testDescription: String { what }
    }

    private static let rows = [
        Row(
            what: "the holder of a case without a contact comes first", cases: [file(1, "cato")],
            dialled: "2103:20,2101:20,2102:20,2907:0", roles: [.holder, .primary, .backup], pinned: 1),
        Row(
            what: "a case of the contact who calls", cases: [file(1, "cato", contact: "Karin")], caller: "31612345678",
            dialled: "2103:20,2101:20,2102:20,2907:0", roles: [.holder, .primary, .backup], pinned: 1),
        Row(
            what: "a case of another contact pins nobody", cases: [file(1, "cato", contact: "Karin")],
            dialled: "2101:20,2102:20,2907:0", roles: [.primary, .backup]),
        Row(
            what: "a case of the number that calls, also where it has a contact",
            cases: [file(1, "cato", contact: "Karin", caller: "31505550100")],
            dialled: "2103:20,2101:20,2102:20,2907:0", roles: [.holder, .primary, .backup], pinned: 1),
        Row(
            what: "one's own case before those without a contact, of which the newest is first",
            cases: [file(1, "cato", caller: "31505550100"), file(2, "bram"), file(3, "dirk")],
            dialled: "2103:20,2104:20,2102:20,2101:20,2907:0", roles: [.holder, .holder, .holder, .primary], pinned: 1),
        Row(
            what: "of cases without a contact the primary's is first", cases: [file(1, "anna"), file(2, "dirk")],
            dialled: "2101:20,2104:20,2102:20,2907:0", roles: [.holder, .holder, .backup], pinned: 1),
        Row(
            what: "a case that nobody has touched for two weeks pins nobody",
            cases: [file(1, "cato", touched: at("2026-02-17 10:00"))],
            dialled: "2101:20,2102:20,2907:0", roles: [.primary, .backup]),
        Row(
            what: "one that was touched a millisecond later does",
            cases: [file(1, "cato", touched: at("2026-02-17 10:00:00.001"))],
            dialled: "2103:20,2101:20,2102:20,2907:0", roles: [.holder, .primary, .backup], pinned: 1),
        Row(
            what: "cases of others, and of those whom the directory does not have, change nothing",
            cases: [file(1, "emma"), file(2, "cato", client: "zuid")],
            dialled: "2101:20,2102:20,2907:0", roles: [.primary, .backup]),
    ]

    @Test(arguments: rows)
    func pins(row: Row) throws {
        let decision = try Self.table(row.cases).decide(call(from: row.caller), at: Self.tuesday)
        #expect(decision.dialled == row.dialled)
        #expect(decision.candidates.map(\.role) == row.roles)
        #expect(decision.reason == .role(row.roles[0]))
        #expect(decision.answer.pinned?.file.id == row.pinned)
    }

    @Test("a holder who is away is passed over, and the case stays his")
    func holderAway() throws {
        let away = absence(1, "cato", from: at("2026-03-02 00:00"), until: at("2026-03-07 00:00"))
        let decision = try Self.table([Self.file(1, "cato")], away).decide(
            call(from: "31505550100"), at: Self.tuesday)
        #expect(decision.dialled == "2101:20,2102:20,2907:0")
        #expect(decision.candidates.map(\.hindrance) == [.absent, nil, nil])
        #expect(decision.reason == .role(.primary))
        #expect(decision.answer.pinned == nil)
        #expect(decision.answer.insteadOf == nil)
    }

    @Test("the answer says whose call it would be, when another gets it")
    func insteadOf() throws {
        let decision = try Self.table([Self.file(1, "cato")]).decide(call(from: "31505550100"), at: Self.tuesday)
        #expect(decision.answer.insteadOf?.agent.id == AgentID("anna"))
        #expect(try Self.table([]).decide(call(from: "31505550100"), at: Self.tuesday).answer.insteadOf == nil)
    }

    @Test("whose call it would be is known of each target, and of all of them where the primary is none of them")
    func insteadOfByTarget() throws {
        func names(_ cases: [Case], _ absences: Absence...) throws -> (each: [String?], all: String?) {
            let table = try RoutingTable(
                directory: Self.directory, roster: Roster(absences: absences, cases: cases), generation: 1)
            let answer = table.decide(call(from: "31505550100"), at: Self.tuesday).answer
            let each = answer.targets.map { answer.insteadOf(at: $0)?.agent.id.description }
            return (each, answer.insteadOfAtAll?.agent.id.description)
        }
        let pair = try names([])
        #expect(pair.each == [nil, "anna", nil])
        #expect(pair.all == nil)
        let holder = try names([Self.file(1, "cato")])
        #expect(holder.each == ["anna", nil, "anna", nil])
        #expect(holder.all == nil)
        func away(_ number: Int64, _ agent: String) -> Absence {
            absence(number, agent, from: at("2026-03-02 00:00"), until: at("2026-03-07 00:00"))
        }
        let alone = try names([], away(1, "anna"))
        #expect(alone.each == ["anna", nil])
        #expect(alone.all == "anna")
        #expect(try names([], away(1, "anna"), away(2, "bram")).all == nil)
    }

    @Test(
        "of what is left to try the answer says whose call it would be when the first of it gets it, and for which case"
    )
    func next() throws {
        let table = try Self.table([Self.file(1, "cato")])
        let decision = table.decide(call(from: "31505550100"), at: Self.tuesday).answer
        #expect(decision.targets.map(\.agent?.description) == ["cato", "anna", "bram", nil])
        func next(_ tried: Int) -> Decision.Answer {
            table.next(after: tried, of: decision, status: .noAnswer, at: Self.tuesday, busy: .nobody)
        }
        let rows: [(insteadOf: String?, pinned: Int64?)] = [
            ("anna", 1), (nil, nil), ("anna", nil), (nil, nil), (nil, nil),
        ]
        for (tried, row) in rows.enumerated() {
            #expect(next(tried).insteadOf?.agent.id.description == row.insteadOf, "after \(tried)")
            #expect(next(tried).pinned?.file.id == row.pinned, "after \(tried)")
        }
    }

    @Test("coverage does not count a holder")
    func coverage() throws {
        let away = ["anna", "bram"].enumerated().map {
            absence(Int64($0 + 1), $1, from: at("2026-03-02 00:00"), until: at("2026-03-07 00:00"))
        }
        let table = try Self.table([Self.file(1, "cato")], away[0], away[1])
        #expect(table.overview(at: Self.tuesday).uncovered.count == 1)
        // The call is answered all the same.
        #expect(table.decide(call(from: "31505550100"), at: Self.tuesday).reason == .role(.holder))
    }

    @Test("who has dialled the caller's number comes before everybody, until the end of the next day of service")
    func callBack() throws {
        let table = try Self.table([Self.file(1, "cato")])
        let client = try #require(table.client(ClientID("noord")))
        // Service is always open: the next day is Wednesday.
        let end = try #require(table.callBackEnd(of: AgentID("bram"), to: client, at: Self.tuesday))
        #expect(end == at("2026-03-05 00:00"))
        #expect(table.callBackEnd(of: AgentID("cato"), to: client, at: Self.tuesday) == nil)
        var busy = BusyAgents.nobody
        let number = try #require(PhoneNumber("31505550100"))
        busy.callBack(to: number, BusyAgents.CallBack(agent: AgentID("bram"), until: end))
        let last = table.decide(call(from: "31505550100"), at: at("2026-03-04 23:59:59.999"), busy: busy)
        #expect(last.candidates.map(\.role) == [.callback, .holder, .primary])
        #expect(last.dialled == "2102:20,2103:20,2101:20,2907:0")
        let later = table.decide(call(from: "31505550100"), at: end, busy: busy)
        #expect(later.candidates.map(\.role) == [.holder, .primary, .backup])
        let another = table.decide(call(from: "31505550101"), at: Self.tuesday, busy: busy)
        #expect(another.candidates.map(\.role) == [.holder, .primary, .backup])
    }

    @Test("an agent whose phone cannot be reached comes last of those who can take the call")
    func unreachable() throws {
        let table = try Self.table([])
        var busy = BusyAgents.nobody
        busy.note(AgentID("anna"), unreachableUntil: Self.tuesday.advanced(by: .minutes(5)))
        let decision = table.decide(call(from: "31505550100"), at: Self.tuesday, busy: busy)
        #expect(decision.dialled == "2102:20,2101:20,2907:0")
        #expect(decision.reason == .role(.backup))
        #expect(decision.answer.insteadOf?.agent.id == AgentID("anna"))
        let later = table.decide(call(from: "31505550100"), at: Self.tuesday.advanced(by: .minutes(5)), busy: busy)
        #expect(later.dialled == "2101:20,2102:20,2907:0")
        busy.note(AgentID("anna"), unreachableUntil: nil)
        #expect(table.decide(call(from: "31505550100"), at: Self.tuesday, busy: busy).reason == .role(.primary))
    }
}
