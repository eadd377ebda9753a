import ArgumentParser
import Glibc
import MajorAPI
import Sockets
import Testing
import Time
import Varlink

@testable import majorctl

@Suite("The doctor")
struct DiagnosisTests {
    private static let pbx = "/run/majord/pbx.sock"

    @Test(
        "a socket's file is looked at without majord",
        arguments: [
            (.missing, Examined.State.problem, "there is no /run/majord/pbx.sock"),
            (.closed, .unseen, "you may not look into the folder of /run/majord/pbx.sock"),
            (.found(Machine.File(mode: "0660", group: 120)), .ok, "0660"),
            (.found(Machine.File(mode: "0600", group: 120)), .problem, "has mode 0600, shipped is 0660"),
            (.found(Machine.File(mode: "0660", group: 0)), .problem, "has group number 0, it should be 120"),
        ] as [(Machine.Look, Examined.State, String)])
    func socket(file: Machine.Look, state: Examined.State, text: String) {
        let found = Diagnosis.socket("pbx", Self.pbx, file, mode: "0660", group: 120)
        #expect(found.state == state)
        #expect(found.text.contains(text), "\(found)")
        #expect((found.cure == nil) == (state == .ok))
    }

    @Test(
        "each cause of silence has its own cure",
        arguments: [
            (VarlinkClientError.timedOut, "sudo systemctl restart majord.service"),
            (
                .cannotConnect(path: "/run/majord/control.sock", SystemError(code: EACCES)),
                "ls -ld /run/majord; ls -l /run/majord/control.sock. Shipped it is open to all (0666)"
            ),
            (
                .cannotConnect(path: "/run/majord/control.sock", SystemError(code: ENOENT)),
                "sudo systemctl start majord"
            ),
            (
                .cannotConnect(path: "/tmp/x/control.sock", SystemError(code: ENOENT)),
                "is majord started with --runtime"
            ),
            (.serverClosed, "sudo systemctl start majord"),
        ])
    func answering(cause: VarlinkClientError, cure: String) {
        let found = Diagnosis.answering("why", cause)
        #expect(found.state == .problem)
        #expect(found.cure?.contains(cure) == true, "\(found)")
    }

    @Test("every kind of trouble has a cure that helps against it, and what only waits is a warning")
    func troubles() {
        let kinds = [
            "directory", "reload", "ledger", "locked", "socket", "journal", "names", "calendar", "orphans",
            "deputyships",
            "requests", "sickness", "cases", "missed", "set-aside", "damaged", "overwriting",
        ]
        var status = RosterAPI.Status.Reply(
            version: "1", timeZone: "Europe/Amsterdam", now: "2026-11-25T10:00:00+01:00", generation: 1, clients: 0,
            inService: 0, closed: 0, withoutAgreement: 0, covered: 0, uncovered: [], agents: [], decisions: [:],
            degraded: false, troubles: kinds)
        status.troubleKinds = kinds
        let found = Diagnosis.troubles(status, state: "/srv/ledger")
        // Sockets are told with the sockets.
        #expect(found.map(\.text) == kinds.filter { $0 != "socket" })
        #expect(
            Set(found.compactMap(\.cure)).count == found.count - 1, "a broken directory and a refused reload are one")
        #expect(
            found.filter { $0.state == .warning }.map(\.text) == [
                "calendar", "requests", "sickness", "missed", "overwriting",
            ])
        #expect(found.first { $0.text == "ledger" }?.cure?.contains("/srv/ledger") == true)
        let locked = found.first { $0.text == "locked" }?.cure
        #expect(locked?.contains("fuser -v /srv/ledger/ledger.sqlite") == true && locked?.contains("df") == false)
        #expect(found.first { $0.text == "orphans" }?.cure?.contains("majorctl give") == true)
        for kind in ["set-aside", "damaged"] {
            #expect(
                found.first { $0.text == kind }?.cure?.contains(
                    "systemctl stop majord-pbx.socket majord-control.socket majord; sudo majord --restore") == true)
        }
        // A majord of before tells no kinds.
        status.troubleKinds = nil
        #expect(Diagnosis.troubles(status, state: "/srv/ledger").count == kinds.count)
    }

    @Test("where no PBX has asked, the cure names the socket that is in use")
    func silentPBX() {
        var status = RosterAPI.Status.Reply(
            version: "1", timeZone: "Europe/Amsterdam", now: "2026-11-25T10:00:00+01:00", generation: 1, clients: 0,
            inService: 0, closed: 0, withoutAgreement: 0, covered: 0, uncovered: [], agents: [], decisions: [:],
            degraded: false, troubles: [])
        status.sockets = [RosterAPI.SocketStatus(socket: "pbx", path: "/srv/run/pbx.sock")]
        let asked = Diagnosis.sockets(status).first { $0.topic == "PBX" }
        #expect(asked?.cure == "see docs/pbx.md; as the PBX's user: redis-cli -s /srv/run/pbx.sock PING")
    }

    @Test(
        "the folder of the files is not there, not to be read, or to be read",
        arguments: [
            (Machine.Look.missing, false, Examined.State.problem), (.closed, false, .unseen),
            (.found(Machine.File(mode: "0750", group: 0)), false, .unseen),
            (.found(Machine.File(mode: "0755", group: 0)), true, nil),
        ] as [(Machine.Look, Bool, Examined.State?)])
    func folder(look: Machine.Look, mayRead: Bool, state: Examined.State?) {
        #expect(Diagnosis.folder("/etc/majord", look, mayRead: mayRead)?.state == state)
    }

    @Test(
        "who is in a group, and whether there is one",
        arguments: [
            (nil, Examined.State.unseen, "does not answer"), ("", .problem, "no such group"),
            ("majord-pbx:x:120:\n", .warning, "nobody is in it"),
            ("majord-pbx:x:120:asterisk,kamailio\n", .ok, "asterisk, kamailio"),
        ] as [(String?, Examined.State, String)])
    func group(line: String?, state: Examined.State, text: String) {
        let found = Diagnosis.group("majord-pbx", line, isNeeded: true, purpose: "a PBX cannot ask")
        #expect(found.state == state)
        #expect(found.text.contains(text), "\(found)")
    }

    @Test("a group's number stands in its line")
    func groupNumber() {
        #expect(Diagnosis.groupNumber("majord-pbx:x:120:\n") == 120)
        #expect(Diagnosis.groupNumber("") == nil)
        #expect(Diagnosis.groupNumber(nil) == nil)
    }

    private static func unit(_ name: String, _ properties: String) -> String {
        "Id=\(name)\n\(properties)\n"
    }

    @Test(
        "units that have to run are told from those that may",
        arguments: [
            ("LoadState=loaded\nActiveState=active\nUnitFileState=enabled", Examined.State.ok, Examined.State.ok),
            ("LoadState=loaded\nActiveState=active\nUnitFileState=disabled", .warning, .warning),
            ("LoadState=loaded\nActiveState=inactive\nUnitFileState=disabled", .problem, .ok),
            ("LoadState=loaded\nActiveState=inactive\nUnitFileState=enabled", .problem, .problem),
            ("LoadState=loaded\nActiveState=failed\nUnitFileState=enabled\nResult=exit-code", .problem, .problem),
            ("LoadState=not-found\nActiveState=inactive\nUnitFileState=", .problem, .ok),
            ("LoadState=masked\nActiveState=inactive\nUnitFileState=masked", .problem, .ok),
        ])
    func units(properties: String, needed: Examined.State, optional: Examined.State) {
        let shown = Diagnosis.units.map { Self.unit($0.0, properties) }.joined(separator: "\n")
        let found = Diagnosis.units(shown)
        #expect(found.map(\.state) == Diagnosis.units.map { $0.1 ? needed : optional }, "\(found)")
        for one in found { #expect((one.cure == nil) == (one.state == .ok), "\(one)") }
    }

    @Test("without systemd units are not seen")
    func noSystemd() {
        #expect(Diagnosis.units(nil).map(\.state) == [.unseen])
    }

    @Test(
        "the clock is synchronised or not, and zones may differ",
        arguments: [
            ("NTPSynchronized=yes\nTimezone=Europe/Amsterdam\n", "ok ok"),
            ("NTPSynchronized=no\nTimezone=Etc/UTC\n", "warning ok"), (nil, "unseen"),
        ] as [(String?, String)])
    func clock(shown: String?, states: String) {
        let found = Diagnosis.clock(shown, service: "Europe/Amsterdam")
        #expect(found.map(\.state.rawValue).joined(separator: " ") == states, "\(found)")
    }

    @Test(
        "little space is a warning, none a problem",
        arguments: [
            (nil, Examined.State.unseen), (Machine.Space(freeBytes: 1 << 40, freeInodes: 1 << 20), .ok),
            (Machine.Space(freeBytes: 1 << 40, freeInodes: 0), .ok),
            (Machine.Space(freeBytes: 1 << 40, freeInodes: 10), .problem),
            (Machine.Space(freeBytes: 100 << 20, freeInodes: 1 << 20), .warning),
            (Machine.Space(freeBytes: 1 << 20, freeInodes: 1 << 20), .problem),
        ] as [(Machine.Space?, Examined.State)])
    func disk(space: Machine.Space?, state: Examined.State) {
        #expect(Diagnosis.disk("/var/lib/majord", space, isRunning: true).state == state)
    }

    @Test("the version that runs is compared with the one that is installed")
    func versions() {
        #expect(Diagnosis.versions(installed: "1", running: "1").state == .ok)
        #expect(Diagnosis.versions(installed: "1", running: nil).state == .ok)
        let other = Diagnosis.versions(installed: "2", running: "1")
        #expect(other.state == .warning)
        #expect(other.text == "majord 2 is installed, 1 runs")
    }

    @Test("the ledger: written, not to be written, behind, and with losses")
    func ledger() {
        func state(_ available: Bool, dropped: Int = 0, lag: Double = 0) -> Examined.State {
            Diagnosis.ledger(
                ReportsAPI.Ledger(available: available, recordsWaiting: 3, recordsDropped: dropped, lagSeconds: lag),
                state: "/var/lib/majord"
            ).state
        }
        #expect(state(true) == .ok)
        #expect(state(false) == .problem)
        #expect(state(true, dropped: 1) == .warning)
        #expect(state(true, lag: 60) == .warning)
    }

    @Test("records in a database: the server that is written, what a commit waits for, and cures that are the server's")
    func database() {
        func examined(
            _ cause: String?, standbys: String? = "db2", sites: Int = 1, kinds: [String] = []
        ) -> [Examined] {
            var status = RosterAPI.Status.Reply(
                version: "1", timeZone: "Europe/Amsterdam", now: "2026-11-25T10:00:00+01:00", generation: 1, clients: 0,
                inService: 0, closed: 0, withoutAgreement: 0, covered: 0, uncovered: [], agents: [], decisions: [:],
                degraded: false, troubles: kinds)
            status.troubleKinds = kinds
            status.database = RosterAPI.Database(
                name: "PostgreSQL majord at db1,db2", cause: cause, version: standbys.map { _ in "15.8" },
                address: "192.0.2.10", standbys: standbys)
            status.sites = (0..<sites).map {
                RosterAPI.Site(
                    name: "\($0)", number: $0, version: "1", generation: 1, directory: "", own: $0 == 0, teller: false,
                    away: false, heardSeconds: 0, lag: 0)
            }
            let ledger = ReportsAPI.Ledger(available: cause == nil, recordsWaiting: 0, recordsDropped: 0, lagSeconds: 0)
            return Diagnosis.troubles(status, state: "/srv/ledger") + Diagnosis.database(status)
                + Diagnosis.ledger(ledger, told: kinds, state: "/srv/ledger", in: status.database)
        }
        #expect(
            examined(nil).map(\.text) == [
                "PostgreSQL majord at db1,db2: PostgreSQL 15.8, the primary at 192.0.2.10; a commit waits for db2",
                "available in PostgreSQL majord at db1,db2",
            ])
        #expect(examined(nil, standbys: "").map(\.state) == [.ok, .ok])
        #expect(examined(nil, standbys: "", sites: 2).map(\.state) == [.warning, .ok])
        #expect(examined(nil, standbys: nil).first?.state == .unseen)
        for (cause, cure) in [
            ("it has not answered for 3 seconds", "synchronous_standby_names"),
            ("session is read-only", "promote"), ("Connection refused", "pg_isready"),
        ] {
            let found = examined(cause, kinds: ["ledger"])
            #expect(found.map(\.state) == [.problem])
            #expect(found.first?.cure?.contains(cure) == true)
        }
    }

    @Test("a ledger that majord says cannot be used is one problem, and a folder that is gone was there")
    func oneProblem() {
        let ledger = ReportsAPI.Ledger(available: false, recordsWaiting: 3, recordsDropped: 0, lagSeconds: 0)
        for kind in ["ledger", "damaged"] {
            #expect(Diagnosis.ledger(ledger, told: [kind], state: "/srv/ledger") == [])
        }
        #expect(Diagnosis.ledger(ledger, told: ["missed"], state: "/srv/ledger").map(\.state) == [.problem])
        #expect(Diagnosis.ledger(nil, told: [], state: "/srv/ledger").map(\.state) == [.unseen])
        #expect(Diagnosis.disk("/srv/ledger", nil, isRunning: true).text == "there is no such folder")
        #expect(
            Diagnosis.disk("/srv/ledger", nil, isRunning: false).text
                == "there is no such folder: majord has not run here yet")
    }

    @Test("the directory's findings are counted")
    func directory() {
        #expect(Diagnosis.directory(errors: 0, warnings: 0, cure: "x").state == .ok)
        #expect(Diagnosis.directory(errors: 0, warnings: 2, cure: "x").text == "2 warnings")
        let broken = Diagnosis.directory(errors: 1, warnings: 2, cure: "x")
        #expect(broken.state == .problem)
        #expect(broken.text.hasPrefix("1 error and 2 warnings"))
    }

    @Test("without majord, and whatever the machine keeps to itself, the round ends with what was seen")
    func round() {
        let machine = Machine(run: { _ in nil }, file: { _ in .missing }, space: { _ in nil }, mayRead: { _ in false })
        let session = Session(
            GlobalOptions.parseOrExit(["--socket", "/nowhere/control.sock"]), language: .en,
            style: Style(isColored: false), isInteractive: false, write: { _ in }
        ) { () throws(VarlinkClientError) in throw .serverClosed }
        let found = DoctorRound(session, machine, version: "1").examined()
        #expect(found.state == .problem)
        #expect(found.first?.text == "does not answer: majord closed the connection without an answer")
        #expect(found.contains { $0.topic == "socket pbx" && $0.text == "there is no /nowhere/pbx.sock" })
        #expect(
            found.filter { $0.state == .unseen }.map(\.topic) == [
                "PBX", "group majord-pbx", "group majord-admin", "ledger", "units", "clock", "disk of /var/lib/majord",
            ])
        for one in found where one.state == .problem || one.state == .warning { #expect(one.cure != nil, "\(one)") }
    }

    @Test("JSON has the topics in their order, each with its cure where there is one")
    func json() {
        let found = [Examined.ok("a", "x \"y\""), .problem("b", "z", cure: "c")]
        #expect(
            Doctor.json(found)
                == #"{"state":"problem","examined":[{"topic":"a","state":"ok","text":"x \"y\""},"#
                + #"{"topic":"b","state":"problem","text":"z","cure":"c"}]}"#)
    }

    @Test("a line has its state in front, and the cure below it")
    func lines() {
        let style = Style(isColored: false)
        #expect(Examined.ok("clock", "synchronised").lines(style) == ["ok       clock: synchronised"])
        #expect(
            Examined.problem("b", "z", cure: "c").lines(style) == ["problem  b: z", "         cure: c"])
        #expect([Examined]().state == .ok)
        #expect([Examined.unseen("x", "y")].state == .ok)
    }
}
