import Foundation
import Testing
import Time
import Wording

@testable import majorctl

@Suite("The file of a calendar")
struct CalendarFileTests {
    private let folder = FileManager.default.temporaryDirectory.appending(path: "calendar-\(UUID())")

    private func failure(_ path: String) -> CalendarFile.Failure? {
        #expect(throws: CalendarFile.Failure.self) { _ = try CalendarFile.text(path) }
    }

    private func file(_ bytes: Data) throws -> String {
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let path = folder.appending(path: "leave.ics")
        try bytes.write(to: path)
        return path.path
    }

    @Test("a folder, a file that is not there and other encodings are told from each other, with the cure")
    func failures() throws {
        defer { try? FileManager.default.removeItem(at: folder) }
        let text = "BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n"
        let utf16 = try file(try #require(text.data(using: .utf16)))
        #expect(failure(folder.path) == .isFolder)
        #expect(failure(folder.path + "/none.ics") == .missing)
        #expect(failure(utf16) == .encoding("UTF-16"))
        let words = LeaveImportWords(.en)
        #expect(CalendarFile.Failure.isFolder.text("/tmp", words) == "/tmp is a folder; name the calendar's file in it")
        #expect(
            CalendarFile.Failure.encoding("UTF-16").text("a.ics", words)
                == "a.ics is UTF-16, and a calendar is UTF-8; export it anew, or save it as UTF-8")
        #expect(CalendarFile.Failure.notAllowed.text("-", LeaveImportWords(.nl)).contains("de standaardinvoer"))
        #expect(try CalendarFile.text(try file(Data(text.utf8))) == text)
    }
}
