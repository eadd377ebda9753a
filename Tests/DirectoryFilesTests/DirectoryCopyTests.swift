import DirectoryFiles
import Foundation
import Routing
import Testing

@Suite("Directory copy")
struct DirectoryCopyTests {
    private static let holidays = """
        BEGIN:VCALENDAR
        VERSION:2.0
        PRODID:test
        BEGIN:VEVENT
        UID:1@holidays.example
        DTSTAMP:20260101T000000Z
        DTSTART;VALUE=DATE:20261225
        SUMMARY:Eerste kerstdag
        END:VEVENT
        END:VCALENDAR

        """

    @Test("a copy of a folder reads as its files did, also when they have gone")
    func folder() throws {
        let copy: DirectoryCopy
        let read: DirectoryReader.Reading
        do {
            let folder = try TestFolder()
            try folder.write("holidays.ics", Self.holidays)
            try folder.replace(
                "hours: {mon-fri: \"07:30-18:00\"}",
                with: "{hours: {mon-fri: \"07:30-18:00\"}, holidays: holidays.ics}",
                in: "majord.yaml")
            try folder.write("clients.d/west.yaml", TestFolder.client.replacing("id: noord", with: "id: west"))
            try folder.write("clients.d/old.yml", "not read")
            read = DirectoryReader.readKeeping(at: folder.path + "/", now: TestFolder.now)
            copy = read.copy
            #expect(copy.path == folder.path)
            #expect(copy.files.count == 5)
        }
        let again = DirectoryReader.read(copy, now: TestFolder.now)
        // Both clients have one number, which is an error: findings come from a copy as well.
        #expect(
            again.findings.filter { !$0.text.contains("is not read") }
                == read.findings.filter { !$0.text.contains("is not read") })
        #expect(!again.findings.isEmpty)
    }

    @Test("a sound copy gives the same directory")
    func sound() throws {
        let folder = try TestFolder()
        try folder.write("holidays.ics", Self.holidays)
        try folder.replace(
            "hours: {mon-fri: \"07:30-18:00\"}", with: "{hours: {mon-fri: \"07:30-18:00\"}, holidays: holidays.ics}",
            in: "majord.yaml")
        let read = DirectoryReader.readKeeping(at: folder.path, now: TestFolder.now)
        try folder.write("majord.yaml", "broken: [")
        let again = try #require(DirectoryReader.read(read.copy, now: TestFolder.now).directory)
        let first = try #require(read.directory)
        #expect(again.settings.levels == first.settings.levels)
        #expect(again.clients == first.clients)
        #expect(again.settings.levels.first?.closedDays.count == 1)
        #expect(DirectoryReader.read(at: folder.path, now: TestFolder.now).directory == nil)
    }

    @Test("a single file has a copy, too")
    func file() throws {
        let folder = try TestFolder()
        let all = TestFolder.settings + "\n" + TestFolder.agents + "\nclients: []\n"
        try folder.write("all.yaml", all)
        let read = DirectoryReader.readKeeping(at: folder.path + "/all.yaml", now: TestFolder.now)
        #expect(read.copy.files == [folder.path + "/all.yaml": all])
        #expect(DirectoryReader.read(read.copy, now: TestFolder.now).directory?.agents == read.directory?.agents)
    }
}
