/// What a name in `clients.d` tells of what stands there.
enum ClientFileName: Equatable {
    /// A client's file.
    case client
    /// Something that nobody takes for a client's file: hidden, a backup of an editor or a package manager, a README.
    case passedOver
    /// Something that may well be meant as a client's file, and what to do so that it is read.
    case unread(cure: String)

    private static let backupEndings = [
        "~", "#", ".bak", ".backup", ".old", ".orig", ".rej", ".save", ".swp", ".swo", ".tmp", ".dpkg-old",
        ".dpkg-dist",
        ".dpkg-new", ".dpkg-tmp", ".dpkg-bak", ".ucf-old", ".ucf-dist", ".ucf-new", ".rpmsave", ".rpmnew", ".rpmorig",
    ]

    init(_ name: String, isFolder: Bool) {
        let lower = name.lowercased()
        if name.hasPrefix(".") || name.hasPrefix("#") || lower == "readme" || lower.hasPrefix("readme.")
            || Self.backupEndings.contains(where: lower.hasSuffix)
        {
            self = .passedOver
        } else if isFolder {
            self = .unread(cure: "put the files of this folder beside it")
        } else if name.unicodeScalars.contains("\u{FFFD}") {
            self = .unread(cure: "give it a name in UTF-8")
        } else if name.hasSuffix(".yaml") {
            self = .client
        } else {
            self = .unread(cure: "name it \(Self.stem(of: name)).yaml")
        }
    }

    /// The name without what stands for a kind of file: `zuid` of `zuid.yml`, `zuid.YAML`, `zuid.yaml.txt` and `zuid`.
    private static func stem(of name: String) -> String {
        let kinds: Set<String> = ["yaml", "yml", "txt", "json", "conf", "cfg"]
        var parts = name.split(separator: ".", omittingEmptySubsequences: false)
        while parts.count > 1, kinds.contains(parts.last?.lowercased() ?? "") { parts.removeLast() }
        return parts.joined(separator: ".")
    }
}
