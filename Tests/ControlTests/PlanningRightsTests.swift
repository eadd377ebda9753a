import Foundation
import MajorAPI
import Routing
import Switchboard
import Testing
import Time

@testable import Varlink

/// Who may plan, decide and look back: the cells of the table for series, deputies, requests and the history.
@Suite("Rights to plan")
struct PlanningRightsTests {
    private struct Cell: CustomStringConvertible {
        let method: String
        var parameters: JSONObject = [:]
        let allowed: Set<Asker>
        /// What the agent himself lacks, and what everybody else does.
        let own: Right
        let others: Right

        init(
            _ method: String, _ parameters: JSONObject = [:], _ allowed: Set<Asker>, _ own: Right,
            _ others: Right? = nil
        ) {
            self.method = method
            self.parameters = parameters
            self.allowed = allowed
            self.own = own
            self.others = others ?? own
        }

        var description: String { "\(method) \(VarlinkError(name: "", parameters: parameters))" }
    }

    private static let day: JSONObject = ["from": "2027-12-01T00:00:00+01:00", "until": "2027-12-02T00:00:00+01:00"]
    private static let later: JSONObject = [
        "agent": "jdevries", "from": "2028-01-01T00:00:00+01:00", "until": "2028-01-02T00:00:00+01:00",
    ]

    private static let cells: [Cell] = [
        Cell(
            RosterAPI.ChangeAbsence.method, ["absence": "1", "note": "ski"], [.own, .manager], .changeAvailability),
        Cell(
            RosterAPI.ChangeAbsence.method, ["absence": "1", "note": "ski", "reason": "so"], [.manager], .leaveGaps,
            .changeAvailability),
        Cell(
            RosterAPI.ReportSick.method, ["agent": "jdevries", "from": "2026-11-26T09:00:00+01:00"], [.manager],
            .backdateSickness, .changeAvailability),
        Cell(
            RosterAPI.PlanLeave.method, later.merging(["deputy": "mbakker"]) { $1 }, [.manager], .manageDeputies,
            .changeAvailability),
        Cell(
            RosterAPI.PlanLeave.method, later.merging(["reason": "so"]) { $1 }, [.manager], .leaveGaps,
            .changeAvailability),
        Cell(
            RosterAPI.PlanLeave.method, later.merging(["request": true, "deputy": "mbakker"]) { $1 }, [.own, .manager],
            .changeAvailability),
        Cell(RosterAPI.PlanLeave.method, later, [.own, .manager], .changeAvailability),
        Cell(RosterAPI.Cancel.method, ["absence": "1"], [.own, .manager], .changeAvailability),
        Cell(RosterAPI.ListRequests.method, [:], [.own, .colleague, .manager], .seeRequests),
        Cell(
            RosterAPI.Approve.method, ["request": "3", "reason": "so"], [.manager], .manageRequests),
        Cell(RosterAPI.Decline.method, ["request": "3", "why": "te druk"], [.manager], .manageRequests),
        Cell(RosterAPI.Withdraw.method, ["request": "3"], [.own, .manager], .changeAvailability),
        Cell(
            RosterAPI.AddDeputy.method, day.merging(["deputy": "mbakker", "whom": "jdevries"]) { $1 }, [.manager],
            .manageDeputies),
        Cell(RosterAPI.ListDeputies.method, [:], [.pbx, .own, .colleague, .manager], .seeAbsences),
        // The colleague is the deputy.
        Cell(RosterAPI.CancelDeputy.method, ["deputyship": "1"], [.colleague, .manager], .manageDeputies),
        Cell(RosterAPI.History.method, [:], [.own, .colleague, .manager], .seeHistory),
        Cell(RosterAPI.History.method, ["agent": "jdevries"], [.own, .manager], .seeHistory),
        Cell(RosterAPI.History.method, ["client": "noord"], [.own, .colleague, .manager], .seeHistory),
    ]

    /// Joke has leave (1), Mark has leave (2), Joke asks for the same days (3), and Mark stands in for Joke on another day.
    private func office() async throws -> ControlOffice {
        let office = try ControlOffice()
        let start = testClock().advanced(by: .days(100))
        let switchboard = office.switchboard
        _ = try await switchboard.planLeave(
            LeavePlan(from: start, until: start.advanced(by: .days(1))), agent: "jdevries", by: office.manager)
        let next = start.advanced(by: .days(7))
        let week = LeavePlan(from: next, until: next.advanced(by: .days(3)), note: "kuur", isRequest: true)
        _ = try await switchboard.planLeave(week, agent: "mbakker", by: office.manager)
        let asked = try await switchboard.planLeave(week, agent: "jdevries", by: Asker.own.requester)
        #expect(asked.isRequest && asked.absence.id == 3)
        _ = try await switchboard.addDeputy(
            "mbakker", for: "jdevries", client: nil, from: start, until: start.advanced(by: .days(1)),
            note: "kent Noord",
            by: office.manager)
        return office
    }

    @Test("each may do what the table says, and is told the rule where not", arguments: cells)
    private func mayDo(cell: Cell) async throws {
        for asker in Asker.allCases {
            let reply = try await office().call(cell.method, cell.parameters, by: asker)
            guard !cell.allowed.contains(asker.inTable) else {
                #expect(reply.error == nil, "\(asker): \(reply)")
                continue
            }
            #expect(reply.error == VarlinkError.permissionDenied.name, "\(asker): \(reply)")
            let right = asker == .own ? cell.own : cell.others
            #expect(reply.parameters["right"] == .string(right.rawValue), "\(asker): \(reply)")
            let rule = right.rule(admin: "majord-admin", pbx: "majord-pbx")
            #expect(reply.parameters["rule"] == .string(rule), "\(asker)")
        }
    }

    @Test("an approval is taken back by managers alone, and the agent reads why it was approved")
    func reopen() async throws {
        for asker in Asker.allCases {
            let office = try await office()
            let approved = try await office.call(
                RosterAPI.Approve.method, ["request": "3", "reason": "Noord weet ervan"], by: .manager)
            #expect(approved.error == nil)
            let requests = "\(try await office.call(RosterAPI.ListRequests.method, by: .own))"
            #expect(requests.contains("Noord weet ervan"))
            let reply = try await office.call(RosterAPI.Reopen.method, ["request": "3"], by: asker)
            guard asker.inTable != .manager else {
                let reopened: RosterAPI.Reopen.Reply = try reply.parameters.decoded()
                #expect(reopened.request.state == .waiting && reopened.request.absence.id == "4")
                continue
            }
            #expect(reply.error == VarlinkError.permissionDenied.name, "\(asker): \(reply)")
        }
    }

    @Test("notes and who entered what are for the one whom it concerns and managers", arguments: Asker.allCases)
    func notes(asker: Asker) async throws {
        let office = try await office()
        var texts = ""
        for method in [
            RosterAPI.ListDeputies.method, RosterAPI.ListRequests.method, RosterAPI.ListAbsences.method,
            RosterAPI.History.method, RosterAPI.Status.method,
        ] {
            texts += "\(try await office.call(method, by: asker))"
        }
        #expect(texts.contains("kent Noord") == [.colleague, .manager].contains(asker.inTable))
        let requests = "\(try await office.call(RosterAPI.ListRequests.method, by: asker))"
        #expect(requests.contains("kuur") == [.own, .manager].contains(asker.inTable))
    }

    @Test("whoever stands in cancels that himself, and does not override what it opens")
    func override() async throws {
        let parameters: JSONObject = ["deputyship": "1", "override": true, "reason": "so"]
        for (asker, right) in [(Asker.colleague, Right.leaveGaps), (.own, .manageDeputies)] {
            let reply = try await office().call(RosterAPI.CancelDeputy.method, parameters, by: asker)
            #expect(reply.parameters["right"] == .string(right.rawValue), "\(asker): \(reply)")
        }
        #expect(try await office().call(RosterAPI.CancelDeputy.method, parameters, by: .manager).error == nil)
    }

    @Test("of a deputy who stands in for an agent his history does not tell who entered it")
    func deputyOfHistory() async throws {
        let office = try await office()
        for (asker, isTold) in [(Asker.own, false), (.colleague, true), (.manager, true)] {
            let reply = try await office.call(RosterAPI.History.method, by: asker)
            let history: RosterAPI.History.Reply = try reply.parameters.decoded()
            let lines = history.changes.filter { $0.deputyship != nil }
            #expect(!lines.isEmpty, "\(asker)")
            #expect(lines.allSatisfy { $0.by.isEmpty != isTold }, "\(asker)")
        }
    }

    @Test("fewer lines of the history than one cannot be asked for", arguments: [0, -1])
    func limit(limit: Int) async throws {
        let reply = try await office().call(RosterAPI.History.method, ["limit": .integer(Int64(limit))], by: .manager)
        #expect(reply.error == "org.varlink.service.InvalidParameter", "\(reply)")
    }

    @Test("of an absence an agent reads the history of his own")
    func history() async throws {
        let office = try await office()
        for (absence, asker, count) in [("1", Asker.own, 1), ("2", .own, 0), ("2", .colleague, 1), ("2", .manager, 1)] {
            let reply = try await office.call(RosterAPI.History.method, ["absence": .string(absence)], by: asker)
            let history: RosterAPI.History.Reply = try reply.parameters.decoded()
            #expect(history.changes.count == count, "\(absence) \(asker)")
        }
    }
}
