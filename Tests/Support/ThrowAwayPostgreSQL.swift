import Foundation
package import Records
import Synchronization

/// A PostgreSQL that the tests of one process start for themselves, on a Unix socket of its own; it ends with them, however they end.
package final class ThrowAwayPostgreSQL: Sendable {
    /// The newest that is installed; nil where none is, as `missing` says.
    package static let shared = ThrowAwayPostgreSQL()
    package static let missing = "no PostgreSQL is installed (Debian's postgresql-15)"

    /// The folder of its socket, its data and its journal.
    package let folder: String
    private let known = Mutex<Set<String>>([])
    private let programs: String
    /// Ends it when it is closed.
    private let lifeline: FileHandle

    private static let script = """
        set -eu
        bin=$1
        folder=$(mktemp -d /tmp/majord-postgresql.XXXXXX)
        as=
        if [ "$(id -u)" -eq 0 ]; then
            as="setpriv --reuid nobody --regid nogroup --clear-groups"
            chown nobody:nogroup "$folder"
        fi
        $as "$bin/initdb" -D "$folder/data" -U majord -A trust -E UTF8 --locale=C.UTF-8 --no-sync >"$folder.log" 2>&1
        $as "$bin/postgres" -D "$folder/data" -c listen_addresses= -c unix_socket_directories="$folder" -c fsync=off \\
            -c max_connections=300 >>"$folder.log" 2>&1 &
        server=$!
        until "$bin/pg_isready" -q -h "$folder"; do sleep 0.05; done
        echo "$folder"
        exec 1>&-
        cat >/dev/null
        kill -INT "$server"
        wait "$server" || true
        rm -rf "$folder" "$folder.log"
        """

    private init?() {
        let place = "/usr/lib/postgresql"
        let versions = (try? FileManager.default.contentsOfDirectory(atPath: place)) ?? []
        let installed = versions.compactMap { Int($0) }.sorted().last {
            FileManager.default.isExecutableFile(atPath: "\(place)/\($0)/bin/postgres")
        }
        guard let installed else { return nil }
        programs = "\(place)/\(installed)/bin"
        let (input, output, process) = (Pipe(), Pipe(), Process())
        process.executableURL = URL(filePath: "/bin/sh")
        process.arguments = ["-c", Self.script, "sh", programs]
        process.standardInput = input
        process.standardOutput = output
        lifeline = input.fileHandleForWriting
        guard (try? process.run()) != nil, let said = try? output.fileHandleForReading.readToEnd(),
            let line = String(decoding: said, as: UTF8.self).split(separator: "\n").first
        else { return nil }
        folder = String(line)
    }

    /// libpq's words for a database of this name, which is made where there is none.
    package func words(_ name: String) throws -> String {
        let isNew = known.withLock { $0.insert(name).inserted }
        if isNew { try run("createdb", "-h", folder, "-U", "majord", name) }
        return "host=\(folder) dbname=\(name) user=majord"
    }

    /// Runs one of its programs.
    package func run(_ program: String, _ arguments: String...) throws {
        let process = try Process.run(URL(filePath: "\(programs)/\(program)"), arguments: arguments)
        process.waitUntilExit()
        guard process.terminationStatus == 0 else { throw Failed(program: program, status: process.terminationStatus) }
    }

    /// Ends all connections to a database, and lets nobody connect any more until it may be used again.
    package func setAway(_ name: String, _ isAway: Bool) throws {
        let end = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '\(name)'"
        let allow = "ALTER DATABASE \"\(name)\" ALLOW_CONNECTIONS \(!isAway)"
        for statement in isAway ? [allow, end] : [allow] {
            try run("psql", "-q", "-h", folder, "-U", "majord", "-d", "postgres", "-o", "/dev/null", "-c", statement)
        }
    }

    private struct Failed: Error {
        let program: String
        let status: Int32
    }
}

extension PostgreSQLServer.Site {
    /// The site of a state folder, as tests have it.
    package static func test(_ folder: String, version: ReleaseVersion = LedgerSchema.oldestVersion) -> Self {
        PostgreSQLServer.Site(name: "zwolle", id: folder, version: version)
    }
}
