package import Time

/// How somebody is there for a client who is in service; the worse comes later.
package enum CoverState: String, CaseIterable, Comparable, Sendable {
    /// Both of the pair.
    case both
    /// One of the pair; a deputy may be there, too.
    case one
    /// Nobody of the pair, and a deputy.
    case deputy
    case nobody

    package static func < (one: CoverState, other: CoverState) -> Bool { one.severity < other.severity }

    private var severity: Int {
        switch self {
        case .both: 0
        case .one: 1
        case .deputy: 2
        case .nobody: 3
        }
    }
}

/// A stretch of time in which the same agents are there for a client whenever he is in service.
package struct CoverStretch: Sendable, Equatable {
    /// Somebody who is there.
    struct Standing: Sendable, Equatable {
        /// The agent's position in the table.
        let agent: Int
        let role: Role
    }

    /// From the first instant in service to the end of the last one; there may be times without service in between.
    package fileprivate(set) var interval: Interval
    /// In the order in which they are tried.
    let standing: [Standing]

    package var state: CoverState {
        switch standing.count(where: { $0.role != .deputy }) {
        case 0: standing.isEmpty ? .nobody : .deputy
        case 1: .one
        default: .both
        }
    }

    /// The same stretch with nobody but who is tried first.
    var first: CoverStretch { CoverStretch(interval: interval, standing: Array(standing.prefix(1))) }
}

extension RoutingTable {
    /// Those who are there in a stretch that this table has found, in the order in which they are tried.
    package func agents(of stretch: CoverStretch) -> [Agent] { stretch.standing.map { agents[$0.agent].agent } }
}

extension Coverage {
    /// All of the service time, in order; times without service between two pieces in which the same are there belong to the stretch.
    package var stretches: [CoverStretch] {
        var stretches: [CoverStretch] = []
        forEachPiece { stretches.join($0) }
        return stretches
    }

    /// Goes through the service time piece by piece: in each it is served without a break, and the same agents are there.
    func forEachPiece(_ body: (CoverStretch) -> Void) {
        var sweep = CoverSweep(self)
        while let piece = sweep.next() { body(piece) }
    }
}

extension [CoverStretch] {
    /// Adds one that comes later, as a part of the last one where the same agents are there.
    mutating func join(_ next: CoverStretch) {
        if let last, last.standing == next.standing,
            let joined = Interval(from: last.interval.start, until: next.interval.end)
        {
            self[count - 1].interval = joined
        } else {
            append(next)
        }
    }
}

/// Goes through a client's service time piece by piece.
private struct CoverSweep {
    private let coverage: Coverage
    private let service: [Interval]
    private let covers: [[Interval]]
    /// Of each cover the first interval that is not over.
    private var places: [Int]
    private var place = 0
    private var instant = Instant.earliest

    init(_ coverage: Coverage) {
        self.coverage = coverage
        service = coverage.service.intervals
        covers = coverage.covers.map(\.times.intervals)
        places = Array(repeating: 0, count: covers.count)
    }

    mutating func next() -> CoverStretch? {
        while place < service.count, service[place].end <= instant { place += 1 }
        guard place < service.count else { return nil }
        let start = Swift.max(instant, service[place].start)
        var end = service[place].end
        var standing: [CoverStretch.Standing] = []
        for index in covers.indices {
            let intervals = covers[index]
            while places[index] < intervals.count, intervals[places[index]].end <= start { places[index] += 1 }
            guard places[index] < intervals.count else { continue }
            let interval = intervals[places[index]]
            if interval.start <= start {
                let cover = coverage.covers[index]
                standing.append(CoverStretch.Standing(agent: cover.agent, role: cover.role))
                end = min(end, interval.end)
            } else {
                end = min(end, interval.start)
            }
        }
        instant = end
        return Interval(from: start, until: end).map { CoverStretch(interval: $0, standing: standing) }
    }
}
