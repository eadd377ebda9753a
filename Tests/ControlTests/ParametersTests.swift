import MajorAPI
import Testing

@testable import Control
@testable import Varlink

/// What a method does not know is never passed over in silence.
@Suite("Parameters")
struct ParametersTests {
    /// What whoever may not use a method is told, whatever is wrong with his parameters.
    private static func denial(of method: String, to asker: Asker) -> String? {
        let (denied, unknown) = (VarlinkError.permissionDenied.name, "org.majord.Roster.NotAnAgent")
        let isAgent = asker == .own || asker == .colleague
        return switch method {
        case RoutingAPI.Decide.method, RoutingAPI.Explain.method: asker == .pbx || asker.isManager ? nil : denied
        case DirectoryAPI.Check.method, DirectoryAPI.Reload.method, DirectoryAPI.Replay.method, RosterAPI.Give.method,
            NumbersAPI.Unknown.method,
            NumbersAPI.List.method, NumbersAPI.Add.method, NumbersAPI.Refuse.method, NumbersAPI.Remove.method:
            asker.isManager ? nil : denied
        case RosterAPI.ListAbsences.method, RosterAPI.Cancel.method, RosterAPI.ChangeAbsence.method,
            RosterAPI.Withdraw.method, RosterAPI.ListDeputies.method, RosterAPI.CancelDeputy.method:
            asker == .stranger ? denied : nil
        case RosterAPI.Approve.method, RosterAPI.Decline.method, RosterAPI.Reopen.method, RosterAPI.AddDeputy.method:
            asker.isManager ? nil : denied
        case RosterAPI.ListRequests.method, RosterAPI.History.method: isAgent || asker.isManager ? nil : denied
        case ReportsAPI.Digest.method: asker.isManager ? nil : denied
        case DirectoryAPI.ListAgents.method, DirectoryAPI.ListClients.method, ReportsAPI.Capacity.method:
            isAgent || asker.isManager ? nil : denied
        case RosterAPI.ReportSick.method, RosterAPI.PlanLeave.method, RosterAPI.Pause.method, RosterAPI.Return.method,
            RosterAPI.Release.method:
            isAgent || asker.isManager ? nil : unknown
        case ReportsAPI.Report.method: isAgent || asker.isManager ? nil : denied
        case RoutingAPI.WatchCalls.method: isAgent || asker.isManager ? nil : denied
        default: nil
        }
    }

    @Test(
        "every method refuses an unknown parameter by name, and first of all whoever may not use it",
        arguments: Asker.allCases)
    func unknown(asker: Asker) async throws {
        let office = try ControlOffice()
        let interfaces = [
            RoutingAPI.interface(office.control), RosterAPI.interface(office.control),
            DirectoryAPI.interface(office.control), ReportsAPI.interface(office.control),
            NumbersAPI.interface(office.control),
        ]
        let own = ["org.varlink.service.GetInfo", "org.varlink.service.GetInterfaceDescription"]
        let methods = own + interfaces.flatMap { interface in interface.methods.keys.map { "\(interface.name).\($0)" } }
        #expect(methods.count > 15)
        for method in methods {
            for more in [false, true] {
                let reply = try await office.call(method, ["no_such": 1, "znot": nil], by: asker, more: more)
                if let denial = Self.denial(of: method, to: asker) {
                    #expect(reply.error == denial, "\(method)")
                } else {
                    #expect(reply == VarlinkReply(VarlinkError.invalidParameter("no_such")), "\(method)")
                }
            }
        }
    }

    @Test("whoever may not change an agent is not told what is wrong with the parameters")
    func rightsFirst() async throws {
        let office = try ControlOffice()
        for (method, parameters) in [
            (RosterAPI.Pause.method, ["agent": "jdevries", "secs": 1]),
            (RosterAPI.ReportSick.method, ["agent": "jdevries", "until": "later"]),
            (RosterAPI.PlanLeave.method, ["agent": "jdevries"]),
            (RoutingAPI.WatchCalls.method, ["agent": "jdevries", "client": "noord"]),
        ] as [(String, JSONObject)] {
            for asker in [Asker.stranger, .pbx, .colleague] {
                let reply = try await office.call(method, parameters, by: asker, more: true)
                #expect(reply.error == VarlinkError.permissionDenied.name, "\(method) \(asker): \(reply)")
            }
        }
    }

    @Test(
        "what is missing, of the wrong type or no value is named, too",
        arguments: [
            (RosterAPI.Pause.method, ["agent": "jdevries"], "seconds"),
            (RosterAPI.Pause.method, ["seconds": "600"], "seconds"),
            (RosterAPI.Pause.method, ["agent": "jdevries", "seconds": 60.5], "seconds"),
            (RosterAPI.Pause.method, ["agent": "jdevries", "seconds": 1e30], "seconds"),
            (RosterAPI.PlanLeave.method, ["from": "tomorrow", "until": "2027-01-01T00:00:00Z"], "from"),
            (RosterAPI.PlanLeave.method, ["until": "2027-01-01T00:00:00Z"], "from"),
            (
                RosterAPI.PlanLeave.method,
                ["from": "2027-01-01T00:00:00Z", "until": "2027-01-02T00:00:00Z", "kind": "sickness"], "kind"
            ),
            (RosterAPI.Cancel.method, ["absence": "x"], "absence"),
            (RosterAPI.Cancel.method, ["absence": "+1"], "absence"),
            (RosterAPI.Cancel.method, ["absence": "01"], "absence"),
            (RosterAPI.Give.method, ["absence": "-1", "agent": "jdevries"], "absence"),
            (RosterAPI.Give.method, ["absence": "1"], "agent"),
            (RosterAPI.ReportSick.method, ["until": "later"], "until"),
            (RoutingAPI.Decide.method, [:], "caller"), (RoutingAPI.Explain.method, ["caller": 1], "caller"),
            (RoutingAPI.Decide.method, ["caller": "0505550100", "at": "noon"], "at"),
            (ReportsAPI.Report.method, ["month": "november"], "month"),
            (ReportsAPI.Report.method, ["month": "2026-11", "from": "2026-11-01T00:00:00+01:00"], "month"),
            (ReportsAPI.Report.method, ["until": "2026-11-01T00:00:00+01:00"], "from"),
            (
                ReportsAPI.Report.method,
                ["from": "2026-11-01T00:00:00+01:00", "until": "2026-11-01T00:00:00+01:00"], "until"
            ),
            (
                ReportsAPI.Report.method,
                ["from": "2020-11-01T00:00:00+01:00", "until": "2026-11-01T00:00:00+01:00"], "until"
            ),
        ] as [(String, JSONObject, String)])
    func unusable(method: String, parameters: JSONObject, name: String) async throws {
        let reply = try await ControlOffice().call(method, parameters, by: .manager)
        #expect(reply == VarlinkReply(VarlinkError.invalidParameter(name)))
    }
}
