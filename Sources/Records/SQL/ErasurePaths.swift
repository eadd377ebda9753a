import Routing

/// What paths of files become that have what is to be forgotten: the same wherever they stand, in each version of the directory and where its
/// files name one another.
struct ErasurePaths {
    /// By what they are.
    private(set) var renamed: [String: String] = [:]

    static let none = ErasurePaths()

    private init() {}

    /// - Parameter paths: All that there are.
    init(_ paths: Set<String>, _ texts: [ErasureText]) {
        var now = Dictionary(uniqueKeysWithValues: paths.map { ($0, $0) })
        for text in texts {
            let found = now.mapValues { path in text.places(inPath: path).map { path[$0] } }
            // Two ways to write it become two names, or two files of one version would have the same path.
            let words = Set(found.values.joined().map { String($0) }).sorted()
            guard !words.isEmpty else { continue }
            let names = Self.names(ForgottenText.token(text.term.token).text, count: words.count, besides: now.values)
            let become = Dictionary(uniqueKeysWithValues: zip(words, names))
            for (path, written) in now where found[path]?.isEmpty == false {
                now[path] = text.places(inPath: written).reversed().reduce(into: written) { rest, range in
                    rest.replaceSubrange(range, with: become[String(written[range])] ?? "")
                }
            }
        }
        renamed = now.filter { $0.key != $0.value }
    }

    /// So many names that no path has, as one may where a part was forgotten before.
    private static func names(_ token: String, count: Int, besides paths: some Sequence<String>) -> [String] {
        let taken = paths.filter { $0.contains(token) }
        // Letters tell them apart: a digit would become part of a number that stands behind it.
        let free = (1...).lazy.map { "\(token)-\(letters($0))" }.filter { name in !taken.contains { $0.contains(name) }
        }
        return Array(free.prefix(count))
    }

    /// `a`, `b`, … `z`, `aa`, …
    private static func letters(_ number: Int) -> String {
        let last = String(UnicodeScalar(UInt8(ascii: "a") + UInt8((number - 1) % 26)))
        return number > 26 ? letters((number - 1) / 26) + last : last
    }

    /// Every path of a version of the directory, and of its files.
    init(_ texts: [ErasureText], _ session: some SQLSession) throws {
        let paths = try ["directory_version", "directory_version_file"].flatMap { table in
            try session.checked(table, "SELECT DISTINCT path FROM \(table)").map { try $0.text("path") }
        }
        self.init(Set(paths), texts)
    }

    /// How a file names another one from now on; nil where that stays.
    ///
    /// - Parameters:
    ///   - written: How it does.
    ///   - target: The path of the other.
    ///   - path: Its own.
    func reference(_ written: String, to target: String, in path: String) -> String? {
        guard let new = renamed[target] else { return nil }
        let own = renamed[path] ?? path
        let folder = own.lastIndex(of: "/").map { String(own[...$0]) } ?? "./"
        return !written.hasPrefix("/") && new.hasPrefix(folder) ? String(new.dropFirst(folder.count)) : new
    }
}
