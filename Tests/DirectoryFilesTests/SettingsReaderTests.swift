import Routing
import Testing
import Time

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
        "walls": "walls: [{name: Hal, login: hal}]",
        "records": "records: host=/run/postgresql dbname=majord",
        "site": "site: zwolle",
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

    @Test("targets of a level are read; days of service are as long as those of its week")
    func targets() throws {
        let level = try #require(
            try settings(
                TestFolder.settings.replacing(
                    "niveau-1:",
                    with: """
                        niveau-1:
                            answer_within: {share: 90, seconds: 20}
                            close_within: {incident: 8h, request: 5d}
                        """)
            ).levels.first)
        #expect(level.answerWithin == ServiceLevel.AnswerTarget(share: 90, seconds: 20))
        #expect(level.closeWithin == [.incident: .hours(8), .request: .minutes(5 * 630)])
    }

    @Test(
        "a target that is none is an error at its place",
        arguments: [
            ("answer_within: {share: 90}", "`seconds` is missing"),
            ("answer_within: {share: 101, seconds: 20}", "`share` must be a number from 1 to 100, not `101`"),
            ("answer_within: {share: 90, seconds: 0}", "`seconds` must be a number from 1 to 3600, not `0`"),
            ("answer_within: 90", "`answer_within` must have keys and values"),
            ("close_within: {incidents: 8h}", "unknown key `incidents`; did you mean `incident`?"),
            ("close_within: {request: 5}", "`request` must be a duration"),
            ("close_within: {request: 2y}", "`request` must be from 1m to 365d"),
        ])
    func wrongTargets(line: String, error: String) throws {
        let folder = try TestFolder()
        try folder.write("majord.yaml", TestFolder.settings + "\n    \(line)\n")
        let (directory, findings) = folder.read()
        #expect(directory == nil)
        #expect(findings.contains { $0.hasPrefix("majord.yaml:9:") && $0.contains(error) }, "\(findings)")
    }

    @Test("a level whose targets change is a change of the levels")
    func targetsDiffer() throws {
        let changed = try settings(TestFolder.settings + "\n    close_within: {request: 2d}\n")
        #expect(changed.keys(differingFrom: try settings(TestFolder.settings)) == ["levels"])
    }

    @Test("each has a key of its own, and agents and clients are none")
    func keys() {
        let keys = SettingsReader.Key.allCases.map(\.rawValue)
        #expect(Set(keys).count == keys.count)
        #expect(SettingsReader.Key(rawValue: "rings") == nil)
        #expect(SettingsReader.Key(rawValue: "clients") == .clients)
    }
}
