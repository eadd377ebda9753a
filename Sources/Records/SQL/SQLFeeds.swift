import Routing
import Time

/// Keys of feeds in a database.
struct SQLFeeds<Engine: SQLEngine>: FeedRecords {
    let engine: Engine

    func feeds() throws(LedgerError) -> [Feed] {
        try engine.read { session in
            try session.checked("feed", "SELECT agent, key, made_at FROM feed").map { row in
                let agent = try row.text("agent")
                return Feed(
                    owner: agent.isEmpty ? .desk : .agent(AgentID(agent)), key: try row.text("key"),
                    made: try row.instant("made_at"))
            }
        }
    }

    func setKey(_ key: String?, of owner: Feed.Owner, at instant: Instant) throws(LedgerError) {
        let agent =
            switch owner {
            case .agent(let agent): agent.description
            case .desk: ""
            }
        try engine.write { session in
            guard let key else {
                try session.execute("DELETE FROM feed WHERE agent = $1", [.text(agent)])
                return
            }
            try session.execute(
                """
                INSERT INTO feed (agent, key, made_at) VALUES ($1, $2, $3)
                ON CONFLICT (agent) DO UPDATE SET key = $2, made_at = $3
                """, [.text(agent), .text(key), SQLValue(instant)])
        }
    }
}
