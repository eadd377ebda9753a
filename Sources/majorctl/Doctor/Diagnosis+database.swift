import MajorAPI
import Wording

/// Records that are in a database.
extension Diagnosis {
    /// - Returns: Nothing where they are in a file.
    static func database(_ status: RosterAPI.Status.Reply) -> [Examined] {
        guard let database = status.database else { return [] }
        let topic = "database"
        if let cause = database.cause {
            return [.problem(topic, cause, cure: cure(cause))]
        }
        guard let version = database.version, let standbys = database.standbys else {
            return [.unseen(topic, "nothing is heard of the server of \(database.name) yet")]
        }
        let server =
            "\(database.name): PostgreSQL \(version), the primary"
            + (database.address.map { " at \($0)" } ?? "")
        guard standbys.isEmpty else { return [.ok(topic, "\(server); a commit waits for \(standbys)")] }
        let text = "\(server); a commit waits for no standby"
        guard (status.sites ?? []).count > 1 else { return [.ok(topic, text)] }
        return [
            .warning(
                topic, "\(text): what was acknowledged is on one machine alone",
                cure: "name one in its synchronous_standby_names: docs/sites.md, \"The databases\"")
        ]
    }

    private static func cure(_ cause: String) -> String {
        if cause.contains("has not answered") {
            return
                "its server hangs, or the standby that a commit waits for is away. There: SELECT application_name, sync_state FROM pg_stat_replication; "
                + "take who is away out of synchronous_standby_names, and reload"
        }
        if cause.contains("read-only") || cause.contains("standby and only reads") {
            return
                "no server that was reached is the primary. Start it, or promote a standby once it is off: pg_ctlcluster 15 main promote"
        }
        return
            "from here: pg_isready -h SERVER; at the server: pg_lsclusters, pg_ctlcluster 15 main start, its log in /var/log/postgresql; \(journal)"
    }
}
