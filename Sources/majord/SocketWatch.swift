import Accounts
import Glibc
import Logging
import Routing
import Switchboard
import Synchronization
import Time
import Wording

/// Looks whether those who are to open the daemon's sockets can: at the start, every few seconds, and whenever somebody asks how the
/// service stands. A PBX that cannot open its socket leaves no other trace.
final class SocketWatch: Sendable {
    /// How one socket stands.
    struct Access: Sendable, Equatable {
        let name: String
        let path: String
        /// As `0660`; nil where there is no file.
        var mode: String?
        var owner: String?
        var group: String?
        /// Nil when it is as shipped.
        var trouble: SentenceInEachLanguage?
    }

    private struct State: Sendable {
        var identities: [String: [UInt64]] = [:]
        var accesses: [Access] = []
    }

    private let files: [SocketFile]
    private let users: UserDatabase
    private let health: ServiceHealth
    private let logger: Logger
    private let state: Mutex<State>

    init(_ files: [SocketFile], users: UserDatabase, health: ServiceHealth, logger: Logger) {
        self.files = files
        self.users = users
        self.health = health
        self.logger = logger
        var state = State()
        for file in files {
            if case .found(let found) = file.look() { state.identities[file.name] = found.identity }
        }
        self.state = Mutex(state)
    }

    /// Looks anew, and tells the journal what has changed.
    @discardableResult
    func check() async -> [Access] {
        var accesses: [Access] = []
        for file in files { accesses.append(await access(to: file)) }
        let new = accesses
        let old = state.withLock { state in
            defer { state.accesses = new }
            return state.accesses
        }
        health.note(sockets: new.compactMap(\.trouble))
        for access in new {
            let before = old.first { $0.name == access.name }?.trouble
            guard access.trouble != before else { continue }
            let fields: Logger.Metadata = ["socket": "\(access.name)", "path": "\(access.path)"]
            if let trouble = access.trouble {
                logger.report(.socketClosed, trouble[.en], fields)
            } else {
                logger.report(.socketOpen, "\(access.path) is as shipped again", fields)
            }
        }
        return new
    }

    private func access(to file: SocketFile) async -> Access {
        let look = file.look()
        var knowledge = SocketFile.Knowledge(ownerName: "", groupName: "")
        if let group = file.group { knowledge.groupNumber = await users.number(ofGroup: group).value }
        knowledge.identity = state.withLock { $0.identities[file.name] }
        // Whoever starts majord by hand in a folder of his own knows that it is his own.
        if file.isPassed { knowledge.closedFolder = file.closedFolder(groupNumber: knowledge.groupNumber) }
        var access = Access(name: file.name, path: file.path)
        if case .found(let found) = look {
            knowledge.ownerName = await users.name(ofUser: found.owner).value ?? String(found.owner)
            knowledge.groupName = await users.name(ofGroup: found.group).value ?? String(found.group)
            access.mode = SocketFile.octal(found.mode)
            access.owner = knowledge.ownerName
            access.group = knowledge.groupName
        }
        access.trouble = file.trouble(look, knowledge, ownUser: getuid())
        return access
    }
}
