package import Time

/// Leave that a calendar brought before.
package struct ImportedLeave: Hashable, Sendable {
    /// The absence's number.
    package let id: Int64
    package let identity: LeaveEntry.Identity
    /// When it is, as the calendar said last.
    package let read: Interval
    /// When the absence is by now, which people may have changed since; nil where it was cancelled.
    package let current: Interval?

    package init(id: Int64, identity: LeaveEntry.Identity, read: Interval, current: Interval?) {
        self.id = id
        self.identity = identity
        self.read = read
        self.current = current
    }

    /// Whether a person has given it other times than its calendar, or has ended or cancelled it, so that it is his.
    ///
    /// When it began counts only while that is to come: what was entered late begins then.
    package func isByHand(at now: Instant) -> Bool { !isAsSaid(read, at: now) }

    /// Whether it is when an entry says.
    fileprivate func isAsSaid(_ entry: Interval, at now: Instant) -> Bool {
        guard let current else { return false }
        return current.end == entry.end && max(current.start, now) == max(entry.start, now)
    }

    fileprivate func isToCome(_ now: Instant) -> Bool { current.map { $0.end > now } ?? false }
}

/// What a calendar that was read again changes about the leave that it brought before.
///
/// - What a person has changed, ended or cancelled stays as he left it, whatever the calendar says, until he gives it the calendar's times
///   or asks that it follow the calendar again.
/// - What is over is never touched.
/// - Calendars that give everything a new UID each time change nothing by that: what has no fellow by its identity is compared by its time.
package struct LeaveComparison: Sendable {
    package struct Change: Hashable, Sendable {
        package let before: ImportedLeave
        package let after: LeaveEntry
    }

    /// What stays as a person left it.
    package struct Kept: Hashable, Sendable {
        package let before: ImportedLeave
        /// What the calendar says; nil where its entry is gone.
        package let after: LeaveEntry?
    }

    /// A calendar without any event, of which so much leave is to come: rather a fault of the source. Nothing is changed.
    package struct NoEvents: Error, Hashable, Sendable {
        package let expected: Int
    }

    package private(set) var new: [LeaveEntry] = []
    /// Those of another time.
    package private(set) var changed: [Change] = []
    /// Of those that go on by now: they end.
    package private(set) var gone: [ImportedLeave] = []
    /// In the order of their numbers.
    package private(set) var kept: [Kept] = []
    package private(set) var same: [ImportedLeave] = []
    /// Those of `same` of which the calendar said otherwise before, such as one that a person gave these times first: what it says is remembered.
    package private(set) var caughtUp: [Change] = []
    private let now: Instant
    private let following: Set<Int64>

    /// - Parameters:
    ///   - leave: What the calendar says, of a reading without errors.
    ///   - events: How many events it has, whatever they mean.
    ///   - before: What the same source brought, in any order; of what is over, none has to be there.
    ///   - following: The numbers of those that are to follow the calendar again, whatever people have made of them.
    package init(
        _ leave: [LeaveEntry], events: Int, before: [ImportedLeave], following: Set<Int64> = [], now: Instant
    ) throws(NoEvents) {
        self.now = now
        self.following = following
        let toCome = before.filter { $0.isToCome(now) }
        guard events > 0 || toCome.isEmpty else { throw NoEvents(expected: toCome.count) }
        // Of two with the same identity the newest counts, and another one that is in force, as after an absence was given to somebody who has it from
        // his calendar, too.
        let newest = Dictionary(before.map { ($0.identity, $0.id) }, uniquingKeysWith: max)
        var known = before.filter { newest[$0.identity] == $0.id || $0.isToCome(now) }
        for (leave, before) in zip(leave, Self.matched(leave, &known)) {
            if let before { take(before, leave) } else { new.append(leave) }
        }
        for left in known.filter({ $0.isToCome(now) }).sorted(by: { $0.id < $1.id }) {
            if isKept(left) { kept.append(Kept(before: left, after: nil)) } else { gone.append(left) }
        }
        kept.sort { $0.before.id < $1.before.id }
    }

    /// What each entry was before; nil: it is new. Those that none was are left.
    ///
    /// Of several entries of one UID those at their times of before are the same: which number an entry has among them says nothing once another
    /// has gone or come.
    private static func matched(_ leave: [LeaveEntry], _ known: inout [ImportedLeave]) -> [ImportedLeave?] {
        var found: [ImportedLeave?] = leave.map { _ in nil }
        func match<Key: Hashable>(_ ofLeave: (LeaveEntry) -> Key, _ ofKnown: (ImportedLeave) -> Key) {
            // The newest is the last.
            var places = Dictionary(grouping: known.sorted { $0.id < $1.id }, by: ofKnown)
            for (place, leave) in leave.enumerated() where found[place] == nil {
                found[place] = places[ofLeave(leave)]?.popLast()
            }
            let taken = Set(found.compactMap { $0?.id })
            known.removeAll { taken.contains($0.id) }
        }
        match({ $0 }, { LeaveEntry(identity: $0.identity, interval: $0.read) })
        match(
            { LeaveEntry(identity: $0.identity.ofEvent, interval: $0.interval) },
            { LeaveEntry(identity: $0.identity.ofEvent, interval: $0.read) })
        match(\.identity, \.identity)
        match(\.interval, \.read)
        return found
    }

    private func isKept(_ before: ImportedLeave) -> Bool { before.isByHand(at: now) && !following.contains(before.id) }

    private mutating func take(_ before: ImportedLeave, _ leave: LeaveEntry) {
        if before.isAsSaid(leave.interval, at: now) {
            same.append(before)
            if before.read != leave.interval { caughtUp.append(Change(before: before, after: leave)) }
        } else if isKept(before) {
            kept.append(Kept(before: before, after: leave))
        } else {
            changed.append(Change(before: before, after: leave))
        }
    }

    /// Whether there is nothing to do.
    package var isEmpty: Bool { new.isEmpty && changed.isEmpty && gone.isEmpty }
}
