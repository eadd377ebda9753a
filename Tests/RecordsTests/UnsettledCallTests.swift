import Foundation
import GRDB
import Routing
import TestSupport
import Testing
import Time

@testable import Records

@Suite("Calls that wait to be settled", .eachEngine)
struct UnsettledCallTests {
    @Test("a call that somebody has made unreadable keeps no other one from being settled")
    func unreadable() throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "unsettled-\(UUID())").path
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        let engine = try TestRecords(folder: folder)
        let start = Instant(clamping: 1_800_000_000_000)
        for id in ["a", "b"] {
            let ended = CallRecord.Report(.ended(.cancelled), .ends)
            try SQLCalls(engine: engine).record([
                CallRecord.Change(callID: id, instant: start, what: .decided(.example(caller: .noord))),
                CallRecord.Change(callID: id, instant: start, what: .reported(ended)),
            ])
        }
        let missed = SQLMissed(engine: engine)
        let later = start.advanced(by: CallRecord.settling)
        #expect(try missed.unsettledCalls(until: later.advanced(by: Milliseconds(-1)), limit: 9).isEmpty)
        #expect(try missed.unsettledCalls(until: later, limit: 9).map(\.record.callID) == ["a", "b"])
        try engine.write { _ = try $0.execute("UPDATE call SET targets = 'nobody' WHERE call_id = 'a'", []) }
        #expect(try missed.unsettledCalls(until: later, limit: 9).map(\.record.callID) == ["b"])
    }
}
