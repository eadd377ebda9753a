import DirectoryFiles
import Foundation
import Routing
import Switchboard
import TestSupport
import Testing
import Time

@Suite("What only time brings") struct OutlookTests {
    private static let clock = ServiceClock(amsterdam)
    private static let start = at("2026-03-02 10:00")

    private static func table(absences: [Absence] = [], requests: [LeaveRequest] = []) throws -> RoutingTable {
        let folder = FileManager.default.temporaryDirectory.appending(path: "outlook-\(UUID())")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let file = folder.appending(path: "majord.yaml")
        try Data(SwitchboardTests.directory.utf8).write(to: file)
        let reading = DirectoryReader.reading(at: file.path, now: start)
        let directory = try #require(reading.directory, "\(reading.findings)")
        return try RoutingTable(
            directory: directory, roster: Roster(absences: absences, requests: requests), generation: 1)
    }

    private static func absence(
        _ id: Int64, _ agent: String, _ kind: Absence.Kind, from: String, until: String?
    ) -> Absence {
        Absence(
            id: id, agent: AgentID(agent), kind: kind, start: at(from), end: until.map { at($0) }, enteredBy: agent,
            enteredAt: start)
    }

    private static func look(_ outlook: inout Outlook, _ table: RoutingTable, at instant: Instant) -> [Outlook.News] {
        let unseen = outlook.unseen(at: instant)
        return outlook.look(table, gaps: unseen.map { table.gaps(over: $0) } ?? [], at: instant)
    }

    @Test("a gap is told when its day comes into view, once; what was in view before is not")
    func gaps() throws {
        // 26 weeks after 2 March is 31 August.
        let both = ["jdevries", "mbakker"].enumerated().flatMap { index, agent in
            [
                Self.absence(Int64(index), agent, .leave, from: "2026-08-24 00:00", until: "2026-08-25 00:00"),
                Self.absence(Int64(index + 2), agent, .leave, from: "2026-09-03 00:00", until: "2026-09-04 00:00"),
            ]
        }
        let table = try Self.table(absences: both)
        var outlook = Outlook()
        var told: [String] = []
        for day in 0..<8 {
            for hour in [0, 7, 14] {
                let instant = Self.start.advanced(by: .days(day)).advanced(by: .hours(hour))
                for case .gap(let client, let times) in Self.look(&outlook, table, at: instant) {
                    let first = try #require(times.intervals.first)
                    told.append("day \(day): \(client) \(Self.clock.rfc3339(first.start).prefix(10))")
                }
            }
        }
        #expect(Set(told).count == told.count)
        #expect(told.allSatisfy { $0.hasPrefix("day 3:") && $0.hasSuffix("2026-09-03") }, "\(told)")
        #expect(!told.isEmpty)
    }

    @Test("a request that waits is told of two days ahead, and when it has lapsed")
    func requests() throws {
        let leave = Self.absence(7, "jdevries", .leave, from: "2026-03-06 09:00", until: "2026-03-07 00:00")
        let table = try Self.table(requests: [LeaveRequest(leave: leave)])
        var outlook = Outlook()
        let rows: [(String, [Outlook.News])] = [
            ("2026-03-04 08:59", []), ("2026-03-04 09:00", [.undecided(7)]), ("2026-03-05 09:00", []),
            ("2026-03-06 08:59", []), ("2026-03-06 09:00", [.lapsed(7)]), ("2026-03-06 10:00", []),
        ]
        for (time, news) in rows { #expect(Self.look(&outlook, table, at: at(time)) == news, "\(time)") }
    }

    @Test("a sickness without an end is asked after when it has lasted longer than review_after")
    func sickness() throws {
        let table = try Self.table(absences: [
            Self.absence(1, "jdevries", .sickness, from: "2026-03-02 10:00", until: nil),
            Self.absence(2, "mbakker", .sickness, from: "2026-03-02 10:00", until: "2026-04-02 10:00"),
        ])
        var outlook = Outlook()
        #expect(Self.look(&outlook, table, at: at("2026-03-16 10:00")).isEmpty)
        #expect(Self.look(&outlook, table, at: at("2026-03-16 10:01")) == [.longSickness(1)])
        #expect(Self.look(&outlook, table, at: at("2026-03-17 10:01")).isEmpty)
    }
}
