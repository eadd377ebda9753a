/// What keeps a statement from being done.
enum PostgreSQLFailure: Error {
    /// The server refused it, by the five letters that it has for that (https://www.postgresql.org/docs/15/errcodes-appendix.html).
    case refused(state: String, message: String)
    /// The connection is gone.
    case broken(String)
    /// Nothing came in time, in milliseconds.
    case late(Int32)
    /// Nothing came, while the server answered over another connection.
    case givenUp

    /// Whether what follows needs another connection: it is gone, the server is about to end it, or is one that only reads.
    var isOfConnection: Bool {
        guard case .refused(let state, _) = self else { return true }
        return ["08", "57P"].contains(where: state.hasPrefix) || state == "25006"
    }

    /// Whether the same may be done again as it is, since it failed for how it met with others: a deadlock, of which the server ends one side.
    var isPassing: Bool {
        guard case .refused(let state, _) = self else { return false }
        return ["40001", "40P01"].contains(state) || isOfOldPlans
    }

    /// Whether the statements that were prepared are of tables that a newer majord has changed since.
    var isOfOldPlans: Bool {
        guard case .refused("0A000", _) = self else { return false }
        return true
    }

    /// Why, and what helps.
    var cause: String {
        switch self {
        case .broken(let message): message
        case .late(..<1_000): "it has not answered in time"
        case .late(let milliseconds): "it has not answered for \(milliseconds / 1_000) seconds"
        case .givenUp: "it has not answered over this connection, and does over another"
        case .refused("25006", _):
            "it is a standby and only reads; name every server in records, with target_session_attrs=read-write"
        case .refused("55P03", _): "another site is changing the same at the moment, and takes long"
        case .refused("53100", _): "its disk is full; make room there"
        case .refused("42501", let message): "\(message); make majord's role the owner of the database and of all in it"
        case .refused(let state, let message): "it says: \(message) (\(state))"
        }
    }
}

extension PostgreSQLFailure {
    /// What libpq says of a connection that did not come about, with what helps where that is known. Servers speak many languages.
    static func connecting(_ message: String) -> String {
        let lines = message.split(whereSeparator: \.isNewline).map { $0.trimmingPrefix(while: \.isWhitespace) }
        let said = lines.joined(separator: "; ")
        let cures: [(sign: String, cure: String)] = [
            (
                "fe_sendauth",
                "give the password as the credential records-password, in a pgpass file (passfile=…), or use peer authentication"
            ),
            ("password authentication failed", "mend the credential records-password, or the pgpass file"),
            (
                "Peer authentication failed",
                "the role has to be named as the user that majord runs as, or mapped in pg_ident.conf"
            ),
            ("no pg_hba.conf entry", "add a line for this machine to its pg_hba.conf"),
            ("too many", "raise max_connections there; majord needs five for each site"),
        ]
        guard let cure = cures.first(where: { said.contains($0.sign) })?.cure else { return said }
        return "\(said); \(cure)"
    }
}
