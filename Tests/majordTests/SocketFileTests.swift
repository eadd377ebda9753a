import Accounts
import Foundation
import Glibc
import Logging
import Records
import Routing
import Switchboard
import Synchronization
import TestSupport
import Testing
import Time
import Wording

@testable import majord

@Suite("Who may open the sockets")
struct SocketFileTests {
    private static let pbx = SocketFile(
        name: "pbx", path: "/run/majord/pbx.sock", mode: 0o660, group: "majord-pbx", isPassed: true)

    private static func found(
        mode: UInt32 = 0o660, owner: UInt32 = 0, group: UInt32 = 997, inode: UInt64 = 5
    ) -> SocketFile.Look {
        .found(SocketFile.Found(mode: mode, owner: owner, group: group, identity: [1, inode]))
    }

    private static func knowledge(
        _ change: (inout SocketFile.Knowledge) -> Void = { _ in }
    ) -> SocketFile.Knowledge {
        var knowledge = SocketFile.Knowledge(
            groupNumber: 997, ownerName: "somebody", groupName: "others", identity: [1, 5])
        change(&knowledge)
        return knowledge
    }

    @Test("as shipped there is nothing to tell, whoever of root and majord owns it")
    func right() {
        #expect(Self.pbx.trouble(Self.found(), Self.knowledge(), ownUser: 995) == nil)
        #expect(Self.pbx.trouble(Self.found(owner: 995), Self.knowledge(), ownUser: 995) == nil)
        // While the name service does not answer, nothing is claimed about the group.
        #expect(Self.pbx.trouble(Self.found(group: 1), Self.knowledge { $0.groupNumber = nil }, ownUser: 995) == nil)
        #expect(Self.pbx.trouble(Self.found(), Self.knowledge { $0.identity = nil }, ownUser: 995) == nil)
    }

    @Test(
        "what differs is told with the command that puts it right",
        arguments: [
            (found(mode: 0o600), "mode 0600 instead of 0660"), (found(mode: 0o666), "mode 0666 instead of 0660"),
            (found(group: 1), "group others instead of majord-pbx"),
            (found(owner: 12), "owner somebody instead of root"),
            (
                found(mode: 0o640, owner: 12, group: 1),
                "mode 0640 instead of 0660, group others instead of majord-pbx, owner somebody instead of root"
            ),
            (found(inode: 6), "is another socket than the one that majord listens on"), (.missing, "is gone"),
            (.failed(code: EACCES), "cannot be looked at: Permission denied"),
        ])
    func wrong(look: SocketFile.Look, words: String) throws {
        let trouble = try #require(Self.pbx.trouble(look, Self.knowledge(), ownUser: 995))[.en]
        #expect(trouble.contains("/run/majord/pbx.sock"))
        #expect(trouble.contains(words), "\(trouble)")
        if case .failed = look { return }
        #expect(trouble.contains("systemctl restart majord-pbx.socket"))
    }

    @Test("a folder that cannot be passed comes first, since nothing behind it matters")
    func folder() throws {
        let knowledge = Self.knowledge { $0.closedFolder = ("/run/majord", 0o750) }
        let trouble = try #require(Self.pbx.trouble(Self.found(mode: 0o600), knowledge, ownUser: 995))[.en]
        #expect(trouble.hasPrefix("/run/majord has mode 0750"))
        #expect(trouble.contains("chmod 755 /run/majord"))
    }

    @Test("files and folders are looked at as they are")
    func files() throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "sockets-\(UUID())")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let path = folder.appending(path: "pbx.sock").path
        let file = SocketFile(name: "pbx", path: path, mode: 0o660, group: nil, isPassed: true)
        #expect(file.look() == .missing)
        try Data().write(to: URL(filePath: path))
        chmod(path, 0o640)
        chmod(folder.path, 0o700)
        guard case .found(let found) = file.look() else {
            Issue.record("there is a file")
            return
        }
        #expect(found.mode == 0o640)
        #expect(found.owner == getuid())
        #expect(file.closedFolder(groupNumber: nil)?.path == folder.path)
        #expect(file.closedFolder(groupNumber: nil)?.mode == 0o700)
        chmod(folder.path, 0o710)
        #expect(file.closedFolder(groupNumber: getgid())?.path == nil)
        #expect(file.closedFolder(groupNumber: getgid() + 1)?.path == folder.path)
        chmod(folder.path, 0o711)
        #expect(file.closedFolder(groupNumber: nil) == nil)
    }

    private static let directory = OfficeDirectory.text()

    @Test("a change is told once, in the journal and among the troubles, and so is its end")
    func watch() async throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "sockets-\(UUID())")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let path = folder.appending(path: "pbx.sock").path
        try Data().write(to: URL(filePath: path))
        chmod(path, 0o660)
        let lines = Mutex<[String]>([])
        let logger = Logger(label: "test") { _ in Lines { line in lines.withLock { $0.append(line) } } }
        let configuration = folder.appending(path: "majord.yaml")
        try Data(Self.directory.utf8).write(to: configuration)
        let switchboard = try Switchboard(
            configuration: configuration.path, ledger: try Ledger(folder: folder.path), logger: logger,
            now: systemClock)
        lines.withLock { $0 = [] }
        let watch = SocketWatch(
            [SocketFile(name: "pbx", path: path, mode: 0o660, group: nil, isPassed: false)], users: UserDatabase(),
            health: switchboard.health, logger: logger)
        await watch.check()
        #expect(switchboard.troubles.isEmpty)
        chmod(path, 0o600)
        for _ in 0..<3 {
            let accesses = await watch.check()
            #expect(accesses.first?.mode == "0600")
            #expect(accesses.first?.trouble != nil)
        }
        #expect(switchboard.troubles.count == 1)
        #expect(switchboard.sentence(at: systemClock()).contains("mode 0600 instead of 0660"))
        chmod(path, 0o660)
        await watch.check()
        #expect(switchboard.troubles.isEmpty)
        unlink(path)
        await watch.check()
        #expect(
            lines.withLock { $0 }.map { $0.contains("0600") || $0.contains("as shipped again") || $0.contains("gone") }
                == [true, true, true])
    }

    private struct Lines: LogHandler {
        let take: @Sendable (String) -> Void
        var logLevel = Logger.Level.trace
        var metadata: Logger.Metadata = [:]

        init(_ take: @escaping @Sendable (String) -> Void) {
            self.take = take
        }

        subscript(metadataKey key: String) -> Logger.Metadata.Value? {
            get { metadata[key] }
            set { metadata[key] = newValue }
        }

        func log(event: LogEvent) {
            take(event.message.description)
        }
    }
}
