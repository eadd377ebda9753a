import Accounts
import Control
import Foundation
import Logging
import Numbering
import PBX
import Routing
import Sockets
import Switchboard
import Synchronization
import TestSupport
import Time

@testable import Records
@testable import Varlink
@testable import majord

/// majord's parts, put together in process as the daemon does it: all of them real, with a clock that the story sets and without sockets.
///
/// What the parts are called stands here alone; stories and steps know nothing of it.
final class Office {
    let folder = FileManager.default.temporaryDirectory.appending(path: "story-\(UUID())")
    let clock = TestClock(at("2026-11-25 10:00"))
    /// The clock that only goes on.
    let uptime = TestClock(Instant(clamping: 0))
    let log = StoryLog()
    /// How often it was waited for what was noted: so many decisions are not the story's.
    private(set) var settlings = 0
    let people = People()
    private(set) var running: Running?
    /// The one of the daemon before, as long as somebody holds it.
    private weak var lastRecords: SQLiteEngine?
    private var hasRun = false

    /// The life of one daemon.
    struct Running {
        let records: SQLiteEngine
        let switchboard: Switchboard
        let phones: DeskPhones
        let control: VarlinkService
        let incidents: FastAGIIncidents
        let recording: Task<Void, Never>
        let phoning: Task<Void, Never>
    }

    /// Why the daemon does not start.
    struct Refusal: Error {
        let lines: [String]
    }

    init() throws {
        for name in ["etc", "state"] {
            try FileManager.default.createDirectory(
                at: folder.appending(path: name), withIntermediateDirectories: true)
        }
    }

    deinit {
        try? FileManager.default.removeItem(at: folder)
    }

    var state: String { folder.appending(path: "state").path }
    var files: URL { folder.appending(path: "etc") }

    /// A folder where there is more than the one file.
    var configuration: String {
        let isFolder = ["agents.yaml", "clients.d"].contains {
            FileManager.default.fileExists(atPath: files.appending(path: $0).path)
        }
        return isFolder ? files.path : files.appending(path: "majord.yaml").path
    }

    /// A text that names the story's folder, as it would on a machine.
    func told(_ text: String) -> String {
        text.replacing(files.path, with: "/etc/majord").replacing(state, with: "/var/lib/majord")
    }

    /// The daemon, started where it does not run yet.
    func started() async throws -> Running {
        if let running { return running }
        let logger = Logger(label: "majord") { [log] _ in StoryLogHandler(log: log) }
        let (records, switchboard): (SQLiteEngine, Switchboard)
        do {
            records = try await openRecords()
            switchboard = try Switchboard(
                configuration: configuration, ledger: Ledger(records), logger: logger, now: { [clock] in clock.now },
                uptime: { [uptime] in uptime.now.since(Instant(clamping: 0)) })
        } catch {
            if case StartError.directory(let findings) = error { logger.report(findings, in: configuration) }
            throw Refusal(lines: Self.lines(error))
        }
        let phones = DeskPhones(logger: logger) { request, peer in
            await switchboard.answer(request, from: peer, userName: "asterisk")
        }
        let control = ControlInterface(
            switchboard: switchboard, groups: people.groups, identify: people.groups.requester, logger: logger,
            denials: MessageLimit(.denied, "Refused requests"), version: "0", now: { [clock] in clock.now },
            metrics: { [] }, sockets: { [] })
        let started = Running(
            records: records, switchboard: switchboard, phones: phones, control: control.service,
            incidents: FastAGIIncidents(logger: logger), recording: Task { await switchboard.recorder.run() },
            phoning: Task { await phones.run() })
        running = started
        await switchboard.keepDirectory().value
        // It looks through every moment of some minutes; where nothing is recorded there is nothing to be found.
        if hasRun { await switchboard.takeUpRecordedCalls() }
        hasRun = true
        await switchboard.checkUsers()
        await switchboard.tellLostRecords()
        return started
    }

    /// Stops the daemon as SIGTERM does.
    func stop() async {
        guard let running else { return }
        self.running = nil
        lastRecords = running.records
        running.phones.finish()
        await running.phoning.value
        running.switchboard.desk.notes.finish()
        await running.recording.value
        await running.switchboard.finish()
    }

    /// Returns once everything that was noted is in the ledger, or kept for it, and in the journal.
    ///
    /// Notes keep their order, and a call to somebody else's number leaves no record, but a line for those who debug: what was noted
    /// before has been told by then.
    func settle() async {
        guard let desk = running?.switchboard.desk else { return }
        settlings += 1
        let id = "story-settles-\(settlings)"
        let (told, ending) = AsyncStream<Void>.makeStream()
        log.tell(of: id) { ending.finish() }
        _ = desk.route(RouteRequest(caller: "0", called: "0", callID: id))
        for await _ in told {}
    }

    /// Does what the daemon does every few seconds.
    func lookAfter() async {
        guard let running else { return }
        running.switchboard.recorder.maintain()
        await settle()
        await running.switchboard.settleCalls()
        running.switchboard.forgetter.observe()
        await running.switchboard.followClock()
        await running.switchboard.watchCalendars()
        await running.switchboard.watchConditions()
        await running.switchboard.watchLedger()
        await running.switchboard.lookAhead()
    }

    /// Tells the journal of a dialogue that did not go as it should.
    func tell(_ incident: DialogueIncident, _ running: Running) async {
        await settle()
        running.incidents.tell(incident, "")
    }

    /// A call of the control interface's methods.
    func ask(_ method: String, _ parameters: JSONObject, by person: String) async throws -> VarlinkReply {
        let running = try await started()
        let peer = people.peer(person, in: running.switchboard.table)
        let call = VarlinkCall(method: method, parameters: parameters)
        let reply = await running.control.answer(call, from: peer) { _ in }
        return try VarlinkReply(frame: Array(reply.frame.dropLast()))
    }

    /// The daemon before lets go of the ledger with its last thread.
    private func openRecords() async throws -> SQLiteEngine {
        while lastRecords != nil { await Task.yield() }
        for _ in 0..<100_000 {
            do throws(LedgerError) {
                return try SQLiteEngine(folder: state)
            } catch {
                guard case .inUse = error else { throw error }
                await Task.yield()
            }
        }
        return try SQLiteEngine(folder: state)
    }

    private static func lines(_ error: any Error) -> [String] {
        switch error {
        case let error as LedgerError: StartFailure.ledger(error).lines
        case let error as StartError: StartFailure(error).lines
        default: ["\(error)"]
        }
    }
}

/// The Unix users of a story, and the groups that give rights: `manager` is in the managers', `pbx` in the PBX's.
final class People: Sendable {
    private static let (admins, pbxs): (UInt32, UInt32) = (500, 501)
    private let names = Mutex<[UInt32: String]>([:])

    var groups: Groups {
        var limits = LookupLimits()
        limits.patience = .seconds(60)
        let service = NameService(
            userName: { [self] number in names.withLock { $0[number] }.map { .found($0) } ?? .missing },
            userNumber: { _ in .missing },
            groupNumber: {
                $0 == "majord-admin" ? .found(Self.admins) : $0 == "majord-pbx" ? .found(Self.pbxs) : .missing
            })
        return Groups(admin: "majord-admin", pbx: "majord-pbx", users: UserDatabase(service, limits: limits))
    }

    /// - Parameter name: `manager`, `pbx`, an agent's id, or anything else for a stranger.
    func peer(_ name: String, in table: RoutingTable) -> PeerCredentials {
        let user = table.agent(AgentID(name))?.agent.user ?? name
        let number = names.withLock { names in
            if let known = names.first(where: { $0.value == user })?.key { return known }
            let number = UInt32(1_000 + names.count)
            names[number] = user
            return number
        }
        let groups = name == "manager" ? [Self.admins] : name == "pbx" ? [Self.pbxs] : []
        return PeerCredentials(processID: 7, userID: number, groupID: number, groups: groups)
    }
}
