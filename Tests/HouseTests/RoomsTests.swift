import Foundation
import Testing

/// Imports go one way: what docs/ARCHITECTURE.md says of each room is what the manifest allows and the files do.
@Suite("Rooms")
struct RoomsTests {
    private let rooms: Rooms

    init() throws {
        rooms = try Rooms()
    }

    /// The targets below Sources, those of C left out.
    private static func names() throws -> Set<String> {
        let folders = try Project.files(below: "Sources", ending: ".swift").compactMap { path in
            path.split(separator: "/").dropFirst().first.map(String.init)
        }
        return Set(folders)
    }

    /// All that stands below Sources.
    private static func folders() throws -> [String] {
        let path = Project.root.appending(path: "Sources").path
        return try FileManager.default.contentsOfDirectory(atPath: path).filter { !$0.hasPrefix(".") }
    }

    @Test("each room has a row in docs/ARCHITECTURE.md, which says what the manifest says")
    func table() throws {
        expectSame(
            "rooms", try Self.folders(), at: "Sources", rooms.named, at: "docs/ARCHITECTURE.md",
            cure: "mend the table of rooms")
        let own = rooms.own
        for name in try Self.names().sorted() {
            let (allowed, said) = (rooms.dependencies[name] ?? [], (rooms.table[name] ?? []).intersection(own))
            #expect(
                allowed == said.subtracting([name]),
                "\(name): Package.swift has \(allowed.sorted()), and the table of docs/ARCHITECTURE.md says \(said.sorted())"
            )
        }
    }

    @Test("each file imports only what its room may import, and each room imports all that it may")
    func imports() throws {
        let own = rooms.own
        for name in try Self.names().sorted() {
            let allowed = rooms.dependencies[name] ?? []
            var used: Set<String> = []
            for source in try SwiftSource.all(below: "Sources/\(name)") {
                let imports = own.intersection(source.imports)
                used.formUnion(imports)
                let strangers = imports.subtracting(allowed).sorted()
                #expect(
                    strangers.isEmpty, "\(source.path) imports \(strangers), which Package.swift does not give \(name)")
            }
            let idle = allowed.subtracting(used).sorted()
            #expect(
                idle.isEmpty,
                "no file of \(name) imports \(idle): take it out of Package.swift and of the table of rooms")
        }
    }

    @Test("majorctl and majord-web have no way into the daemon but the socket", arguments: ["majorctl", "majord-web"])
    func majorctl(program: String) {
        let daemons: Set = [
            "Switchboard", "Records", "DirectoryFiles", "PBX", "Systemd", "Accounts", "Control", "majord",
        ]
        let found = rooms.closure(of: program).intersection(daemons).sorted()
        #expect(found.isEmpty, "\(program) comes to have \(found): ask the daemon over its socket instead")
    }

    @Test("of the daemon, only the executable's start knows majorctl")
    func start() throws {
        let files = try SwiftSource.all(below: "Sources").filter { $0.imports.contains("majorctl") }.map(\.path)
        #expect(files == ["Sources/majord/Program.swift"])
    }

    @Test("what PBXs speak to has no way to what majord keeps but the desk that it is given")
    func pbx() {
        let found = rooms.closure(of: "PBX").intersection([
            "Switchboard", "Records", "DirectoryFiles", "Control", "MajorAPI",
        ])
        #expect(found.isEmpty, "PBX comes to have \(found.sorted()): ask by way of CallDesk instead")
    }

    @Test(
        "what knows nothing of majord imports none of its rooms",
        arguments: ["Varlink", "Accounts", "Terminal", "ShownText"])
    func general(name: String) {
        let found = rooms.closure(of: name).intersection([
            "Routing", "Time", "Switchboard", "DirectoryFiles", "MajorAPI",
        ])
        #expect(found.isEmpty, "\(name) comes to have \(found.sorted())")
    }

    @Test("no file imports Routing or Time without a word of it", arguments: ["Routing", "Time"])
    func unused(module: String) throws {
        // Whatever the module declares; a word that others declare, too, counts as its own.
        let declared = try SwiftSource.all(below: "Sources/\(module)").flatMap { source in
            source.code.matches(
                of: /\b(?:struct|enum|class|protocol|func|var|let|case|typealias|init)\b(?:\s+|(?=\())`?([A-Za-z_]\w*)?/
            ).compactMap { $0.output.1.map(String.init) }
        }
        let names = Set(declared).union(["=="])
        for source in try SwiftSource.all(below: "Sources") where source.imports.contains(module) {
            let body = source.code.split(separator: "\n").filter { !$0.contains("import ") }.joined(separator: "\n")
            let words = body.split { !$0.isLetter && !$0.isNumber && $0 != "_" }
            #expect(
                words.contains { names.contains(String($0)) }, "\(source.path) imports \(module) and uses nothing of it"
            )
        }
    }
}
