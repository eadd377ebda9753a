package import Records
package import Routing
package import Time

/// How far each call has come, for as long as somebody may still report about it. Calls that are over are remembered as well: what is
/// over stays over.
///
/// Bounded in time and number. A call is found by the hash of its id, as in `RecentCalls`.
package struct FollowedCalls: Sendable {
    /// How long a call is remembered that nobody has, and of which nothing more is heard: longer than any dial plan tries targets.
    package static let memory = RecentCalls.memory
    /// A call that ended longer ago than this when the daemon is started is not remembered: nobody reports of it any more.
    package static let endedMemory = Milliseconds.hours(1)
    /// Calls that are not over; more at a time are not followed.
    package static let capacity = 50_000
    /// How many calls that are over are remembered: an hour's at four or five a second.
    package static let endedCapacity = 16_384
    /// Calls that nothing was heard of are looked for so often at the most.
    private static let sweeping = Milliseconds.minutes(1)

    private struct Followed: Sendable {
        var progress: CallProgress
        var until: Instant
        /// Whose call it is, where that is known.
        var served: Served?
        /// Its place among those that are over.
        var place: Int?
    }

    private var calls: [RecentCalls.Key: Followed] = [:]
    /// Calls that are over, in the order of their ends: a ring whose oldest is at `oldest` once it is full.
    private var ended: [RecentCalls.Key] = []
    private var oldest = 0
    /// How many of the calls are not over.
    private var open = 0
    private var nextSweep = Instant.earliest

    package init() {}

    package var count: Int { calls.count }

    /// Takes a report of a call.
    ///
    /// - Parameters:
    ///   - targets: The phones of the call's decision, where it is known.
    ///   - served: Whose call it is, where that is known: decisions are remembered for a shorter time than calls last.
    ///   - maxCall: How long a call may last at the most.
    /// - Returns: What follows, and whether the PBX tells that this call is still up.
    package mutating func take(
        _ report: CallEvent.Kind, of key: RecentCalls.Key, targets: some Sequence<Extension>,
        served: Served? = nil, maxCall: Milliseconds, at instant: Instant
    ) -> (effect: CallProgress.Effect, isKeptUp: Bool) {
        sweep(at: instant)
        let known = calls[key]
        var followed = known ?? Followed(progress: CallProgress(targets: targets), until: instant)
        let effect = followed.progress.take(report, at: instant)
        followed.served = served ?? followed.served
        if known == nil {
            // A call of which only that is known is none to follow.
            guard report != .up || targets.first(where: { _ in true }) != nil,
                open < Self.capacity || followed.progress.isOver
            else { return (effect, false) }
            open += 1
        }
        switch followed.progress.state {
        case .answered: followed.until = instant.advanced(by: maxCall).advanced(by: Self.memory)
        case .open, .ringing, .released: followed.until = instant.advanced(by: Self.memory)
        case .ended:
            guard followed.place == nil else { break }
            followed.until = .latest
            followed.place = rememberEnd(of: key)
        }
        calls[key] = followed
        return (effect, followed.progress.isKeptUp)
    }

    /// Takes up how far a call had come before the daemon was started; what has been reported since comes first.
    package mutating func takeUp(
        _ key: RecentCalls.Key, _ progress: CallProgress, served: Served? = nil, until: Instant
    ) {
        guard !isKnown(key), open < Self.capacity || progress.isOver else { return }
        open += 1
        let place = progress.isOver ? rememberEnd(of: key) : nil
        calls[key] = Followed(
            progress: progress, until: place == nil ? until : .latest, served: served, place: place)
    }

    /// What a question under an id is about.
    package enum Standing: Sendable {
        /// A call of which nothing was reported.
        case unknown
        /// One of which something was reported, and which is not over.
        case open
        /// One that is over.
        case over
        /// Another call: the one that had the id is over for so long that it is used again.
        case overAndUsedAgain
    }

    /// What a question under this id is about.
    package func standing(of key: RecentCalls.Key, at instant: Instant) -> Standing {
        guard !calls.isEmpty, let followed = calls[key] else { return .unknown }
        guard case .ended(let end) = followed.progress.state else {
            return followed.progress.isOver ? .over : .open
        }
        return instant.since(end) >= CallProgress.reuse ? .overAndUsedAgain : .over
    }

    /// A person has freed who was held for a call.
    package mutating func free(_ key: RecentCalls.Key) {
        calls[key]?.progress.free()
    }

    /// Whose call it is; nil where that is not known, or the call is nobody's.
    package func served(_ key: RecentCalls.Key) -> Served? { calls[key]?.served }

    /// A number or a contact is to be forgotten.
    package mutating func forget(_ identifier: Erasure.Term.Identifier) {
        for (key, followed) in calls {
            guard let served = followed.served?.without(identifier), served != followed.served else { continue }
            calls[key]?.served = served
        }
    }

    /// Whether something was reported of a call under this id.
    package func isKnown(_ key: RecentCalls.Key) -> Bool {
        calls[key] != nil
    }

    /// Forgets what was known of a call, as of one that is over when another is decided under its id.
    package mutating func forget(_ key: RecentCalls.Key) {
        guard let followed = calls.removeValue(forKey: key) else { return }
        if followed.place == nil { open -= 1 }
    }

    private mutating func sweep(at instant: Instant) {
        // A clock that went back does not keep the calls from being looked at.
        guard instant >= nextSweep || nextSweep.since(instant) > Self.sweeping else { return }
        nextSweep = instant.advanced(by: Self.sweeping)
        for (key, followed) in calls where followed.until <= instant { forget(key) }
    }

    /// - Returns: The call's place among those that are over, which it takes from the oldest of them when there are too many.
    private mutating func rememberEnd(of key: RecentCalls.Key) -> Int {
        open -= 1
        guard ended.count == Self.endedCapacity else {
            ended.append(key)
            return ended.count - 1
        }
        let place = oldest
        // An id that was used anew since is not over, or has a later place.
        if calls[ended[place]]?.place == place { calls[ended[place]] = nil }
        ended[place] = key
        oldest = (place + 1) % Self.endedCapacity
        return place
    }
}
