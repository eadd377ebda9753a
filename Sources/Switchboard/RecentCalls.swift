package import Routing

/// The calls that were decided a short while ago: a PBX that asks again gets the same decision, and the next target of it.
///
/// A call is the same when its id, its caller and its called number are: a dial plan that gives every call one id must not send them
/// all to one client's agent. Bounded in time and number; the oldest are forgotten first.
package struct RecentCalls: Sendable {
    /// Longer than any PBX repeats a question or tries targets: a SIP transaction lasts 32 s (RFC 3261, timer B), a few phones that ring
    /// one after the other some minutes.
    package static let memory = Milliseconds.minutes(10)
    package static let capacity = 65_536

    private struct Remembered: Sendable {
        let caller: String
        let called: String
        let routed: RoutedCall
        let until: Instant
        /// How many of the decision's targets the PBX has been given.
        var tried = 1
    }

    private var calls: [String: Remembered] = [:]
    /// Ids in the order in which they were decided, from `oldest` on.
    private var order: [(callID: String, until: Instant)] = []
    private var oldest = 0
    private let capacity: Int

    package init(capacity: Int = RecentCalls.capacity) {
        self.capacity = capacity
    }

    package var count: Int { calls.count }

    /// What was decided for this call, when that is not too long ago.
    package func routed(_ request: RouteRequest, at instant: Instant) -> RoutedCall? {
        guard let known = calls[request.callID], known.until > instant else { return nil }
        guard known.caller == request.caller, known.called == request.called else { return nil }
        return known.routed
    }

    /// What was decided under this call id, and how many of its targets have had their turn.
    package func routed(_ callID: String, at instant: Instant) -> (call: RoutedCall, tried: Int)? {
        guard let known = calls[callID], known.until > instant else { return nil }
        return (known.routed, known.tried)
    }

    /// Notes that so many targets have had their turn.
    package mutating func note(tried: Int, of callID: String) {
        calls[callID]?.tried = tried
    }

    /// Remembers a call; one without an id cannot be asked for again.
    package mutating func remember(_ request: RouteRequest, _ routed: RoutedCall, at instant: Instant) {
        guard !request.callID.isEmpty else { return }
        let until = instant.advanced(by: Self.memory)
        calls[request.callID] = Remembered(
            caller: request.caller, called: request.called, routed: routed, until: until)
        order.append((request.callID, until))
        forget(at: instant)
    }

    private mutating func forget(at instant: Instant) {
        while oldest < order.count, order.count - oldest > capacity || order[oldest].until <= instant {
            let (callID, until) = order[oldest]
            // An id that was decided anew since has a later entry of its own.
            if calls[callID]?.until == until { calls[callID] = nil }
            oldest += 1
        }
        if oldest > capacity {
            order.removeFirst(oldest)
            oldest = 0
        }
    }
}
