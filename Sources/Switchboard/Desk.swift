package import Numbering
package import Routing
import Synchronization

/// Where calls are decided: the way from a request to its decision, without I/O, waiting or logging.
package final class Desk: Sendable {
    package let current: CurrentTable
    package let decisions: DecisionQueue
    private let now: @Sendable () -> Instant
    private let memory: Mutex<Memory>

    private struct Memory: Sendable {
        var recent = RecentCalls()
        var lastID: UInt64 = 0
    }

    package init(_ published: Published, decisions: DecisionQueue, now: @escaping @Sendable () -> Instant) {
        current = CurrentTable(published)
        memory = Mutex(Memory())
        self.decisions = decisions
        self.now = now
    }

    /// Decides a call that a PBX asks about, and has it recorded once.
    ///
    /// The same call asked again within some minutes gets the same decision.
    package func route(_ request: RouteRequest) -> Result<RoutedCall, RouteRefusal> {
        let instant = now()
        if let known = memory.withLock({ $0.recent.routed(request, at: instant) }) { return .success(known) }
        let published = current.value
        let call: Call
        switch Self.read(request, with: published.numbers) {
        case .success(let read): call = read
        case .failure(let refusal): return .failure(refusal)
        }
        let decision = published.table.decide(call, at: instant)
        let routed = memory.withLock { memory in
            let routed = RoutedCall(id: Self.nextID(after: &memory.lastID, at: instant), decision: decision)
            memory.recent.remember(request, routed, at: instant)
            return routed
        }
        decisions.append(
            DecidedCall(request: request, call: call, routed: routed, instant: instant, table: published))
        return .success(routed)
    }

    /// Reads both numbers of a request.
    package static func read(_ request: RouteRequest, with numbers: NumberReader) -> Result<Call, RouteRefusal> {
        let called: Party
        do {
            called = try numbers.party(request.called)
        } catch {
            return .failure(.calledTooLong)
        }
        do {
            return .success(Call(caller: try numbers.party(request.caller), called: called))
        } catch {
            return .failure(.callerTooLong)
        }
    }

    /// Ids grow with time, so that they stay unique over restarts: milliseconds in the upper bits, a count in the lower 20.
    private static func nextID(after last: inout UInt64, at instant: Instant) -> DecisionID {
        last = max(last + 1, UInt64(max(instant.milliseconds, 0)) << 20)
        return DecisionID(number: last)
    }
}
