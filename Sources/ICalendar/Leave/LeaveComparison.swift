package import Time

/// Leave that a calendar brought before.
package struct ImportedLeave: Hashable, Sendable {
    /// The absence's number.
    package let id: Int64
    package let identity: LeaveEntry.Identity
    /// When it was, as the calendar said at the time.
    package let read: Interval
    /// When the absence is by now, which people may have changed since; nil where it was cancelled.
    package let current: Interval?
    /// Whether a person has changed it since, so that it is his.
    package let isChanged: Bool

    package init(
        id: Int64, identity: LeaveEntry.Identity, read: Interval, current: Interval?, isChanged: Bool = false
    ) {
        self.id = id
        self.identity = identity
        self.read = read
        self.current = current
        self.isChanged = isChanged
    }
}

/// What a calendar that was read again changes about the leave that it brought before.
///
/// - Who is at work again, or cancelled it by hand, is not sent away again by the same entry; one that has changed in the calendar counts anew.
/// - What is over is never touched. What a person has changed stays when its entry goes.
/// - Calendars that give everything a new UID each time change nothing by that: what has no fellow by its identity is compared by its time.
package struct LeaveComparison: Sendable {
    package struct Change: Hashable, Sendable {
        package let before: ImportedLeave
        package let after: LeaveEntry
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
    /// Those whose entries are gone, and which people have changed: they stay.
    package private(set) var kept: [ImportedLeave] = []
    package private(set) var same: [ImportedLeave] = []

    /// - Parameters:
    ///   - leave: What the calendar says, of a reading without errors.
    ///   - events: How many events it has, whatever they mean.
    ///   - before: What the same source brought, in any order; of what is over, none has to be there.
    package init(_ leave: [LeaveEntry], events: Int, before: [ImportedLeave], now: Instant) throws(NoEvents) {
        let toCome = before.filter { $0.isToCome(now) }
        guard events > 0 || toCome.isEmpty else { throw NoEvents(expected: toCome.count) }
        // The newest counts, should two have the same identity.
        var known = Dictionary(before.map { ($0.identity, $0) }, uniquingKeysWith: { $0.id > $1.id ? $0 : $1 })
        var unmatched: [LeaveEntry] = []
        for leave in leave {
            if let before = known.removeValue(forKey: leave.identity) {
                take(before, leave)
            } else {
                unmatched.append(leave)
            }
        }
        var byTime = Dictionary(grouping: known.values, by: \.read).mapValues { $0.sorted { $0.id > $1.id } }
        for leave in unmatched {
            if let before = byTime[leave.interval]?.popLast() {
                known[before.identity] = nil
                same.append(before)
            } else {
                new.append(leave)
            }
        }
        let left = known.values.filter { $0.isToCome(now) }.sorted { $0.id < $1.id }
        gone = left.filter { !$0.isChanged }
        kept = left.filter(\.isChanged)
    }

    private mutating func take(_ before: ImportedLeave, _ leave: LeaveEntry) {
        if before.read == leave.interval {
            same.append(before)
        } else {
            changed.append(Change(before: before, after: leave))
        }
    }

    /// Whether there is nothing to do.
    package var isEmpty: Bool { new.isEmpty && changed.isEmpty && gone.isEmpty }
}

extension ImportedLeave {
    fileprivate func isToCome(_ now: Instant) -> Bool { current.map { $0.end > now } ?? false }
}
