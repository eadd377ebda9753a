package import Routing
package import Time

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

    /// A call id's hash: what calls are found by, computed once a request. The hash has a key that nobody knows, so that nobody can choose
    /// ids that lie in one another's way.
    package struct Key: Hashable, Sendable {
        fileprivate let hash: Int

        package init(_ callID: String) {
            self.init(callID.utf8Span.span)
        }

        init(_ callID: Span<UInt8>) {
            var hasher = Hasher()
            hasher.take(callID)
            hash = hasher.finalize()
        }
    }

    /// A question's hashes: by the first its call is found, by the second it is the same question, letter by letter.
    package struct Question: Sendable {
        let key: Key
        fileprivate let texts: Int

        package init(_ request: RouteRequest) {
            self.init(
                caller: request.caller.utf8Span.span, called: request.called.utf8Span.span,
                callID: request.callID.utf8Span.span, diverter: (request.diverter ?? "").utf8Span.span)
        }

        init(caller: Span<UInt8>, called: Span<UInt8>, callID: Span<UInt8>, diverter: Span<UInt8>) {
            key = Key(callID)
            var hasher = Hasher()
            hasher.take(caller)
            hasher.take(called)
            hasher.take(diverter)
            texts = hasher.finalize()
        }
    }

    /// A slot of the ring. A call is told from others by its id's hash, and its question by that of its texts, so that neither is kept; two of
    /// some thousand calls that share a hash of 64 bits are not to be expected in the lifetime of a telephone exchange.
    private struct Remembered: Sendable {
        let key: Key
        let texts: Int
        /// What both numbers were read as: the same call may be asked about again in another form.
        var call: Call
        /// Of a caller whose number was forgotten since.
        var forgotten: Trace?
        let routed: RoutedCall
        let until: Instant
        var turns = TargetTurns()
    }

    private struct TakenUp: Sendable {
        let caller: Party
        var forgotten: Trace?
        let routed: RoutedCall
        let until: Instant
        var turns: TargetTurns
    }

    /// What is left of a number that was forgotten, for as long as its call may be asked about again: a hash with a key of this process, by which
    /// nobody else finds the number.
    private struct Trace: Sendable, Equatable {
        private let hash: Int

        init(_ number: PhoneNumber) { hash = number.hashValue }

        func isOf(_ caller: Party) -> Bool { caller.number?.hashValue == hash }
    }

    /// Calls in the order in which they were decided: a ring whose oldest is at `oldest` once it is full. Of those of one id the last counts.
    private var ring: ContiguousArray<Remembered> = []
    private var oldest = 0
    private var places: CallPlaces
    private let capacity: Int
    /// Calls that were decided before the daemon was started; the called number is not known of them, and the caller as it was read.
    private var takenUp: [Key: TakenUp] = [:]
    /// When none of them is remembered any more.
    private var lastTakenUpEnd = Instant.earliest

    package init(capacity: Int = RecentCalls.capacity) {
        self.capacity = max(capacity, 1)
        places = CallPlaces(capacity: self.capacity)
    }

    package var count: Int { places.count }

    private func place(_ key: Key) -> Int? {
        places.place(of: key.hash) { ring[$0].key == key }
    }

    /// What was decided for this question, when that is not too long ago.
    package func routed(_ question: Question, at instant: Instant) -> RoutedCall? {
        guard let place = place(question.key), ring[place].until > instant, ring[place].texts == question.texts else {
            return nil
        }
        return ring[place].routed
    }

    /// What was decided under this id for these numbers, in whatever form they came then.
    package func routed(_ call: Call, _ key: Key, at instant: Instant) -> RoutedCall? {
        guard let place = place(key), ring[place].until > instant else { return nil }
        let known = ring[place]
        if let trace = known.forgotten {
            let isSame = call.called == known.call.called && call.isDiverted == known.call.isDiverted
            return isSame && trace.isOf(call.caller) ? known.routed : nil
        }
        return known.call == call ? known.routed : nil
    }

    /// What was decided under this call id, and whose turns have been.
    package func routed(_ key: Key, at instant: Instant) -> (call: RoutedCall, turns: TargetTurns)? {
        if let place = place(key), ring[place].until > instant { return (ring[place].routed, ring[place].turns) }
        if let known = takenUp[key], known.until > instant { return (known.routed, known.turns) }
        return nil
    }

    /// Who called, as it was read.
    package func caller(_ key: Key) -> Party? {
        place(key).map { ring[$0].call.caller } ?? takenUp[key]?.caller
    }

    package mutating func note(_ turns: TargetTurns, of key: Key) {
        if let place = place(key) {
            ring[place].turns = turns
        } else {
            takenUp[key]?.turns = turns
        }
    }

    /// Remembers a call, which has an id: one without cannot be asked for again.
    package mutating func remember(_ question: Question, _ call: Call, _ routed: RoutedCall, at instant: Instant) {
        let key = question.key
        let new = ring.count < capacity ? ring.count : oldest
        if new < ring.count {
            // An id that was decided anew since has a later place of its own, and none is found here.
            places.remove(ring[new].key.hash, at: new)
        }
        if let known = place(key) {
            places.move(key.hash, from: known, to: new)
        } else {
            places.insert(key.hash, at: new)
        }
        let remembered = Remembered(
            key: key, texts: question.texts, call: call, routed: routed, until: instant.advanced(by: Self.memory))
        if new == ring.count {
            ring.append(remembered)
        } else {
            ring[new] = remembered
            oldest = new + 1 < capacity ? new + 1 : 0
        }
    }

    /// Forgets who called from a number. What was decided stays: a call that rings has its next target still, and one that is asked about
    /// again the same decision.
    package mutating func forget(_ number: PhoneNumber) {
        for place in ring.indices where ring[place].call.caller.number == number {
            let known = ring[place].call
            ring[place].call = Call(caller: .unknown, called: known.called, isDiverted: known.isDiverted)
            ring[place].forgotten = Trace(number)
        }
        for (key, known) in takenUp where known.caller.number == number {
            takenUp[key] = TakenUp(
                caller: .unknown, forgotten: Trace(number), routed: known.routed, until: known.until,
                turns: known.turns)
        }
    }

    /// Takes up a call that was decided before the daemon was started, as long as there is room: the newest come first.
    package mutating func takeUp(_ record: CallRecord, _ routed: RoutedCall) {
        let key = Key(record.callID)
        guard let caller = record.decided?.caller, takenUp.count < capacity, takenUp[key] == nil else { return }
        let until = record.noted.advanced(by: Self.memory)
        lastTakenUpEnd = max(lastTakenUpEnd, until)
        takenUp[key] = TakenUp(
            caller: caller, routed: routed, until: until, turns: TargetTurns(given: record.tried - 1))
    }

    /// Whether a call was decided under this id a short while ago, before the daemon was started or since.
    package func isKnown(_ key: Key) -> Bool {
        place(key) != nil || takenUp[key] != nil
    }

    /// Whether something is known under this id from before the daemon was started.
    package mutating func isTakenUp(_ key: Key, at instant: Instant) -> Bool {
        guard instant < lastTakenUpEnd else {
            if !takenUp.isEmpty { takenUp = [:] }
            return false
        }
        return takenUp[key].map { $0.until > instant } ?? false
    }

    /// What was decided before the daemon was started for this id and caller. Whether an exclusive number was called is for the asker to
    /// see to.
    package func takenUp(_ key: Key, caller: Party, at instant: Instant) -> RoutedCall? {
        guard let known = takenUp[key], known.until > instant, known.forgotten?.isOf(caller) ?? (known.caller == caller)
        else { return nil }
        return known.routed
    }
}

extension Hasher {
    /// Takes in bytes, and where they end.
    fileprivate mutating func take(_ bytes: Span<UInt8>) {
        bytes.withUnsafeBytes { combine(bytes: $0) }
        combine(UInt8(truncatingIfNeeded: 0xFF))
    }
}
