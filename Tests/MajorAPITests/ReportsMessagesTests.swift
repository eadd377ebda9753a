import MajorAPI
import Testing
import Varlink

@Suite("ReportsMessages")
struct ReportsMessagesTests {
    /// Every optional member is there unless told otherwise.
    private func figures(lastReload: String? = "2026-12-24T10:00:00+01:00") -> ReportsAPI.Figures.Reply {
        var figures = ReportsAPI.Figures.Reply(
            version: "0.1.0", started: "2026-12-24T09:00:00+01:00", now: "2026-12-24T12:00:00+01:00",
            secondsToReady: 0.0125, generation: 12, degraded: true, clients: 40, inService: 39, covered: 38,
            uncovered: 1, agents: 12, agentsBusy: 3, agentsAbsent: 3,
            decisions: ["primary": 1_200, "unknown-caller": 3], callEvents: ["answered": 1_100],
            answers: [
                "pbx": ReportsAPI.AnswerTimes(bounds: [0.00001, 0.001, 1], counts: [5, 900, 3, 0], sumSeconds: 0.4)
            ],
            connections: [
                "pbx": ReportsAPI.Connections(
                    current: 4, total: 9, refused: 1, protocolErrors: 2, timedOut: 3, requestsLate: 5,
                    requestsGone: 6),
                "control": ReportsAPI.Connections(
                    current: 1, total: 7, refused: 0, protocolErrors: 0, timedOut: 0, requestsLate: 0, requestsGone: 0),
            ],
            ledger: ReportsAPI.Ledger(available: false, recordsWaiting: 17, recordsDropped: 2, lagSeconds: 3.5),
            reloads: ["done": 1, "refused": 4], lastReload: lastReload,
            lastReloadResult: lastReload == nil ? nil : .refused,
            process: ReportsAPI.Process(residentMemoryBytes: 31_457_280, openDescriptors: 44))
        figures.lastQuestions = ["pbx": "2026-12-24T11:59:58+01:00"]
        figures.socketFiles = [
            "pbx": ReportsAPI.SocketFile(asShipped: false, mode: "0600", owner: "root", group: "majord-pbx")
        ]
        return figures
    }

    @Test("what is written is read again, with and without a reload", arguments: [nil, "2026-12-24T10:00:00+01:00"])
    func roundTrip(lastReload: String?) throws {
        let figures = figures(lastReload: lastReload)
        let members = try JSONObject(encoding: figures)
        #expect(try members.decoded(as: ReportsAPI.Figures.Reply.self) == figures)
        #expect(members.keys.contains("last_reload") == (lastReload != nil))
    }

    @Test("a process of which nothing is known, and no sockets")
    func nothingKnown() throws {
        var figures = figures()
        figures.process = ReportsAPI.Process()
        figures.answers = [:]
        figures.connections = [:]
        let members = try JSONObject(encoding: figures)
        #expect(members["process"] == .object([:]))
        #expect(try members.decoded(as: ReportsAPI.Figures.Reply.self) == figures)
    }
}
