import MajorAPI
import Testing

@testable import Control
@testable import Varlink

/// What a method does not know is never passed over in silence.
@Suite("Parameters")
struct ParametersTests {
    @Test("every method refuses an unknown parameter by name, whoever asks", arguments: Asker.allCases)
    func unknown(asker: Asker) async throws {
        let office = try ControlOffice()
        let interfaces = [
            RoutingAPI.interface(office.control), RosterAPI.interface(office.control),
            DirectoryAPI.interface(office.control), ReportsAPI.interface(office.control),
        ]
        let own = ["org.varlink.service.GetInfo", "org.varlink.service.GetInterfaceDescription"]
        let methods = own + interfaces.flatMap { interface in interface.methods.keys.map { "\(interface.name).\($0)" } }
        #expect(methods.count > 15)
        for method in methods {
            for more in [false, true] {
                let reply = try await office.call(method, ["no_such": 1, "znot": nil], by: asker, more: more)
                #expect(reply == VarlinkReply(VarlinkError.invalidParameter("no_such")), "\(method)")
            }
        }
    }

    @Test(
        "what is missing, of the wrong type or no value is named, too",
        arguments: [
            (RosterAPI.Pause.method, ["agent": "jdevries"], "seconds"),
            (RosterAPI.Pause.method, ["seconds": "600"], "seconds"),
            (RosterAPI.PlanLeave.method, ["from": "tomorrow", "until": "2027-01-01T00:00:00Z"], "from"),
            (RosterAPI.PlanLeave.method, ["until": "2027-01-01T00:00:00Z"], "from"),
            (
                RosterAPI.PlanLeave.method,
                ["from": "2027-01-01T00:00:00Z", "until": "2027-01-02T00:00:00Z", "kind": "sickness"], "kind"
            ),
            (RosterAPI.Cancel.method, ["absence": "x"], "absence"), (RosterAPI.Give.method, ["absence": "1"], "agent"),
            (RosterAPI.ReportSick.method, ["until": "later"], "until"),
            (RoutingAPI.Decide.method, [:], "caller"), (RoutingAPI.Explain.method, ["caller": 1], "caller"),
            (RoutingAPI.Decide.method, ["caller": "0505550100", "at": "noon"], "at"),
        ] as [(String, JSONObject, String)])
    func unusable(method: String, parameters: JSONObject, name: String) async throws {
        let reply = try await ControlOffice().call(method, parameters, by: .manager)
        #expect(reply == VarlinkReply(VarlinkError.invalidParameter(name)))
    }
}
