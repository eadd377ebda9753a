import Foundation

/// What the machine tells of majord's surroundings.
extension Diagnosis {
    /// A socket that majord cannot tell of, as it is shipped or not.
    ///
    /// - Parameters:
    ///   - group: The number of the group that is to have it; nil where that does not matter, or is not known.
    static func socket(_ name: String, _ path: String, _ look: Machine.Look, mode: String, group: UInt32?) -> Examined {
        let topic = "socket \(name)"
        let again = "sudo systemctl restart majord-\(name).socket majord.service"
        let file: Machine.File
        switch look {
        case .found(let found): file = found
        case .missing:
            return .problem(topic, "there is no \(path)", cure: "sudo systemctl enable --now majord-\(name).socket")
        case .closed:
            return .unseen(topic, "you may not look into the folder of \(path)", cure: "sudo majorctl doctor")
        }
        guard file.mode == mode else {
            return .problem(topic, "\(path) has mode \(file.mode), shipped is \(mode)", cure: again)
        }
        if let group, file.group != group {
            return .problem(topic, "\(path) has group number \(file.group), it should be \(group)", cure: again)
        }
        return .ok(topic, "\(path) \(file.mode)")
    }

    /// Who is in a group.
    ///
    /// - Parameters:
    ///   - line: As `getent group` prints it; nil where that has no answer, empty where there is no such group.
    ///   - isNeeded: Whether nobody in it is worth a word.
    static func group(_ name: String, _ line: String?, isNeeded: Bool, purpose: String) -> Examined {
        let topic = "group \(name)"
        guard let line else { return .unseen(topic, "the user database does not answer") }
        let fields = line.split(separator: "\n").first?.split(separator: ":", omittingEmptySubsequences: false) ?? []
        guard fields.count == 4 else {
            return .problem(topic, "there is no such group", cure: "sudo systemd-sysusers")
        }
        let members = fields[3].split(separator: ",").joined(separator: ", ")
        guard members.isEmpty else { return .ok(topic, members) }
        guard isNeeded else { return .ok(topic, "nobody; root may all the same") }
        return .warning(
            topic, "nobody is in it: \(purpose)",
            cure: "sudo usermod -aG \(name) USER, such as kamailio or asterisk, then restart that service")
    }

    /// The number of a group in a line of `getent group`.
    static func groupNumber(_ line: String?) -> UInt32? {
        let fields = line?.split(separator: "\n").first?.split(separator: ":", omittingEmptySubsequences: false) ?? []
        return fields.count == 4 ? UInt32(fields[2]) : nil
    }

    /// The units that have to run, and those that may.
    static let units = [
        ("majord.service", true), ("majord-pbx.socket", true), ("majord-control.socket", true),
        ("majord-fastagi.socket", false), ("majord-metrics.timer", false),
        ("majord-backup.timer", false),
    ]

    static let unitProperties = "Id,LoadState,ActiveState,UnitFileState,Result"

    /// - Parameter shown: What `systemctl show` prints of them; nil where there is no systemd, or it does not answer.
    static func units(_ shown: String?) -> [Examined] {
        guard let shown, !shown.isEmpty else {
            return [.unseen("units", "systemd does not answer, or does not run here")]
        }
        var told: [String: [String: String]] = [:]
        for block in shown.split(separator: "\n\n") {
            var properties: [String: String] = [:]
            for line in block.split(separator: "\n") {
                let parts = line.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
                if parts.count == 2 { properties[String(parts[0])] = String(parts[1]) }
            }
            if let id = properties["Id"] { told[id] = properties }
        }
        return units.map { name, isNeeded in unit(name, told[name] ?? [:], isNeeded: isNeeded) }
    }

    private static func unit(_ name: String, _ told: [String: String], isNeeded: Bool) -> Examined {
        let topic = "unit \(name)"
        let (active, file) = (told["ActiveState"] ?? "unknown", told["UnitFileState"] ?? "")
        let isEnabled = ["enabled", "enabled-runtime", "static", "alias", "generated"].contains(file)
        guard told["LoadState"] != "not-found", !told.isEmpty else {
            return isNeeded
                ? .problem(topic, "it is not installed", cure: "install majord's package, or sudo make install")
                : .ok(topic, "not installed, not used")
        }
        if told["LoadState"] == "masked" {
            return isNeeded
                ? .problem(topic, "it is masked", cure: "sudo systemctl unmask \(name)")
                : .ok(topic, "masked, not used")
        }
        if active == "failed" {
            return .problem(
                topic, "it failed (\(told["Result"] ?? "unknown"))",
                cure: "journalctl -u \(name) -b says why; then sudo systemctl restart \(name)")
        }
        guard active == "active" || active == "reloading" || active == "activating" else {
            guard isNeeded || isEnabled else { return .ok(topic, "not enabled, not used") }
            return .problem(topic, "it is \(active)", cure: "sudo systemctl start \(name)")
        }
        guard isEnabled else {
            return .warning(
                topic, "it is \(active), and not there after the next boot", cure: "sudo systemctl enable \(name)")
        }
        return .ok(topic, "\(active), \(file)")
    }

    /// - Parameters:
    ///   - shown: What `timedatectl show` prints; nil where it has no answer.
    ///   - service: The service's time zone, where majord tells.
    static func clock(_ shown: String?, service: String?) -> [Examined] {
        guard let shown, !shown.isEmpty else {
            return [.unseen("clock", "whether it is synchronised is not known: timedatectl has no answer")]
        }
        func value(_ name: String) -> String? {
            shown.split(separator: "\n").first { $0.hasPrefix("\(name)=") }.map { String($0.dropFirst(name.count + 1)) }
        }
        var found: [Examined] = []
        switch value("NTPSynchronized") {
        case "yes": found.append(.ok("clock", "synchronised"))
        case "no":
            found.append(
                .warning(
                    "clock", "it is not synchronised: hours, absences and records go by it",
                    cure: "sudo timedatectl set-ntp true, or install chrony"))
        default: found.append(.unseen("clock", "whether it is synchronised is not known"))
        }
        let machine = value("Timezone") ?? "unknown"
        guard let service else { return found + [.ok("time zone", "the machine's is \(machine)")] }
        let same = machine == service ? "the machine's and the service's are \(service)" : nil
        return found + [
            .ok("time zone", same ?? "the machine's is \(machine), the service's \(service): answers name it")
        ]
    }

    /// Less is little, and much less stops the ledger.
    static let littleSpace: UInt64 = 500 << 20
    static let noSpace: UInt64 = 50 << 20

    /// The folder of the directory's files, where nobody has told what is in it.
    ///
    /// - Returns: Nil where it can be read.
    static func folder(_ path: String, _ look: Machine.Look, mayRead: Bool) -> Examined? {
        switch look {
        case .missing:
            .problem(
                "directory", "there is no \(path)",
                cure:
                    "install majord's package, or sudo make install; examples are in /usr/share/doc/majord/examples/majord"
            )
        case .found where mayRead: nil
        case .found, .closed:
            .unseen("directory", "you may not read \(path)", cure: "sudo majorctl doctor")
        }
    }

    /// - Parameters:
    ///   - space: Nil where the folder is not there.
    ///   - isRunning: Whether a majord has its ledger there.
    static func disk(_ path: String, _ space: Machine.Space?, isRunning: Bool) -> Examined {
        let topic = "disk of \(path)"
        guard let space else {
            return .unseen(topic, "there is no such folder\(isRunning ? "" : ": majord has not run here yet")")
        }
        let free = "\(space.freeBytes >> 20) MiB free"
        let cure = "make room: df -h \(path), df -i \(path), du -x"
        // Some file systems have no number of inodes to tell.
        if space.freeInodes > 0, space.freeInodes < 1_000 {
            return .problem(topic, "\(free), and \(space.freeInodes) inodes", cure: cure)
        }
        if space.freeBytes < noSpace { return .problem(topic, free, cure: cure) }
        return space.freeBytes < littleSpace ? .warning(topic, free, cure: cure) : .ok(topic, free)
    }
}
