import Accounts
import ArgumentParser
import Control
import DirectoryFiles
import Foundation
import Glibc
import Logging
import MajorAPI
import Records
import Routing
import Sockets
import Switchboard
import Systemd
import Terminal
import Time
import UnixSignals
import Varlink
import Wording

struct MajordCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "majord",
        abstract: "Answers PBXs which extension a Major Accounts call goes to.",
        discussion: """
            Started by systemd it takes its sockets from there; started by hand it makes pbx.sock and control.sock in the \
            runtime folder. SIGHUP reads the directory again; SIGTERM ends.

            Exit status: 0 ended as asked; 64 wrong usage; 69 a socket or the ledger is in use; 70 something failed \
            while majord ran; 73 the ledger or a socket cannot be made; 74 the ledger cannot be read or written for now, or has a row \
            that no majord wrote, or a backup cannot be restored; 78 the directory has errors and none was kept, the ledger is a newer majord's, or a socket was passed that \
            majord does not know. With --check: 0 clean, 1 warnings and --strict, 2 errors, 74 the findings cannot be written.
            """,
        version: Version.text)

    @Option(help: "The directory: a folder with majord.yaml, agents.yaml and clients.d, or one file with all three.")
    var configuration: String?

    @Option(help: "The folder of the ledger.")
    var state: String?

    @Option(help: "The folder for sockets that systemd does not pass.")
    var runtime: String?

    @Option(
        help: ArgumentHelp(
            "Keep the records in this PostgreSQL, whatever majord.yaml says: libpq's words.",
            valueName: "host=… dbname=…"))
    var records: String?

    @Option(help: "The name of this site, where records are in a PostgreSQL; else majord.yaml's, or the machine's.")
    var site: String?

    @Option(
        help: ArgumentHelp(
            "Answer Asterisk's FastAGI there, such as 127.0.0.1:4577; else only on a socket that systemd passes as fastagi.",
            valueName: "address:port"))
    var fastagi: String?

    @Option(
        help: ArgumentHelp(
            "The file with the token that FastAGI's peers have to show for more than /route and /next; else the credential fastagi-token of systemd.",
            valueName: "file"))
    var fastagiToken: String?

    @Option(help: "Members of this group are managers.")
    var adminGroup = "majord-admin"

    @Option(help: "Members of this group are PBXs, and may use pbx.sock.")
    var pbxGroup = "majord-pbx"

    @Option(
        help: "The least urgent level to log: trace, debug, info, notice, warning, error or critical.",
        transform: { text in
            guard let level = Logger.Level(rawValue: text) else { throw ValidationError("There is no level \(text).") }
            return level
        })
    var logLevel: Logger.Level = .info

    @Option(
        name: .customLong("check"),
        help: ArgumentHelp("Read this directory, print findings, and exit.", valueName: "path"))
    var checkedPath: String?

    @Option(
        name: .customLong("restore"),
        help: ArgumentHelp(
            "Put a backup in the place of the ledger, and exit; the ledger that it replaces is kept beside it.",
            valueName: "file"))
    var backup: String?

    @Option(
        name: .customLong("move-records"),
        help: ArgumentHelp(
            "Carry the ledger of the state folder over into this PostgreSQL, compare both, and exit: libpq's words.",
            valueName: "host=… dbname=…"))
    var moveTo: String?

    @Flag(help: "With --check: warnings count, too.")
    var strict = false

    @Flag(help: "With --check: print the findings as one line of JSON, for programs.")
    var json = false

    func validate() throws {
        if let fastagi, SocketAddress(ipv4: fastagi) == nil {
            throw ValidationError("--fastagi takes an IPv4 address and a port, such as 127.0.0.1:4577.")
        }
        for words in [records, moveTo].compactMap(\.self) where RecordsSetting.hasPassword(words) {
            throw ValidationError("A password is not given there, where others can see it; see majord(8), CREDENTIALS.")
        }
        guard moveTo == nil || checkedPath == nil && backup == nil else {
            throw ValidationError("--move-records does not go with --check or --restore.")
        }
        guard backup == nil || checkedPath == nil else { throw ValidationError("--restore does not go with --check.") }
        guard !strict || checkedPath != nil else { throw ValidationError("--strict goes with --check.") }
        guard !json || checkedPath != nil else { throw ValidationError("--json goes with --check.") }
    }

    func run() async throws {
        if let checkedPath { throw try check(checkedPath) }
        if let backup { throw restore(backup) }
        if let moveTo { throw move(to: moveTo) }
        DescriptorLimit.raise()
        // A reader of stderr who leaves is no reason to end.
        signal(SIGPIPE, SIG_IGN)
        // Nobody else is to read what is made here; sockets say by themselves who may use them.
        umask(0o077)
        let environment = ProcessInfo.processInfo.environment
        let level = logLevel
        let destination = LogDestination.current(environment: environment)
        let log = LogQueue(messageID: JournalMessage.messagesLeftOut.rawValue) {
            destination.writer(identifier: "majord", fieldPrefix: "MAJORD")
        }
        LoggingSystem.bootstrap(log.handlerFactory(level: level))
        // However majord ends, what it has to say is written where somebody reads.
        defer { log.flush() }
        let logger = Logger(label: "majord")
        let places = places(environment)
        // From now on, since a large directory takes a while to read: what comes meanwhile is done once majord has started.
        let reloads = await UnixSignalsSequence(trapping: .sighup)
        logger.report(
            .starting, "majord \(Version.text) reads \(places.configuration) and \(places.state)")
        do {
            let daemon = try Daemon(
                places: places, fastAGI: fastagi,
                token: TokenFile(fastagiToken, environment: environment),
                groups: Groups(admin: adminGroup, pbx: pbxGroup), log: log, logger: logger)
            try await daemon.run(reloads: reloads)
            // SQLite would move its log into the ledger first, while callers wait for the next majord; what is in the log is safe.
            withExtendedLifetime(daemon) {
                log.flush()
                _exit(0)
            }
        } catch let failure as StartFailure {
            for line in failure.lines { logger.report(.startRefused, line) }
            if case .directory(let findings) = failure { logger.report(findings, in: places.configuration) }
            throw failure.exitCode
        } catch {
            logger.report(.failed, "majord cannot go on: \(error)")
            throw ExitCode(70)
        }
    }

    private func places(_ environment: [String: String]) -> Places {
        Places(
            configuration: configuration, state: state, runtime: runtime, records: records, site: site,
            environment: environment)
    }

    /// While majord is stopped.
    private func move(to words: String) -> ExitCode {
        umask(0o077)
        let places = Places(
            configuration: configuration, state: state, runtime: runtime, records: words, site: site,
            environment: ProcessInfo.processInfo.environment)
        do throws(LedgerError) {
            guard let server = try places.server() else { return ExitCode(64) }
            let moved = try Ledger.move(folder: places.state, to: server, at: systemClock()) { table in
                print("\(table.name): \(table.rows) rows, the same in both")
            }
            print("All records are in \(server.shown). The file is \(places.state)/\(moved.name) now.")
            print("Write `records: \(words)` into majord.yaml, and start majord.")
            return ExitCode(0)
        } catch {
            StandardError.write("majord: \(error)\n")
            return StartFailure.ledger(error).exitCode
        }
    }

    /// While majord is stopped.
    private func restore(_ backup: String) -> ExitCode {
        umask(0o077)
        let places = places(ProcessInfo.processInfo.environment)
        do throws(LedgerError) {
            if let server = try places.server() { throw .isElsewhere(database: server.shown) }
            let replaced = try Ledger.restore(
                backup, folder: places.state, version: Version.release, at: systemClock())
            print("\(backup) is restored as \(places.state)/ledger.sqlite.")
            if let replaced {
                let path = "\(places.state)/\(replaced)"
                print("The ledger before is \(path).")
                let again = Ledger.forgottenAgain(backup, replaced: path)
                if !again.isEmpty {
                    print("What was forgotten since the backup was made is there again; have it forgotten anew:")
                    // The machine's clock: what the directory says of it is not read here.
                    let clock = ServiceClock(.current)
                    for one in again { print("  \(clock.local(one.at).spelled(in: .en)), by \(one.by)") }
                }
            }
            return ExitCode(0)
        } catch {
            StandardError.write("majord: \(error)\n")
            return StartFailure.ledger(error).exitCode
        }
    }

    private func check(_ path: String) throws -> ExitCode {
        let reading = DirectoryReader.reading(
            at: path, now: systemClock(), threads: ProcessInfo.processInfo.activeProcessorCount)
        let missing = UserDatabase().missingUsers(among: Set(reading.users.map(\.name)))
        let findings =
            (reading.findings + reading.users.filter { missing.contains($0.name) }.map(\.missing)).sorted()
        if json {
            let reply = DirectoryAPI.Check.Reply(findings: findings.map(DirectoryAPI.Finding.init))
            print(String(decoding: reply.text, as: UTF8.self))
        } else {
            for finding in findings { print(finding) }
        }
        if let trouble = StandardOutput.finish("the findings") {
            StandardError.write("\(trouble)\n")
            return ExitCode(74)
        }
        if findings.contains(where: { $0.severity == .error }) { return ExitCode(2) }
        return ExitCode(strict && !findings.isEmpty ? 1 : 0)
    }
}
