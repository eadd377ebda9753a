import Foundation
import Logging
import Records
import Routing
import Switchboard
import Synchronization
import TestSupport
import Testing
import Time

/// Files that leave very many clients without anybody.
@Suite("Many clients without anybody")
struct UncoveredClientsTests {
    /// Writes what it is told, and remembers what was written together.
    private final class TogetherEvents: EventRecords {
        private let base: any EventRecords
        private let writings = Mutex([[EventStep]]())

        init(_ base: any EventRecords) {
            self.base = base
        }

        /// How many events each transaction had, of those that had any.
        var counts: [Int] {
            writings.withLock(\.self).map { steps in
                steps.count { step in if case .tell = step { true } else { false } }
            }.filter { $0 > 0 }
        }

        func write(_ steps: [EventStep]) throws(LedgerError) {
            try base.write(steps)
            writings.withLock { $0.append(steps) }
        }

        func conditions() throws(LedgerError) -> Set<String> { try base.conditions() }
        func gapsSeen() throws(LedgerError) -> Instant? { try base.gapsSeen() }
        func events(_ query: EventQuery) throws(LedgerError) -> [Event] { try base.events(query) }
        func lastEvent() throws(LedgerError) -> Int64 { try base.lastEvent() }
        func told(_ program: String) throws(LedgerError) -> Int64? { try base.told(program) }
        func note(_ program: String, toldOf number: Int64) throws(LedgerError) {
            try base.note(program, toldOf: number)
        }
    }

    private static let clients = 300

    private let folder = FileManager.default.temporaryDirectory.appending(path: "uncovered-\(UUID())")
    private let now = at("2026-09-21 10:00")

    init() throws {
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    }

    /// - Parameter last: The pair's last day.
    private func write(until last: String?) throws {
        let until = last.map { ", until: \($0)" } ?? ""
        let text = OfficeDirectory.text().replacing("extension: 2101", with: "extension: 2101\(until)")
            .replacing("extension: 2102", with: "extension: 2102\(until)")
        let others = (1..<Self.clients).map { number in
            """
              - id: school-\(number)
                name: School \(number)
                size: small
                schools: 1
                primary: jdevries
                backup: mbakker
                introduced: 2026-01-12
                agreement: {title: Afspraken, start: 2026-01-01, level: altijd}
                numbers: [+3120555\(1_000 + number)]

            """
        }
        try Data((text + others.joined()).utf8).write(to: folder.appending(path: "majord.yaml"))
    }

    @Test(
        "a reload tells of each client, now or later, once and in the transaction that keeps its files",
        arguments: ["2026-09-20", "2026-10-31"])
    func reload(last: String) async throws {
        try write(until: nil)
        let ledger = try Ledger(folder: folder.path)
        let events = TogetherEvents(ledger.events)
        let switchboard = try Switchboard(
            configuration: folder.appending(path: "majord.yaml").path,
            ledger: Ledger(
                roster: ledger.roster, history: ledger.history, calendars: ledger.calendars, calls: ledger.calls,
                cases: ledger.cases, missed: ledger.missed, events: events, directories: ledger.directories,
                forgetting: ledger.forgetting, reports: ledger.reports, upkeep: ledger.upkeep,
                erasing: ledger.erasing, feeds: ledger.feeds),
            logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }, now: { [now] in now })
        await switchboard.keepDirectory().value
        #expect(events.counts == [])
        try write(until: last)
        guard case .done = await switchboard.reload() else {
            Issue.record("the reload was refused")
            return
        }
        await switchboard.watchConditions()
        await switchboard.lookAhead()
        // They come with the directory that brings them about, and none by itself.
        #expect(events.counts == [])
        #expect(Set(try ledger.events.events(EventQuery()).map(\.about.client)).count == Self.clients)
    }
}
