import Glibc
import Time
import Wording

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
    func trouble(_ look: Look, _ knowledge: Knowledge, ownUser: UInt32) -> SentenceInEachLanguage? {
        if let folder = knowledge.closedFolder {
            let mode = Self.octal(folder.mode)
            return SentenceInEachLanguage { language in
                language.said(
                    en: "\(folder.path) has mode \(mode), so that \(who(language)) cannot reach \(name).sock: "
                        + "`chmod 755 \(folder.path)` opens it",
                    nl: "\(folder.path) heeft mode \(mode), zodat \(name).sock onbereikbaar is voor \(who(language)): "
                        + "`chmod 755 \(folder.path)` opent haar")
            }
        }
        switch look {
        case .missing:
            return SentenceInEachLanguage { language in
                language.said(
                    en: "\(path) is gone, so that \(who(language)) cannot ask: \(cure(language))",
                    nl: "\(path) is weg, zodat er niets te vragen is voor \(who(language)): \(cure(language))")
            }
        case .failed(let code):
            let why = String(cString: strerror(code))
            return SentenceInEachLanguage { language in
                language.said(en: "\(path) cannot be looked at: \(why)", nl: "\(path) is niet te bekijken: \(why)")
            }
        case .found(let found):
            if let identity = knowledge.identity, identity != found.identity {
                return SentenceInEachLanguage { language in
                    language.said(
                        en: "\(path) is another socket than the one that majord listens on: \(cure(language))",
                        nl: "\(path) is een andere socket dan die waarop majord luistert: \(cure(language))")
                }
            }
            guard differs(found, knowledge, ownUser: ownUser) else { return nil }
            return SentenceInEachLanguage { language in
                let all = differences(found, knowledge, ownUser: ownUser, language).joined(separator: ", ")
                return language.said(
                    en:
                        "\(path) is not as shipped, so that \(who(language)) may not be able to ask: \(all); \(cure(language))",
                    nl:
                        "\(path) is niet zoals geleverd, en misschien gesloten voor \(who(language)): \(all); \(cure(language))"
                )
            }
        }
    }

    private func differs(_ found: Found, _ knowledge: Knowledge, ownUser: UInt32) -> Bool {
        !differences(found, knowledge, ownUser: ownUser, .en).isEmpty
    }

    private func differences(
        _ found: Found, _ knowledge: Knowledge, ownUser: UInt32, _ language: Language
    ) -> [String] {
        let instead = language.said(en: "instead of", nl: "in plaats van")
        var differences: [String] = []
        if found.mode != mode {
            differences.append("mode \(Self.octal(found.mode)) \(instead) \(Self.octal(mode))")
        }
        if let group, let number = knowledge.groupNumber, number != found.group {
            differences.append("\(language.said(en: "group", nl: "groep")) \(knowledge.groupName) \(instead) \(group)")
        }
        // Root's where systemd made it, the daemon's own where the daemon did.
        if found.owner != 0, found.owner != ownUser {
            differences.append("\(language.said(en: "owner", nl: "eigenaar")) \(knowledge.ownerName) \(instead) root")
        }
        return differences
    }

    private func who(_ language: Language) -> String {
        name == "pbx" ? language.said(en: "PBXs", nl: "centrales") : "majorctl"
    }

    private func cure(_ language: Language) -> String {
        guard !isPassed else {
            return language.said(
                en: "`systemctl restart majord-\(name).socket` makes it anew, and restarts majord",
                nl: "`systemctl restart majord-\(name).socket` maakt haar opnieuw, en herstart majord")
        }
        let whom = group.map {
            language.said(en: " as root, or as a member of \($0)", nl: " als root, of als lid van \($0)")
        }
        return language.said(en: "restart majord", nl: "herstart majord") + (whom ?? "")
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
