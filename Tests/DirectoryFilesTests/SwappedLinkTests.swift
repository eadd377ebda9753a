import Foundation
import Glibc
import Routing
import Synchronization
import Testing

@testable import DirectoryFiles

@Suite("Links that are swapped while a directory is read")
struct SwappedLinkTests {
    /// Two directories, each of which names nothing that the other has.
    private struct Versions: ~Copyable {
        /// How many files each of them has.
        static let files = 14
        let path = FileManager.default.temporaryDirectory.path + "/majord-\(UUID().uuidString)"

        init() throws {
            for version in ["a", "b"] {
                let folder = "\(path)/\(version)/majord"
                try FileManager.default.createDirectory(
                    atPath: folder + "/clients.d", withIntermediateDirectories: true)
                try write("\(version)/majord/majord.yaml", Self.settings([version]))
                try write("\(version)/majord/agents.yaml", Self.agents([version]))
                for number in 10..<(8 + Self.files) {
                    let client = TestFolder.client.replacing("id: noord", with: "id: \(version)-\(number)")
                        .replacing("niveau-1", with: "niveau-\(version)").replacing("jdevries", with: "joke-\(version)")
                        .replacing("mbakker", with: "mark-\(version)").replacing("01 00", with: "01 \(number)")
                        .replacing("06-12345678", with: "06-123456\(number)")
                    try write("\(version)/majord/clients.d/\(number).yaml", client)
                }
            }
        }

        deinit { try? FileManager.default.removeItem(atPath: path) }

        func write(_ name: String, _ text: String) throws {
            try Data(text.utf8).write(to: URL(filePath: "\(path)/\(name)"))
        }

        static func settings(_ versions: [String]) -> String {
            "time_zone: Europe/Amsterdam\nexclusive_numbers: [+31880001234]\noverflow: {default: 2000}\n"
                + "capacity: {large: 100, small: 100}\nlevels:\n"
                + versions.map { "  niveau-\($0): {hours: {mon-fri: \"07:30-18:00\"}}\n" }.joined()
        }

        static func agents(_ versions: [String]) -> String {
            "agents:\n"
                + versions.enumerated().map { index, version in
                    "  - {id: joke-\(version), name: Joke, extension: 21\(index)1}\n"
                        + "  - {id: mark-\(version), name: Mark, extension: 21\(index)2}\n"
                }.joined()
        }
    }

    /// Lets a link lead to one target and to the other, in turn, until it is told to stop.
    private final class Swapping: Sendable {
        private let isDone = Atomic(false)
        private let hasEnded = DispatchSemaphore(value: 0)

        init(_ link: String, _ targets: [String]) {
            Self.lead(link, to: targets[0])
            Thread { [self] in
                var turn = 0
                while !isDone.load(ordering: .relaxed) {
                    turn += 1
                    Self.lead(link, to: targets[turn % targets.count])
                }
                hasEnded.signal()
            }.start()
        }

        func stop() {
            isDone.store(true, ordering: .relaxed)
            hasEnded.wait()
        }

        static func lead(_ link: String, to target: String) {
            symlink(target, link + ".new")
            rename(link + ".new", link)
        }
    }

    private func expectOneDirectory(at path: String, _ link: String, _ targets: [String]) {
        // By chance, in the midst of reading a file, too.
        let swapping = Swapping(link, targets)
        for _ in 0..<30 { expectOne(DirectoryReader.reading(at: path, now: TestFolder.now), "by chance") }
        swapping.stop()
        // Behind each of the files in turn, and back again behind a later one.
        for file in 1...Versions.files {
            for later in [file + 1, file + 7] {
                Swapping.lead(link, to: targets[0])
                let progress = ReadingProgress { count in
                    if count == file { Swapping.lead(link, to: targets[1]) }
                    if count == later { Swapping.lead(link, to: targets[0]) }
                }
                let reading = DirectoryReader.reading(at: path, now: TestFolder.now, progress: progress)
                expectOne(reading, "swapped behind file \(file), and back behind \(later)")
            }
        }
    }

    private func expectOne(_ reading: DirectoryReader.Reading, _ when: String) {
        #expect(reading.findings == [], "\(when)")
        #expect(reading.directory?.clients.count == Versions.files - 2, "\(when)")
        #expect(Set(reading.directory?.clients.map { $0.id.description.prefix(1) } ?? []).count == 1, "\(when)")
    }

    @Test("the directory itself is a link")
    func directory() throws {
        let versions = try Versions()
        expectOneDirectory(
            at: versions.path + "/current", versions.path + "/current", ["a/majord", "b/majord"])
    }

    @Test("a folder on the way is a link")
    func parent() throws {
        let versions = try Versions()
        expectOneDirectory(at: versions.path + "/current/majord", versions.path + "/current", ["a", "b"])
    }

    @Test("clients.d is a link")
    func clients() throws {
        let versions = try Versions()
        try FileManager.default.createDirectory(
            atPath: versions.path + "/majord", withIntermediateDirectories: false)
        try versions.write("majord/majord.yaml", Versions.settings(["a", "b"]))
        try versions.write("majord/agents.yaml", Versions.agents(["a", "b"]))
        expectOneDirectory(
            at: versions.path + "/majord", versions.path + "/majord/clients.d",
            ["../a/majord/clients.d", "../b/majord/clients.d"])
    }

    @Test("files that change after they were read are noticed, as is a folder that was replaced as a whole")
    func noticed() throws {
        let versions = try Versions()
        func lead(to version: String) {
            symlink(version, versions.path + "/new")
            rename(versions.path + "/new", versions.path + "/current")
        }
        lead(to: "a")
        let whole = FileSource(path: versions.path + "/current/majord", keeping: false)
        #expect(try whole.kind() == .folder)
        let first = try whole.text(whole.path + "/majord.yaml")
        #expect(whole.isUnchanged)
        lead(to: "b")
        #expect(try whole.text(whole.path + "/majord.yaml") == first)
        #expect(!whole.isUnchanged)
        #expect(!whole.isMixed)
        // Every file is a link of its own by way of the one that is swapped.
        try FileManager.default.createDirectory(atPath: versions.path + "/majord", withIntermediateDirectories: false)
        for name in ["majord.yaml", "agents.yaml"] {
            #expect(symlink("../current/majord/\(name)", "\(versions.path)/majord/\(name)") == 0)
        }
        let links = FileSource(path: versions.path + "/majord", keeping: false)
        #expect(try links.kind() == .folder)
        #expect(try links.text(links.path + "/majord.yaml") != first)
        #expect(links.isUnchanged)
        lead(to: "a")
        #expect(try links.text(links.path + "/agents.yaml").contains("joke-a"))
        #expect(!links.isUnchanged)
        #expect(links.isMixed)
    }
}
