/// Counts connections and says whether one more may come in, and who makes room for it.
///
/// The privileged user has connections of its own, apart from those of all others: whoever is to put things right must get in. The others share
/// theirs: when all are taken, whoever has fewer than the one who has most is let in, and one of the latter's is closed for it.
struct Admission<ID: Hashable & Sendable>: Sendable {
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
        case refused(VarlinkEvent.Refusal)
    }

    private struct Connection {
        var user: UInt32
        var activity = Activity.waiting
        /// Numbers the changes of all connections.
        var since: UInt64
    }

    private let limits: VarlinkLimits
    private(set) var isClosed = false
    private var connections: [ID: Connection] = [:]
    /// Those of the privileged user are not among them.
    private(set) var total = 0
    private var perUser: [UInt32: Int] = [:]
    private var changes: UInt64 = 0

    init(_ limits: VarlinkLimits) {
        self.limits = limits
    }

    /// Counts one more of this user, or says why not.
    mutating func admit(_ id: ID, user: UInt32) -> Answer {
        guard !isClosed else { return .refused(.shuttingDown) }
        let isPrivileged = user == limits.privilegedUser
        let ofUser = perUser[user, default: 0]
        guard ofUser < (isPrivileged ? limits.privilegedConnections : limits.connectionsPerUser) else {
            return .refused(.tooManyOfUser)
        }
        var closing: ID?
        if !isPrivileged, total >= limits.connections {
            closing = whoMakesRoom(forUserWith: ofUser)
            guard let closing else { return .refused(.tooManyConnections) }
            leave(closing)
        }
        if !isPrivileged { total += 1 }
        perUser[user] = ofUser + 1
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
        guard let user = connections.removeValue(forKey: id)?.user, let ofUser = perUser[user] else { return }
        if user != limits.privilegedUser { total -= 1 }
        perUser[user] = ofUser > 1 ? ofUser - 1 : nil
    }

    /// From now on nobody comes in.
    mutating func close() {
        isClosed = true
    }

    /// Of the user who has most: the one that has waited longest, else the newest stream, else the newest call. Nobody where the user who comes
    /// would then have more than the one who makes room, or the two would drive out each other for ever.
    private func whoMakesRoom(forUserWith count: Int) -> ID? {
        let most = perUser.filter { $0.key != limits.privilegedUser }.max { ($0.value, $1.key) < ($1.value, $0.key) }
        guard let most, most.value > count + 1 else { return nil }
        func rank(_ connection: Connection) -> (Activity, UInt64) {
            let isWaiting = connection.activity == .waiting
            return (connection.activity, isWaiting ? connection.since : .max - connection.since)
        }
        return connections.filter { $0.value.user == most.key }.min { rank($0.value) < rank($1.value) }?.key
    }
}
