import Foundation
import MajorAPI
import Routing
import Switchboard
import Testing
import Time
import Wording

@testable import Varlink

/// Who may do and read what: each cell of the table that exists so far.
@Suite("Rights")
struct RightsTests {
    private struct Cell: CustomStringConvertible {
        let method: String
        var parameters: JSONObject = [:]
        let allowed: Set<Asker>
        /// The right that the others are told they lack.
        let right: Right?

        var description: String { "\(method) \(VarlinkError(name: "", parameters: parameters))" }
    }

    private static let question: JSONObject = ["caller": "0505550100"]
    private static let joke: JSONObject = ["agent": "jdevries"]

    private static let cells: [Cell] = [
        Cell(method: RosterAPI.Status.method, allowed: Set(Asker.allCases), right: nil),
        Cell(method: RosterAPI.WhoAmI.method, allowed: Set(Asker.allCases), right: nil),
        Cell(method: ReportsAPI.Figures.method, allowed: Set(Asker.allCases), right: nil),
        Cell(method: ReportsAPI.Metrics.method, allowed: Set(Asker.allCases), right: nil),
        Cell(method: RosterAPI.ListAbsences.method, allowed: [.pbx, .own, .colleague, .manager], right: .seeAbsences),
        Cell(
            method: RosterAPI.ReportSick.method, parameters: joke, allowed: [.own, .manager], right: .changeAvailability
        ),
        Cell(
            method: RosterAPI.Pause.method, parameters: joke.merging(["seconds": 600]) { $1 },
            allowed: [.own, .manager],
            right: .changeAvailability),
        Cell(
            method: RosterAPI.PlanLeave.method,
            parameters: joke.merging([
                "from": "2027-12-01T09:00:00+01:00", "until": "2027-12-01T10:00:00+01:00", "override": true,
            ]) { $1 }, allowed: [.manager], right: .leaveGaps),
        Cell(method: RosterAPI.Return.method, parameters: joke, allowed: [.own, .manager], right: .changeAvailability),
        Cell(
            method: RosterAPI.Release.method, parameters: joke, allowed: [.own, .manager], right: .changeAvailability),
        Cell(
            method: RosterAPI.Cancel.method, parameters: ["absence": "1"], allowed: [.own, .manager],
            right: .changeAvailability),
        Cell(
            method: RosterAPI.Give.method, parameters: ["absence": "1", "agent": "mbakker"], allowed: [],
            right: .manageOrphans),
        Cell(
            method: DirectoryAPI.Replay.method, parameters: ["path": "/d.yaml", "files": []], allowed: [],
            right: .replayCalls),
        Cell(method: DirectoryAPI.ListAgents.method, allowed: [.own, .colleague, .manager], right: .seeCoverage),
        Cell(method: DirectoryAPI.ListClients.method, allowed: [.own, .colleague, .manager], right: .seeCoverage),
        Cell(method: CalendarAPI.FeedAddress.method, parameters: joke, allowed: [.own, .manager], right: .manageFeeds),
        Cell(
            method: CalendarAPI.FeedAddress.method, parameters: joke.merging(["renew": true]) { $1 },
            allowed: [.own, .manager], right: .manageFeeds),
        Cell(
            method: CalendarAPI.FeedAddress.method, parameters: ["desk": true], allowed: [.own, .colleague, .manager],
            right: .manageFeeds),
        Cell(
            method: CalendarAPI.FeedAddress.method, parameters: ["desk": true, "renew": true], allowed: [.manager],
            right: .manageFeeds),
        Cell(method: CalendarAPI.Show.method, allowed: [.own, .colleague, .manager], right: .seeCoverage),
        Cell(
            method: CalendarAPI.Import.method,
            parameters: joke.merging(["source": "hr", "entries": [], "events": 0]) { $1 }, allowed: [.own, .manager],
            right: .importLeave),
        Cell(
            method: CalendarAPI.NoteFailure.method,
            parameters: joke.merging(["source": "hr", "why": "it cannot be read"]) { $1 }, allowed: [.own, .manager],
            right: .importLeave),
        Cell(method: RoutingAPI.Decide.method, parameters: question, allowed: [.pbx, .manager], right: .askRouting),
        Cell(method: RoutingAPI.Explain.method, parameters: question, allowed: [.pbx, .manager], right: .askRouting),
        Cell(method: ReportsAPI.Coverage.method, allowed: Set(Asker.allCases), right: nil),
        Cell(
            method: ReportsAPI.Coverage.method, parameters: ["client": "noord"], allowed: [.own, .colleague, .manager],
            right: .seeCoverage),
        Cell(
            method: ReportsAPI.Coverage.method, parameters: joke, allowed: [.own, .colleague, .manager],
            right: .seeCoverage),
        Cell(method: ReportsAPI.Capacity.method, allowed: [.own, .colleague, .manager], right: .seeCoverage),
        Cell(method: NumbersAPI.Unknown.method, allowed: [.manager], right: .manageNumbers),
        Cell(method: NumbersAPI.List.method, allowed: [.manager], right: .manageNumbers),
        Cell(
            method: NumbersAPI.Add.method, parameters: ["number": "0612399999", "client": "noord"],
            allowed: [.manager], right: .manageNumbers),
        Cell(
            method: NumbersAPI.Refuse.method, parameters: ["number": "0612399999"], allowed: [.manager],
            right: .manageNumbers),
        Cell(
            method: NumbersAPI.Remove.method, parameters: ["number": "0612399998"], allowed: [], right: .manageNumbers),
        Cell(method: EventsAPI.List.method, allowed: [.own, .colleague, .manager], right: .readEvents),
        Cell(method: EventsAPI.Told.method, parameters: ["program": "mail"], allowed: [.manager], right: .readEvents),
        Cell(
            method: EventsAPI.NoteTold.method, parameters: ["program": "mail", "event": 0], allowed: [.manager],
            right: .readEvents),
        Cell(
            method: LedgerAPI.Forget.method, parameters: ["number": "0612399997"], allowed: [.manager],
            right: .manageLedger),
        Cell(method: LedgerAPI.NoteSeen.method, allowed: [.manager], right: .manageLedger),
        Cell(method: ReportsAPI.Digest.method, allowed: [.manager], right: .readDigest),
        Cell(method: ReportsAPI.Report.method, allowed: [.own, .colleague, .manager], right: .readReports),
        Cell(
            method: ReportsAPI.Report.method, parameters: ["client": "noord"], allowed: [.own, .colleague, .manager],
            right: .readReports),
        Cell(method: DirectoryAPI.Check.method, allowed: [.manager], right: .manageDirectory),
        Cell(method: DirectoryAPI.Reload.method, allowed: [.manager], right: .manageDirectory),
    ]

    @Test("each may do what the table says, and is told the rule where not", arguments: cells)
    private func mayDo(cell: Cell) async throws {
        for asker in Asker.allCases {
            let office = try ControlOffice()
            _ = try await office.switchboard.reportSick(
                agent: "jdevries", until: nil, note: nil, by: office.manager)
            try office.answer("call-7", at: "2101")
            // Whoever frees an agent is answered once that is recorded.
            let recorder = office.switchboard.recorder
            Task { await recorder.run() }
            defer { office.switchboard.desk.notes.finish() }
            let reply = try await office.call(cell.method, cell.parameters, by: asker)
            if cell.allowed.isEmpty, asker.isManager {
                // The manager is told what is wrong instead.
                let errors = [
                    "org.majord.Roster.NotOrphaned", "org.majord.Numbers.NotLearned", "org.majord.Directory.Refused",
                ]
                #expect(reply.error.map(errors.contains) == true, "\(reply)")
                continue
            }
            if cell.allowed.contains(asker.inTable) {
                #expect(reply.error == nil, "\(asker): \(reply)")
                continue
            }
            #expect(reply.error == VarlinkError.permissionDenied.name, "\(asker): \(reply)")
            // Leave that needs an override is refused to those who may not change the agent for that reason.
            let right = cell.right == .leaveGaps && asker != .own ? Right.changeAvailability : cell.right
            #expect(reply.parameters["right"] == right.map { .string($0.rawValue) }, "\(asker)")
            let rule = right?.rule(admin: "majord-admin", pbx: "majord-pbx")
            #expect(reply.parameters["rule"] == rule.map { .string($0) })
        }
    }

    /// Whose column a login of the page has; a wall's and an unknown login's are a stranger's.
    private static let logins: [(login: String, column: Asker)] = [
        ("joke@school", .own), ("mark@school", .colleague), ("els@school", .manager), ("hal@school", .stranger),
        ("who-is-that", .stranger),
    ]

    @Test("on the page each login may do what the table says, and nobody but read counts", arguments: cells)
    private func onThePage(cell: Cell) async throws {
        func reply(_ login: String) async throws -> VarlinkReply {
            let office = try await ControlOffice.withLogins()
            _ = try await office.switchboard.reportSick(agent: "jdevries", until: nil, note: nil, by: office.manager)
            try office.answer("call-7", at: "2101")
            let recorder = office.switchboard.recorder
            Task { await recorder.run() }
            defer { office.switchboard.desk.notes.finish() }
            let call = VarlinkCall(method: cell.method, parameters: cell.parameters, speaksFor: login)
            return try VarlinkReply(await office.service.answer(call, from: ControlOffice.web) { _ in })
        }
        for (login, column) in Self.logins {
            let isDenied = try await reply(login).error == VarlinkError.permissionDenied.name
            let mayDo = cell.allowed.contains(column) || cell.allowed.isEmpty && column == .manager
            #expect(isDenied != mayDo, "\(login)")
        }
        let counts = [
            RosterAPI.Status.method, RosterAPI.WhoAmI.method, ReportsAPI.Figures.method, ReportsAPI.Metrics.method,
        ]
        let isDenied = try await reply("").error == VarlinkError.permissionDenied.name
        #expect(isDenied != counts.contains(cell.method), "nobody")
    }

    @Test("watching is for the agent himself and managers")
    func watching() async throws {
        let office = try ControlOffice()
        for asker in [Asker.stranger, .pbx, .colleague] {
            let reply = try await office.call(RoutingAPI.WatchCalls.method, Self.joke, by: asker, more: true)
            #expect(reply.parameters["right"] == "watch-calls", "\(asker): \(reply)")
        }
    }

    @Test("who frees an agent is told from which calls; then a call keeps him busy no more")
    func release() async throws {
        let office = try ControlOffice()
        let recording = Task { await office.switchboard.recorder.run() }
        try office.answer("call-7", at: "2101")
        #expect(await office.state(of: "Joke de Vries") == .busy)
        for asker in [Asker.stranger, .pbx, .colleague] {
            let reply = try await office.call(RosterAPI.Release.method, Self.joke, by: asker)
            #expect(!"\(reply.parameters)".contains("call-7"), "\(asker): \(reply)")
            #expect(await office.state(of: "Joke de Vries") == .busy)
        }
        let reply = try await office.call(RosterAPI.Release.method, by: .own)
        let released: RosterAPI.Release.Reply = try reply.parameters.decoded()
        #expect(released.agentName == "Joke de Vries")
        #expect(released.calls.map(\.call) == ["call-7"])
        #expect(released.calls.map(\.answered) == [true])
        #expect(await office.state(of: "Joke de Vries") == .available)
        let again = try await office.call(RosterAPI.Release.method, Self.joke, by: .manager)
        #expect(again.error == "org.majord.Roster.NotBusy")
        #expect(again.parameters == ["agent": "jdevries", "agent_name": "Joke de Vries"])
        office.switchboard.desk.notes.finish()
        await recording.value
    }

    @Test("the rule names the groups that have the right")
    func rules() {
        #expect(
            Right.askRouting.rule(admin: "majord-admin", pbx: "majord-pbx")
                == "asking where calls go needs a manager (named in majord.yaml, or in the group majord-admin) or the group majord-pbx"
        )
        for right in Right.allCases {
            let rule = right.rule(admin: "majord-admin", pbx: "majord-pbx")
            #expect(rule.contains("majord-admin") != [.speakForOthers, .beKnown].contains(right))
            #expect(rule.contains("majord-pbx") == right.isPBXs, "\(rule)")
            #expect(RightWords(.nl).rule(right.rawValue, groups: ["majord-admin"], rule) != rule, "it has Dutch words")
        }
    }

    @Test(
        "why an agent is away is read by himself and managers, everywhere; others read away",
        arguments: Absence.Kind.allCases, Asker.allCases)
    func why(kind: Absence.Kind, asker: Asker) async throws {
        let office = try ControlOffice()
        let now = testClock()
        switch kind {
        case .sickness:
            _ = try await office.switchboard.reportSick(
                agent: "jdevries", until: nil, note: "griep", by: office.manager)
        case .leave:
            _ = try await office.switchboard.planLeave(
                LeavePlan(from: now, until: now.advanced(by: .hours(1)), note: "griep"), agent: "jdevries",
                by: office.manager)
        case .pause:
            _ = try await office.switchboard.pause(
                agent: "jdevries", for: .minutes(30), note: "griep", by: office.manager)
        }
        let mayRead = asker == .own || asker.isManager
        let status: RosterAPI.Status.Reply = try await office.call(RosterAPI.Status.method, by: asker).parameters
            .decoded()
        let joke = try #require(status.agents.first { $0.name == "Joke de Vries" })
        #expect(joke.state.word == (mayRead ? kind.rawValue : "away"))
        #expect((joke.until == nil) == (kind == .sickness), "until when is for everybody")
        #expect((joke.extension == nil) == (asker == .stranger))
        var texts = [try await office.call(RosterAPI.Status.method, by: asker)]
        for (method, parameters) in [
            (RosterAPI.ListAbsences.method, [:]), (RoutingAPI.Explain.method, Self.question),
            (RoutingAPI.Decide.method, Self.question),
            (RosterAPI.Return.method, Self.joke), (RosterAPI.Cancel.method, ["absence": "1"]),
            (RosterAPI.ReportSick.method, ["agent": "nobody-here"]), (ReportsAPI.Figures.method, [:]),
            (DirectoryAPI.ListAgents.method, [:]), (DirectoryAPI.ListClients.method, ["client": "noord"]),
        ] as [(String, JSONObject)] {
            texts.append(try await office.call(method, parameters, by: asker))
        }
        guard !mayRead else {
            #expect(texts.contains { "\($0)".contains("griep") })
            return
        }
        for reply in texts {
            for word in ["sick", "leave", "pause", "griep", "entered_"] {
                let told = "\(reply.parameters)".replacing("agents see who is away when; anybody else", with: "")
                #expect(!told.lowercased().contains(word), "\(word) in \(reply)")
            }
        }
    }

    @Test("who is unknown is told with the ids there are only to those who may know them", arguments: Asker.allCases)
    func unknownAgent(asker: Asker) async throws {
        let office = try ControlOffice()
        for (method, parameters) in [
            (RosterAPI.ReportSick.method, ["agent": "nobody-here"]),
            (RosterAPI.Return.method, ["agent": "nobody-here"]),
            (RosterAPI.Release.method, ["agent": "nobody-here"]),
            (RosterAPI.ListAbsences.method, ["agent": "nobody-here"]),
            (RoutingAPI.WatchCalls.method, ["agent": "nobody-here"]),
        ] as [(String, JSONObject)] {
            let reply = try await office.call(
                method, parameters, by: asker, more: method == RoutingAPI.WatchCalls.method)
            if asker == .stranger {
                #expect(reply.error == VarlinkError.permissionDenied.name, "\(method)")
                #expect(!"\(reply.parameters)".contains("jdevries"))
            } else {
                #expect(reply.error == "org.majord.Roster.UnknownAgent", "\(method): \(reply)")
                #expect(reply.parameters["known"] == ["jdevries", "mbakker"])
            }
        }
    }

    @Test("a desk phone is not told why its agent is away")
    func deskPhone() async throws {
        let office = try ControlOffice()
        let phone = try #require(Extension("2101"))
        for wish in [DeskPhoneRequest.Wish.sick, .pause(.minutes(5)), .status] {
            let answer = await office.switchboard.answer(
                DeskPhoneRequest(phone: phone, wish: wish), from: PBXPeer(socket: .pbx, user: 112, connection: 1))
            #expect(answer.state == "away")
            #expect(answer.sentence.hasPrefix("Joke de Vries is away"), "\(answer.sentence)")
        }
    }

    @Test("managers read in the status of absences without an agent; nobody else does")
    private func orphans() async throws {
        let office = try ControlOffice()
        let sick = try await office.switchboard.reportSick(agent: "jdevries", until: nil, note: nil, by: office.manager)
        func troubles(_ asker: Asker) async throws -> String {
            "\(try await office.call(RosterAPI.Status.method, by: asker).parameters["troubles"] ?? .null)"
        }
        #expect(try await !troubles(.manager).contains("not in force"))
        let renamed = ControlOffice.directory.replacingOccurrences(of: "jdevries", with: "joke")
        try Data(renamed.utf8).write(to: office.folder.appending(path: "majord.yaml"))
        _ = await office.switchboard.reload()
        #expect(try await troubles(.manager).contains("absence \(sick.absence.id) is not in force"))
        for asker in Asker.allCases where !asker.isManager {
            #expect(try await !troubles(asker).contains("not in force"))
        }
    }

    @Test("whom the directory names as a manager is one as long as it does")
    func dismissed() async throws {
        let office = try ControlOffice()
        #expect(try await office.call(DirectoryAPI.Check.method, by: .named).error == nil)
        let without = ControlOffice.directory.replacing("user: \(Asker.named.rawValue)", with: "user: somebody-else")
        try Data(without.utf8).write(to: office.folder.appending(path: "majord.yaml"))
        #expect(try await office.call(DirectoryAPI.Reload.method, by: .named).error == nil)
        let refused = try await office.call(DirectoryAPI.Check.method, by: .named)
        #expect(refused.error == VarlinkError.permissionDenied.name)
        #expect(refused.parameters["right"] == "manage-directory")
    }

    @Test(
        "of clients a stranger reads the names of those who have nobody, and no numbers, contacts or agreements",
        arguments: Asker.allCases)
    func clients(asker: Asker) async throws {
        let office = try ControlOffice()
        let before = try await office.call(RosterAPI.Status.method, by: asker)
        #expect(!"\(before.parameters)".contains("Scholengroep Noord"))
        for agent in ["jdevries", "mbakker"] {
            _ = try await office.switchboard.reportSick(agent: agent, until: nil, note: nil, by: office.manager)
        }
        let after = "\(try await office.call(RosterAPI.Status.method, by: asker).parameters)"
        #expect(after.contains("Scholengroep Noord"))
        for secret in ["505550100", "Afspraken Noord"] { #expect(!after.contains(secret)) }
    }
}
