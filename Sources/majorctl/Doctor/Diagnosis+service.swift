import Glibc
import MajorAPI
import Sockets
import Time
import Varlink
import Wording

/// What is to be said of each thing that the doctor looks at; where it comes from is its caller's.
enum Diagnosis {}

/// What majord tells of itself.
extension Diagnosis {
    static let journal = "journalctl -u majord -b says why"

    /// - Parameters:
    ///   - away: Why it does not answer; nil: it does.
    ///   - cause: The same, where it is known what hinders it.
    static func answering(_ away: String?, _ cause: VarlinkClientError? = nil) -> Examined {
        guard let away else { return .ok("majord", "answers on its control socket") }
        let start = "sudo systemctl start majord-control.socket majord.service; \(journal)"
        let cure =
            switch cause {
            case .timedOut:
                // Starting what runs does nothing.
                "sudo systemctl restart majord.service; \(journal). Where it was started by hand, end it (SIGKILL, if need be) and start it again"
            case .cannotConnect(let path, let error) where error.code == EACCES:
                "ls -ld \(path.lastIndex(of: "/").map { String(path[..<$0]) } ?? "."); ls -l \(path). Shipped it is open to all (0666): "
                    + "sudo systemctl restart majord-control.socket majord.service makes it so; as root: sudo majorctl doctor"
            case .cannotConnect(let path, _) where path != usualSocket:
                "nothing answers at the socket that --socket or MAJORD_SOCKET names: is majord started with --runtime of its folder? "
                    + "systemd's listens at \(usualSocket)"
            default: start
            }
        return .problem("majord", "does not answer: \(away)", cure: cure)
    }

    /// Where majord listens unless it is told otherwise.
    static let usualSocket = "/run/majord/control.sock"

    /// - Parameters:
    ///   - installed: The version of majorctl, which is that of majord on the disk: they are one file.
    ///   - running: The one that answers; nil where none does.
    static func versions(installed: String, running: String?) -> Examined {
        let topic = "versions"
        guard let running, running != installed else { return .ok(topic, "majorctl and majord are \(installed)") }
        return .warning(
            topic, "majord \(installed) is installed, \(running) runs", cure: "sudo systemctl restart majord.service")
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
        let pbx = status.sockets?.first { $0.socket == "pbx" }?.path
        guard hasAsked else {
            return .warning(
                "PBX", "none has asked since majord started",
                cure: "see docs/pbx.md" + (pbx.map { "; as the PBX's user: redis-cli -s \($0) PING" } ?? ""))
        }
        return .ok("PBX", line)
    }

    /// A socket that is left starts majord again, and a ledger that is in use is not replaced.
    private static func restoring(_ backup: String) -> String {
        let units = "majord-pbx.socket majord-control.socket majord"
        return "sudo systemctl stop \(units); sudo majord --restore \(backup); sudo systemctl start \(units)"
    }

    /// What majord itself finds wrong; what it says of sockets is told with these.
    ///
    /// - Parameter state: Where the ledger is.
    static func troubles(_ status: RosterAPI.Status.Reply, state: String) -> [Examined] {
        let kinds = status.troubleKinds ?? []
        guard kinds.count == status.troubles.count else {
            return status.troubles.map { .problem("trouble", $0, cure: journal) }
        }
        return zip(kinds, status.troubles).compactMap { kind, text in
            switch kind {
            case "socket": nil
            case "directory", "reload":
                .problem(
                    "trouble", text, cure: "sudo majorctl check names the errors; mend them, then sudo majorctl reload")
            case "set-aside":
                .problem(
                    "trouble", text,
                    cure:
                        "put a backup back (\(restoring("FILE"))) or enter anew who is away; then sudo majorctl seen"
                )
            case "damaged":
                .problem("trouble", text, cure: restoring("FILE, the last backup"))
            case "ledger":
                status.database == nil
                    ? .problem(
                        "trouble", text, cure: "df -h \(state); ls -la \(state); findmnt -T \(state); \(journal)")
                    : nil
            case "locked":
                .problem(
                    "trouble", text,
                    cure:
                        "sudo fuser -v \(state)/ledger.sqlite tells whose it is; have it end its transaction, or end it"
                )
            case "sites":
                .warning("trouble", text, cure: "majorctl status at each site tells its files and when it was heard of")
            case "pbx":
                .problem(
                    "trouble", text,
                    cure: "see docs/pbx.md; journalctl -u majord -n 20; the PBX's own log says why it does not ask")
            case "overwriting":
                .warning("trouble", text, cure: "sudo fuser -v \(state)/ledger.sqlite names who; end it")
            case "journal":
                .problem(
                    "trouble", text, cure: "systemctl status systemd-journald; sudo systemctl restart systemd-journald")
            case "names":
                .problem(
                    "trouble", text, cure: "time getent passwd root; what is in nsswitch.conf(5) hangs, such as sssd")
            case "calendar":
                .warning(
                    "trouble", text,
                    cure:
                        "journalctl -u 'majord-calendar@*' -n 20 says why; sudo systemctl enable --now majord-calendar@AGENT.timer reads it every hour"
                )
            case "orphans":
                .problem(
                    "trouble", text,
                    cure:
                        "majorctl absences marks them; sudo majorctl give NUMBER AGENT, or sudo majorctl cancel NUMBER")
            case "deputyships":
                .problem(
                    "trouble", text,
                    cure: "majorctl deputy list; sudo majorctl deputy cancel NUMBER, and deputy add anew")
            case "requests":
                .warning(
                    "trouble", text, cure: "majorctl requests; majorctl approve NUMBER, or majorctl decline NUMBER WHY")
            case "sickness":
                .warning(
                    "trouble", text,
                    cure: "ask; then majorctl change NUMBER --until DAY, or majorctl back --agent AGENT")
            case "cases":
                .problem(
                    "trouble", text,
                    cure: "majorctl case list marks them; sudo majorctl case give --all AGENT ANOTHER, or one by one")
            case "missed":
                .warning(
                    "trouble", text,
                    cure: "majorctl missed names them; call back, or majorctl missed done NUMBER")
            default: .problem("trouble", text, cure: journal)
            }
        }
    }

    static func coverage(_ status: RosterAPI.Status.Reply) -> Examined {
        let names = status.uncovered.map(\.clientName)
        guard !names.isEmpty else { return .ok("coverage", "no client in service is without an agent") }
        let shown = names.prefix(5).joined(separator: ", ")
        let more = names.count > 5 ? " and \(names.count - 5) more" : ""
        return .problem("coverage", "nobody for \(shown)\(more)", cure: "majorctl status; majorctl clients ID")
    }

    /// - Parameters:
    ///   - ledger: Nil where majord does not tell.
    ///   - kinds: Of the troubles that were told: what majord says itself of its ledger is one problem.
    static func ledger(
        _ ledger: ReportsAPI.Ledger?, told kinds: [String], state: String, in database: RosterAPI.Database? = nil
    ) -> [Examined] {
        guard !kinds.contains(where: ["ledger", "locked", "damaged"].contains) else { return [] }
        return [
            ledger.map { Self.ledger($0, state: state, in: database) } ?? .unseen("ledger", "only majord can open it")
        ]
    }

    /// - Parameters:
    ///   - state: The folder in which it is.
    ///   - database: The one in which it is instead.
    static func ledger(
        _ ledger: ReportsAPI.Ledger, state: String, in database: RosterAPI.Database? = nil
    ) -> Examined {
        guard ledger.available else {
            return .problem(
                "ledger",
                "it cannot be written: changes are refused, and \(ledger.recordsWaiting) records of calls wait",
                cure: database == nil ? "df -h \(state); ls -ld \(state); \(journal)" : journal)
        }
        if ledger.recordsDropped > 0 {
            return .warning(
                "ledger",
                "\(ledger.recordsDropped) records of calls were lost, since the start or at the end before it",
                cure: "journalctl -u majord MESSAGE_ID=402c8474a450487a97bfa5efeb977bcb says when")
        }
        if ledger.lagSeconds > 10 {
            return .warning(
                "ledger", "the oldest record of a call has waited for \(Int(ledger.lagSeconds)) seconds",
                cure: database == nil
                    ? "the disk is slow or full: iostat -x 1, df \(state)"
                    : "the database is slow, or its standby: SELECT * FROM pg_stat_activity and pg_stat_replication there"
            )
        }
        return .ok("ledger", "available in \(database?.name ?? state)")
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
