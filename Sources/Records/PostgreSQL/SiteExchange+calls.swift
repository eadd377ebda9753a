package import Routing
import Time

/// Calls as the records have them, for a site that has not heard what others told of theirs.
package struct CallsOfSites: Sendable {
    /// Those of other sites that keep somebody busy, or have ended lately, by the site's id.
    package var others: [String: [CallRecord]] = [:]
    /// Those that agents dialled, at whichever site, the oldest first.
    package var dialled: [CallRecord] = []
}

// What stands in the records of calls that is told as well: who was not there, or whose site has gone, does not go by what he heard last.
extension SiteExchange {
    /// - Parameter since: `held`: since when somebody has a call; `ended`: since when one has ended; `.latest`: those are not asked for; `decided`: since when one was dialled.
    func calls(since: TakeUp, _ connection: PostgreSQLConnection) throws -> CallsOfSites {
        var calls = CallsOfSites()
        var rows = try connection.run(
            """
            SELECT site, \(CallRow.columns) FROM call
            WHERE ended_at IS NULL AND holder IS NOT NULL AND (held_since >= $2 OR up_at >= $2) AND site <> $1
            """, [.text(server.site.id), SQLValue(since.held)], within: Self.limit
        ).rows.map { CheckedRow(row: $0, table: "call") }
        if since.ended < .latest {
            rows += try connection.run(
                """
                SELECT site, \(CallRow.columns) FROM call
                WHERE noted_at >= $2 AND ended_at >= $3 AND agent IS NOT NULL AND site <> $1
                """, [.text(server.site.id), SQLValue(since.held), SQLValue(since.ended)], within: Self.limit
            ).rows.map { CheckedRow(row: $0, table: "call") }
        }
        for row in rows {
            // One that somebody has made unreadable keeps no other from being known.
            guard let record = try? CallRow.record(row), let site = try? row.text("site") else { continue }
            calls.others[site, default: []].append(record)
        }
        calls.dialled = try connection.run(
            """
            SELECT \(CallRow.columns) FROM call WHERE dialled_by IS NOT NULL AND noted_at >= $1
            ORDER BY noted_at DESC, id DESC LIMIT $2
            """, [SQLValue(since.decided), SQLValue(BusyAgents.callBackCapacity)], within: Self.limit
        ).rows.compactMap { try? CallRow.record(CheckedRow(row: $0, table: "call")) }.reversed()
        return calls
    }

    /// Has the records say that an agent is let go, also where his call's site is away, or hears nothing.
    func free(_ release: BusyRelease, _ connection: PostgreSQLConnection) throws {
        let marks = Set(release.calls)
        let rows = try connection.run(
            "SELECT id, call_id FROM call WHERE ended_at IS NULL AND holder = $2 AND site = $1",
            [.text(release.site), SQLValue(release.agent)], within: Self.limit
        ).rows.map { CheckedRow(row: $0, table: "call") }
        for row in rows where marks.contains(CallMark(try row.text("call_id"))) {
            _ = try connection.run(
                "UPDATE call SET held_at = NULL, holder = NULL, held_since = NULL, held_as = NULL WHERE id = $1",
                [SQLValue(try row.number("id"))], within: Self.limit)
        }
    }
}
