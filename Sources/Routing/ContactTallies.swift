package import Time

/// A client's missed calls, and how soon somebody had called back. What the figures mean stands in docs/reports.md.
package struct MissedTally: Sendable, Equatable {
    /// One that is told by itself.
    package struct Line: Sendable, Equatable {
        package let missed: MissedCall
        /// Service time from the call's end until it was closed; nil: it is open.
        package let after: Milliseconds?
        /// Whether it was closed in time; nil: it is open, and not overdue.
        package let isInTime: Bool?
    }

    /// By the way in which they were closed.
    private var closed: [MissedCall.Way: Int] = [:]
    package private(set) var open = 0
    package private(set) var overdue = 0
    /// Closed when they were due at the latest, of those that are closed or overdue.
    package private(set) var inTime = Share()
    /// Service time from the call's end until it was closed.
    package private(set) var times: [Int64] = []

    package init() {}

    package subscript(way: MissedCall.Way) -> Int { closed[way] ?? 0 }
    package var missed: Int { closed.values.reduce(open, +) }
    package var time: Spread { Spread(times) }

    /// - Parameter service: The hours of the client's level.
    /// - Returns: Nil for one that was answered after all.
    @discardableResult
    package mutating func add(_ missed: MissedCall, _ service: Schedule?, at now: Instant) -> Line? {
        guard missed.closing?.way != .corrected else { return nil }
        guard let closing = missed.closing else {
            open += 1
            let isOverdue = missed.isOverdue(at: now)
            if isOverdue {
                overdue += 1
                inTime += Share(0, of: 1)
            }
            return Line(missed: missed, after: nil, isInTime: isOverdue ? false : nil)
        }
        closed[closing.way, default: 0] += 1
        let isInTime = missed.due.map { closing.at <= $0 } ?? true
        inTime += Share(isInTime ? 1 : 0, of: 1)
        let after = Schedule.served(service, from: missed.last, until: closing.at)
        times.append(after.count)
        return Line(missed: missed, after: after, isInTime: isInTime)
    }

    package mutating func add(_ other: MissedTally) {
        closed.merge(other.closed, uniquingKeysWith: +)
        open += other.open
        overdue += other.overdue
        inTime += other.inTime
        times += other.times
    }
}

/// A client's cases of one kind. What the figures mean stands in docs/reports.md.
package struct CaseTally: Sendable, Equatable {
    package private(set) var opened = 0
    package private(set) var closed = 0
    /// At the end of the period.
    package private(set) var open = 0
    /// Of those that were closed and for which there is a target: within it.
    package private(set) var within = Share()
    /// Service time from the opening to the closing.
    package private(set) var times: [Int64] = []

    package init() {}

    package var time: Spread { Spread(times) }
    package var isEmpty: Bool { opened + closed + open == 0 }

    /// - Parameters:
    ///   - closing: When it was closed; nil: it is open.
    ///   - past: The part of the period that is over.
    ///   - target: Within how much service time it is to be closed; nil: nothing is promised.
    package mutating func add(
        _ file: Case, closed closing: Instant?, _ service: Schedule?, in past: Interval, target: Milliseconds?
    ) {
        if past.contains(file.openedAt) { opened += 1 }
        guard let closing, closing < past.end else {
            if file.openedAt < past.end { open += 1 }
            return
        }
        guard past.contains(closing) else { return }
        closed += 1
        let time = Schedule.served(service, from: file.openedAt, until: closing)
        times.append(time.count)
        if let target { within += Share(time <= target ? 1 : 0, of: 1) }
    }

    package mutating func add(_ other: CaseTally) {
        opened += other.opened
        closed += other.closed
        open += other.open
        within += other.within
        times += other.times
    }
}

extension Schedule {
    /// How much service time there is between two instants; of a client whose hours nobody knows, all of the time.
    fileprivate static func served(_ service: Schedule?, from start: Instant, until end: Instant) -> Milliseconds {
        guard let interval = Interval(from: start, until: end) else { return Milliseconds(0) }
        return service?.service(in: interval) ?? end.since(start)
    }
}
