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

    /// The days on which gaps begin that have come into view.
    private static func gaps(_ outlook: inout Outlook, _ table: RoutingTable, at instant: Instant) -> [String] {
        guard let unseen = outlook.unseen(at: instant) else { return [] }
        return Outlook.gaps(of: table, in: unseen).flatMap { entry, stretches in
            stretches.map { "\(entry.client.id) \(clock.rfc3339($0.start).prefix(10))" }
        }
    }

    /// With nobody there from ten on the first day, and on two days before and after what is in view then: 26 weeks after 2 March is 31 August.
    private static func gapTable() throws -> RoutingTable {
        try table(
            absences: ["jdevries", "mbakker"].enumerated().flatMap { index, agent in
                [
                    absence(Int64(index), agent, .leave, from: "2026-03-02 00:00", until: "2026-03-03 00:00"),
                    absence(Int64(index + 2), agent, .leave, from: "2026-08-24 00:00", until: "2026-08-25 00:00"),
                    absence(Int64(index + 4), agent, .leave, from: "2026-09-03 00:00", until: "2026-09-04 00:00"),
                ]
            })
    }

    @Test(
        "a gap is told when its day comes into view, once; what was in view before is not, nor a gap that is there already"
    )
    func gaps() throws {
        let table = try Self.gapTable()
        var outlook = Outlook(seenUntil: Self.start.advanced(by: RoutingTable.outlook))
        var told: [String] = []
        for day in 0..<8 {
            for hour in [0, 7, 14] {
                let instant = Self.start.advanced(by: .days(day)).advanced(by: .hours(hour))
                told += Self.gaps(&outlook, table, at: instant).map { "day \(day): \($0)" }
            }
        }
        #expect(told == ["day 3: noord 2026-09-03"])
    }

    @Test(
        "a majord that was stopped tells what came into view meanwhile, and one that never looked all that is in view",
        arguments: [
            (nil, 0, ["noord 2026-08-24"]), (0, 3, ["noord 2026-09-03"]), (0, 60, ["noord 2026-09-03"]),
            (-400, 0, ["noord 2026-08-24"]), (0, 0, []), (1_000, 0, []),
        ] as [(seen: Int?, now: Int, told: [String])])
    func restarts(seen: Int?, now: Int, told: [String]) throws {
        let table = try Self.gapTable()
        func day(_ number: Int) -> Instant { Self.start.advanced(by: .days(number)) }
        let horizon = seen.map { day($0).advanced(by: RoutingTable.outlook) }
        var outlook = Outlook(seenUntil: horizon)
        #expect(Self.gaps(&outlook, table, at: day(now)) == told)
        // A clock that was years ahead keeps nothing back for years.
        #expect(Self.gaps(&outlook, table, at: day(now + 7)) == (now == 0 ? ["noord 2026-09-03"] : []))
    }

    @Test("a request that waits is told of two days ahead, and when it has lapsed")
    func requests() throws {
        let leave = Self.absence(7, "jdevries", .leave, from: "2026-03-06 09:00", until: "2026-03-07 00:00")
        let table = try Self.table(requests: [LeaveRequest(leave: leave)])
        var outlook = Outlook(seenUntil: nil)
        let rows: [(String, [Outlook.News])] = [
            ("2026-03-04 08:59", []), ("2026-03-04 09:00", [.undecided(7)]), ("2026-03-05 09:00", []),
            ("2026-03-06 08:59", []), ("2026-03-06 09:00", [.lapsed(7)]), ("2026-03-06 10:00", []),
        ]
        for (time, news) in rows { #expect(outlook.look(table, at: at(time)) == news, "\(time)") }
    }

    @Test("a sickness without an end is asked after when it has lasted longer than review_after")
    func sickness() throws {
        let table = try Self.table(absences: [
            Self.absence(1, "jdevries", .sickness, from: "2026-03-02 10:00", until: nil),
            Self.absence(2, "mbakker", .sickness, from: "2026-03-02 10:00", until: "2026-04-02 10:00"),
        ])
        var outlook = Outlook(seenUntil: nil)
        #expect(outlook.look(table, at: at("2026-03-16 10:00")).isEmpty)
        #expect(outlook.look(table, at: at("2026-03-16 10:01")) == [.longSickness(1)])
        #expect(outlook.look(table, at: at("2026-03-17 10:01")).isEmpty)
    }
}
