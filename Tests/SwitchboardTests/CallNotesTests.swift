import Routing
import Switchboard
import TestSupport
import Testing

@Suite("CallNotes")
struct CallNotesTests {
    @Test(
        "many notes at once are handed over in their order, in batches, and each is counted until it is taken on",
        arguments: [
            1, 8_192, 8_193, 50_000,
        ])
    func batches(count: Int) throws {
        let desk = try DeskTests().desk
        for call in 0..<count {
            _ = try desk.route(RouteRequest(caller: "0505550100", called: "+31880001234", callID: "\(call)")).get()
        }
        #expect(desk.notes.unrecorded.count == count)
        desk.notes.finish()
        var read: [String] = []
        desk.notes.readBatches { batch in
            // Those that are read here are still unrecorded.
            #expect(desk.notes.unrecorded.count == count - read.count)
            read += batch.map(\.callID)
        }
        #expect(read == (0..<count).map(String.init))
        #expect(desk.notes.unrecorded.count == 0 && desk.notes.unrecorded.oldest == nil)
        #expect(desk.notes.counts.dropped == 0)
    }

    @Test("what nobody reads is dropped beyond the capacity, and counted")
    func dropped() throws {
        let desk = try DeskTests().desk
        let extra = 7
        for call in 0..<CallNotes.capacity + extra {
            _ = try desk.route(RouteRequest(caller: "0505550100", called: "+31880001234", callID: "\(call)")).get()
        }
        #expect(desk.notes.counts.dropped == extra)
        #expect(desk.notes.unrecorded.count == CallNotes.capacity)
    }
}
