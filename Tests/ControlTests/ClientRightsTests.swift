import Foundation
import MajorAPI
import Routing
import Switchboard
import Testing
import Time

@testable import Varlink

/// What each may know of clients: `own` stands for Noord and not for West, `colleague` for both.
@Suite("Rights to clients")
struct ClientRightsTests {
    private struct Row: CustomStringConvertible {
        let method: String
        var parameters: JSONObject = [:]
        /// Who reads a text, and which.
        let readers: Set<Asker>
        let text: String

        var description: String { "\(method) \(VarlinkError(name: "", parameters: parameters)) `\(text)`" }
    }

    private static let all = Set(Asker.allCases.map(\.inTable))
    private static let agents: Set<Asker> = [.own, .colleague, .manager]
    private static let west: Set<Asker> = [.colleague, .manager]

    private static let rows: [Row] = [
        // Clients' names, pairs and coverage.
        Row(
            method: RosterAPI.Status.method, parameters: ["clients": true], readers: agents.union([.pbx]), text: "West"),
        Row(method: RosterAPI.Status.method, readers: all, text: "Noord"),
        Row(method: RosterAPI.Status.method, readers: agents, text: "gaps_ahead"),
        Row(method: ReportsAPI.Coverage.method, readers: all, text: "Noord"),
        Row(method: ReportsAPI.Coverage.method, readers: agents, text: "West"),
        Row(method: ReportsAPI.Coverage.method, readers: agents, text: "mbakker"),
        Row(method: ReportsAPI.Coverage.method, parameters: ["details": true], readers: agents, text: "stretches"),
        Row(method: DirectoryAPI.ListClients.method, parameters: ["client": "west"], readers: agents, text: "sjansen"),
        Row(method: DirectoryAPI.ListAgents.method, readers: agents, text: "West"),
        Row(method: CalendarAPI.Show.method, parameters: ["client": "west"], readers: agents, text: "West"),
        Row(method: CalendarAPI.Show.method, readers: agents, text: "Noord"),
        Row(method: ReportsAPI.Capacity.method, readers: agents, text: "sjansen"),
        // Numbers, contacts and agreements.
        Row(method: DirectoryAPI.ListClients.method, readers: west, text: "31705550100"),
        Row(method: DirectoryAPI.ListClients.method, readers: west, text: "Karin Smit"),
        Row(method: DirectoryAPI.ListClients.method, readers: west, text: "Afspraken West"),
        Row(method: DirectoryAPI.ListClients.method, readers: agents, text: "31505550100"),
        Row(
            method: RoutingAPI.Explain.method, parameters: ["caller": "0705550100"], readers: [.pbx, .manager],
            text: "Scholengroep West"),
        Row(
            method: RoutingAPI.Decide.method, parameters: ["caller": "0612345678"], readers: [.pbx, .manager],
            text: "Karin Smit"),
        Row(method: DirectoryAPI.Check.method, readers: [.manager], text: "findings"),
        // The history of clients: deputies there, and numbers.
        Row(method: RosterAPI.History.method, readers: west, text: "Scholengroep West"),
        Row(method: RosterAPI.History.method, parameters: ["client": "west"], readers: west, text: "Scholengroep West"),
        // A deputyship's note is for the deputy and managers.
        Row(method: RosterAPI.History.method, readers: [.manager], text: "kent West"),
        Row(method: RosterAPI.History.method, parameters: ["client": "west"], readers: [.manager], text: "kent West"),
        Row(
            method: RosterAPI.History.method, parameters: ["client": "noord"], readers: [.own, .manager], text: "griep"),
        Row(method: RosterAPI.History.method, readers: [.own, .manager], text: "griep"),
        // Figures; those of calls that are nobody's are for managers.
        Row(method: ReportsAPI.Report.method, readers: west, text: "Scholengroep West"),
        Row(method: ReportsAPI.Report.method, readers: agents, text: "Scholengroep Noord"),
        Row(
            method: ReportsAPI.Report.method, parameters: ["client": "west"], readers: west, text: "Scholengroep West"),
        Row(method: ReportsAPI.Report.method, readers: [.manager], text: "unknown_callers"),
        Row(method: ReportsAPI.Digest.method, readers: [.manager], text: "Scholengroep Noord"),
    ]

    @Test("what is told of clients is told to those who may know it", arguments: rows)
    private func told(row: Row) async throws {
        for asker in Asker.allCases {
            let office = try await ControlOffice.withWest()
            let now = testClock()
            let switchboard = office.switchboard
            _ = try await switchboard.reportSick(agent: "jdevries", until: nil, note: "griep", by: office.manager)
            _ = try await switchboard.planLeave(
                LeavePlan(from: now, until: now.advanced(by: .days(2)), override: Override(reason: "moet")),
                agent: "mbakker", by: office.manager)
            _ = try await switchboard.addDeputy(
                "jdevries", for: "west", client: nil, from: now.advanced(by: .days(300)),
                until: now.advanced(by: .days(301)), note: "kent West", by: office.manager)
            let reply = try await office.call(row.method, row.parameters, by: asker)
            // Who will stand in for West reads what concerns it, too.
            let isOfWest = row.method == RosterAPI.History.method && row.text.hasSuffix("West")
            let readers = isOfWest ? row.readers.union([.own]) : row.readers
            #expect("\(reply.parameters)".contains(row.text) == readers.contains(asker.inTable), "\(asker): \(reply)")
        }
    }

    @Test("whose clients it is not may not ask for its history", arguments: [Asker.own, .colleague])
    func history(asker: Asker) async throws {
        let office = try await ControlOffice.withWest()
        let reply = try await office.call(RosterAPI.History.method, ["client": "west"], by: asker)
        #expect(reply.error == (asker == .own ? VarlinkError.permissionDenied.name : nil))
        #expect(reply.parameters["right"] == (asker == .own ? "see-history" : nil))
    }

    @Test(
        "with which client a handover ends a deputyship is told to those who may see pairs", arguments: Asker.allCases)
    func deputyshipEnds(asker: Asker) async throws {
        let office = try await ControlOffice.withWest()
        let text = try String(contentsOf: office.folder.appending(path: "majord.yaml"), encoding: .utf8)
        let handover = "{from: 2027-02-01, primary: mbakker, backup: sjansen, introduced: 2027-01-20}"
        try Data(text.replacing("    primary: jdevries", with: "    handover: \(handover)\n    primary: jdevries").utf8)
            .write(to: office.folder.appending(path: "majord.yaml"))
        _ = await office.switchboard.reload()
        let start = testClock().advanced(by: .days(30))
        _ = try await office.switchboard.addDeputy(
            "sjansen", for: "jdevries", client: nil, from: start, until: start.advanced(by: .days(90)), note: nil,
            by: office.manager)
        let reply = try await office.call(RosterAPI.ListDeputies.method, by: asker)
        #expect(
            "\(reply.parameters)".contains("2027-02-01") == Self.agents.contains(asker.inTable), "\(asker): \(reply)")
    }

    @Test("where a calendar is read from is for the agent himself and managers", arguments: Asker.allCases)
    func address(asker: Asker) async throws {
        let reply = try await ControlOffice().call(CalendarAPI.Address.method, ["agent": "jdevries"], by: asker)
        let mayAsk = asker == .own || asker.isManager
        #expect(reply.error == (mayAsk ? "org.majord.Calendar.NoCalendar" : VarlinkError.permissionDenied.name))
        #expect(reply.parameters["right"] == (mayAsk ? nil : "import-leave"))
    }
}
