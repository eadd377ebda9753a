import Sockets

/// Which connections a listener has, and which of them makes room where all places are taken.
///
/// The privileged user has connections of its own, apart from those of all others: whoever is to put things right must get in. The others share
/// theirs: when all are taken, whoever has fewer than the one who has most is let in, and one of the latter's is closed for it.
struct ConnectionPlaces<ID: Hashable & Sendable>: Sendable {
    /// What a connection does. The least costly to lose comes first.
    enum Activity: Int, Comparable {
        /// It waits for a call.
        case waiting
        /// It sends replies until its peer leaves.
        case streaming
        case calling

        static func < (one: Self, other: Self) -> Bool { one.rawValue < other.rawValue }
    }

    enum Answer: Equatable {
        /// It is counted; where there is one, this other connection is to be closed and counts no longer.
        case admitted(closing: ID?)
        case refused(RefusalCause)
    }

    private struct Connection {
        var user: UInt32
        var activity = Activity.waiting
        /// Numbers the changes of all connections.
        var since: UInt64
    }

    private(set) var isClosed = false
    private var admission: Admission
    private var connections: [ID: Connection] = [:]
    private var changes: UInt64 = 0

    init(_ limits: AdmissionLimits) {
        admission = Admission(limits)
    }

    /// Counts one more of this user, or says why not.
    mutating func admit(_ id: ID, user: UInt32) -> Answer {
        guard !isClosed else { return .refused(.shuttingDown) }
        var closing: ID?
        if let cause = admission.admit(.user(user)) {
            guard cause == .tooMany, let other = whoMakesRoom(for: user) else { return .refused(cause) }
            leave(other)
            if let cause = admission.admit(.user(user)) { return .refused(cause) }
            closing = other
        }
        changes += 1
        connections[id] = Connection(user: user, since: changes)
        return .admitted(closing: closing)
    }

    /// Notes what a connection does from now on.
    mutating func note(_ activity: Activity, of id: ID) {
        changes += 1
        connections[id]?.activity = activity
        connections[id]?.since = changes
    }

    /// One that was admitted has gone. One that has made room is not counted twice.
    mutating func leave(_ id: ID) {
        if let user = connections.removeValue(forKey: id)?.user { admission.leave(.user(user)) }
    }

    /// From now on nobody comes in.
    mutating func close() {
        isClosed = true
    }

    /// Of the user who has most: the one that has waited longest, else the newest stream, else the newest call.
    private func whoMakesRoom(for user: UInt32) -> ID? {
        guard let most = admission.userWithMost(besides: user) else { return nil }
        func rank(_ connection: Connection) -> (Activity, UInt64) {
            let isWaiting = connection.activity == .waiting
            return (connection.activity, isWaiting ? connection.since : .max - connection.since)
        }
        return connections.filter { $0.value.user == most }.min { rank($0.value) < rank($1.value) }?.key
    }
}
