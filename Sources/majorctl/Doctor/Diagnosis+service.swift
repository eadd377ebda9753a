import MajorAPI
import Time
import Wording

/// What is to be said of each thing that the doctor looks at; where it comes from is its caller's.
enum Diagnosis {}

/// What majord tells of itself.
extension Diagnosis {
    static let journal = "journalctl -u majord -b says why"

    /// - Parameter away: Why it does not answer; nil: it does.
    static func answering(_ away: String?) -> Examined {
        guard let away else { return .ok("majord", "answers on its control socket") }
        return .problem(
            "majord", "does not answer: \(away)",
            cure: "sudo systemctl start majord-control.socket majord.service; \(journal)")
    }

    /// - Parameters:
    ///   - running: The version that answers; nil where none does.
    ///   - installed: That of the program on the disk; nil where it is not found.
    static func versions(majorctl: String, running: String?, installed: String?) -> Examined {
        let topic = "versions"
        if let running, let installed, running != installed {
            return .warning(
                topic, "majord \(installed) is installed, \(running) runs",
                cure: "sudo systemctl restart majord.service")
        }
        guard let majord = running ?? installed else {
            return .unseen(topic, "majorctl is \(majorctl); majord's is not known")
        }
        guard majord == majorctl else {
            return .warning(
                topic, "majorctl is \(majorctl), majord \(majord)",
                cure: "install both from one package, then sudo systemctl restart majord.service")
        }
        return .ok(topic, "majorctl and majord are \(majord)")
    }

    /// The sockets as majord sees them, and when PBXs asked last.
    static func sockets(_ status: RosterAPI.Status.Reply) -> [Examined] {
        let sockets = status.sockets ?? []
        let files = sockets.filter { $0.path != nil || $0.trouble != nil }.map { socket -> Examined in
            let topic = "socket \(socket.socket)"
            if let trouble = socket.trouble {
                return .problem(
                    topic, trouble, cure: "sudo systemctl restart majord-\(socket.socket).socket majord.service")
            }
            let owners = [socket.owner, socket.group].compactMap(\.self).joined(separator: ":")
            return .ok(topic, [socket.path, socket.mode, owners].compactMap(\.self).joined(separator: " "))
        }
        return files + [asked(status)]
    }

    private static func asked(_ status: RosterAPI.Status.Reply) -> Examined {
        guard let line = SocketText.line(status) else { return .unseen("PBX", "majord does not tell who asked") }
        let hasAsked = (status.sockets ?? []).contains { $0.lastQuestion != nil }
        guard hasAsked else {
            return .warning(
                "PBX", "none has asked since majord started",
                cure: "see docs/pbx.md; as the PBX's user: redis-cli -s /run/majord/pbx.sock PING")
        }
        return .ok("PBX", line)
    }

    /// What majord itself finds wrong.
    static func troubles(_ status: RosterAPI.Status.Reply) -> [Examined] {
        status.troubles.map { trouble in
            .problem("trouble", trouble, cure: status.degraded ? "sudo majorctl check; \(journal)" : journal)
        }
    }

    static func coverage(_ status: RosterAPI.Status.Reply) -> Examined {
        let names = status.uncovered.map(\.clientName)
        guard !names.isEmpty else { return .ok("coverage", "no client in service is without an agent") }
        let shown = names.prefix(5).joined(separator: ", ")
        let more = names.count > 5 ? " and \(names.count - 5) more" : ""
        return .problem("coverage", "nobody for \(shown)\(more)", cure: "majorctl status; majorctl clients ID")
    }

    static func ledger(_ ledger: ReportsAPI.Ledger) -> Examined {
        guard ledger.available else {
            return .problem(
                "ledger",
                "it cannot be written: changes are refused, and \(ledger.recordsWaiting) records of calls wait",
                cure: "look at the disk of /var/lib/majord and its owner; \(journal)")
        }
        if ledger.recordsDropped > 0 {
            return .warning(
                "ledger", "\(ledger.recordsDropped) records of calls were lost since the start",
                cure: "journalctl -u majord MESSAGE_ID=402c8474a450487a97bfa5efeb977bcb says when")
        }
        if ledger.lagSeconds > 10 {
            return .warning(
                "ledger", "the oldest record of a call has waited for \(Int(ledger.lagSeconds)) seconds",
                cure: "the disk is slow or full: iostat -x 1, df /var/lib/majord")
        }
        return .ok("ledger", "available")
    }

    /// - Parameter findings: What `check` found.
    static func directory(errors: Int, warnings: Int, cure: String) -> Examined {
        let counts = [(errors, Noun.error), (warnings, Noun.warning)].filter { $0.0 > 0 }
            .map { counted($0.0, $0.1) }.joined(separator: " and ")
        guard errors == 0 else {
            return .problem(
                "directory", "\(counts): what is in force stays so, a restart uses the last good one", cure: cure)
        }
        return warnings > 0 ? .warning("directory", counts, cure: cure) : .ok("directory", "no findings")
    }
}
