import Glibc

/// A socket of the daemon's as its file is to be, and who makes it.
struct SocketFile: Sendable, Equatable {
    /// `pbx` or `control`, as in the names of the units.
    let name: String
    let path: String
    let mode: UInt32
    /// The group that the mode is for; nil where everybody may open the socket.
    let group: String?
    /// Whether systemd made it, so that majord has no right to change it.
    let isPassed: Bool

    /// What a file's inode says of it.
    struct Found: Sendable, Equatable {
        var mode: UInt32
        var owner: UInt32
        var group: UInt32
        /// The device and inode number.
        var identity: [UInt64]
    }

    /// What stands at the path.
    enum Look: Sendable, Equatable {
        case found(Found)
        case missing
        case failed(code: Int32)
    }

    /// What is known about the file besides.
    struct Knowledge: Sendable {
        /// The group's number; nil while the name service does not tell it.
        var groupNumber: UInt32?
        /// The names of the owner and group that the file has.
        var ownerName: String
        var groupName: String
        /// The identity of the file that majord listens on, as it was at the start.
        var identity: [UInt64]?
        /// The first folder on the way to it that its users cannot pass, with its mode.
        var closedFolder: (path: String, mode: UInt32)?
    }

    /// What keeps its users away, as a sentence that names the cure; nil when all is as it was shipped.
    ///
    /// - Parameter ownUser: The daemon's.
    func trouble(_ look: Look, _ knowledge: Knowledge, ownUser: UInt32) -> String? {
        if let folder = knowledge.closedFolder {
            return "\(folder.path) has mode \(Self.octal(folder.mode)), so that \(who) cannot reach \(name).sock: "
                + "`chmod 755 \(folder.path)` opens it"
        }
        switch look {
        case .missing: return "\(path) is gone, so that \(who) cannot ask: \(cure)"
        case .failed(let code): return "\(path) cannot be looked at: \(String(cString: strerror(code)))"
        case .found(let found):
            if let identity = knowledge.identity, identity != found.identity {
                return "\(path) is another socket than the one that majord listens on: \(cure)"
            }
            let differences = differences(found, knowledge, ownUser: ownUser)
            guard !differences.isEmpty else { return nil }
            return "\(path) is not as shipped, so that \(who) may not be able to ask: "
                + differences.joined(separator: ", ") + "; \(cure)"
        }
    }

    private func differences(_ found: Found, _ knowledge: Knowledge, ownUser: UInt32) -> [String] {
        var differences: [String] = []
        if found.mode != mode { differences.append("mode \(Self.octal(found.mode)) instead of \(Self.octal(mode))") }
        if let group, let number = knowledge.groupNumber, number != found.group {
            differences.append("group \(knowledge.groupName) instead of \(group)")
        }
        // Root's where systemd made it, the daemon's own where the daemon did.
        if found.owner != 0, found.owner != ownUser {
            differences.append("owner \(knowledge.ownerName) instead of root")
        }
        return differences
    }

    private var who: String { name == "pbx" ? "PBXs" : "majorctl" }

    private var cure: String {
        guard !isPassed else { return "`systemctl restart majord-\(name).socket` makes it anew, and restarts majord" }
        return "restart majord" + (group.map { " as root, or as a member of \($0)" } ?? "")
    }

    /// `0660`
    static func octal(_ mode: UInt32) -> String {
        let digits = String(mode, radix: 8)
        return String(repeating: "0", count: max(4 - digits.count, 0)) + digits
    }
}

extension SocketFile {
    /// Looks at the file itself, not at where a link leads.
    func look() -> Look {
        var status = stat()
        guard lstat(path, &status) == 0 else { return errno == ENOENT ? .missing : .failed(code: errno) }
        return .found(
            Found(
                mode: status.st_mode & 0o7777, owner: status.st_uid, group: status.st_gid,
                identity: [UInt64(status.st_dev), UInt64(status.st_ino)]))
    }

    /// The first folder on the way to the socket that its users cannot pass: they are neither its owner nor, as far as majord knows, in any
    /// group but the socket's.
    func closedFolder(groupNumber: UInt32?) -> (path: String, mode: UInt32)? {
        var folder = ""
        for part in path.split(separator: "/").dropLast() {
            folder += "/\(part)"
            var status = stat()
            guard stat(folder, &status) == 0 else { continue }
            let isGroups = groupNumber != nil && status.st_gid == groupNumber
            let isOpen = status.st_mode & 0o001 != 0 || isGroups && status.st_mode & 0o010 != 0
            if !isOpen { return (folder, status.st_mode & 0o7777) }
        }
        return nil
    }
}
