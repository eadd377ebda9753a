import ArgumentParser
import Foundation
import MajorAPI
import Varlink

/// The doctor's round: asks majord where it answers, and looks at the machine.
struct DoctorRound {
    private let session: Session
    private let machine: Machine
    private let version: String

    static let configuration = "/etc/majord"
    static let state = "/var/lib/majord"

    init(_ session: Session, _ machine: Machine, version: String) {
        self.session = session.silent
        self.machine = machine
        self.version = version
    }

    func examined() -> [Examined] {
        var away: Examined = Diagnosis.answering(nil)
        var status: RosterAPI.Status.Reply?
        do throws(Failure) {
            status = try ask(RosterAPI.Status())
        } catch {
            var cause: VarlinkClientError?
            if case .away(_, let hindrance) = error { cause = hindrance }
            away = Diagnosis.answering(error.text, cause)
        }
        let isAnswering = status != nil
        let figures = isAnswering ? try? ask(ReportsAPI.Figures()) : nil
        let state = figures?.stateFolder ?? Self.state
        let pbxGroup = groupLine("majord-pbx")
        var found = [away, Diagnosis.versions(installed: version, running: status?.version)]
        found += sockets(status, pbxGroup)
        found.append(
            Diagnosis.group(
                "majord-pbx", pbxGroup, isNeeded: true, purpose: "a PBX that does not run as root cannot ask"))
        found.append(Diagnosis.group("majord-admin", groupLine("majord-admin"), isNeeded: false, purpose: ""))
        if let status {
            found += Diagnosis.troubles(status, state: state)
            found += Diagnosis.database(status)
            found.append(Diagnosis.coverage(status))
        }
        found.append(directory(isAnswering: isAnswering))
        found += Diagnosis.ledger(figures?.ledger, told: status?.troubleKinds ?? [], state: state, in: status?.database)
        found += Diagnosis.units(units())
        found += Diagnosis.clock(clock(), service: status?.timeZone)
        found.append(Diagnosis.disk(state, machine.space(state), isRunning: isAnswering))
        return found
    }

    private func ask<Request: VarlinkRequest>(_ request: Request) throws(Failure) -> Request.Reply {
        do {
            return try session.daemon().ask(request)
        } catch let failure as Failure {
            throw failure
        } catch {
            throw Failure.away("\(error)")
        }
    }

    /// The one that stands beside majorctl, else the one in the path.
    private static var majord: String {
        let beside = Bundle.main.executableURL?.deletingLastPathComponent().appending(path: "majord").path
        return beside.flatMap { FileManager.default.isExecutableFile(atPath: $0) ? $0 : nil } ?? "majord"
    }

    private func groupLine(_ name: String) -> String? {
        machine.run(["getent", "group", name])?.output
    }

    private func sockets(_ status: RosterAPI.Status.Reply?, _ pbxGroup: String?) -> [Examined] {
        if let status { return Diagnosis.sockets(status) }
        let control = session.options.socketPath
        let folder = control.lastIndex(of: "/").map { control[...$0] } ?? ""
        return [
            Diagnosis.socket(
                "pbx", "\(folder)pbx.sock", machine.file("\(folder)pbx.sock"), mode: "0660",
                group: Diagnosis.groupNumber(pbxGroup)),
            Diagnosis.socket("control", control, machine.file(control), mode: "0666", group: nil),
            .unseen("PBX", "when one asked last, only majord knows"),
        ]
    }

    /// As majord would read it; while it is down, the program itself reads the files.
    private func directory(isAnswering: Bool) -> Examined {
        if isAnswering {
            do {
                let daemon = try session.daemon()
                let reply: DirectoryAPI.Check.Reply = try daemon.decode(try daemon.read(DirectoryAPI.Check()))
                return Self.directory(reply.findings, cure: "sudo majorctl check")
            } catch let failure as Failure {
                return .unseen("directory", failure.text, cure: "sudo majorctl doctor")
            } catch {
                return .unseen("directory", "it is not known", cure: "sudo majorctl doctor")
            }
        }
        let look = machine.file(Self.configuration)
        if let hindered = Diagnosis.folder(Self.configuration, look, mayRead: machine.mayRead(Self.configuration)) {
            return hindered
        }
        guard let checked = machine.run([Self.majord, "--check", Self.configuration, "--json"]) else {
            return .unseen("directory", "majord --check has no answer")
        }
        guard let reply = DirectoryAPI.Check.Reply(text: Array(checked.output.utf8)) else {
            return .unseen("directory", "majord --check cannot be understood")
        }
        return Self.directory(reply.findings, cure: "sudo majorctl check \(Self.configuration)")
    }

    private static func directory(_ findings: [DirectoryAPI.Finding], cure: String) -> Examined {
        let errors = findings.count { $0.severity == .error }
        return Diagnosis.directory(errors: errors, warnings: findings.count - errors, cure: cure)
    }

    private func units() -> String? {
        let shown = machine.run(
            ["systemctl", "show", "--no-pager", "--property=\(Diagnosis.unitProperties)"] + Diagnosis.units.map { $0.0 }
        )
        return shown?.status == 0 ? shown?.output : nil
    }

    private func clock() -> String? {
        let shown = machine.run(["timedatectl", "show", "--property=NTPSynchronized", "--property=Timezone"])
        return shown?.status == 0 ? shown?.output : nil
    }
}
