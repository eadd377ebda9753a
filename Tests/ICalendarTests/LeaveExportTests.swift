import Testing

@testable import ICalendar

@Suite("Leave in exports of programs")
struct LeaveExportTests {
    @Test("an agent's calendar means what a person sees in it", arguments: LeaveExports.all.map(\.program))
    func export(program: String) throws {
        let export = try #require(LeaveExports.all.first { $0.program == program })
        let reading = LeaveText.read(export.text)
        #expect(reading.findings == [])
        #expect(reading.leave.map(LeaveText.line) == export.leave)
        #expect(reading.others.map(LeaveText.line) == export.others)
        // The same with other ends of lines.
        #expect(LeaveText.read(export.text.replacing("\r\n", with: "\n")).leave == reading.leave)
        let all = Set(LeaveText.read(export.text, all: true).leave.map(LeaveText.line))
        #expect(all.isSuperset(of: export.leave + export.more))
    }

    @Test(
        "an export that is read again has the same leave by its identities", arguments: LeaveExports.all.map(\.program))
    func again(program: String) throws {
        let export = try #require(LeaveExports.all.first { $0.program == program })
        let reading = LeaveText.read(export.text)
        let before = reading.leave.enumerated().map { index, leave in
            ImportedLeave(
                id: Int64(index), identity: leave.identity, read: leave.interval, current: leave.interval)
        }
        let comparison = try LeaveComparison(
            reading.leave.map(\.entry), events: reading.events, before: before, now: LeaveText.now)
        #expect(comparison.isEmpty)
        #expect(comparison.same.count == export.leave.count)
        #expect(Set(reading.leave.map(\.identity)).count == export.leave.count)
    }
}
