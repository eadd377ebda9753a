import Testing

/// The targets of the package: what the manifest says that they may import, and what the table of docs/ARCHITECTURE.md says.
struct Rooms {
    /// The project's own modules that each target depends on, by the manifest.
    let dependencies: [String: Set<String>]
    /// The same by the table of rooms.
    let table: [String: Set<String>]
    /// Everything that has a row, modules of C beside the target that they belong to.
    let named: Set<String>

    /// The project's own modules.
    var own: Set<String> { dependencies.values.reduce(into: Set(dependencies.keys)) { $0.formUnion($1) } }

    init() throws {
        let manifest = try Project.text("Package.swift")
        var dependencies: [String: Set<String>] = [:]
        let start = try #require(manifest.firstRange(of: "targets: [\n        //")).upperBound
        for part in manifest[start...].split(separator: "arget(").dropFirst() {
            guard let name = part.firstMatch(of: /name: "([A-Za-z-]+)"/)?.output.1 else { continue }
            let list = part.firstMatch(of: /dependencies:\s*\[([^\]]*)\]/)?.output.1 ?? ""
            // Products of other packages are written `.product(name: …)`, or as constants.
            let own = list.replacing(/\.product\([^)]*\)/, with: "")
            dependencies[String(name)] = Set(own.matches(of: /"([A-Za-z-]+)"/).map { String($0.output.1) })
        }
        self.dependencies = dependencies
        let rows = try Project.text("docs/ARCHITECTURE.md").split(separator: "\n")
            .drop { $0 != "| Target | What lives there | Imports |" }.dropFirst(2).prefix { $0.hasPrefix("|") }
        var table: [String: Set<String>] = [:]
        var named: Set<String> = []
        for row in rows {
            let cells = row.split(separator: "|")
            guard cells.count >= 3 else { continue }
            let names = cells[0].matches(of: /`([A-Za-z-]+)`/).map { String($0.output.1) }
            guard let name = names.first else { continue }
            named.formUnion(names)
            let words = cells[cells.count - 1].split { !$0.isLetter }.map(String.init)
            table[name] = Set(words).union(names.dropFirst())
        }
        self.table = table
        self.named = named
    }

    /// Everything that comes along with a target.
    func closure(of target: String) -> Set<String> {
        var found: Set<String> = []
        var waiting = [target]
        while let next = waiting.popLast() {
            for name in dependencies[next] ?? [] where found.insert(name).inserted { waiting.append(name) }
        }
        return found
    }
}
