package import Time

/// Leave that a calendar brought before.
package struct ImportedLeave: Hashable, Sendable {
    /// The absence's number.
    package let id: Int64
    package let identity: CalendarLeave.Identity
    /// When it was, as the calendar said at the time.
    package let read: Interval
    /// When the absence is by now, which people may have changed since; nil where it was cancelled.
    package let current: Interval?

    package init(id: Int64, identity: CalendarLeave.Identity, read: Interval, current: Interval?) {
        self.id = id
        self.identity = identity
        self.read = read
        self.current = current
    }
}

/// What a calendar that was read again changes about the leave that it brought before.
///
/// - Who is at work again, or cancelled it by hand, is not sent away again by the same entry; one that has changed in the calendar counts anew.
/// - What is over is never touched.
/// - Calendars that give everything a new UID each time change nothing by that: what has no fellow by its identity is compared by its time.
package struct LeaveComparison: Sendable {
    package struct Change: Hashable, Sendable {
        package let before: ImportedLeave
        package let after: CalendarLeave
    }

    /// Why nothing is changed.
    package enum Refusal: Error, Hashable, Sendable {
        /// It is no calendar, or a part of it cannot be understood.
        case unreadable([CalendarFinding])
        /// It has no event at all, while so many that it brought before are to come: rather a fault of the source.
        case noEvents(expected: Int)
    }

    package private(set) var new: [CalendarLeave] = []
    /// Those of another time, and those that have another identity alone.
    package private(set) var changed: [Change] = []
    /// Of those that go on by now: they end.
    package private(set) var gone: [ImportedLeave] = []
    package private(set) var same: [ImportedLeave] = []

    /// - Parameter before: What the same source brought, in any order; of what is over, none has to be there.
    package init(_ reading: LeaveReading, before: [ImportedLeave], now: Instant) throws(Refusal) {
        guard reading.errors.isEmpty else { throw .unreadable(reading.findings) }
        let toCome = before.filter { $0.isToCome(now) }
        guard reading.events > 0 || toCome.isEmpty else { throw .noEvents(expected: toCome.count) }
        // The newest counts, should two have the same identity.
        var known = Dictionary(before.map { ($0.identity, $0) }, uniquingKeysWith: { $0.id > $1.id ? $0 : $1 })
        var unmatched: [CalendarLeave] = []
        for leave in reading.leave {
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
                changed.append(Change(before: before, after: leave))
            } else {
                new.append(leave)
            }
        }
        gone = known.values.filter { $0.isToCome(now) }.sorted { $0.id < $1.id }
    }

    private mutating func take(_ before: ImportedLeave, _ leave: CalendarLeave) {
        if before.read == leave.interval {
            same.append(before)
        } else {
            changed.append(Change(before: before, after: leave))
        }
    }

    /// Whether there is nothing to do.
    package var isEmpty: Bool { new.isEmpty && changed.isEmpty && gone.isEmpty }
}

extension LeaveComparison.Change {
    /// Whether the calendar says another time than before.
    package var isOfTime: Bool { before.read != after.interval }
}

extension ImportedLeave {
    fileprivate func isToCome(_ now: Instant) -> Bool { current.map { $0.end > now } ?? false }
}
