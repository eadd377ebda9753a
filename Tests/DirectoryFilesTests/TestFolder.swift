import DirectoryFiles
import Foundation
import Routing
import Testing
import Time

/// A folder with a small sound directory, of which a test changes what it is about.
struct TestFolder: ~Copyable {
    let path: String

    /// 2026-11-22, noon UTC.
    static let now = Instant(clamping: 20_779 * 86_400_000 + 43_200_000)

    init() throws {
        path = FileManager.default.temporaryDirectory.path + "/majord-\(UUID().uuidString)"
        try FileManager.default.createDirectory(atPath: path + "/clients.d", withIntermediateDirectories: true)
        try write("majord.yaml", Self.settings)
        try write("agents.yaml", Self.agents)
        try write("clients.d/noord.yaml", Self.client)
    }

    deinit {
        try? FileManager.default.removeItem(atPath: path)
    }

    func write(_ name: String, _ text: String) throws {
        try Data(text.utf8).write(to: URL(filePath: "\(path)/\(name)"))
    }

    /// Replaces the only occurrence of a text in a file.
    func replace(_ old: String, with new: String, in name: String) throws {
        let text = try String(contentsOfFile: "\(path)/\(name)", encoding: .utf8)
        try #require(text.ranges(of: old).count == 1, "\(old) is not once in \(name)")
        try write(name, text.replacing(old, with: new))
    }

    func read() -> (directory: Directory?, lines: [String]) {
        let (directory, findings) = DirectoryReader.read(at: path, now: Self.now)
        return (directory, findings.map { $0.description.replacing(path + "/", with: "") })
    }

    static let settings = """
        region: NL
        time_zone: Europe/Amsterdam
        exclusive_numbers: [+31880001234]
        overflow:
          default: 2000
        levels:
          niveau-1:
            hours: {mon-fri: "07:30-18:00"}
        """

    static let agents = """
        agents:
          - id: jdevries
            name: Joke de Vries
            extension: 2101
            user: jdevries
          - id: mbakker
            name: Mark Bakker
            extension: 2102
            user: mbakker
        """

    static let client = """
        id: noord
        name: Scholengroep Noord
        size: large
        schools: 41
        primary: jdevries
        backup: mbakker
        introduced: 2026-01-12
        agreement:
          title: Afspraken
          start: 2026-01-01
          end: 2027-12-31
          level: niveau-1
        numbers:
          - +31 50 555 01 00
        contacts:
          - name: Karin Smit
            mobile: 06-12345678
        """
}
