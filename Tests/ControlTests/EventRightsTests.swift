import MajorAPI
import Records
import Routing
import Switchboard
import Testing

/// The user of majord-notify.service.
@Suite("Who tells of events")
struct EventRightsTests {
    private let notifier = Requester(user: "majord-notify", uid: 990, isManager: false, isPBX: false)

    @Test("he reads all events, keeps how far programs were told, and may do nothing else")
    func notifier() async throws {
        let office = try ControlOffice()
        let switchboard = office.switchboard
        #expect(try await switchboard.told("mail", by: notifier) == nil)
        try await switchboard.note("mail", toldOf: 0, by: notifier)
        #expect(try await switchboard.told("mail", by: notifier) == 0)
        #expect(try await switchboard.events(EventQuery(), by: notifier).events.isEmpty)
        #expect(!notifier.isManager && !notifier.mayReadDigest && !notifier.maySeeRoster(switchboard.table))
    }

    @Test("of what is still to come nobody is told", arguments: [1, 9_000, Int64.max, -1])
    func unknown(number: Int64) async throws {
        let office = try ControlOffice()
        await #expect(throws: Switchboard.EventRefusal.self) {
            try await office.switchboard.note("mail", toldOf: number, by: notifier)
        }
        #expect(try await office.switchboard.told("mail", by: notifier) == nil)
    }

    @Test("at a desk phone nobody is he", arguments: ["majord-notify", "stranger"])
    func others(name: String) async throws {
        let office = try ControlOffice()
        let other = Requester(
            phone: try #require(Extension("2101")), peer: PBXPeer(socket: .pbx, user: 990, connection: 1),
            userName: name)
        await #expect(throws: Switchboard.EventRefusal.self) {
            _ = try await office.switchboard.told("mail", by: other)
        }
    }
}
