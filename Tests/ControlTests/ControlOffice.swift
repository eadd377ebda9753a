import Foundation
import Logging
import MajorAPI
import Records
import Routing
import Sockets
import Switchboard
import TestSupport
import Testing
import Time

@testable import Control
@testable import Varlink

/// Who asks, as far as rights go. Nobody has to be root for it, and no user database is asked: who a peer is is told.
enum Asker: String, CaseIterable {
    case stranger, pbx, own, colleague, manager
    /// A manager whom only the directory names, in no group and not root.
    case named

    var isManager: Bool { self == .manager || self == .named }
    /// Whose column of a table of rights is his.
    var inTable: Asker { isManager ? .manager : self }

    var requester: Requester {
        Requester(user: rawValue, uid: number, isManager: self == .manager, isPBX: self == .pbx)
    }

    var peer: PeerCredentials {
        PeerCredentials(processID: 7, userID: number, groupID: number, groups: [])
    }

    private var number: UInt32 { 3_000_000 + UInt32(Self.allCases.firstIndex(of: self) ?? 0) }

    static func of(_ peer: PeerCredentials) -> Asker {
        allCases.first { $0.peer == peer } ?? .stranger
    }
}

/// A control interface over a switchboard, without sockets.
struct ControlOffice {
    let folder = FileManager.default.temporaryDirectory.appending(path: "control-\(UUID())")
    let switchboard: Switchboard
    let control: ControlInterface
    var service: VarlinkService { control.service }
    let manager = Requester(user: "root", uid: 0, isManager: true, isPBX: false)

    init() throws {
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let file = folder.appending(path: "majord.yaml")
        try Data(Self.directory.utf8).write(to: file)
        let logger = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }
        switchboard = try Switchboard(
            configuration: file.path, ledger: try Ledger(folder: folder.path), logger: logger, now: testClock)
        control = ControlInterface(
            switchboard: switchboard, groups: Groups(admin: "majord-admin", pbx: "majord-pbx"),
            identify: { $0.userID == Self.web.userID ? Self.webRequester : Asker.of($0).requester }, logger: logger,
            denials: MessageLimit(.denied, "Refused requests"), version: "0", now: testClock,
            metrics: { [switchboard] in
                switchboard.directoryMetrics(at: testClock()) + switchboard.callMetrics
                    + switchboard.openMetrics(at: testClock())
                    + switchboard.ledgerMetrics(at: testClock())
            }, sockets: { [SocketStanding(name: "pbx")] })
    }

    /// With a client and an agent more: `own` stands for Noord alone, `colleague` for both.
    static func withWest() async throws -> ControlOffice {
        let office = try ControlOffice()
        let directory =
            directory.replacing(
                "clients:", with: "  - {id: sjansen, name: Samira Jansen, extension: 2103}\nclients:")
                + """
                  - id: west
                    name: Scholengroep West
                    size: large
                    schools: 20
                    primary: sjansen
                    backup: mbakker
                    introduced: 2026-01-12
                    agreement: {title: Afspraken West, references: [MA-2], start: 2026-01-01, end: 2027-03-31, level: altijd}
                    numbers: [070 555 01 00]
                    contacts:
                      - {name: Karin Smit, function: ICT-coördinator, mobile: 06-12345678}

                """
        try Data(directory.utf8).write(to: office.folder.appending(path: "majord.yaml"))
        guard case .done = await office.switchboard.reload() else { throw Refused() }
        return office
    }

    /// With logins: `own` and the manager have one.
    static func withLogins() async throws -> ControlOffice {
        let office = try ControlOffice()
        let directory =
            OfficeDirectory.text(
                managers: ["{name: Els Mulder, user: \(Asker.named.rawValue), login: els@school}"],
                users: ("\(Asker.own.rawValue), login: joke@school", "\(Asker.colleague.rawValue), login: mark@school"))
            + "walls: [{name: Hal, login: hal@school}]\n"
        try Data(directory.utf8).write(to: office.folder.appending(path: "majord.yaml"))
        guard case .done = await office.switchboard.reload() else { throw Refused() }
        return office
    }

    private struct Refused: Error {}

    func call(
        _ method: String, _ parameters: JSONObject = [:], by asker: Asker, more: Bool = false
    ) async throws -> VarlinkReply {
        try VarlinkReply(
            await service.answer(VarlinkCall(method: method, parameters: parameters, more: more), from: asker.peer) {
                _ in
            })
    }

    /// A PBX reports that a call was answered.
    func answer(_ callID: String, at phone: String) throws {
        let phone = try #require(Extension(phone))
        switchboard.desk.report(CallEvent(callID: callID, kind: .answered(phone)), accepted: {})
    }

    /// What the status says of an agent.
    func state(of name: String) async -> RosterAPI.AgentStatus.State? {
        let status: RosterAPI.Status.Reply? = try? await call(RosterAPI.Status.method, by: .manager).parameters
            .decoded()
        return status?.agents.first { $0.name == name }?.state
    }

    /// The program that serves pages: it may speak for others, and nothing else.
    static let web = PeerCredentials(processID: 8, userID: 3_000_100, groupID: 3_000_100, groups: [])
    private static let webRequester = Requester(
        user: "web", uid: web.userID, isManager: false, isPBX: false, maySpeakForOthers: true)

    static let directory = OfficeDirectory.text(
        managers: ["{name: Els Mulder, user: \(Asker.named.rawValue)}"],
        users: (Asker.own.rawValue, Asker.colleague.rawValue))
}

/// Thursday 26 November 2026, 10:00 in Amsterdam, and it stays so.
@Sendable func testClock() -> Instant { Instant(clamping: 1_795_683_600_000) }

extension VarlinkReply {
    init(_ encoded: EncodedReply) throws {
        try self.init(frame: encoded.frame.dropLast())
    }

    init(_ error: VarlinkError) {
        self.init(parameters: error.parameters, error: error.name)
    }
}
