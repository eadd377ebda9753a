import DirectoryFiles
import Foundation
import Routing
import TestSupport
import Testing
import Time

@Suite("The example directory")
struct ExampleTests {
    private static let path = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../etc/majord")
        .standardized.path

    private func example() throws -> Directory {
        let (directory, findings) = DirectoryReader.read(at: Self.path, now: TestFolder.now)
        #expect(findings.map(\.description) == [])
        return try #require(directory)
    }

    @Test("is sound, and compiles")
    func sound() throws {
        let directory = try example()
        #expect(throws: Never.self) { try RoutingTable(directory: directory, roster: Roster(), generation: 1) }
        #expect(directory.agents.count >= 4)
        #expect(directory.clients.count >= 6)
    }

    /// The examples that a newcomer copies name no Unix user, since there is none of that name yet.
    @Test("names no Unix user but in a remark, with which it is sound, too")
    func users() throws {
        #expect(DirectoryReader.readKeeping(at: Self.path, now: TestFolder.now).users == [])
        let folder = try TestFolder()
        try FileManager.default.removeItem(atPath: folder.path + "/clients.d/noord.yaml")
        // Not copied as they are: whoever runs the tests need not own the tree.
        for name in try FileManager.default.subpathsOfDirectory(atPath: Self.path) where name.contains(".") {
            guard !name.hasSuffix(".d") else { continue }
            try Data(contentsOf: URL(filePath: "\(Self.path)/\(name)")).write(
                to: URL(filePath: "\(folder.path)/\(name)"))
        }
        for name in ["majord.yaml", "agents.yaml"] {
            let text = try String(contentsOfFile: "\(folder.path)/\(name)", encoding: .utf8)
            try folder.write(name, text.replacing("# user:", with: "user:"))
        }
        let reading = DirectoryReader.readKeeping(at: folder.path, now: TestFolder.now)
        #expect(reading.findings == [])
        #expect(reading.users.map(\.name) == ["emulder", "jdevries", "mbakker", "sjansen", "pdeboer"])
    }

    @Test(
        "those of the README and of the manual page are sound, too",
        arguments: [("README.md", "# /etc/majord/", "```"), ("docs/man/majord.yaml.5", "# ", ".Ed")])
    func texts(file: String, heading: String, end: String) throws {
        let text = try String(contentsOfFile: Self.path + "/../../" + file, encoding: .utf8)
        let folder = try TestFolder()
        try FileManager.default.removeItem(atPath: folder.path + "/clients.d/noord.yaml")
        for name in ["majord.yaml", "agents.yaml", "clients.d/noord.yaml"] {
            let start = try #require(text.ranges(of: heading + name + "\n").last)
            let lines = text[start.upperBound...].split(separator: "\n", omittingEmptySubsequences: false)
                .prefix { !$0.contains(end) && !$0.hasPrefix("# ") }
            let indentation = lines.first?.prefix { $0 == " " }.count ?? 0
            try folder.write(
                name,
                lines.map { String($0.dropFirst(indentation)) }.joined(separator: "\n")
                    .replacing(", holidays: holidays.ics", with: ""))
        }
        let reading = DirectoryReader.readKeeping(at: folder.path, now: TestFolder.now)
        #expect(reading.findings.map(\.description) == [])
        #expect(reading.users == [])
        #expect(reading.directory?.clients.count == 1)
    }

    @Test("has the specified client in every detail")
    func client() throws {
        let client = try #require(try example().clients.first { $0.id == ClientID("scholengroep-noord") })
        #expect(client.name == "Stichting Scholengroep Noord")
        #expect(client.size == .large)
        #expect(client.schools == 41)
        #expect(client.pair == Pair(primary: AgentID("jdevries"), backup: AgentID("mbakker")))
        #expect(client.introduced?.description == "2026-01-12")
        #expect(client.agreement.title == "Prestatie-afspraken MOO 2026")
        #expect(client.agreement.references == ["MA-2026-014", "PO 8812"])
        #expect(client.agreement.start.description == "2026-01-01")
        #expect(client.agreement.end?.description == "2027-12-31")
        #expect(client.agreement.level == "niveau-1")
        #expect(client.agreement.terms == Agreement.Terms(before: "bijlage 2", during: "bijlage 2", after: "bijlage 2"))
        #expect(client.signatory == Person(name: "van Dam", function: "bestuurder"))
        let address = Address(
            street: "Stationsweg", number: "12a", postcode: "9726 AC", city: "Groningen", country: "NL")
        #expect(client.address == address)
        #expect(
            client.numbers.map(\.block.description)
                == ["+31505550100", "+31505550200 - +31505550299", "+31505551*"])
        #expect(client.numbers.map(\.text) == ["+31 50 555 01 00", "+31 50 555 02 00 - 02 99", "050 555 1*"])
        #expect(client.contacts.first?.title == "Karin Smit, ICT-coördinator")
        #expect(client.contacts.first?.mobile?.block.description == "+31612345678")
        #expect(client.contacts.first?.email == "k.smit@noord.example")
        #expect(client.notes == "Eigen glasvezel; wijzigingen alleen na 16:00.")
    }

    @Test("has the settings that the file says")
    func settings() throws {
        let directory = try example()
        #expect(directory.settings.region == "NL")
        #expect(directory.settings.timeZone.identifier == "Europe/Amsterdam")
        #expect(directory.settings.exclusiveNumbers.map(\.number.description) == ["+31880001234"])
        #expect(directory.settings.ring == .seconds(20))
        #expect(directory.settings.maxCall == .hours(4))
        #expect(directory.settings.retention == Settings.Retention(calls: .days(400), numbers: .days(90)))
        #expect(directory.settings.capacity == Capacity(large: 3, small: 6))
        #expect(directory.settings.overflow.fallback == Extension("2000"))
        #expect(directory.settings.overflow[.closed] == Extension("2900"))
        let late = try #require(directory.settings.levels.first { $0.name == "niveau-2" })
        #expect(late.hours[.friday].map { "\($0.from)-\($0.until)" } == ["07:00-12:00", "13:00-22:00"])
        #expect(late.hours[.sunday].map { "\($0.from)-\($0.until)" } == ["10:00-24:00"])
    }

    /// What stands in remarks, since it would change the example's days, is sound once it is no remark.
    @Test("its handover, own number, calendar and last day are sound, too")
    func remarks() throws {
        let folder = try TestFolder()
        try FileManager.default.removeItem(atPath: folder.path + "/clients.d/noord.yaml")
        for name in try FileManager.default.subpathsOfDirectory(atPath: Self.path) where name.contains(".") {
            guard !name.hasSuffix(".d") else { continue }
            var text = try String(contentsOfFile: "\(Self.path)/\(name)", encoding: .utf8)
            for key in ["handover", "calendar", "until", "- {number"] {
                text = text.replacing("# \(key):", with: "\(key):")
            }
            try folder.write(name, text)
        }
        let (directory, lines) = folder.read()
        #expect(lines == [])
        let noord = try #require(directory?.clients.first { $0.id == ClientID("scholengroep-noord") })
        #expect(noord.handovers.map(\.from.description) == ["2027-09-01"])
        #expect(directory?.settings.exclusiveNumbers.map(\.owner?.client) == [nil, noord.id])
        let pieter = directory?.agents.first { $0.id == AgentID("pdeboer") }
        #expect(pieter?.calendar == CalendarAddress(source: "hr", url: "https://hr.example/pdeboer.ics"))
        #expect(pieter?.employment.until?.description == "2027-06-30")
    }

    @Test("shows every feature of the files")
    func features() throws {
        let directory = try example()
        let blocks = directory.clients.flatMap(\.numbers).map(\.block)
        #expect(blocks.contains { if case .range = $0 { true } else { false } })
        #expect(blocks.contains { $0.description.hasPrefix("+32") })
        #expect(Set(directory.clients.map(\.size)) == Set(Client.Size.allCases))
        #expect(directory.agents.contains { $0.hours != nil })
        #expect(directory.clients.contains { $0.agreement.end == nil })
        #expect(directory.clients.contains { $0.agreement.start > ServiceClock(.gmt).day(of: TestFolder.now) })
        #expect(directory.clients.contains { $0.address?.country == "BE" })
        #expect(directory.settings.levels.count == 2)
        let settings = try String(contentsOfFile: Self.path + "/majord.yaml", encoding: .utf8)
        for cause in Overflow.Cause.allCases { #expect(settings.contains("  \(cause.rawValue): ")) }
    }

    @Test(
        "knows the Dutch public holidays",
        arguments: [
            "2026-12-25", "2026-12-26", "2027-01-01", "2027-03-26", "2027-03-28", "2027-03-29", "2027-04-27",
            "2027-05-06",
            "2027-05-16", "2027-05-17", "2028-04-14", "2030-05-05", "2031-04-26", "2032-05-17",
        ])
    func holidays(day: String) throws {
        let level = try #require(try example().settings.levels.first)
        #expect(level.closedDays.map(\.description).contains(day))
        #expect(level.closures.intervals.count > 70)
    }

    @Test("has no day too many")
    func ordinaryDays() throws {
        let days = Set(try #require(try example().settings.levels.first).closedDays.map(\.description))
        for day in ["2026-12-24", "2026-12-27", "2027-05-05", "2031-04-27", "2027-04-26", "2027-03-30"] {
            #expect(!days.contains(day), "\(day)")
        }
    }

    @Test("mutated at random, is read or refused, and never does harm", .timeLimit(.minutes(5)))
    func mutations() throws {
        var generator = SeededGenerator(seed: 42)
        let files = ["majord.yaml", "agents.yaml", "holidays.ics", "clients.d/scholengroep-noord.yaml"]
        let texts = try files.map { Array(try Data(contentsOf: URL(filePath: "\(Self.path)/\($0)"))) }
        let folder = try TestFolder()
        var refused = 0
        for round in 0..<400 {
            let index = round % files.count
            for (file, text) in zip(files, texts) {
                try Data(text).write(to: URL(filePath: "\(folder.path)/\(file)"))
            }
            let mutated = Self.mutated(texts[index], using: &generator)
            try Data(mutated).write(to: URL(filePath: "\(folder.path)/\(files[index])"))
            let (directory, lines) = folder.read()
            #expect((directory == nil) == lines.contains { $0.contains(": error: ") })
            if directory == nil { refused += 1 }
        }
        #expect(refused > 40)
    }

    private static func mutated(_ bytes: [UInt8], using generator: inout SeededGenerator) -> [UInt8] {
        var bytes = bytes
        for _ in 0..<Int.random(in: 1...4, using: &generator) where bytes.count > 20 {
            let place = Int.random(in: 0..<bytes.count - 10, using: &generator)
            let length = Int.random(in: 1...10, using: &generator)
            switch Int.random(in: 0..<5, using: &generator) {
            case 0: bytes[place] = UInt8.random(in: 0...255, using: &generator)
            case 1: bytes.removeSubrange(place..<place + length)
            case 2: bytes.insert(contentsOf: bytes[place..<place + length], at: place)
            case 3:
                bytes.insert(Array(":-[]{}#&*!|>'\"%@`, \n\t?".utf8).randomElement(using: &generator) ?? 0, at: place)
            default: bytes.removeLast(min(bytes.count - 1, place))
            }
        }
        return bytes
    }
}
