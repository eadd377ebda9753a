package import Time

/// A client's calls, counted by what their callers got. What the figures mean stands in docs/reports.md.
package struct CallTally: Sendable, Equatable {
    private var byRole = Array(repeating: 0, count: Role.allCases.count)
    private var byWay = Array(repeating: 0, count: MissedCall.How.allCases.count)
    /// Calls that somebody has, or whose end has not been told so far.
    package private(set) var open = 0
    /// Calls of which the PBX has not told enough.
    package private(set) var unknown = 0
    /// Calls that were not for the client's own people, as those outside service hours.
    package private(set) var outside = 0
    /// Calls by an agent to the client that were answered, and that were not.
    package private(set) var called = 0
    package private(set) var notReached = 0
    /// Answered by somebody who was in the client's pair that day.
    package private(set) var byPair = 0
    /// Of the calls of clients with a target: answered within it, of all that count.
    package private(set) var within = Share()
    /// The same without those who hung up.
    package private(set) var withinOfOthers = Share()
    /// Who hung up within the target.
    package private(set) var abandonedWithin = 0
    /// How long those waited who were answered by the client's own people, in milliseconds.
    package private(set) var waits: [Int32] = []

    package init() {}

    /// Answered by the client's own people in a role.
    package subscript(role: Role) -> Int { byRole[role.place] }
    package subscript(way: MissedCall.How) -> Int { byWay[way.place] }

    package var answered: Int { byRole.reduce(0, +) }
    /// Calls of which it is known what their callers got.
    package var counted: Int { answered + byWay.reduce(0, +) }
    /// All calls to the client's own people.
    package var calls: Int { counted + open + unknown }
    package var pair: Share { Share(byPair, of: counted) }
    package var wait: Spread { Spread(waits.map(Int64.init)) }

    /// - Parameters:
    ///   - isOfPair: Whether the agent who answered was in the client's pair.
    ///   - target: Within how long calls of this client are to be answered; nil: nothing is promised.
    package mutating func add(
        _ call: CallFacts, _ outcome: CallRecord.Outcome, isOfPair: Bool, target: Milliseconds?
    ) {
        switch outcome {
        case .answered(let role):
            byRole[role.place] += 1
            if isOfPair { byPair += 1 }
            let wait = max(call.answer.map { $0.instant.since(call.noted).count } ?? 0, 0)
            waits.append(Int32(clamping: wait))
            count(isWithin: target.map { wait <= $0.count })
        case .missed(let way):
            byWay[way.place] += 1
            count(isWithin: target.map { _ in false }, isAbandoned: way == .abandoned)
            guard way == .abandoned, let target, let end = call.end else { break }
            if end.instant.since(call.noted) <= target { abandonedWithin += 1 }
        case .elsewhere: outside += 1
        case .open: open += 1
        case .unknown: unknown += 1
        case .dialled(isAnswered: true): called += 1
        case .dialled(isAnswered: false): notReached += 1
        }
    }

    private mutating func count(isWithin: Bool?, isAbandoned: Bool = false) {
        guard let isWithin else { return }
        let share = Share(isWithin ? 1 : 0, of: 1)
        within += share
        if !isAbandoned { withinOfOthers += share }
    }

    /// Adds another client's.
    package mutating func add(_ other: CallTally) {
        for index in byRole.indices { byRole[index] += other.byRole[index] }
        for index in byWay.indices { byWay[index] += other.byWay[index] }
        open += other.open
        unknown += other.unknown
        outside += other.outside
        called += other.called
        notReached += other.notReached
        byPair += other.byPair
        within += other.within
        withinOfOthers += other.withinOfOthers
        abandonedWithin += other.abandonedWithin
        waits += other.waits
    }

    package var isEmpty: Bool { calls + outside + called + notReached == 0 }
}

extension Role {
    fileprivate var place: Int {
        switch self {
        case .primary: 0
        case .backup: 1
        case .deputy: 2
        case .callback: 3
        case .holder: 4
        }
    }
}

extension MissedCall.How {
    fileprivate var place: Int {
        switch self {
        case .abandoned: 0
        case .noAnswer: 1
        case .overflow: 2
        case .nobody: 3
        }
    }
}
