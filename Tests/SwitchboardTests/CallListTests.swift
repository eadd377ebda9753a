import Foundation
import Logging
import Records
import Routing
import Switchboard
import TestSupport
import Testing
import Time

@Suite("Calls, a page at a time")
struct CallListTests {
    private let manager = Requester(user: "root", uid: 0, isManager: true, isPBX: false)
    private let clock = TestClock(Instant(clamping: 1_790_000_000_000))

    private func switchboard() throws -> Switchboard {
        let folder = FileManager.default.temporaryDirectory.appending(path: "call-list-\(UUID())")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        try Data(SwitchboardTests.directory.utf8).write(to: folder.appending(path: "majord.yaml"))
        return try Switchboard(
            configuration: folder.appending(path: "majord.yaml").path, ledger: try Ledger(folder: folder.path),
            logger: Logger(label: "test"), now: { [clock] in clock.now })
    }

    @Test("of calls of the same millisecond none is shown twice or left out, also where more come meanwhile")
    func pages() async throws {
        let switchboard = try switchboard()
        func call(_ number: Int) throws {
            let request = RouteRequest(caller: "0505550100", called: "+31880001234", callID: "call-\(number)")
            _ = try switchboard.desk.route(request).get()
        }
        for number in 0..<7 { try call(number) }
        switchboard.desk.notes.finish()
        await switchboard.recorder.run()

        var (shown, pages): ([String], Int) = ([], 0)
        var wish = Switchboard.CallsWish(limit: 3)
        repeat {
            let (calls, next) = try await switchboard.calls(wish, by: manager)
            #expect(calls.count <= 3)
            shown += calls.map(\.record.callID)
            wish.before = next.flatMap { CallPosition($0.description) }
            #expect((wish.before == nil) == (next == nil))
            pages += 1
        } while wish.before != nil
        #expect(pages == 3)
        #expect(shown == (0..<7).reversed().map { "call-\($0)" })
    }

    @Test("a page that ends with the last call is the last")
    func end() async throws {
        let switchboard = try switchboard()
        let request = RouteRequest(caller: "0505550100", called: "+31880001234", callID: "call")
        _ = try switchboard.desk.route(request).get()
        switchboard.desk.notes.finish()
        await switchboard.recorder.run()
        let (calls, next) = try await switchboard.calls(.init(limit: 1), by: manager)
        #expect(calls.count == 1 && next == nil)
    }
}
