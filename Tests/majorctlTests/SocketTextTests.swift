import MajorAPI
import Testing

@testable import majorctl

@Suite("When PBXs asked last")
struct SocketTextTests {
    private func status(_ sockets: [RosterAPI.SocketStatus]?) -> RosterAPI.Status.Reply {
        RosterAPI.Status.Reply(
            version: "0.1.0", timeZone: "Europe/Amsterdam", now: "2026-12-24T12:00:00+01:00", generation: 1, clients: 0,
            inService: 0, closed: 0, withoutAgreement: 0, covered: 0, uncovered: [], agents: [], decisions: [:],
            degraded: false, troubles: [], sockets: sockets)
    }

    @Test("each socket of PBXs has its time, or never")
    func line() {
        let line = SocketText.line(
            status([
                RosterAPI.SocketStatus(socket: "fastagi"),
                RosterAPI.SocketStatus(socket: "pbx", lastQuestion: "2026-12-24T11:55:00+01:00"),
                RosterAPI.SocketStatus(socket: "control", path: "/run/majord/control.sock"),
            ]))
        #expect(line == "PBXs asked last: fastagi never since the start, pbx at 11:55 (5 min ago)")
    }

    @Test(
        "the age is told in the unit that fits",
        arguments: [
            ("2026-12-24T12:00:00+01:00", "0 s"), ("2026-12-24T11:58:01+01:00", "119 s"),
            ("2026-12-24T11:58:00+01:00", "2 min"), ("2026-12-24T09:59:00+01:00", "2 h"),
            ("2026-12-22T11:00:00+01:00", "2 days"), ("2026-12-24T12:00:05+01:00", "0 s"),
        ])
    func age(asked: String, age: String) {
        let line = SocketText.line(status([RosterAPI.SocketStatus(socket: "pbx", lastQuestion: asked)]))
        #expect(line?.hasSuffix("(\(age) ago)") == true, "\(line ?? "")")
    }

    @Test("of a majord that does not tell, nothing is said")
    func unknown() {
        #expect(SocketText.line(status(nil)) == nil)
        #expect(SocketText.line(status([])) == nil)
    }
}
