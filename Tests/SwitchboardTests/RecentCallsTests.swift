import Foundation
import Routing
import Switchboard
import Testing
import Time

@Suite("RecentCalls")
struct RecentCallsTests {
    private func routed(_ number: UInt64, _ table: RoutingTable) -> RoutedCall {
        RoutedCall(
            id: DecisionID(number: number),
            decision: table.decide(Call(caller: .unknown, called: .unknown), at: .earliest).answer)
    }

    @Test("the oldest are forgotten first, and never more than the capacity is kept")
    func bounded() throws {
        let directory = Directory(settings: Settings(timeZone: .gmt, overflow: Overflow(fallback: Extension(2_000))))
        let table = try RoutingTable(directory: directory, roster: Roster(), generation: 1)
        var recent = RecentCalls(capacity: 10)
        let start = Instant(clamping: 0)
        for number in 0..<1_000 {
            let request = RouteRequest(caller: "1", called: "2", callID: "\(number)")
            recent.remember(
                request, RecentCalls.Key(request.callID), Call(caller: .unknown, called: .unknown),
                routed(UInt64(number), table),
                at: start.advanced(by: .seconds(number / 100)))
            #expect(recent.count <= 10)
            #expect(
                recent.routed(RecentCalls.Key(request.callID), at: start.advanced(by: .seconds(number / 100)))?.call.id
                    .number
                    == UInt64(number))
        }
        let now = start.advanced(by: .seconds(10))
        #expect(recent.routed(RecentCalls.Key("989"), at: now) == nil)
        #expect(recent.routed(RecentCalls.Key("990"), at: now)?.call.id.number == 990)
    }
}
