import Synchronization
import Time

/// Each second: that this site is there, which others are, and who tells events.
extension SiteExchange {
    /// How long the site that tells events is it without saying so again, by the database's clock.
    private static let lease: Int64 = 4_000
    /// The same by its own, from when it began to ask: it is over first.
    private static let ownLease: Duration = .seconds(3)
    /// A site of which nothing was heard for so long has gone.
    private static let memory: Int64 = 7 * 86_400_000
    private static let now = "(extract(epoch FROM clock_timestamp()) * 1000)::bigint"

    /// The sites of which something was heard lately, in the order of their names; none where the records are not shared yet.
    package var sites: [KnownSite] {
        let standing = standing.withLock(\.self)
        let since = Milliseconds(Int64((ContinuousClock.now - standing.read) / .milliseconds(1)))
        return standing.sites.map { site in
            var site = site
            site.heard = Milliseconds(site.heard.count + since.count)
            return site
        }
    }

    /// Whether this site is the one that tells events.
    package var isTeller: Bool { standing.withLock { $0.tellsUntil.map { .now < $0 } ?? false } }

    /// The server that is written, as it was heard of last; nil before it was.
    package var knownServer: KnownServer? { standing.withLock(\.server) }

    package var isConnected: Bool { standing.withLock(\.isConnected) }

    /// The site's number, from 1 on.
    package var number: UInt64? { engine.number }

    package var id: String { server.site.id }
    package var name: String { server.site.name }

    /// The parts of which others have changed something that is not known here.
    var behind: Set<SharedPart> {
        let (numbers, seen) = (standing.withLock(\.numbers), engine.counts.seen)
        return Set(numbers.filter { $0.value > seen[$0.key] ?? 0 }.keys)
    }

    /// Whether the roster, or what is told once, was changed by others since it was read.
    package var isRosterBehind: Bool { !behind.isDisjoint(with: [.roster, .events]) }
    package var areEventsBehind: Bool { behind.contains(.events) }
    package var areMissedCallsBehind: Bool { behind.contains(.missed) }
    /// Whether something was forgotten since `noteForgotten` that this machine may have yet.
    package var isForgettingBehind: Bool { behind.contains(.forgotten) }

    /// Takes notice that this machine has to forget what others have.
    package func noteForgotten() throws(LedgerError) { try engine.load(.forgotten) { _ in } }

    func beat(_ connection: PostgreSQLConnection, _ talk: inout Talk) throws {
        let begun = ContinuousClock.now
        talk.nextBeat = begun + Self.beat
        let own = SQLValue.text(server.site.id)
        let seen = engine.counts.seen[.roster] ?? 0
        let description = talk.ends?.describe() ?? SiteDescription(generation: 0, directory: "")
        _ = try connection.run(
            """
            INSERT INTO presence (site, heard_at, version, generation, directory, seen)
            VALUES ($1, \(Self.now), $2, $3, $4, $5)
            ON CONFLICT (site) DO UPDATE SET heard_at = excluded.heard_at, version = $2, generation = $3, directory = $4,
                seen = $5
            """,
            [
                own, .text(server.site.version.description), SQLValue(Int64(clamping: description.generation)),
                .text(description.directory), SQLValue(seen),
            ], within: Self.limit)
        let isTeller = try !connection.run(
            """
            INSERT INTO lease (name, site, until) VALUES ('events', $1, \(Self.now) + $2)
            ON CONFLICT (name) DO UPDATE SET site = $1, until = excluded.until
                WHERE lease.site = $1 OR lease.until < \(Self.now)
            RETURNING site
            """, [own, SQLValue(Self.lease)], within: Self.limit
        ).rows.isEmpty
        let numbers = try numbers(connection)
        let sites = try sites(connection, numbers[.roster] ?? 0)
        let server = try server(connection)
        let wasTeller = standing.withLock { standing in
            let wasTeller = standing.tellsUntil != nil
            standing.tellsUntil = isTeller ? begun + Self.ownLease : nil
            standing.numbers = numbers
            (standing.sites, standing.read, standing.server) = (sites, .now, server)
            return wasTeller
        }
        if wasTeller != isTeller || !behind.isEmpty { hint.yield() }
    }

    private func server(_ connection: PostgreSQLConnection) throws -> KnownServer? {
        try connection.run(
            """
            SELECT current_setting('server_version') AS version, host(inet_server_addr()) AS address,
                current_setting('synchronous_standby_names') AS standbys
            """, within: Self.limit
        ).rows.first.map { row in
            let row = CheckedRow(row: row, table: "presence")
            return KnownServer(
                version: try row.text("version"), address: try row.optionalText("address"),
                standbys: try row.text("standbys"))
        }
    }

    private func numbers(_ connection: PostgreSQLConnection) throws -> [SharedPart: Int64] {
        var numbers: [SharedPart: Int64] = [:]
        for row in try connection.run("SELECT name, number FROM standing", within: Self.limit).rows {
            let row = CheckedRow(row: row, table: "standing")
            // A newer majord may count more.
            if let part = SharedPart(rawValue: try row.text("name")) { numbers[part] = try row.number("number") }
        }
        return numbers
    }

    private func sites(_ connection: PostgreSQLConnection, _ last: Int64) throws -> [KnownSite] {
        try connection.run(
            """
            SELECT id, site.name AS name, number, presence.version AS version, generation, directory, \(Self.now) - heard_at AS heard,
                seen, lease.site IS NOT NULL AS teller
            FROM site JOIN presence ON presence.site = id
                LEFT JOIN lease ON lease.name = 'events' AND lease.site = id AND lease.until >= \(Self.now)
            WHERE heard_at > \(Self.now) - $1 ORDER BY site.name, heard_at
            """, [SQLValue(Self.memory)], within: Self.limit
        ).rows.map { row in
            let row = CheckedRow(row: row, table: "presence")
            let id = try row.text("id")
            return KnownSite(
                id: id, name: try row.text("name"), number: try row.number("number"),
                version: try row.text("version"), generation: try row.number("generation"),
                directory: try row.text("directory"), heard: Milliseconds(max(try row.number("heard"), 0)),
                lag: max(last - (try row.number("seen")), 0), isOwn: id == server.site.id,
                isTeller: try row.number("teller") != 0)
        }
    }
}
