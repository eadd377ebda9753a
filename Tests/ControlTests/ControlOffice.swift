import Foundation
import Logging
import MajorAPI
import Records
import Routing
import Switchboard
import Testing
import Time

@testable import Control
@testable import Varlink

/// Who asks, as far as rights go. Nobody has to be root for it: the peers are told, not looked up, and the directory's users are numbers
/// that no user database has.
enum Asker: String, CaseIterable {
    case stranger, pbx, own, colleague, manager

    static let user: (own: UInt32, colleague: UInt32) = (3_000_101, 3_000_102)

    var peer: PeerCredentials {
        let (user, group): (UInt32, UInt32) =
            switch self {
            case .stranger: (3_000_999, 3_000_999)
            // The group of the tests' PBXs, which every system has.
            case .pbx: (3_000_998, 1)
            case .own: (Self.user.own, 3_000_999)
            case .colleague: (Self.user.colleague, 3_000_999)
            case .manager: (0, 3_000_999)
            }
        return PeerCredentials(processID: 7, userID: user, groupID: group, groups: [])
    }
}

/// A control interface over a switchboard, without sockets.
struct ControlOffice {
    let folder = FileManager.default.temporaryDirectory.appending(path: "control-\(UUID())")
    let switchboard: Switchboard
    let service: VarlinkService
    let manager = Requester(user: "root", uid: 0, isManager: true, isPBX: false)

    init() throws {
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let file = folder.appending(path: "majord.yaml")
        try Data(Self.directory.utf8).write(to: file)
        let logger = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }
        switchboard = try Switchboard(
            configuration: file.path, ledger: try Ledger(folder: folder.path), logger: logger, now: testClock)
        service =
            ControlInterface(
                switchboard: switchboard, groups: Groups(admin: "no-such-admins", pbx: "daemon"), logger: logger,
                denials: MessageLimit(.denied, "Refused requests"), version: "0", now: testClock,
                figures: { noFigures }, sockets: { [] }
            ).service
    }

    func call(
        _ method: String, _ parameters: JSONObject = [:], by asker: Asker, more: Bool = false
    ) async -> VarlinkReply {
        await service.answer(VarlinkCall(method: method, parameters: parameters, more: more), from: asker.peer) { _ in }
    }

    /// A PBX reports that a call was answered.
    func answer(_ callID: String, at phone: String) throws {
        let phone = try #require(Extension(phone))
        switchboard.desk.report(CallEvent(callID: callID, kind: .answered(phone)), accepted: {})
    }

    /// What the status says of an agent.
    func state(of name: String) async -> String? {
        let status: StatusMessage? = try? await call(RosterAPI.status, by: .manager).parameters.decoded()
        return status?.agents.first { $0.name == name }?.state
    }

    static let directory = """
        time_zone: Europe/Amsterdam
        exclusive_numbers: [+31880001234]
        overflow: {default: 2000}
        levels:
          altijd:
            hours: {mon-sun: "00:00-24:00"}
        agents:
          - {id: jdevries, name: Joke de Vries, extension: 2101, user: "\(Asker.user.own)"}
          - {id: mbakker, name: Mark Bakker, extension: 2102, user: "\(Asker.user.colleague)"}
        clients:
          - id: noord
            name: Scholengroep Noord
            size: small
            schools: 12
            primary: jdevries
            backup: mbakker
            introduced: 2026-01-12
            agreement: {title: Afspraken Noord, start: 2026-01-01, level: altijd}
            numbers: [050 555 01 00]

        """
}

/// Thursday 26 November 2026, 10:00 in Amsterdam, and it stays so.
@Sendable func testClock() -> Instant { Instant(clamping: 1_795_683_600_000) }

/// Figures of nothing.
private let noFigures = ReportsAPI.Figures(
    version: "0", started: "", now: "", secondsToReady: 0, generation: 1, degraded: false, clients: 0, inService: 0,
    covered: 0, uncovered: 0, agents: 0, agentsBusy: 0, agentsAbsent: 0, decisions: [:], callEvents: [:], answers: [:],
    connections: [:], ledger: ReportsAPI.Ledger(available: true, recordsWaiting: 0, recordsDropped: 0, lagSeconds: 0),
    reloads: [:], lastReload: nil, lastReloadResult: nil, process: ReportsAPI.Process())
