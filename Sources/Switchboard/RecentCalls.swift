package import Routing

/// The calls that were decided a short while ago: a PBX that asks again gets the same decision, and the next target of it.
///
/// A call is the same when its id, its caller and its called number are: a dial plan that gives every call one id must not send them
/// all to one client's agent. Bounded in time and number: the newest take the place of the oldest.
package struct RecentCalls: Sendable {
    /// Longer than any PBX repeats a question or tries targets: a SIP transaction lasts 32 s (RFC 3261, timer B), a few phones that ring
    /// one after the other some minutes.
    package static let memory = Milliseconds.minutes(10)
    /// A minute and more at 200 calls a second; small enough to stay in a processor's cache.
    package static let capacity = 16_384

    /// A call id's hash: what calls are found by, computed once a request.
    package struct Key: Hashable, Sendable {
        fileprivate let hash: Int

        package init(_ callID: String) {
            hash = callID.hashValue
        }
    }

    /// A call is told from others by its id's hash, so that no id is kept; two of some thousand calls that share a hash of 64 bits
    /// are not to be expected in the lifetime of a telephone exchange.
    private struct Remembered: Sendable {
        let caller: String
        /// Nil for a call that was taken from the ledger, where the caller stands as it was read.
        let called: String?
        let routed: RoutedCall
        let until: Instant
        /// How many of the decision's targets the PBX has been given.
        var tried = 1
    }

    private var calls: [Key: Remembered] = [:]
    /// Calls in the order in which they were decided: a ring whose oldest is at `oldest` once it is full.
    private var order: [(key: Key, until: Instant)] = []
    private var oldest = 0
    private let capacity: Int
    /// No call that was taken from the ledger is remembered from then on.
    private var lastRecordedEnd = Instant.earliest

    package init(capacity: Int = RecentCalls.capacity) {
        self.capacity = max(capacity, 1)
    }

    package var count: Int { calls.count }

    /// What was decided for this call, when that is not too long ago.
    package func routed(_ request: RouteRequest, _ key: Key, at instant: Instant) -> RoutedCall? {
        guard let known = calls[key], known.until > instant else { return nil }
        guard known.caller == request.caller, known.called == request.called else { return nil }
        return known.routed
    }

    /// What was decided under this call id, and how many of its targets have had their turn.
    package func routed(_ callID: String, at instant: Instant) -> (call: RoutedCall, tried: Int)? {
        guard let known = calls[Key(callID)], known.until > instant else { return nil }
        return (known.routed, known.tried)
    }

    /// Notes that so many targets have had their turn.
    package mutating func note(tried: Int, of callID: String) {
        calls[Key(callID)]?.tried = tried
    }

    /// Remembers a call; one without an id cannot be asked for again.
    package mutating func remember(_ request: RouteRequest, _ key: Key, _ routed: RoutedCall, at instant: Instant) {
        guard !request.callID.isEmpty else { return }
        remember(
            key,
            Remembered(
                caller: request.caller, called: request.called, routed: routed,
                until: instant.advanced(by: Self.memory)))
    }

    /// Remembers a call that was decided before the daemon was started, unless its id is known already.
    package mutating func remember(_ call: RecordedCall) {
        guard calls[Key(call.callID)] == nil else { return }
        let until = call.instant.advanced(by: Self.memory)
        lastRecordedEnd = max(lastRecordedEnd, until)
        remember(
            Key(call.callID),
            Remembered(
                caller: call.caller.recorded, called: nil, routed: call.routed, until: until, tried: call.tried))
    }

    /// Whether what is known under this id was taken from the ledger.
    package func isRecorded(_ key: Key, at instant: Instant) -> Bool {
        guard instant < lastRecordedEnd, let known = calls[key] else { return false }
        return known.called == nil && known.until > instant
    }

    /// What was decided before the daemon was started for this id and caller. The called number is for the asker to compare: an exclusive
    /// one was called.
    package func recorded(_ key: Key, caller: Party, at instant: Instant) -> RoutedCall? {
        guard let known = calls[key], known.called == nil, known.until > instant, known.caller == caller.recorded else {
            return nil
        }
        return known.routed
    }

    private mutating func remember(_ key: Key, _ call: Remembered) {
        calls[key] = call
        let until = call.until
        if order.count < capacity {
            order.append((key, until))
            return
        }
        let (forgotten, itsEnd) = order[oldest]
        // An id that was decided anew since has a later place of its own.
        if forgotten != key, calls[forgotten]?.until == itsEnd { calls[forgotten] = nil }
        order[oldest] = (key, until)
        oldest = (oldest + 1) % capacity
    }
}
