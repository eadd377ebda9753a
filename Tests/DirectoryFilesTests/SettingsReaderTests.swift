import Routing
import Testing

@testable import DirectoryFiles

@Suite("Settings")
struct SettingsReaderTests {
    /// One other value for each setting, as a line of a file.
    private static let others = [
        "region": "region: BE",
        "time_zone": "time_zone: Europe/Berlin",
        "exclusive_numbers": "exclusive_numbers: [+31880001235]",
        "ring": "ring: 30s",
        "when_busy": "when_busy: ring",
        "max_call": "max_call: 5h",
        "wrap_up": "wrap_up: 30s",
        "diverted": "diverted: diverter",
        "overflow": "overflow: {default: 2001}",
        "levels": "levels: {niveau-1: {hours: {mon-fri: \"07:30-17:00\"}}}",
        "capacity": "capacity: {large: 4}",
        "retention": "retention: {numbers: 30d}",
        "review_after": "review_after: 7d",
        "stale_after": "stale_after: 12h",
        "pin": "pin: 3d",
        "callback_within": "callback_within: 30m",
        "log_numbers": "log_numbers: none",
        "noon": "noon: \"13:00\"",
        "languages": "languages: nl",
        "managers": "managers: [{name: Els Mulder, login: emulder}]",
    ]

    private func settings(_ lines: String) throws -> Settings {
        let folder = try TestFolder()
        try folder.write("majord.yaml", lines)
        let (directory, findings) = folder.read()
        return try #require(directory, "\(findings)").settings
    }

    /// The lines of the test's directory, with another value of one setting.
    private func lines(changing key: String) -> String {
        var lines: [String] = []
        var isReplaced = false
        for line in TestFolder.settings.split(separator: "\n").map(String.init) {
            if !line.hasPrefix(" ") { isReplaced = line.hasPrefix("\(key):") }
            if !isReplaced { lines.append(line) }
        }
        return (lines + [Self.others[key] ?? ""]).joined(separator: "\n")
    }

    @Test("each is read from its own key into its own place", arguments: SettingsReader.settings.map(\.key))
    func difference(key: String) throws {
        let standard = try settings(TestFolder.settings)
        let other = try settings(lines(changing: key))
        #expect(other.keys(differingFrom: standard) == [key])
        #expect(standard.keys(differingFrom: standard) == [])
    }

    @Test("an exclusive number on another line is the same")
    func places() throws {
        let moved = try settings("# moved\n" + TestFolder.settings)
        #expect(moved.keys(differingFrom: try settings(TestFolder.settings)) == [])
    }

    @Test("each has a key of its own, and agents and clients are none")
    func keys() {
        let keys = SettingsReader.Key.allCases.map(\.rawValue)
        #expect(Set(keys).count == keys.count)
        #expect(SettingsReader.Key(rawValue: "rings") == nil)
        #expect(SettingsReader.Key(rawValue: "clients") == .clients)
    }
}
