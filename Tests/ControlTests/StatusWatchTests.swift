import MajorAPI
import Numbering
import Routing
import Switchboard
import Testing

@testable import Varlink

/// Whoever watches the status is told each change once.
@Suite("Watching the status")
struct StatusWatchTests {
    @Test("a call, an absence and what they mean for clients are told as they come; a mere question is not")
    func changes() async throws {
        let office = try ControlOffice()
        let recording = Task { await office.switchboard.recorder.run() }
        let (replies, told) = AsyncStream<RosterAPI.Status.Reply>.makeStream()
        let watching = Task {
            let call = VarlinkCall(method: RosterAPI.Status.method, parameters: ["clients": true], more: true)
            _ = await office.service.answer(call, from: Asker.manager.peer) { reply in
                if let status: RosterAPI.Status.Reply = try? VarlinkReply(reply).parameters.decoded() {
                    told.yield(status)
                }
            }
        }
        var statuses = replies.makeAsyncIterator()
        let first = try #require(await statuses.next())
        #expect(first.agents.map(\.state) == [.available, .available])
        #expect(first.clientStates?.map(\.state) == [.covered])

        let phone = try #require(office.switchboard.table.agents.first?.agent.phone)
        _ = office.switchboard.desk.route(
            RouteRequest(caller: "+31505550100", called: "+31880001234", callID: "call-1"))
        office.switchboard.desk.report(CallEvent(callID: "call-1", kind: .answered(phone))) {}
        let onThePhone = try #require(await statuses.next())
        #expect(onThePhone.agents.map(\.state) == [.busy, .available])
        #expect(onThePhone.agents.first?.calls.map(\.answered) == [true])

        office.switchboard.desk.report(CallEvent(callID: "call-1", kind: .ended(.answered))) {}
        let free = try #require(await statuses.next())
        #expect(free.agents.map(\.state) == [.available, .available])

        _ = try await office.switchboard.reportSick(agent: "jdevries", until: nil, note: nil, by: office.manager)
        let sick = try #require(await statuses.next())
        #expect(sick.agents.map(\.state) == [.sickness, .available])
        #expect(sick.clientStates?.map(\.state) == [.covered])
        _ = try await office.switchboard.reportSick(agent: "mbakker", until: nil, note: nil, by: office.manager)
        let nobody = try #require(await statuses.next())
        #expect(nobody.clientStates?.map(\.state) == [.uncovered])

        watching.cancel()
        await office.switchboard.finish()
        office.switchboard.desk.notes.finish()
        await recording.value
    }

    @Test("how clients stand is told to those who ask for it and may see the roster", arguments: Asker.allCases)
    func clients(asker: Asker) async throws {
        let office = try ControlOffice()
        let plain = try await office.call(RosterAPI.Status.method, by: asker)
        #expect(plain.parameters["client_states"] == nil)
        let asked = try await office.call(RosterAPI.Status.method, ["clients": true], by: asker)
        #expect((asked.parameters["client_states"] != nil) == (asker != .stranger), "\(asked)")
    }
}
