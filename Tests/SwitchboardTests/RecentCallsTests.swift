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
                RecentCalls.Question(request), Call(caller: .unknown, called: .unknown),
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

    @Test("an id that is asked about again keeps its last decision for as long as that is one of the newest")
    func again() throws {
        let directory = Directory(settings: Settings(timeZone: .gmt, overflow: Overflow(fallback: Extension(2_000))))
        let table = try RoutingTable(directory: directory, roster: Roster(), generation: 1)
        var recent = RecentCalls(capacity: 3)
        let now = Instant(clamping: 0)
        for (number, id) in ["a", "b", "a", "c"].enumerated() {
            recent.remember(
                RecentCalls.Question(RouteRequest(caller: "1", called: "2", callID: id)),
                Call(caller: .unknown, called: .unknown), routed(UInt64(number), table), at: now)
        }
        // The first `a` has made place for `c`, and the second is there still.
        #expect(recent.count == 3)
        #expect(["a", "b", "c"].map { recent.routed(RecentCalls.Key($0), at: now)?.call.id.number } == [2, 1, 3])
        recent.remember(
            RecentCalls.Question(RouteRequest(caller: "1", called: "2", callID: "d")),
            Call(caller: .unknown, called: .unknown), routed(4, table), at: now)
        #expect(recent.routed(RecentCalls.Key("b"), at: now) == nil && recent.count == 3)
        #expect(recent.routed(RecentCalls.Key("a"), at: now)?.call.id.number == 2)
    }

    @Test(
        "a number that is forgotten is not known as a caller any more, and its call keeps its targets and its decision")
    func forgotten() throws {
        let directory = Directory(settings: Settings(timeZone: .gmt, overflow: Overflow(fallback: Extension(2_000))))
        let table = try RoutingTable(directory: directory, roster: Roster(), generation: 1)
        var recent = RecentCalls()
        let now = Instant(clamping: 0)
        let (one, other) = (try #require(PhoneNumber("31612345678")), try #require(PhoneNumber("31687654321")))
        for (number, caller) in [one, other].enumerated() {
            recent.remember(
                RecentCalls.Question(RouteRequest(caller: "\(caller)", called: "2", callID: "\(number)")),
                Call(caller: .number(caller), called: .unknown), routed(UInt64(number + 1), table), at: now)
        }
        recent.forget(one)
        #expect(
            recent.caller(RecentCalls.Key("0"))?.number == nil && recent.caller(RecentCalls.Key("1"))?.number == other)
        #expect(recent.routed(RecentCalls.Key("0"), at: now)?.call.id.number == 1)
        let again = Call(caller: .number(one), called: .unknown)
        #expect(recent.routed(again, RecentCalls.Key("0"), at: now)?.id.number == 1, "asked again it is the same call")
        let others = [
            Call(caller: .number(other), called: .unknown), Call(caller: .unknown, called: .unknown),
            Call(caller: .number(one), called: .number(other)),
        ]
        for call in others { #expect(recent.routed(call, RecentCalls.Key("0"), at: now) == nil) }
        let nobody = RouteRequest(caller: "", called: "2", callID: "0")
        #expect(recent.routed(RecentCalls.Question(nobody), at: now) == nil)
        #expect(!"\(recent)".contains("31612345678"))
    }
}
