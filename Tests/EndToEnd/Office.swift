import Foundation
import Testing

/// A folder with a directory, a ledger and sockets, and a majord that works on them.
final class Office {
    let folder: URL
    private(set) var majord: Running?

    init(directory: String = Office.directory) throws {
        folder = FileManager.default.temporaryDirectory.appending(path: "majord-\(UUID().uuidString.prefix(8))")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        for name in ["state", "run"] {
            try FileManager.default.createDirectory(at: folder.appending(path: name), withIntermediateDirectories: true)
        }
        // Agents of other Unix users have to reach the socket.
        try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: folder.path)
        try write(directory)
    }

    deinit {
        majord = nil
        try? FileManager.default.removeItem(at: folder)
    }

    var pbxSocket: String { folder.appending(path: "run/pbx.sock").path }
    var controlSocket: String { folder.appending(path: "run/control.sock").path }
    var configuration: URL { folder.appending(path: "majord.yaml") }
    var log: String { majord?.errorText ?? "" }

    func write(_ directory: String) throws {
        try Data(directory.utf8).write(to: configuration)
    }

    var daemonArguments: [String] {
        [
            "--configuration", configuration.path, "--state", folder.appending(path: "state").path, "--runtime",
            folder.appending(path: "run").path,
        ]
    }

    /// Starts majord and returns once it is ready.
    func open(_ arguments: [String] = [], environment: [String: String] = [:]) throws {
        let started = try Running(
            Programs.majord, daemonArguments + arguments, environment: environment, folder: folder)
        majord = started
        try eventually("majord is ready: \(started.errorText)") {
            guard started.isRunning else { throw Overdue(what: "majord ended: \(started.errorText)") }
            return started.errorText.contains("is ready")
        }
    }

    func kill() throws {
        majord?.signal(SIGKILL)
        _ = try majord?.ended()
    }

    /// Runs majorctl as root, or as another user without groups.
    @discardableResult
    func majorctl(
        _ arguments: String..., user: String? = nil, environment: [String: String] = [:]
    ) throws -> Ended {
        let environment = environment.merging(["MAJORD_SOCKET": controlSocket]) { $1 }
        if let user {
            return try Running(
                "setpriv", ["--reuid=\(user)", "--regid=nogroup", "--clear-groups", Programs.majorctl] + arguments,
                environment: environment, folder: folder
            ).ended()
        }
        return try Running(Programs.majorctl, arguments, environment: environment, folder: folder).ended()
    }

    func redisCLI(_ arguments: String...) throws -> Ended {
        try Running("redis-cli", ["-s", pbxSocket] + arguments, folder: folder).ended()
    }

    /// The fields of ROUTE's answer by name.
    func route(
        _ caller: String, called: String = "+31880001234", callID: String = UUID().uuidString
    ) throws -> [String: String] {
        let lines = try redisCLI("ROUTE", caller, called, callID).output
            .split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        var fields: [String: String] = [:]
        for index in stride(from: 0, to: lines.count - 1, by: 2) { fields[lines[index]] = lines[index + 1] }
        return fields
    }

    func python(_ script: String, _ arguments: String...) throws -> Ended {
        try Running(Programs.python, ["-c", script] + arguments, folder: folder).ended()
    }

    /// A directory whose service never closes, with three agents and three clients.
    static let directory = """
        region: NL
        time_zone: Europe/Amsterdam
        exclusive_numbers: [+31880001234]
        ring: 20s
        overflow:
          default: 2000
          no-answer: 2050
        levels:
          altijd:
            hours: {mon-sun: "00:00-24:00"}
        agents:
          - {id: joke, name: Joke de Vries, extension: 2101, user: nobody}
          - {id: mark, name: Mark Bakker, extension: 2102, user: games}
          - {id: anna, name: Anna Visser, extension: 2103}
        clients:
          - id: noord
            name: Scholengroep Noord
            size: small
            schools: 12
            primary: joke
            backup: mark
            introduced: 2026-01-12
            agreement: {title: Afspraken Noord, references: [MA-1], start: 2026-01-01, level: altijd}
            numbers: [+31 50 555 01 00, +31 50 555 02 00 - 02 99]
            contacts:
              - {name: Karin Smit, function: ICT-coördinator, mobile: 06-12345678, email: k.smit@noord.example}
          - id: oost
            name: Scholengroep Oost
            size: small
            schools: 9
            primary: mark
            backup: joke
            introduced: 2026-01-12
            agreement: {title: Afspraken Oost, references: [MA-2], start: 2026-01-01, level: altijd}
            numbers: [053 555 1*]
          - id: west
            name: Scholengroep West
            size: small
            schools: 7
            primary: anna
            backup: joke
            introduced: 2026-01-12
            agreement: {title: Afspraken West, references: [MA-3], start: 2026-01-01, level: altijd}
            numbers: [070 555 01 00]

        """
}
