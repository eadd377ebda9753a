import MajorAPI
import Routing
import Switchboard
import Testing
import Time

@testable import Control
@testable import Varlink

/// What is to be, as agents, managers and others are told it.
@Suite("Forecasts over the control socket")
struct ForecastTests {
    /// Joke is sick without an end, and Mark away on the second of December.
    private func office() async throws -> ControlOffice {
        let office = try ControlOffice()
        _ = try await office.switchboard.reportSick(agent: "jdevries", until: nil, note: "griep", by: office.manager)
        let clock = office.switchboard.table.clock
        let start = try #require(CalendarDay(text: "2026-12-02").map { clock.instant($0, .startOfDay) })
        _ = try await office.switchboard.planLeave(
            LeavePlan(from: start, until: start.advanced(by: .days(1)), note: nil, override: Override(reason: nil)),
            agent: "mbakker", by: office.manager)
        return office
    }

    private func coverage(
        _ office: ControlOffice, _ parameters: JSONObject = [:], by asker: Asker
    ) async throws -> ReportsAPI.Coverage.Reply {
        try await office.call(ReportsAPI.Coverage.method, parameters, by: asker).parameters.decoded()
    }

    @Test("agents and managers see pairs, days and gaps; with details, who is there alone", arguments: Asker.allCases)
    func coverage(asker: Asker) async throws {
        let office = try await office()
        let reply = try await coverage(office, ["weeks": 2], by: asker)
        #expect((reply.firstDay, reply.days) == ("2026-11-26", 11))
        #expect(reply.uncovered == [ReportsAPI.NamedClient(client: "noord", clientName: "Scholengroep Noord")])
        guard ![.stranger, .pbx].contains(asker) else {
            #expect(reply.clients.isEmpty && reply.agentNames.isEmpty)
            return
        }
        let noord = try #require(reply.clients.first)
        #expect(noord.days == "oooooonoooo")
        #expect(noord.pairs == [ReportsAPI.CoveragePair(primary: "jdevries", backup: "mbakker")])
        #expect(
            noord.stretches == [
                ReportsAPI.CoverageStretch(
                    state: .nobody, from: "2026-12-02T00:00:00+01:00", until: "2026-12-03T00:00:00+01:00", agents: [])
            ])
        #expect(reply.agentNames == ["jdevries": "Joke de Vries", "mbakker": "Mark Bakker"])
        let detailed = try await coverage(office, ["weeks": 1, "details": true], by: asker)
        #expect(detailed.clients.first?.stretches.map(\.state) == [.one])
        #expect(detailed.clients.first?.stretches.first?.agents == ["mbakker"])
        #expect(detailed.uncovered.isEmpty)
    }

    @Test("nobody is told why somebody is away, or that he is sick")
    func why() async throws {
        let office = try await office()
        for asker in Asker.allCases {
            let reply = try await office.call(ReportsAPI.Coverage.method, ["details": true], by: asker)
            for word in ["griep", "sick", "leave"] { #expect(!"\(reply)".contains(word), "\(asker)") }
        }
    }

    @Test("one client, or the clients of one agent; who is unknown is named")
    func chosen() async throws {
        let office = try await office()
        #expect(try await coverage(office, ["client": "noord"], by: .own).clients.count == 1)
        #expect(try await coverage(office, ["agent": "mbakker"], by: .own).clients.count == 1)
        let client = try await office.call(ReportsAPI.Coverage.method, ["client": "oost"], by: .own)
        #expect(client.error == "org.majord.Reports.UnknownClient")
        let agent = try await office.call(ReportsAPI.Coverage.method, ["agent": "nobody-here"], by: .own)
        #expect(agent.error == "org.majord.Roster.UnknownAgent")
        for weeks in [0, 105, -1] {
            let reply = try await office.call(
                ReportsAPI.Coverage.method, ["weeks": .integer(Int64(weeks))], by: .manager)
            #expect(reply == VarlinkReply(VarlinkError.invalidParameter("weeks")))
        }
    }

    @Test(
        "a reply stays short: what is gathered is sent before it is long, and refused in one piece when it would be too long"
    )
    func batches() async throws {
        let office = try await office()
        let table = office.switchboard.table
        let entry = try #require(table.clients.first)
        var reader = ForecastReader(table, over: ForecastPeriod(from: testClock(), weeks: 27, table.clock))
        let forecast = reader.forecast(of: entry)
        var batch = CoverageBatch(table, reader.period, at: testClock(), details: true)
        var count = 0
        while !batch.isFull, count < 10_000 {
            batch.add(forecast, showing: true)
            count += 1
        }
        #expect(count > 100)
        let reply = batch.take()
        #expect(reply.clients.count == count)
        let length = reply.text.count
        #expect(length < 1_024 * 1_024, "\(length)")
        #expect(batch.take().clients.isEmpty)
        while !batch.isTooLong { batch.add(forecast, showing: true) }
        #expect(batch.take().text.count < 16 * 1_024 * 1_024)
    }

    @Test("what each carries is told with its roles and room")
    func capacity() async throws {
        let office = try ControlOffice()
        let reply: ReportsAPI.Capacity.Reply = try await office.call(ReportsAPI.Capacity.method, by: .own).parameters
            .decoded()
        #expect((reply.large, reply.small) == (3, 6))
        #expect(reply.agents.map(\.percent) == [17, 17])
        let joke = try #require(reply.agents.first)
        #expect(joke.roles == [ReportsAPI.RoleLoad(role: "primary", large: 0, small: 1)])
        #expect((joke.roomLarge, joke.roomSmall, joke.exceeded) == (2, 5, false))
        #expect(joke.changes.isEmpty)
    }
}
