import Foundation
import MajorAPI
import Testing
import Varlink

/// What the script makes of the interface definitions.
@Suite("Generated messages")
struct GeneratedTests {
    private static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    @Test("the generated files are what the script makes of the definitions now: after a change, make generate")
    func upToDate() throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "generated-\(UUID())")
        defer { try? FileManager.default.removeItem(at: folder) }
        let script = Process()
        script.executableURL = URL(filePath: "/usr/bin/env")
        script.arguments = [
            "python3", "-B", Self.root.appending(path: "scripts/generate-api").path, folder.path,
        ]
        try script.run()
        script.waitUntilExit()
        #expect(script.terminationStatus == 0)
        for (place, count) in [("Sources/MajorAPI/Generated", 10), ("Tests/MajorAPITests/Generated", 1)] {
            let (fresh, committed) = (folder.appending(path: place), Self.root.appending(path: place))
            let names = try FileManager.default.contentsOfDirectory(atPath: fresh.path).sorted()
            #expect(names.count == count)
            #expect(try FileManager.default.contentsOfDirectory(atPath: committed.path).sorted() == names)
            for name in names {
                let made = try Data(contentsOf: fresh.appending(path: name))
                #expect(try Data(contentsOf: committed.appending(path: name)) == made, "\(name)")
            }
        }
    }

    @Test("a word of a newer majord is kept, one in a call is refused by the type")
    func words() throws {
        let told: JSONObject = ["id": "1", "agent": "a", "agent_name": "A", "kind": "sabbatical", "from": "x"]
        let absence: RosterAPI.Absence = try told.decoded()
        #expect(absence.kind == .other("sabbatical"))
        #expect("\(absence.kind)" == "sabbatical")
        #expect(try JSONObject(of: absence) == told)
        #expect(RosterAPI.Absence.Kind(word: "pause") == .pause)
        #expect(RosterAPI.AgentStatus.State(word: "off_hours") == .offHours)
        #expect(RosterAPI.AgentStatus.State.offHours.word == "off_hours")
    }

    @Test("names are camel case in Swift, and as defined on the wire; what is nil is missing")
    func names() throws {
        let gap = RosterAPI.Gap(
            client: "noord", clientName: "Noord", from: "a", until: "b", standIns: [], moreUntil: "c")
        #expect(
            try JSONObject(of: gap) == [
                "client": "noord", "client_name": "Noord", "from": "a", "until": "b", "stand_ins": [],
                "more_until": "c",
            ])
        let target = RoutingAPI.Target(role: .overflow, extension: "2000", ring: 0)
        #expect(try JSONObject(of: target) == ["role": "overflow", "extension": "2000", "ring": 0])
        #expect(RosterAPI.PlanLeave.method == "org.majord.Roster.PlanLeave")
        #expect(RosterAPI.CancelDeputy.parameters == ["deputyship", "override", "reason"])
        #expect(DirectoryAPI.Check.parameters == [])
        #expect(RoutingAPI.WatchCalls.needsMore)
        #expect(!RosterAPI.Status.needsMore)
    }

    @Test("an error that the service throws is the one that the client gets")
    func errors() {
        let failure = RosterAPI.Failure.notBusy(RosterAPI.NotBusy(agent: "joke", agentName: "Joke"))
        let sent = failure.error
        #expect(sent.name == "org.majord.Roster.NotBusy")
        #expect(sent.parameters == ["agent": "joke", "agent_name": "Joke"])
        #expect(RosterAPI.Failure(sent) == failure)
    }

    @Test(
        "an error that is not known, or tells something else, stays readable",
        arguments: [
            VarlinkError(name: "org.majord.Roster.Later", parameters: ["why": "x"]),
            VarlinkError(name: "org.majord.Roster.NotBusy", parameters: ["agent": 1]), .permissionDenied,
        ])
    func unknownErrors(error: VarlinkError) {
        #expect(RosterAPI.Failure(error) == .other(error))
        #expect(RosterAPI.Failure(error).error == error)
    }

    @Test("a denial comes back from the wire; without its reasons it is none")
    func denials() {
        let denial = Denial(right: "ask-routing", rule: "asking needs a group", groups: ["majord-admin"])
        #expect(Denial(denial.error) == denial)
        #expect(Denial(.permissionDenied) == nil)
        #expect(Denial(.expectedMore) == nil)
    }
}
